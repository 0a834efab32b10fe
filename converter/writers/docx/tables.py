"""Tables: header rows that repeat, rows that stay whole, columns as wide as their text (ECMA-376 17.4)."""

from collections.abc import Sequence

from converter.model.document import Cell, TableBlock, Text
from converter.model.style import Length, TextRole
from converter.writers.docx.look import Look
from converter.writers.docx.paragraph import Paragraph
from converter.writers.docx.runs import Runs
from converter.writers.docx.stylenames import ROLE_STYLES, TABLE_STYLE
from converter.writers.docx.tablestyle import COLUMN_GAP_PT, head_line

# Bits of ST_Look that Word 2007 knows: no bands, and with a head the first row.
_WITH_HEAD, _WITHOUT_HEAD = "0620", "0600"
# Of a letter, in ems: enough to share the room among columns.
_LETTER_EM = 0.52
_SHORT_CELL = 12
# The last column reaches the edge of the text.
_NO_GAP = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'


def table_xml(block: TableBlock, look: Look, runs: Runs, left: Length) -> str:
    """Return `w:tbl` that begins at `left` and fills the text area."""
    widths = _column_widths(block, look, look.style.page.text_width - left)
    rows = "".join([_row(block, index, widths, look, runs) for index in range(len(block.rows))])
    visual = "<w:bidiVisual/>" if look.direction == "rtl" else ""
    shown = _WITH_HEAD if block.header_rows else _WITHOUT_HEAD
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/>{visual}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{left.twips}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{shown}"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _column_widths(block: TableBlock, look: Look, room_pt: float) -> list[int]:
    """Share the room: each column has what its longest word needs, and a share of the rest by its text.

    Returns:
        Twips, the gap behind each column but the last included; their sum is the room.
    """
    columns = list(zip(*block.rows, strict=True))
    letter_pt = _LETTER_EM * look.text("table-cell").size
    gap_pt = min(COLUMN_GAP_PT, room_pt / (4 * len(columns)))
    needed = [letter_pt * max(1, *(_least_length(cell) for cell in column)) for column in columns]
    wanted = [letter_pt * max(1, *(len(_plain(cell)) for cell in column)) for column in columns]
    widths = _shares(needed, wanted, room_pt - gap_pt * (len(columns) - 1))
    twips = [Length(width + gap_pt).twips for width in widths]
    twips[-1] = Length(room_pt).twips - sum(twips[:-1])
    return twips


def _shares(needed: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    if sum(wanted) <= room:
        return [width + (room - sum(wanted)) / len(wanted) for width in wanted]
    if sum(needed) >= room:
        return [width * room / sum(needed) for width in needed]
    rest = (room - sum(needed)) / (sum(wanted) - sum(needed))
    return [low + (high - low) * rest for low, high in zip(needed, wanted, strict=True)]


def _plain(cell: Cell) -> str:
    return "".join(inline.text for inline in cell.content if isinstance(inline, Text))


def _least_length(cell: Cell) -> int:
    """Return how many letters a line must hold at least: the longest word, or all of a short cell."""
    text = _plain(cell)
    return len(text) if len(text) <= _SHORT_CELL else max(map(len, text.split()), default=0)


def _row(block: TableBlock, index: int, widths: Sequence[int], look: Look, runs: Runs) -> str:
    """Return `w:tr`; the line below the head is the table style's unless the head has several rows."""
    head = index < block.header_rows
    role: TextRole = "table-head" if head else "table-cell"
    line = head_line(look) if block.header_rows > 1 and index == block.header_rows - 1 else ""
    gaps = [""] * (len(widths) - 1) + [_NO_GAP if look.direction == "ltr" else ""]
    cells = "".join(
        _cell(cell, runs, role, f'<w:tcW w:w="{width}" w:type="dxa"/>{line}{gap}')
        for cell, width, gap in zip(block.rows[index], widths, gaps, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, runs: Runs, role: TextRole, properties: str) -> str:
    """Return `w:tc` (ECMA-376 17.4.65) with one paragraph."""
    direct = {"jc": '<w:jc w:val="right"/>'} if cell.align == "end" else {}
    paragraph = Paragraph(role, ROLE_STYLES[role].id, runs.xml(cell.content), direct)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph.xml()}</w:tc>"
