"""Which style of Word each role has: Word's own names for what Word has, ours under "Briefing"."""

from collections.abc import Mapping
from typing import NamedTuple

from converter.model.style import TextRole
from converter.writers.docx.markup import Properties

_NOTHING: Properties = {}


class StyleName(NamedTuple):
    """What Word must know of a paragraph style besides its look.

    Attributes:
        id: as paragraphs refer to it.
        name: as people see it; Word's own names are those of its built-in styles.
        following: id of the style of the next paragraph that a person types; empty: the same.
        priority: its place in Word's list of styles.
        extra: paragraph properties that no `TextStyle` has.
    """

    id: str
    name: str
    following: str = ""
    priority: int = 10
    extra: Properties = _NOTHING


_KEEP_LINES = {"keepLines": "<w:keepLines/>"}


def _heading(level: int) -> StyleName:
    outline = _KEEP_LINES | {"outlineLvl": f'<w:outlineLvl w:val="{level - 1}"/>'}
    return StyleName(f"Heading{level}", f"heading {level}", "BodyText", 9, outline)


ROLE_STYLES: Mapping[TextRole, StyleName] = {
    "body": StyleName("BodyText", "Body Text", priority=1),
    "label": StyleName("BriefingLabel", "Briefing Label", "Title", 8),
    "title": StyleName("Title", "Title", "Subtitle", extra=_KEEP_LINES),
    "subtitle": StyleName("Subtitle", "Subtitle", "BriefingFacts", 11, _KEEP_LINES),
    "facts": StyleName("BriefingFacts", "Briefing Facts", "BodyText", 12),
    "heading1": _heading(1),
    "heading2": _heading(2),
    "heading3": _heading(3),
    "contents1": StyleName("TOC1", "toc 1", priority=39),
    "contents2": StyleName("TOC2", "toc 2", priority=39),
    "contents3": StyleName("TOC3", "toc 3", priority=39),
    "lead": StyleName("BriefingLead", "Briefing Lead", priority=13),
    "bullet": StyleName("ListParagraph", "List Paragraph", priority=34),
    "quote": StyleName("Quote", "Quote", "BodyText", 29),
    "code": StyleName("BriefingCode", "Briefing Code", priority=30),
    "caption": StyleName("Caption", "caption", "BodyText", 35),
    "table-head": StyleName("BriefingTableHead", "Briefing Table Head", priority=36),
    "table-cell": StyleName("BriefingTableCell", "Briefing Table Cell", priority=36),
    "comment": StyleName("BriefingComment", "Briefing Comment", priority=37),
    "empty": StyleName("BriefingEmpty", "Briefing Empty", "BodyText", 38),
    "method": StyleName("BriefingMethod", "Briefing Method", priority=39),
    "reference": StyleName("EndnoteText", "endnote text", priority=99),
    "header": StyleName("Header", "header", priority=99),
    "footer": StyleName("Footer", "footer", priority=99),
}
"""The paragraph style of each role; items of lists have `numbering.Lists.style`."""

ON_COVER_STYLES: Mapping[TextRole, StyleName] = {
    "header": StyleName("BriefingCoverHeader", "Briefing Cover Header", priority=99),
    "footer": StyleName("BriefingCoverFooter", "Briefing Cover Footer", priority=99),
}
"""Those of the first page's header and footer where they stand on the ground of a cover."""

LIST_BULLET = StyleName("ListBullet", "List Bullet", priority=34)
CONTENTS_HEADING = StyleName(
    "TOCHeading", "TOC Heading", "BodyText", 39, {"outlineLvl": '<w:outlineLvl w:val="9"/>'}
)
FIGURE_STYLE = StyleName("BriefingFigure", "Briefing Figure", "Caption", 35, _KEEP_LINES)
TABLE_STYLE = "BriefingTable"
HYPERLINK, REFERENCE, STRONG, EMPHASIS, CODE = (
    "Hyperlink",
    "EndnoteReference",
    "Strong",
    "Emphasis",
    "HTMLCode",
)
