"""Blocks set apart by a rule or a ground: paragraph borders and shading, no tables and no text boxes."""

from itertools import groupby
from typing import NamedTuple

from converter.model.style import Box, Length, TextRole
from converter.writers.docx.formatting import NONE, indent, spacing
from converter.writers.docx.look import WHITE, Look
from converter.writers.docx.markup import Properties
from converter.writers.docx.paragraph import Paragraph

Elements = list[Paragraph | str]
_SIDES = ("top", "left", "bottom", "right")


class TablePlace(NamedTuple):
    """Where a table stands and what is around the text of its outer cells.

    Attributes:
        left: where its cells begin, from the text area's start edge.
        start: room before the text of the first column.
        end: room behind the text of the last column.
        shading: `w:shd` of its cells; empty: none.
        rule: border of the first column's cells where they begin; empty: none.
    """

    left: Length
    start: Length = NONE
    end: Length = NONE
    shading: str = ""
    rule: str = ""


def inner_edge(look: Look) -> Length:
    """Return where text inside the box may begin, from the text area's start edge."""
    box = look.style.box
    return Length(box.indent + box.rule.width + box.padding) if box and _shows(box) else NONE


def box_left(look: Look, role: TextRole) -> Length:
    """Return where the text of `role` begins inside the box; borders count in whole points from there."""
    edge = inner_edge(look)
    return Length(edge + max(round(look.text(role).indent - edge), 0))


def box_right(look: Look) -> Length:
    """Return how far the text inside the box ends before the text area's end edge."""
    box = look.style.box
    return box.padding if box and box.fill else NONE


def table_place(look: Look, left: Length, *, boxed: bool) -> TablePlace:
    """Return the place of a table whose text begins at `left`; in the box its cells carry rule and ground.

    From right to left it does without: programs differ on which side of a cell is which.
    """
    box = look.style.box
    if not boxed or box is None or not _shows(box) or look.direction == "rtl":
        return TablePlace(left)
    begin = Length(box.indent + box.rule.width / 2)
    return TablePlace(
        begin,
        Length(max(left, inner_edge(look)) - begin),
        box_right(look),
        look.shading(box.fill) if box.fill else "",
        look.border("left", box.rule.color, box.rule.width, 0) if box.rule.width else "",
    )


def box_frame(
    look: Look, left: Length, group: int = 0, gap_pt: float | None = None, above_pt: float | None = None
) -> Properties:
    """Return `w:pBdr` and `w:shd` for a paragraph inside the box.

    Args:
        look: the style.
        left: where the paragraph's outermost line begins; rule and ground keep their place whatever it is.
        group: the number, from 0, of the run of paragraphs of one indent.
        gap_pt: space below the group where another follows it in the box; `None` for the last.
        above_pt: space above the group where it follows a table in the box.
    """
    box = look.style.box
    if box is None or not _shows(box):
        return {}
    ground = box.fill or WHITE
    # Neighbours whose frames differ are never joined; so little nobody sees.
    hair = Length(0.25 + 0.125 * (group % 2))
    color, width = (box.rule.color, box.rule.width) if box.rule.width else (ground, hair)
    sides = {look.start: look.border(look.start, color, width, left - box.indent - width)}
    if box.fill:
        sides[look.end] = look.border(look.end, ground, hair, box.padding)
        if group == 0:
            sides["top"] = look.border("top", ground, hair, box.padding)
    if above_pt is not None:
        sides["top"] = look.border("top", ground, hair, above_pt)
    if box.fill or gap_pt is not None:
        sides["bottom"] = look.border("bottom", ground, hair, box.padding if gap_pt is None else gap_pt)
    # a side that is not named would be that of the paragraph's style
    listed = "".join(sides.get(side) or f'<w:{side} w:val="nil"/>' for side in _SIDES)
    frame = {"pBdr": f"<w:pBdr>{listed}</w:pBdr>"}
    return {**frame, "shd": look.shading(box.fill)} if box.fill else frame


def set_apart(elements: Elements, look: Look) -> Elements:
    """Frame the paragraphs among `elements` as the style's box says, in place, and return them.

    Word and LibreOffice join the frames of neighbours only where frames and indents are alike, and would
    leave a gap in rule and ground elsewhere. So neighbours of different indent are given different frames on
    purpose, and the space between them becomes the lower side of the upper frame. Where all are alike, the
    style alone says it.
    """
    groups = [list(group) for _, group in groupby(elements, key=_place)]
    if look.style.box is None or (len(groups) == 1 and _is_lead(groups[0][0])):
        return elements
    for number, group in enumerate(groups):
        following = groups[number + 1][0] if number + 1 < len(groups) else None
        after_table = number > 0 and isinstance(groups[number - 1][-1], str)
        _frame_group(group, number, following, look, after_table=after_table)
    return elements


def _shows(box: Box) -> bool:
    return box.fill is not None or box.rule.width > 0


def _is_lead(element: Paragraph | str) -> bool:
    return isinstance(element, Paragraph) and element.role == "lead"


def _place(element: Paragraph | str) -> tuple[TextRole, Length, Length] | None:
    """Return what neighbours must share for their frames to be joined."""
    return None if isinstance(element, str) else (element.role, element.left, element.hang)


def _frame_group(
    group: Elements, number: int, following: Paragraph | str | None, look: Look, *, after_table: bool
) -> None:
    """Give the paragraphs of one indent their common frame, and their outer spaces to it."""
    paragraphs = [element for element in group if isinstance(element, Paragraph)]
    if not paragraphs:
        return
    first, last = paragraphs[0], paragraphs[-1]
    left = first.left if _is_lead(first) else box_left(look, first.role)
    first.set_off = after_table and look.style.box is not None and _shows(look.style.box)
    above = max(table_space(look), look.text(first.role).space_before) if first.set_off else None
    frame = box_frame(look, Length(left - first.hang), number, _gap(last, following, look), above)
    for paragraph in paragraphs:
        paragraph.properties.update(frame)
        if not _is_lead(paragraph):
            paragraph.properties["ind"] = indent(left, box_right(look))
    before, after = (NONE if number else None), (None if following is None else NONE)
    last.properties["spacing"] = spacing(look, last.role, before if first is last else None, after)
    if first is not last:
        first.properties["spacing"] = spacing(look, first.role, before)


def table_space(look: Look) -> Length:
    """Return the least space below a table."""
    return Length(2 / 3 * look.text("body").leading)


def _gap(last: Paragraph, following: Paragraph | str | None, look: Look) -> float | None:
    """Return the space between two groups: the larger of what both ask for."""
    if following is None:
        return None
    before = look.text(following.role).space_before if isinstance(following, Paragraph) else 0
    return max(look.text(last.role).space_after, before)
