"""Blocks set apart by a rule or a ground: paragraph borders and shading, no tables and no text boxes."""

from itertools import groupby

from converter.model.style import Box, Length, TextRole
from converter.writers.docx.formatting import indent, spacing
from converter.writers.docx.look import WHITE, Look
from converter.writers.docx.markup import Properties
from converter.writers.docx.paragraph import Paragraph


def box_left(look: Look, role: TextRole) -> Length:
    """Return where the text of `role` begins inside the box, from the text area's start edge."""
    box = look.style.box
    indent = look.text(role).indent
    return Length(max(indent, box.indent) + box.rule.width + box.padding) if box else indent


def box_right(look: Look) -> Length:
    """Return how far the text inside the box ends before the text area's end edge."""
    box = look.style.box
    return box.padding if box and box.fill else Length(0)


def box_frame(look: Look, group: int = 0, gap_pt: float | None = None) -> Properties:
    """Return `w:pBdr` and `w:shd` for a paragraph inside the box.

    Args:
        look: the style.
        group: the number, from 0, of the run of paragraphs of one indent.
        gap_pt: space below the group where another follows it in the box; `None` for the last.
    """
    box = look.style.box
    if box is None or not (box.fill or box.rule.width):
        return {}
    ground = box.fill or WHITE
    # Neighbours whose frames differ are never joined; this much nobody sees.
    hair = Length(0.25 + 0.125 * (group % 2))
    sides = {look.start: _start_side(look, box)}
    if box.fill:
        sides[look.end] = look.border(look.end, ground, hair, box.padding)
        if group == 0:
            sides["top"] = look.border("top", ground, hair, box.padding)
    if box.fill or gap_pt is not None:
        sides["bottom"] = look.border("bottom", ground, hair, box.padding if gap_pt is None else gap_pt)
    frame = "".join(sides[side] for side in ("top", "left", "bottom", "right") if side in sides)
    return {"pBdr": f"<w:pBdr>{frame}</w:pBdr>"} | ({"shd": look.shading(box.fill)} if box.fill else {})


def _start_side(look: Look, box: Box) -> str:
    color, width = (box.rule.color, box.rule.width) if box.rule.width else (box.fill or WHITE, Length(0.25))
    return look.border(look.start, color, width, box.padding)


def set_apart(elements: list[Paragraph | str], look: Look) -> list[Paragraph | str]:
    """Frame the paragraphs among `elements` as the style's box says, in place, and return them.

    Word and LibreOffice join the frames of neighbours only where frames and indents are alike, and would leave a
    gap in rule and ground elsewhere. So neighbours of different indent are given different frames on purpose, and
    the space between them becomes the lower side of the upper frame. Where all are alike, the style says it all.
    """
    groups = [list(group) for _, group in groupby(elements, key=_place)]
    if look.style.box is None or (len(groups) == 1 and _role(groups[0][0]) == "lead"):
        return elements
    for number, group in enumerate(groups):
        following = groups[number + 1][0] if number + 1 < len(groups) else None
        _frame_group(group, number, following, look)
    return elements


def _role(element: Paragraph | str) -> TextRole | None:
    return None if isinstance(element, str) else element.role


def _place(element: Paragraph | str) -> tuple[TextRole, Length, Length] | None:
    """Return what neighbours must share for their frames to be joined."""
    return None if isinstance(element, str) else (element.role, element.left, element.hang)


def _frame_group(
    group: list[Paragraph | str], number: int, following: Paragraph | str | None, look: Look
) -> None:
    paragraphs = [element for element in group if isinstance(element, Paragraph)]
    if not paragraphs:
        return
    role = paragraphs[0].role
    gap = max(
        look.text(role).space_after,
        look.text(following.role).space_before if isinstance(following, Paragraph) else 0,
    )
    frame = box_frame(look, number, gap if following else None)
    for paragraph in paragraphs:
        paragraph.properties.update(frame)
        if role != "lead":
            paragraph.properties["ind"] = indent(box_left(look, role), box_right(look))
    before = Length(0) if number else None
    after = Length(0) if following else None
    if len(paragraphs) == 1:
        paragraphs[0].properties["spacing"] = spacing(look, role, before, after)
    else:
        paragraphs[0].properties["spacing"] = spacing(look, role, before=before)
        paragraphs[-1].properties["spacing"] = spacing(look, role, after=after)
