import pytest

from tests.ooxml.making import p, r, row, table, tc
from tests.verifier.word.making import STYLES, head, inline, rules, style, word

WORDS = p("Words.")
BLANK = "blank-paragraph"
TABLE = table(head("Year"), row("2026"))


def run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


@pytest.mark.parametrize("blank", [p(), p(" "), p("\u00a0"), p(runs=run("<w:tab/>")), "<w:p/>"])
def test_an_empty_paragraph_is_no_space(blank: str) -> None:
    assert rules(word(WORDS + blank + WORDS)) == [BLANK]


def test_empty_paragraphs_in_a_row_are_told_once() -> None:
    assert rules(word(WORDS + p() * 3 + WORDS)) == [BLANK]
    assert rules(word(WORDS + p() + WORDS + p() + WORDS)) == [BLANK, BLANK]


def test_an_empty_paragraph_at_the_end_is_one_too() -> None:
    assert rules(word(WORDS + p())) == [BLANK]


def test_bookmarks_do_not_fill_a_paragraph() -> None:
    assert rules(word(WORDS + p(runs='<w:bookmarkStart w:id="1" w:name="x"/>') + WORDS)) == [BLANK]


@pytest.mark.parametrize(
    "filled",
    [
        p(runs=run('<w:br w:type="page"/>')),
        p(runs=run('<w:fldChar w:fldCharType="begin"/>')),
        p(properties="<w:sectPr/>"),
        p(properties='<w:pBdr><w:bottom w:val="single"/></w:pBdr>'),
        p(properties="<w:rPr><w:vanish/></w:rPr>"),
        p(runs=inline('descr="Ships at the quay"')),
        p(runs=run('<w:sym w:char="F0B7"/>')),
        p(runs="<w:del><w:r><w:delText>Words.</w:delText></w:r></w:del>"),
    ],
)
def test_what_holds_something_is_not_empty(filled: str) -> None:
    assert rules(word(WORDS + filled + WORDS)) == []


def test_word_wants_a_paragraph_between_tables_and_at_the_end() -> None:
    assert rules(word(TABLE + p() + TABLE + p())) == []


def test_behind_a_table_one_is_enough() -> None:
    assert rules(word(TABLE + p() + WORDS)) == [BLANK]
    assert rules(word(TABLE + p() + p())) == [BLANK]


def test_a_cell_may_be_empty() -> None:
    assert rules(word(table(head("Year", "Ships"), row("2026", "")) + WORDS)) == []


def test_empty_paragraphs_in_a_cell_are_space_from_two_on() -> None:
    def cell(content: str) -> str:
        return table(head("Year"), row(tc(content))) + WORDS

    assert rules(word(cell(WORDS + p() + WORDS))) == []
    assert rules(word(cell(WORDS + p() + p() + WORDS))) == [BLANK]


def test_empty_cells_beside_each_other_are_no_space() -> None:
    rows = (head("Year", "Ships"), row("", ""), row("", ""))
    assert rules(word(table(*rows) + WORDS)) == []


def test_headers_may_be_empty() -> None:
    assert rules(word(running={"header/default": p(), "footer/default": p()})) == []


@pytest.mark.parametrize(
    "text", ["Name:    Ada", "Name:\u00a0\u00a0\u00a0\u00a0Ada", "Name: \u00a0 \u00a0Ada"]
)
def test_spaces_in_a_row_place_no_text(text: str) -> None:
    assert rules(word(p(text))) == ["blank-characters"]


def test_tabs_in_a_row_place_no_text_in_the_body() -> None:
    tabs = p("Name:", runs=run("<w:tab/>") * 3 + r("Ada"))
    assert rules(word(tabs)) == ["blank-characters"]
    assert rules(word(running={"header/default": tabs})) == []
    assert rules(word(p("Name:", runs=run("<w:tab/>") * 2 + r("Ada")))) == []


def test_spaces_in_headers_place_no_text_either() -> None:
    assert rules(word(running={"header/default": p("Ada    2026")})) == ["blank-characters"]


def test_three_spaces_may_stand() -> None:
    assert rules(word(p("Name:   Ada"))) == []


def test_in_code_every_space_counts() -> None:
    styles = STYLES + style("Pre", "HTML Preformatted", base="Normal") + style("Mine", "Mine", base="Pre")
    assert rules(word(p("a    = 1", style="Pre") + p("b    = 2", style="Mine"), styles=styles)) == []
