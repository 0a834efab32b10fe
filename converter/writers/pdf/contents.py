"""The contents: an entry for each heading, dots, and the number of its page once that is known.

Entries have the same height whatever the number is, so pages need not be made twice.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.model.document import ContentsBlock, ContentsEntry
from converter.model.style import TextRole
from converter.writers.pdf.flow import PlacedPage
from converter.writers.pdf.fonts import Look
from converter.writers.pdf.marks import Glyphs, Link, Row
from converter.writers.pdf.objects import number
from converter.writers.pdf.paragraph import Shape, set_lines
from converter.writers.pdf.stack import Stack
from converter.writers.pdf.structure import Element
from converter.writers.pdf.titles import add_heading, plain

_ROLES: dict[int, TextRole] = {1: "contents1", 2: "contents2", 3: "contents3"}
_DIGITS, _FEWEST = 3, 3
_GAP, _PITCH = 0.5, 0.6
"""Space beside the dots, and from dot to dot, in parts of the size of the type."""


class OpenEntry(Struct, frozen=True, eq=False):
    """An entry that lacks its number.

    Attributes:
        row: its last line.
        role: how it is set.
        link: where it leads.
        begin: where its words end, in points from the left edge of the text area.
        end: where its number ends.
    """

    row: Row
    role: TextRole
    link: Link
    begin: float
    end: float


def add_contents(stack: Stack, block: ContentsBlock) -> list[OpenEntry]:
    """Add the heading and the entries; return those."""
    add_heading(stack, block.heading)
    entries: list[OpenEntry | None] = []
    open_lists: list[tuple[int, Element]] = []
    for entry in block.entries:
        while open_lists and open_lists[-1][0] > entry.level:
            open_lists.pop()
        if not open_lists or open_lists[-1][0] < entry.level:
            parent = open_lists[-1][1] if open_lists else stack.parent
            open_lists.append((entry.level, parent.child("TOC")))
        entries.append(_add_entry(stack, entry, open_lists[-1][1]))
    return [entry for entry in entries if entry]


def _add_entry(stack: Stack, entry: ContentsEntry, parent: Element) -> OpenEntry | None:
    role, room = _ROLES[entry.level], stack.room
    look = stack.words.looks.look(role)
    linked = parent.child("TOCI").child("Reference").child("Link")
    link = Link(f"#{entry.anchor}", linked, plain(entry.content), underlined=False)
    words = stack.words.linked(entry.content, role, linked, link)
    if not words:
        return None
    words[-1].space = look.space  # parts the words from the number for those who copy or listen
    number_width = _DIGITS * look.width(look.pieces("0")[0])
    stack.room = replace(room, right=room.right - number_width - 2 * _GAP * look.size)
    row = stack.paragraph(words, role)[-1]
    stack.room = room
    begin = max(glyphs.x + glyphs.width for glyphs in row.glyphs)
    return OpenEntry(row, role, link, begin, room.right)


def number_entries(stack: Stack, entries: Sequence[OpenEntry], pages: Sequence[PlacedPage]) -> None:
    """Give each entry the number of the page that its heading stands on."""
    wanted = {entry.link.target[1:] for entry in entries}
    numbers = {
        anchor: index
        for index, page in enumerate(pages if entries else (), 1)
        for placed in page.rows
        for anchor in placed.row.anchors
        if anchor in wanted
    }
    for entry in entries:
        look = stack.words.looks.look(entry.role)
        words = stack.words.label(
            str(numbers[entry.link.target[1:]]), entry.role, entry.link.element, entry.link
        )
        shape = Shape(entry.begin, entry.end - entry.begin, align="end")
        glyphs = set_lines(words, shape, stack.used)[0].glyphs
        gap = _GAP * look.size
        entry.row.glyphs += [*_dots(stack, look, entry.begin + gap, glyphs[0].x - gap), *glyphs]


def _dots(stack: Stack, look: Look, begin: float, end: float) -> Iterator[Glyphs]:
    """Yield dots that lead from `begin` to `end`, below one another on neighbouring lines."""
    pitch = _PITCH * look.size
    first, last = -int(-begin // pitch), int(end // pitch)
    if last - first < _FEWEST:
        return
    (piece,) = look.pieces(".")
    font, _ = stack.used.use(piece)
    back = number((look.width(piece) - pitch) * 1000 / look.size)
    width = (last - first) * pitch
    yield Glyphs(first * pitch, width, look, font, f"{piece.shaped.code}{back}" * (last - first), None)
