"""Headers and footers: one line each, its places reached by tab stops, and a label (ECMA-376 17.10)."""

from typing import NamedTuple

from converter.model.document import RunningLine
from converter.model.style import HandlingMark, Length, RunningKind
from converter.writers.docx.formatting import tab_stops
from converter.writers.docx.label import label_xml
from converter.writers.docx.look import Look
from converter.writers.docx.markup import NAMESPACES, paragraph_properties
from converter.writers.docx.runs import Runs
from converter.writers.docx.stylenames import ON_COVER_STYLES, ROLE_STYLES

_ROOTS = {"header": "hdr", "footer": "ftr"}
# An em space between a logo and words.
_GAP = '<w:r><w:t xml:space="preserve">\u2003</w:t></w:r>'


class Opening(NamedTuple):
    """What lines of the first page have that others have not.

    Attributes:
        ground: mark-up of the run with the picture behind the page; empty: none.
        logo: mark-up of the run with the logo, where the line begins; empty: none.
        on_cover: whether a cover may lie behind the line.
    """

    ground: str = ""
    logo: str = ""
    on_cover: bool = False


_NOTHING = Opening()


def running_xml(  # noqa: PLR0913, PLR0917 - what a header is made of
    kind: RunningKind,
    line: RunningLine,
    look: Look,
    runs: Runs,
    opening: Opening = _NOTHING,
    mark: HandlingMark | None = None,
) -> str:
    """Return the part of a header or footer; the label of `mark` stands on the far side from the text."""
    style = (ON_COVER_STYLES if opening.on_cover and kind in look.colors_on_cover else ROLE_STYLES)[kind].id
    if mark is None or kind not in mark.lines:
        paragraphs = _paragraph(style, line, look, runs, opening)
    elif line.is_empty and not opening.logo:
        # a line without words would only take room
        paragraphs = label_xml(kind, mark, opening.ground)
    else:
        words, label = _paragraph(style, line, look, runs, opening), label_xml(kind, mark)
        paragraphs = label + words if kind == "header" else words + label
    root = _ROOTS[kind]
    return f"<w:{root} {NAMESPACES}>{paragraphs}</w:{root}>"


def _paragraph(style: str, line: RunningLine, look: Look, runs: Runs, opening: Opening) -> str:
    """Return the line; an empty middle loses its stop, so that a long left part may pass it."""
    properties = {"pStyle": f'<w:pStyle w:val="{style}"/>'}
    middle = runs.xml(line.center)
    if not middle:
        properties["tabs"] = tab_stops(("clear", Length(look.style.page.text_width / 2)))
    if opening.logo:
        properties["spacing"] = _below_logo(look)
    words = _GAP * bool(opening.logo and (line.left or middle)) + runs.xml(line.left)
    if middle:
        words += f"<w:r><w:tab/></w:r>{middle}"
    if line.right:
        words += f"<w:r><w:tab/></w:r>{runs.xml(line.right)}"
    return f"<w:p>{paragraph_properties(properties)}{opening.ground}{opening.logo}{words}</w:p>"


def _below_logo(look: Look) -> str:
    """Return `w:spacing` of a line that grows with its logo and keeps the page's text away."""
    after, line = look.text("body").leading, look.text("header").leading
    return f'<w:spacing w:after="{after.twips}" w:line="{line.twips}" w:lineRule="atLeast"/>'
