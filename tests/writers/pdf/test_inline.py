import pytest

from converter.model.document import Inline, Reference, Text
from converter.writers.pdf.inline import Notes, Word, WordMaker
from converter.writers.pdf.linebreak import INFINITE
from converter.writers.pdf.looks import Looks
from converter.writers.pdf.structure import Element
from tests.sample import sample_document, sample_style


def words(*content: Inline, role: str = "body") -> list[Word]:
    maker = WordMaker(Looks(sample_style(), "en"), Notes(sample_document().blocks), "en", "ltr")
    return maker.words(content, role, Element("P"))  # type: ignore[arg-type]


def shown(found: list[Word]) -> str:
    """Return the words, `_` for a space behind one and `|` where a line may end without one."""
    text = "".join(
        "".join(chunk.piece.shaped.text for chunk in word.chunks) + ("_" if word.space else "|")
        for word in found
    )
    return text.removesuffix("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the  river\nand\tport ", "the_river_and_port"),
        ("a well-known e-mail", "a_well-|known_e-mail"),
        ("1–2 and 2024-25, but East–West", "1–2_and_2024-25,_but_East–|West"),
        ("he—she and so…on", "he—|she_and_so…|on"),
        ("and/or either/otherwise", "and/or_either/|otherwise"),
        ("https://example.org/a/long/address?and=more", "https://|example.org/a/|long/|address?and=more"),
        ("don’t (stop)", "don’t_(stop)"),
        ("12\u00a0km", "12\u00a0km"),
        ("-5 degrees - or more", "-5_degrees_-_or_more"),
    ],
)
def test_lines_may_end_at_spaces_and_behind_dashes_between_letters(text: str, expected: str) -> None:
    assert shown(words(Text(text))) == expected


def test_stretches_without_a_space_between_them_are_one_word() -> None:
    found = words(Text("the "), Text("Gazette", frozenset({"emphasis"})), Text("’s port"))
    assert shown(found) == "the_Gazette’s_port"
    assert [len(word.chunks) for word in found] == [1, 2, 1]


def test_a_reference_is_glued_to_its_word_even_across_a_space() -> None:
    assert shown(words(Text("came back. "), Reference(1), Text(" Then"))) == "came_back.1_Then"


@pytest.mark.parametrize("text", ["שנת 2019.", "ל-2019", "בשנת.", "up to 2019."])
def test_where_lines_run_to_the_left_a_note_stands_at_the_end_of_its_line(text: str) -> None:
    looks, notes = Looks(sample_style(), "he"), Notes(sample_document().blocks)
    maker = WordMaker(looks, notes, "he", "rtl")
    last = maker.words((Text(text), Reference(12)), "body", Element("P"))[-1]
    assert last.order
    from_the_right = last.order.visual([chunk.level for chunk in last.chunks])
    assert last.chunks[from_the_right[-1]].piece.shaped.text == "12"


def test_ideographs_may_be_parted_but_no_closing_mark_begins_a_line() -> None:
    chinese = words(Text("你好，世界（一）"))
    assert len(chinese) > 3
    texts = [word.chunks[0].piece.actual for word in chinese]
    assert not any(text and text[0] in "，）" for text in texts)
    assert not any(text and text[-1] == "（" for text in texts)


def test_code_keeps_line_ends_indents_and_empty_lines() -> None:
    found = words(Text("if x:\n\ty\n\nz"), role="code")
    assert [word.penalty for word in found] == [0, -INFINITE, -INFINITE, -INFINITE, 0]
    assert [word.chunks[0].piece.shaped.text for word in found][2:4] == ["\u00a0" * 4, "\u00a0"]


def test_parts_of_a_word_with_hyphens_get_no_others() -> None:
    assert [word.compound for word in words(Text("a multi-dimensional, pre-established cooperation"))] == [
        False,
        True,
        True,
        True,
        True,
        False,
    ]
