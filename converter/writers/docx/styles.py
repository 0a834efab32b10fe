"""The styles: Word's own names for what Word has, ours under "Briefing" (ECMA-376 17.7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from converter.model.style import Length, TextRole
from converter.writers.docx.box import box_frame, box_left, box_right
from converter.writers.docx.formatting import (
    NONE,
    indent,
    line_properties,
    rules,
    spacing,
    tab_stops,
    text_properties,
)
from converter.writers.docx.languages import language_attributes
from converter.writers.docx.look import Look
from converter.writers.docx.markup import Properties, W, paragraph_properties, run_properties
from converter.writers.docx.numbering import (
    LEVELS,
    Kind,
    definition_id,
    list_left,
    list_style,
    number_properties,
)


@dataclass(frozen=True, slots=True)
class StyleName:
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
    extra: Mapping[str, str] = field(default_factory=dict)


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
"""The paragraph style of each role; items of lists have `numbering.list_style`."""

FIGURE_STYLE = "BriefingFigure"
TABLE_STYLE = "BriefingTable"
CELL_GAPS = {"top": Length(2), "left": Length(0), "bottom": Length(2), "right": Length(9)}
"""Between the edges of a table's cell and its text."""

# Below 8 points Word need not kern; the unit is half points.
_KERNING = '<w:kern w:val="16"/>'
# Word's own styles that its gallery shows, with their place in it (ECMA-376 17.7.4.8).
_LATENT = {
    "Normal": 0,
    "heading 1": 9,
    "heading 2": 9,
    "heading 3": 9,
    "Title": 10,
    "Subtitle": 11,
    "Strong": 22,
    "Emphasis": 20,
    "Quote": 29,
    "List Paragraph": 34,
    "caption": 35,
}


def styles_xml(look: Look) -> str:
    """Return `word/styles.xml`."""
    return (
        f'<w:styles xmlns:w="{W}">{_defaults(look)}{_latent()}{_normal(look)}'
        f"{''.join(_role_styles(look))}{''.join(_list_styles(look))}{_figure_style(look)}"
        f"{''.join(_character_styles(look))}{_table_styles(look)}"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style></w:styles>'
    )


def _defaults(look: Look) -> str:
    """Return `w:docDefaults`: the body's font and size, and the document's language."""
    body = text_properties(look, "body")
    shared = {name: body[name] for name in ("rFonts", "sz", "szCs")} | {
        "kern": _KERNING,
        "lang": f"<w:lang{language_attributes(look.language)}/>",
    }
    return (
        f"<w:docDefaults><w:rPrDefault>{run_properties(shared)}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _latent() -> str:
    """Return what Word shows of its own styles; those not named here appear when they are used."""
    shown = "".join(
        f'<w:lsdException w:name="{name}" w:semiHidden="0" w:unhideWhenUsed="0" w:qFormat="1" w:uiPriority="{priority}"/>'
        for name, priority in _LATENT.items()
    )
    return (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        f'w:defQFormat="0" w:count="376">{shown}</w:latentStyles>'
    )


def _normal_properties(look: Look) -> tuple[Properties, Properties]:
    """Return lines and text of Normal: the body's type, without its indent, spaces and justification."""
    lines = line_properties(look, "body") | {
        "spacing": spacing(look, "body", NONE, NONE),
        "ind": indent(NONE),
        "jc": '<w:jc w:val="left"/>',
        "widowControl": "<w:widowControl/>",
    }
    if look.direction == "rtl":
        lines["bidi"] = "<w:bidi/>"
    return lines, text_properties(look, "body")


def _normal(look: Look) -> str:
    lines, text = _normal_properties(look)
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"{paragraph_properties(lines)}{run_properties(text)}</w:style>"
    )


def _role_styles(look: Look) -> Iterator[str]:
    """Yield the style of each role: only what differs from Normal, so that a change of Normal reaches all."""
    normal_lines, normal_text = _normal_properties(look)
    for role, style in ROLE_STYLES.items():
        lines = (
            _different(line_properties(look, role), normal_lines) | dict(style.extra) | _special(look, role)
        )
        yield paragraph_style(style, "Normal", lines, _different(text_properties(look, role), normal_text))


def _different(properties: Properties, base: Properties) -> dict[str, str]:
    return {name: value for name, value in properties.items() if base.get(name) != value}


def _special(look: Look, role: TextRole) -> Properties:
    """Return what only this role has: the rules about the facts, the box of the lead, the stops of running lines."""
    if role == "facts":
        return rules(look, look.style.title_rule_above, look.style.title_rule_below)
    if role == "lead" and look.style.box:
        return {**box_frame(look), "ind": indent(box_left(look, role), box_right(look))}
    if role in {"header", "footer"}:
        width = look.style.page.text_width
        return {"tabs": tab_stops(("center", Length(width / 2)), ("right", width))}
    return {}


def _list_styles(look: Look) -> Iterator[str]:
    """Yield List Bullet, List Number and those of the lead, at each depth; they differ from their base in the indent."""
    kinds: tuple[Kind, ...] = ("bullet", "number")
    roles: tuple[TextRole, ...] = ("bullet", "lead")
    for role, kind, depth in (
        (role, kind, depth) for role in roles for kind in kinds for depth in range(LEVELS)
    ):
        name = f"{'Briefing Lead' if role == 'lead' else 'List'} {kind.title()}{f' {depth + 1}' if depth else ''}"
        style = StyleName(list_style(role, kind, depth), name, priority=ROLE_STYLES[role].priority)
        hang = look.hang(role, kind)
        lines = {
            "numPr": number_properties(definition_id(role, kind), depth),
            "ind": indent(list_left(look, role, kind, depth), _list_right(look, role), Length(-hang)),
        }
        yield paragraph_style(style, ROLE_STYLES[role].id, lines, {})


def _list_right(look: Look, role: TextRole) -> Length:
    return box_right(look) if role == "lead" else NONE


def paragraph_style(style: StyleName, based_on: str, lines: Properties, text: Properties) -> str:
    """Return `w:style` of a paragraph (ECMA-376 17.7.4.17)."""
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    return (
        f'<w:style w:type="paragraph"{_custom(style.name)} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{based_on}"/>{following}<w:uiPriority w:val="{style.priority}"/><w:qFormat/>'
        f"{paragraph_properties(lines)}{run_properties(text)}</w:style>"
    )


def _custom(name: str) -> str:
    return ' w:customStyle="1"' if name.startswith("Briefing") else ""


def _figure_style(look: Look) -> str:
    """Return the style of paragraphs that hold a picture: as the caption, but as high as the picture."""
    text = look.text("caption")
    lines = {
        "keepLines": "<w:keepLines/>",
        "spacing": f'<w:spacing w:before="{text.leading.twips}" w:after="{text.space_after.twips}" w:line="240" w:lineRule="auto"/>',
        "ind": indent(text.indent),
    }
    return paragraph_style(StyleName(FIGURE_STYLE, "Briefing Figure", "Caption", 35), "Normal", lines, {})


def _character_styles(look: Look) -> Iterator[str]:
    """Yield the styles of runs inside a paragraph."""
    link = {"color": look.color(look.style.accent), "u": '<w:u w:val="single"/>'}
    yield '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    yield _character_style("Hyperlink", "Hyperlink", link)
    yield _character_style(
        "EndnoteReference", "endnote reference", {"vertAlign": '<w:vertAlign w:val="superscript"/>'}
    )
    yield _character_style("Strong", "Strong", {"b": "<w:b/>", "bCs": "<w:bCs/>"})
    yield _character_style("Emphasis", "Emphasis", {"i": "<w:i/>", "iCs": "<w:iCs/>"})
    yield _character_style("HTMLCode", "HTML Code", {"rFonts": look.font("code")})


def _character_style(id_: str, name: str, text: Properties) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{id_}"><w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/>'
        f'<w:uiPriority w:val="{_LATENT.get(name, 99)}"/><w:qFormat/>{run_properties(text)}</w:style>'
    )


def _table_styles(look: Look) -> str:
    """Return Word's plain table and ours: rules above and below the head and at the end, none between columns."""
    rule = look.style.table_rule
    top, bottom = (look.border(side, rule.color, rule.width, 0) for side in ("top", "bottom"))
    zero = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    gaps = "".join(
        f'<w:{side} w:w="{CELL_GAPS[side].twips}" w:type="dxa"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        f'<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{zero}</w:tblCellMar></w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}"><w:name w:val="Briefing Table"/><w:basedOn w:val="TableNormal"/>'
        f'<w:uiPriority w:val="36"/><w:qFormat/><w:tblPr><w:tblBorders>{top}{bottom}</w:tblBorders><w:tblCellMar>{gaps}</w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>{bottom}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>'
    )
