"""Tables of plain text: in columns where they fit, else a labelled line for each cell."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from converter.writers.mail.wrapping import COLUMNS, width, wrapped

_GAP = "  "


def table_parts(rows: Sequence[Sequence[str]], header_rows: int, at_end: Sequence[bool]) -> Iterator[str]:
    """Yield what stands between blank lines: the table as a whole, or one part for each of its rows.

    Args:
        rows: of the same length; at least one.
        header_rows: how many of them are the head.
        at_end: which columns are aligned at their end.
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + len(_GAP) * (len(widths) - 1) <= COLUMNS:
        yield "\n".join(_in_columns(rows, header_rows, widths, at_end))
    else:
        yield from _labelled(rows, header_rows)


def _in_columns(
    rows: Sequence[Sequence[str]], header_rows: int, widths: Sequence[int], at_end: Sequence[bool]
) -> Iterator[str]:
    for number, row in enumerate(rows):
        if header_rows and number == header_rows:
            yield _GAP.join("-" * columns for columns in widths)
        cells = (
            " " * (columns - width(cell)) + cell if ends else cell + " " * (columns - width(cell))
            for cell, columns, ends in zip(row, widths, at_end, strict=True)
        )
        yield _GAP.join(cells).rstrip()


def _labelled(rows: Sequence[Sequence[str]], header_rows: int) -> Iterator[str]:
    """Yield each row as lines of label and cell; several rows of a head are one label."""
    heads = [" ".join(filter(None, column)) for column in zip(*rows[:header_rows], strict=True)]
    for row in rows[header_rows:]:
        lines = (
            line
            for head, cell in zip_longest(heads, row, fillvalue="")
            if cell
            for line in wrapped(f"{head}: {cell}" if head else cell, rest="  ")
        )
        yield from filter(None, ["\n".join(lines)])
