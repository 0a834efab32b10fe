"""A `TextStyle` as the properties of paragraphs and runs (ECMA-376 17.3.1 and 17.3.2)."""

import re
from typing import Literal

from converter.model.style import Length, Rule, TextRole
from converter.writers.docx.look import Look
from converter.writers.docx.markup import Properties

NONE = Length(0)
OFF = ' w:val="0"'

# A font that needs this little more than its leading gets it: nobody sees it, and the line may still grow.
_TOLERANCE_PT = 0.25
# Names for start and end that Word 2007 knows; in right-to-left paragraphs they change sides by themselves.
_JUSTIFICATION = {"start": "left", "end": "right", "center": "center", "justify": "both"}


def text_properties(look: Look, role: TextRole) -> Properties:
    """Return all that `role` says of its characters, what is off included."""
    text = look.text(role)
    # letters of right-to-left scripts are joined
    tracking = text.tracking if look.direction == "ltr" else NONE
    return {
        "rFonts": look.font(role),
        **_switch("b", look.fonts[role].bold),
        **_switch("i", text.italic),
        "caps": f"<w:caps{'' if text.capitals == 'all' else OFF}/>",
        "color": look.color(text.color),
        "spacing": f'<w:spacing w:val="{tracking.twips}"/>',
        "sz": f'<w:sz w:val="{text.size.half_points}"/>',
        "szCs": f'<w:szCs w:val="{text.size.half_points}"/>',
    }


def line_properties(look: Look, role: TextRole) -> Properties:
    """Return all that `role` says of its lines, what is off included."""
    text = look.text(role)
    lines = {
        "keepNext": f"<w:keepNext{'' if text.keep_with_next else OFF}/>",
        "spacing": spacing(look, role),
        "ind": indent(text.indent, first_line=text.first_line),
        "jc": f'<w:jc w:val="{_JUSTIFICATION[text.align]}"/>',
    }
    if hyphenates(look):
        lines["suppressAutoHyphens"] = f"<w:suppressAutoHyphens{OFF if text.hyphenate else ''}/>"
    return lines


def hyphenates(look: Look) -> bool:
    """Tell whether any role of the style allows hyphens."""
    return any(text.hyphenate for text in look.style.text.values())


def spacing(look: Look, role: TextRole, before: Length | None = None, after: Length | None = None) -> str:
    """Return `w:spacing` (ECMA-376 17.3.1.33) of `role`, with other spaces where they are given.

    The distance of the baselines is the style's: "at least", so that type which someone enlarges finds room,
    and exact only where the font by itself would take more. Of two neighbouring spaces Word keeps the larger.
    """
    text, face = look.text(role), look.fonts[role].face
    fits = face is None or face.line_height * text.size <= text.leading + _TOLERANCE_PT
    before = text.space_before if before is None else before
    after = text.space_after if after is None else after
    return (
        f'<w:spacing w:before="{before.twips}" w:after="{after.twips}" w:line="{text.leading.twips}" '
        f'w:lineRule="{"atLeast" if fits else "exact"}"/>'
    )


def picture_spacing(look: Look) -> str:
    """Return `w:spacing` of a picture's paragraph: its line is as high as the picture."""
    half = Length(look.text("body").leading / 2).twips
    return f'<w:spacing w:before="{half}" w:after="{half}" w:line="240" w:lineRule="auto"/>'


def spaced(spacing: str, side: Literal["before", "after"], least: Length) -> str:
    """Return a `w:spacing` with at least `least` above or below the paragraph."""

    def spaced_side(found: re.Match[str]) -> str:
        return f'w:{side}="{max(int(found[1]), least.twips)}"'

    return re.sub(rf'w:{side}="(\d+)"', spaced_side, spacing)


def indent(start: Length, end: Length = NONE, first_line: float = 0) -> str:
    """Return `w:ind` (ECMA-376 17.3.1.12); Word takes left for right in right-to-left paragraphs."""
    name = "hanging" if first_line < 0 else "firstLine"
    return f'<w:ind w:left="{start.twips}" w:right="{end.twips}" w:{name}="{Length(abs(first_line)).twips}"/>'


def rule_borders(
    look: Look, *, above: Rule | None = None, below: Rule | None = None, space_pt: float
) -> Properties:
    """Return `w:pBdr` with a line above and below a paragraph; a rule of no width is none."""
    sides = "".join(
        look.border(side, rule.color, rule.width, space_pt)
        for side, rule in (("top", above), ("bottom", below))
        if rule and rule.width
    )
    return {"pBdr": f"<w:pBdr>{sides}</w:pBdr>"} if sides else {}


def tab_stops(*stops: tuple[str, Length]) -> str:
    """Return `w:tabs` (ECMA-376 17.3.1.38): alignments (or `clear`) with their distances from the start."""
    listed = "".join(f'<w:tab w:val="{alignment}" w:pos="{place.twips}"/>' for alignment, place in stops)
    return f"<w:tabs>{listed}</w:tabs>"


def _switch(name: str, state: bool) -> Properties:  # noqa: FBT001 - CT_OnOff
    value = "" if state else OFF
    return {name: f"<w:{name}{value}/>", f"{name}Cs": f"<w:{name}Cs{value}/>"}
