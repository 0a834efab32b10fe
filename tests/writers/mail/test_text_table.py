"""Tables of plain text."""

from converter.writers.mail.text_table import table_parts
from converter.writers.mail.wrapping import COLUMNS, width

ROWS = [["Year", "Ships"], ["2025", "1,204"], ["2026", "98"]]


def test_columns_are_aligned_and_figures_end_together() -> None:
    assert list(table_parts(ROWS, 1, [False, True])) == ["Year  Ships\n----  -----\n2025  1,204\n2026     98"]


def test_wide_characters_keep_the_columns() -> None:
    (table,) = table_parts([["港", "1"], ["ab", "2"], ["c", "3"]], 0, [False, False])
    assert table == "港  1\nab  2\nc   3"


def test_no_line_ends_in_spaces() -> None:
    (table,) = table_parts([["Year", "Note"], ["2025", ""]], 1, [False, False])
    assert table == "Year  Note\n----  ----\n2025"


def test_a_table_that_is_too_wide_has_a_labelled_line_for_each_cell() -> None:
    rows = [["Port", "Remark"], ["Lund", "word " * 20], ["", "none"]]
    parts = list(table_parts(rows, 1, [False, False]))
    assert parts[0].startswith("Port: Lund\nRemark: word word")
    assert parts[1] == "Remark: none"
    assert max(width(line) for part in parts for line in part.split("\n")) <= COLUMNS


def test_without_a_head_its_cells_have_no_labels() -> None:
    assert next(table_parts([["a", "word " * 20]], 0, [False, False])).startswith("a\nword word")
