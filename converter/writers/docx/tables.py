"""Tables: header rows that repeat, rows that stay whole, no vertical rules (ECMA-376 17.4)."""

from collections.abc import Sequence

from converter.model.document import Cell, TableBlock, Text
from converter.model.style import Length, TextRole
from converter.writers.docx.look import Look
from converter.writers.docx.paragraph import Paragraph
from converter.writers.docx.runs import Runs
from converter.writers.docx.styles import ROLE_STYLES, TABLE_STYLE

# The last column reaches the edge of the text.
_NO_GAP = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'
# Bits of ST_Look that Word 2007 knows: first row, no bands.
_LOOK = {True: "0620", False: "0600"}
_MIN_CHARACTERS, _MAX_CHARACTERS = 4, 60


def table_xml(block: TableBlock, look: Look, runs: Runs, left: Length) -> str:
    """Return `w:tbl` that begins at `left` and fills the text area."""
    widths = _column_widths(block, Length(look.style.page.text_width - left))
    rows = "".join(_row(block, index, widths, look, runs) for index in range(len(block.rows)))
    visual = "<w:bidiVisual/>" if look.direction == "rtl" else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/>{visual}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{left.twips}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{_LOOK[block.header_rows > 0]}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _column_widths(block: TableBlock, width: Length) -> list[int]:
    """Share `width` among the columns by their longest cells; in twips, their sum is `width`."""
    longest = [
        min(max(_MIN_CHARACTERS, *(_length(cell) for cell in column)), _MAX_CHARACTERS)
        for column in zip(*block.rows, strict=True)
    ]
    total = width.twips
    widths = [total * share // sum(longest) for share in longest]
    widths[-1] += total - sum(widths)
    return widths


def _length(cell: Cell) -> int:
    return sum(len(inline.text) for inline in cell.content if isinstance(inline, Text))


def _row(block: TableBlock, index: int, widths: Sequence[int], look: Look, runs: Runs) -> str:
    """Return `w:tr`; the line below the head is the table style's unless the head has several rows."""
    head = index < block.header_rows
    line = _head_line(look) if block.header_rows > 1 and index == block.header_rows - 1 else ""
    gaps = [""] * (len(widths) - 1) + [_NO_GAP]
    cells = "".join(
        _cell(
            cell,
            runs,
            "table-head" if head else "table-cell",
            f'<w:tcW w:w="{width}" w:type="dxa"/>{line}{last}',
        )
        for cell, width, last in zip(block.rows[index], widths, gaps, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def _head_line(look: Look) -> str:
    rule = look.style.table_rule
    return f"<w:tcBorders>{look.border('bottom', rule.color, rule.width, 0)}</w:tcBorders>"


def _cell(cell: Cell, runs: Runs, role: TextRole, properties: str) -> str:
    """Return `w:tc` (ECMA-376 17.4.65) with one paragraph."""
    direct = {"jc": '<w:jc w:val="right"/>'} if cell.align == "end" else {}
    paragraph = Paragraph(role, ROLE_STYLES[role].id, runs.xml(cell.content), direct)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph.xml()}</w:tc>"
