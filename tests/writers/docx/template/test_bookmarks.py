"""Bookmarks give way, whatever they embrace, and stay around what replaced it."""

import pytest

from converter.writers.docx.template.bookmarks import bookmark_places
from converter.writers.docx.template.trees import Element
from tests.writers.docx.opened import fragment, query, strings
from tests.writers.docx.template.houses import paragraph, run, table
from tests.writers.docx.template.test_controls import DOCUMENT, blocks, body, words

START = '<w:bookmarkStart w:id="7" w:name="brief_reading_time"/>'
END = '<w:bookmarkEnd w:id="7"/>'
BOLD = "<w:b/>"


def only(tree: Element):  # type: ignore[no-untyped-def]  # noqa: ANN201 - `Bookmark`, under test
    (place,) = bookmark_places(DOCUMENT, tree)
    return place


def test_bookmarks_of_others_are_left_alone() -> None:
    tree = body(paragraph('<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/>'))
    assert list(bookmark_places(DOCUMENT, tree)) == []


def test_hyphens_are_written_as_word_can() -> None:
    assert only(body(paragraph(START + END))).name == "reading-time"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (paragraph(run("a ") + START + END + run(" b")), ["a new b"]),
        (paragraph(run("a ") + START + run("x", BOLD) + run("y") + END + run(" b")), ["a new b"]),
        (paragraph(START + run("x")) + paragraph(run("y")) + paragraph(run("z") + END + run("b")), ["new", "b"]),
        (paragraph(START + run("x")) + paragraph(END + run("b")), ["new", "b"]),
        (START + paragraph(run("x")) + END, ["new"]),
        (START + END + paragraph(run("x")), ["newx"]),
        (START + END + table("<w:p/>"), ["new", ""]),
        (paragraph(run("a ") + START), ["a new"]),
        (START + table(paragraph(run("x"))) + END + paragraph(run("b")), ["new", "b"]),
        (paragraph("<w:hyperlink>" + START + run("x") + "</w:hyperlink>" + run("y") + END + run("b")), ["newb"]),
    ],
)  # fmt: skip
def test_words_take_the_place_of_what_it_embraces(xml: str, expected: list[str]) -> None:
    tree = body(xml)
    only(tree).fill([*fragment(run("new"))])
    assert words(tree) == expected
    assert strings(tree, "//w:bookmarkStart/@w:name") == ["brief_reading_time"]


def test_words_look_like_those_that_stood_there() -> None:
    tree = body(paragraph(run("a ") + START + run("x", BOLD) + END))
    only(tree).fill([*fragment(run("new"))])
    assert query(tree, "//w:r[w:t='new']/w:rPr/w:b")


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (paragraph(START + END), ["one", "two"]),
        (paragraph(START + run("x") + END), ["one", "two"]),
        (paragraph(run("a") + START + run("x") + END), ["a", "one", "two"]),
        (paragraph(START + run("x")) + paragraph(run("y")) + paragraph(run("z") + END), ["one", "two"]),
        (START + paragraph(run("x")) + paragraph(run("y")) + END, ["one", "two"]),
        (table(paragraph(START + END)), ["one", "two"]),
    ],
)
def test_blocks_take_the_place_of_what_it_embraces(xml: str, expected: list[str]) -> None:
    tree = body(xml)
    only(tree).put(blocks())
    assert words(tree) == expected
    kinds = strings(tree, "//*[self::w:bookmarkStart or self::w:bookmarkEnd]/@w:id")
    assert kinds == ["7", "7"]
    (start,), (end,) = query(tree, "//w:bookmarkStart"), query(tree, "//w:bookmarkEnd")
    inside = query(start, "following::w:t[. = 'one' or . = 'two']")
    assert len(inside) == len(query(end, "preceding::w:t[. = 'one' or . = 'two']")) == 2


def test_a_section_that_ends_in_its_paragraph_still_ends() -> None:
    section = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="1" w:h="2"/></w:sectPr></w:pPr>' + START + END + "</w:p>"
    tree = body(section + paragraph(run("after")))
    only(tree).put(blocks())
    assert words(tree) == ["one", "two", "after"]
    assert strings(tree, "//w:p[w:pPr/w:sectPr]//w:t/text()") == ["two"]


def test_a_bookmark_from_one_cell_to_another_is_not_whole() -> None:
    crossing = table(paragraph(START + run("a")), paragraph(run("b") + END))
    assert not only(body(crossing)).is_whole
    assert only(body(table(paragraph(START + run("a") + END)))).is_whole


def test_a_section_that_ends_inside_still_ends() -> None:
    inside = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="1" w:h="2"/></w:sectPr></w:pPr>' + run("x") + "</w:p>"
    tree = body(paragraph(START + run("a")) + inside + paragraph(run("b") + END))
    only(tree).put(blocks())
    assert words(tree) == ["one", "two", ""]
    assert len(query(tree, "//w:sectPr")) == 1


def test_an_end_before_its_start_is_none() -> None:
    tree = body(paragraph(END + run("a")) + paragraph(START + run("b")))
    assert only(tree).end is None
