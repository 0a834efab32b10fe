"""The styles (ECMA-376 17.7): what a style file says, under the names of `stylenames`."""

from collections.abc import Iterator, Sequence

from converter.model.style import Length, TextRole
from converter.writers.docx.box import box_frame, box_left, box_right
from converter.writers.docx.formatting import (
    NONE,
    indent,
    line_properties,
    picture_spacing,
    rule_borders,
    spacing,
    tab_stops,
    text_properties,
)
from converter.writers.docx.languages import language_attributes
from converter.writers.docx.look import Look
from converter.writers.docx.markup import Properties, W, paragraph_properties, run_properties
from converter.writers.docx.numbering import LEVELS, LISTS, Lists, number_properties
from converter.writers.docx.runs import EMPHASIS_LOOKS
from converter.writers.docx.stylenames import (
    CODE,
    CONTENTS_HEADING,
    EMPHASIS,
    FIGURE_STYLE,
    HYPERLINK,
    ON_COVER_STYLES,
    REFERENCE,
    ROLE_STYLES,
    STRONG,
    StyleName,
)
from converter.writers.docx.tablestyle import table_styles_xml

# Word may kern from 8 points on; the unit is half points.
_KERNING = '<w:kern w:val="16"/>'
# Word's own styles that its gallery shows, with their place in it (ECMA-376 17.7.4.8).
_LATENT = {
    "Normal": 0,
    "heading 1": 9,
    "heading 2": 9,
    "heading 3": 9,
    "Title": 10,
    "Subtitle": 11,
    "Emphasis": 20,
    "Strong": 22,
    "Quote": 29,
    "List Paragraph": 34,
    "caption": 35,
}


def styles_xml(look: Look, others: Sequence[str] = ()) -> str:
    """Return `word/styles.xml`; `others` are languages that the document has besides its own."""
    return (
        f'<w:styles xmlns:w="{W}">{_defaults(look, others)}{_latent()}{_normal(look)}'
        f"{''.join(_role_styles(look))}{''.join(_list_styles(look))}{_figure_style(look)}"
        f"{_paragraph_style(CONTENTS_HEADING, ROLE_STYLES['heading1'].id, {}, {})}"
        f"{''.join(_character_styles(look))}{table_styles_xml(look)}"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style></w:styles>'
    )


def _defaults(look: Look, others: Sequence[str]) -> str:
    """Return `w:docDefaults`: the body's font and size, and a language for each script of the document.

    Words of the article stand among our own in footers and end-notes, without a mark of their language.
    """
    body = text_properties(look, "body")
    shared = {name: body[name] for name in ("rFonts", "sz", "szCs")} | {
        "kern": _KERNING,
        "lang": f"<w:lang{language_attributes(look.language, *others)}/>",
    }
    return (
        f"<w:docDefaults><w:rPrDefault>{run_properties(shared)}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _latent() -> str:
    """Return what Word shows of its own styles; those not named here appear when they are used."""
    shown = "".join(
        f'<w:lsdException w:name="{name}" w:semiHidden="0" w:unhideWhenUsed="0" w:qFormat="1" '
        f'w:uiPriority="{priority}"/>'
        for name, priority in _LATENT.items()
    )
    return (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        f'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376">{shown}</w:latentStyles>'
    )


def _normal_properties(look: Look) -> tuple[Properties, Properties]:
    """Return lines and text of Normal: the body's type, without its indent, spaces and justification."""
    lines = {
        **line_properties(look, "body"),
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
        lines = {**_different(line_properties(look, role), normal_lines), **_special(look, role)}
        text = _different(text_properties(look, role), normal_text)
        yield _paragraph_style(style, "Normal", lines, text)
    for role, color in look.colors_on_cover.items():
        text = {"color": look.color(color)}
        yield _paragraph_style(ON_COVER_STYLES[role], ROLE_STYLES[role].id, {}, text)


def _different(properties: Properties, base: Properties) -> Properties:
    return {name: value for name, value in properties.items() if base.get(name) != value}


def _special(look: Look, role: TextRole) -> Properties:
    """Return what only this role has: rules about facts, the box of the lead, hanging notes, tab stops."""
    style, text = look.style, look.text(role)
    match role:
        case "facts":
            return rule_borders(
                look, above=style.title_rule_above, below=style.title_rule_below, space_pt=text.space_after
            )
        case "lead":
            left = box_left(look, role)
            return {**box_frame(look, left), "ind": indent(left, box_right(look), text.first_line)}
        case "reference":
            hang = look.hang(role, "number")
            return {"ind": indent(Length(max(text.indent, hang)), first_line=-hang)}
        case "header" | "footer":
            width = style.page.text_width
            return {"tabs": tab_stops(("center", Length(width / 2)), ("right", width))}
        case _:
            return {}


def _list_styles(look: Look) -> Iterator[str]:
    """Yield List Bullet, List Number and those of the lead, at each depth."""
    for lists in LISTS:
        base = ROLE_STYLES[lists.role]
        name = f"{'Briefing Lead' if lists.role == 'lead' else 'List'} {lists.kind.title()}"
        for depth in range(LEVELS):
            style = StyleName(
                lists.style(depth), f"{name} {depth + 1}" if depth else name, priority=base.priority
            )
            yield _paragraph_style(style, base.id, _list_lines(look, lists, depth), {})


def _list_lines(look: Look, lists: Lists, depth: int) -> Properties:
    """Return number, place and, inside a box, the frame that keeps its place however deep the item is."""
    left, hang, in_box = lists.left(look, depth), lists.hang(look), lists.role == "lead"
    frame = box_frame(look, Length(left - hang)) if in_box else {}
    return {
        **frame,
        "numPr": number_properties(lists.number_id, depth),
        "ind": indent(left, box_right(look) if in_box else NONE, -hang),
    }


def _figure_style(look: Look) -> str:
    """Return the style of paragraphs that hold a picture."""
    lines = {"spacing": picture_spacing(look), "ind": indent(look.text("caption").indent)}
    # a line is as high as what is tallest in it: beside the smallest type, the picture
    return _paragraph_style(FIGURE_STYLE, "Normal", lines, {"sz": '<w:sz w:val="2"/>'})


def _paragraph_style(style: StyleName, based_on: str, lines: Properties, text: Properties) -> str:
    """Return `w:style` of a paragraph (ECMA-376 17.7.4.17)."""
    custom = ' w:customStyle="1"' if style.name.startswith("Briefing") else ""
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{based_on}"/>{following}<w:uiPriority w:val="{style.priority}"/><w:qFormat/>'
        f"{paragraph_properties({**lines, **style.extra})}{run_properties(text)}</w:style>"
    )


def _character_styles(look: Look) -> Iterator[str]:
    """Yield the styles of runs inside a paragraph."""
    accent = look.style.accent
    link = {
        "color": f'<w:color w:val="{accent.hex}" w:themeColor="hyperlink"/>',
        "u": '<w:u w:val="single"/>',
    }
    superior = {"color": look.color(accent), "vertAlign": '<w:vertAlign w:val="superscript"/>'}
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/>'
        "</w:style>"
    )
    yield _character_style(HYPERLINK, "Hyperlink", link)
    yield _character_style(REFERENCE, "endnote reference", superior)
    emphasis = EMPHASIS_LOOKS[look.style.emphasis]
    yield _character_style(STRONG, "Strong", emphasis["strong"])
    yield _character_style(EMPHASIS, "Emphasis", emphasis["emphasis"])
    yield _character_style(CODE, "HTML Code", {"rFonts": look.font("code")})


def _character_style(id_: str, name: str, text: Properties) -> str:
    priority = _LATENT.get(name, 99)
    return (
        f'<w:style w:type="character" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="{priority}"/><w:qFormat/>'
        f"{run_properties(text)}</w:style>"
    )
