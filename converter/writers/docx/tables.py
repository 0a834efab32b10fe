"""Tables: header rows that repeat, rows that stay whole, columns as wide as their text (ECMA-376 17.4)."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from converter.model.document import Cell, TableBlock, Text
from converter.model.style import Length, TextRole
from converter.writers.columns import shares
from converter.writers.docx.advances import advances
from converter.writers.docx.box import TablePlace
from converter.writers.docx.look import Look
from converter.writers.docx.paragraph import Paragraph
from converter.writers.docx.runs import Runs
from converter.writers.docx.stylenames import ROLE_STYLES, TABLE_STYLE
from converter.writers.docx.tablestyle import COLUMN_GAP_PT, ground, head_border

# Bits of ST_Look that Word 2007 knows (ECMA-376 17.18.94).
_FIRST_ROW, _NO_ROW_BANDS, _NO_COLUMN_BANDS = 0x20, 0x200, 0x400
# Of a letter of a font without files, in ems: enough to share the room among columns.
_LETTER_EM = 0.52
# A font that a computer has instead may be a little wider, and Word breaks words that a column cannot take.
_SLACK = 1.05


def table_xml(block: TableBlock, look: Look, runs: Runs, place: TablePlace) -> str:
    """Return `w:tbl` that begins at its place and fills the text area."""
    room = look.style.page.text_width - place.left - place.start - place.end
    widths = _column_widths(block, look, room)
    widths[0] += place.start.twips
    widths[-1] += place.end.twips
    rows = _Rows(block, look, runs, place, widths).xml()
    visual = "<w:bidiVisual/>" if look.direction == "rtl" else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/>{visual}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{place.left.twips}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{_shown(block, look):04X}"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _shown(block: TableBlock, look: Look) -> int:
    """Return what of the table style the table shows; Word has heads of one row, and counts on from there."""
    bands = 0 if look.style.table.stripe and block.header_rows <= 1 else _NO_ROW_BANDS
    return (_FIRST_ROW if block.header_rows else 0) | bands | _NO_COLUMN_BANDS


def _column_widths(block: TableBlock, look: Look, room_pt: float) -> list[int]:
    """Share the room: each column has what its longest word needs, and a share of the rest by its text.

    Returns:
        Twips, the gap of each column included, but behind the last only on a ground; their sum is the room.
    """
    rows = [_row_widths(row, _role(block, index), look) for index, row in enumerate(block.rows)]
    columns = list(zip(*rows, strict=True))
    gap_pt = min(COLUMN_GAP_PT, room_pt / (4 * len(columns)))
    needed = [max(1.0, *(longest for longest, _ in column)) for column in columns]
    wanted = [max(1.0, *(whole for _, whole in column)) for column in columns]
    gaps = len(columns) if look.style.table.inset else len(columns) - 1
    widths = shares(needed, wanted, room_pt - gap_pt * gaps)
    twips = [Length(width + gap_pt).twips for width in widths]
    twips[-1] = Length(room_pt).twips - sum(twips[:-1])
    return twips


def _row_widths(row: Sequence[Cell], role: TextRole, look: Look) -> list[tuple[float, float]]:
    """Return for each cell how wide its longest word is, and all of its text on one line, in points."""
    face, size = look.fonts[role].face, look.text(role).size
    if face is None:
        return [_widths(_plain(cell), lambda text: len(text) * _LETTER_EM * size) for cell in row]
    width = advances(face).width
    return [_widths(_plain(cell), lambda text: width(text) * _SLACK * size) for cell in row]


def _widths(text: str, width: Callable[[str], float]) -> tuple[float, float]:
    return max(map(width, text.split(" "))), width(text)


def _role(block: TableBlock, index: int) -> TextRole:
    return "table-head" if index < block.header_rows else "table-cell"


def _plain(cell: Cell) -> str:
    return "".join(inline.text for inline in cell.content if isinstance(inline, Text))


class _Rows(Struct, frozen=True):
    """Writes the rows of one table, whose columns are `widths` twips wide."""

    block: TableBlock
    look: Look
    runs: Runs
    place: TablePlace
    widths: Sequence[int]

    def xml(self) -> str:
        return "".join([self._row(index) for index in range(len(self.block.rows))])

    def _row(self, index: int) -> str:
        """Return `w:tr`; the line below the head is the table style's unless the head has several rows."""
        block, role = self.block, _role(self.block, index)
        head = index < block.header_rows
        runs = self.runs.on_head(self.look) if head else self.runs
        below = head_border(self.look) if block.header_rows > 1 and index == block.header_rows - 1 else ""
        cells = "".join(
            _cell(cell, runs, role, self._properties(index, column, below))
            for column, cell in enumerate(block.rows[index])
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"

    def _properties(self, row: int, column: int, below: str) -> str:
        """Return the content of `w:tcPr`; `below` is a line of its own."""
        sides = f"{'' if column else self.place.rule}{below}"
        borders = f"<w:tcBorders>{sides}</w:tcBorders>" if sides else ""
        width = f'<w:tcW w:w="{self.widths[column]}" w:type="dxa"/>'
        return f"{width}{borders}{self._ground(row)}{self._margins(column)}"

    def _ground(self, row: int) -> str:
        """Return `w:shd` where the table style does not say it: in a box, or beside heads of several rows."""
        rows = self.block.header_rows
        told = not self.place.shading and (rows <= 1 or row == 0)
        own = "" if told else ground(self.look, self.look.style.table.fill(row, rows))
        return own or self.place.shading

    def _margins(self, column: int) -> str:
        """Return what outer cells have around their text; the last column reaches the edge of the room."""
        if self.look.direction == "rtl":
            return ""
        inset = self.look.style.table.inset
        start, end = Length(self.place.start + inset), Length(self.place.end + inset)
        left = f'<w:left w:w="{start.twips}" w:type="dxa"/>' if self.place.start and not column else ""
        right = f'<w:right w:w="{end.twips}" w:type="dxa"/>' if column == len(self.widths) - 1 else ""
        return f"<w:tcMar>{left}{right}</w:tcMar>" if left or right else ""


def _cell(cell: Cell, runs: Runs, role: TextRole, properties: str) -> str:
    """Return `w:tc` (ECMA-376 17.4.65) with one paragraph."""
    direct = {"jc": '<w:jc w:val="right"/>'} if cell.align == "end" else {}
    paragraph = Paragraph(role, ROLE_STYLES[role].id, runs.xml(cell.content), direct)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph.xml()}</w:tc>"
