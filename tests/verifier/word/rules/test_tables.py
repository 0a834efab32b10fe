from tests.ooxml.making import p, row, table, tc
from tests.verifier.word.making import head, inline, rules, word

END = p("Words.")
DATA = row("2026", "1,377")
MERGED = '<w:vMerge w:val="restart"/>'


def test_a_table_wants_a_head() -> None:
    assert rules(word(table(row("Year", "Ships"), DATA) + END)) == ["table-header"]


def test_a_table_with_a_head_is_sound() -> None:
    assert rules(word(table(head("Year", "Ships"), DATA) + END)) == []
    assert rules(word(table(head("Ships", "Ships"), head("2025", "2026"), DATA) + END)) == []


def test_a_head_that_is_switched_off_is_none() -> None:
    off = row("Year", "Ships", properties='<w:tblHeader w:val="0"/>')
    assert rules(word(table(off, DATA) + END)) == ["table-header"]


def test_a_head_below_the_first_row_is_none() -> None:
    assert rules(word(table(DATA, head("Year", "Ships")) + END)) == ["table-header"]


def test_a_head_in_a_content_control_counts() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{head('Year', 'Ships')}</w:sdtContent></w:sdt>"
    assert rules(word(table(wrapped, DATA) + END)) == []


def test_tables_in_headers_and_notes_count() -> None:
    headless = table(row("Year", "Ships"), DATA) + END
    assert rules(word(running={"header/default": headless})) == ["table-header"]
    assert rules(word(notes={"endnotes": headless})) == ["table-header"]


def test_a_cell_of_a_head_has_words() -> None:
    assert rules(word(table(head("Year", ""), DATA) + END)) == ["table-header-empty"]
    assert rules(word(table(head(""), row("x")) + END)) == ["table-header-empty"]


def test_the_corner_of_a_head_may_be_empty() -> None:
    assert rules(word(table(head("", "Ships"), DATA) + END)) == []


def test_a_cell_of_a_head_may_be_a_picture_that_has_words() -> None:
    picture = tc(p(runs=inline('descr="Ships at the quay"')))
    assert rules(word(table(head("Year", picture), DATA) + END)) == []


def test_a_cell_of_a_head_may_be_a_sign() -> None:
    sign = tc(p(runs='<w:r><w:sym w:char="F0E5"/></w:r>'))
    assert rules(word(table(head("Year", sign), DATA) + END)) == []


def test_cells_of_a_head_are_not_merged_over_rows() -> None:
    rows = (head(tc("Year", MERGED), "Ships"), head(tc(" ", "<w:vMerge/>"), "2026"), DATA)
    assert rules(word(table(*rows) + END)) == ["table-header-merged"]


def test_cells_of_the_data_may_be_merged_over_rows() -> None:
    rows = (head("Year", "Ships"), row(tc("2026", MERGED), "1"), row(tc(p(), "<w:vMerge/>"), "2"))
    assert rules(word(table(*rows) + END)) == []


def test_tables_stand_not_in_tables() -> None:
    inner = tc(table(head("A", "B"), DATA) + p())
    assert rules(word(table(head("Year", "Ships"), row("2026", inner)) + END)) == ["table-nested"]


def test_a_table_of_one_row_is_layout() -> None:
    assert rules(word(table(row("A box")) + END)) == ["table-layout"]
    assert rules(word(table(row("Left", "Right")) + END)) == ["table-layout"]


def test_a_head_alone_is_a_table_without_data() -> None:
    assert rules(word(table(head("Year", "Ships")) + END)) == []


def test_a_table_does_not_float() -> None:
    floating = table(head("Year", "Ships"), DATA, properties='<w:tblpPr w:tblpX="1"/>')
    assert rules(word(floating + END)) == ["table-floating"]


def test_a_table_without_rows_is_passed_over() -> None:
    assert rules(word(table() + END)) == []
