"""Blocks become an article of spans."""

import pytest

from converter.model.article import Image, ItemList, Mark, Origin, Source, Span, Table
from converter.readers.builder import ArticleBuilder, Item
from converter.readers.inline import Run
from tests.readers.reading import codes, lines, marks, shapes, title

SOURCE = Source("a.txt", "text/plain", "0" * 64, 1, "utf-8")
IMAGE = Image(b"", "image/png", 1, 1)


def test_the_text_is_the_title_and_the_blocks_parted_by_blank_lines() -> None:
    builder = ArticleBuilder(SOURCE)
    builder.title("The  title")
    builder.heading("Part\none", 1, Origin("line", 3))
    builder.paragraph("Some prose.")
    builder.item_list([Item("a", 0, 3), Item("b", 1)])
    builder.quote(["first", "second"])
    builder.code("x  =  1\n\n\ty  \n")
    builder.table([["h", ""], ["", "v"]], caption="cap")
    builder.figure(IMAGE, alternative="alt", caption="shown")
    builder.footnote("1", "note")
    article = builder.build()
    assert article.text == (
        "The title\n\nPart one\n\nSome prose.\n\na\nb\n\nfirst\n\nsecond\n\n"
        "x  =  1\n\n\ty\n\nh\nv\ncap\n\nshown\n\nnote"
    )
    assert title(article) == "The title"
    assert shapes(article) == [
        ("heading", 1, "Part one"),
        ("paragraph", "Some prose."),
        ("list", "3. a", "  - b"),
        ("quote", "first", "second"),
        ("code", "x  =  1\n\n\ty"),
        ("table", 1, ("h", None), (None, "v")),
        ("figure", "alt", "shown", "shown"),
        ("footnote", "1", "note"),
    ]
    assert lines(article)[0] == 3
    assert article.source == SOURCE


def test_blocks_without_a_character_are_left_out() -> None:
    builder = ArticleBuilder(SOURCE)
    builder.title(" ")
    builder.heading("\n", 1)
    builder.paragraph([Run(" "), Run("\u200b")])
    builder.item_list([Item(""), Item(" ")])
    builder.quote(["", " "])
    builder.code(" \n\t\n")
    builder.table([["", ""], []])
    builder.figure(None)
    builder.footnote("1", "")
    article = builder.build()
    assert (article.text, article.title, article.blocks) == ("", None, ())
    assert codes(article) == ["characters-removed", "images-left-out"]


def test_an_empty_item_leaves_the_others_in_their_list() -> None:
    builder = ArticleBuilder(SOURCE)
    builder.item_list([Item(""), Item("a"), Item("", 1), Item("b", 1)])
    assert shapes(builder.build()) == [("list", "- a", "  - b")]


def test_rows_of_a_table_are_of_one_length_and_none_is_empty() -> None:
    builder = ArticleBuilder(SOURCE)
    builder.table([["", ""], ["a"], [], ["b", "c", "d"]])
    assert shapes(builder.build()) == [("table", 0, ("a", None, None), ("b", "c", "d"))]


def test_a_table_with_a_caption_alone_is_a_paragraph() -> None:
    builder = ArticleBuilder(SOURCE)
    builder.table([], caption="cap")
    assert shapes(builder.build()) == [("paragraph", "cap")]


@pytest.mark.parametrize(
    ("alternative", "caption", "name", "expected"),
    [
        ("alt", "cap", "a.png", ("figure", "alt", "cap", "cap")),
        ("alt", "", "a.png", ("figure", "alt", None, "alt")),
        ("", "", "a.png", ("figure", "", None, "a.png")),
    ],
)
def test_a_picture_stands_in_the_text_by_the_best_words_it_has(
    alternative: str, caption: str, name: str, expected: tuple[str, ...]
) -> None:
    builder = ArticleBuilder(SOURCE)
    builder.figure(IMAGE, alternative=alternative, caption=caption, name=name)
    assert shapes(builder.build()) == [expected]


@pytest.mark.parametrize(("level", "kept"), [(-1, 1), (0, 1), (6, 6), (7, 6)])
def test_levels_of_headings_stay_within_their_range(level: int, kept: int) -> None:
    builder = ArticleBuilder(SOURCE)
    builder.heading("a", level)
    assert shapes(builder.build()) == [("heading", kept, "a")]


def test_marks_count_from_the_beginning_of_the_text() -> None:
    builder = ArticleBuilder(SOURCE)
    builder.title([Run("The "), Run("title", (("emphasis", ""),))])
    builder.item_list([Item([Run("a "), Run("b", (("strong", ""),))]), Item([Run("c", (("code", ""),))])])
    article = builder.build()
    assert marks(article) == [("emphasis", "title", ""), ("strong", "b", ""), ("code", "c", "")]
    assert article.marks[1] == Mark(Span(13, 14), "strong")


def test_links_that_no_report_may_carry_lose_their_address_and_are_counted() -> None:
    builder = ArticleBuilder(SOURCE)
    targets = ["https://x.org/", "javascript:x", "a.html", "#own", "mailto:a@b.org", " https://y.org "]
    builder.paragraph([Run(f"{number} ", (("link", target),)) for number, target in enumerate(targets)])
    article = builder.build()
    assert article.text == "0 1 2 3 4 5"
    assert [target for _, _, target in marks(article)] == [
        "https://x.org/",
        "mailto:a@b.org",
        "https://y.org",
    ]
    (notice,) = article.notices
    assert (notice.code, notice.where) == ("links-left-out", "a.txt")
    assert notice.text.endswith(": 3")


def test_removed_characters_are_told_once() -> None:
    builder = ArticleBuilder(SOURCE)
    builder.removed({"bidi controls": 1})
    builder.paragraph("a\x00b")
    builder.code("c\x00d\u200b")
    (notice,) = builder.build().notices
    assert notice.code == "characters-removed"
    assert notice.text.endswith("1 bidi controls, 2 control characters, 1 invisible characters")


def test_a_title_after_a_block_is_a_mistake_of_the_reader() -> None:
    builder = ArticleBuilder(SOURCE)
    builder.paragraph("a")
    with pytest.raises(ValueError, match="head"):
        builder.title("b")


def test_what_the_reader_knows_is_kept_on_one_line() -> None:
    builder = ArticleBuilder(SOURCE)
    builder.notice("sample", "text")
    article = builder.build(byline=" Jane\x00\nDoe ", date="2024-03-05", language="en")
    assert (article.byline, article.date, article.language) == ("Jane Doe", "2024-03-05", "en")
    assert codes(article) == ["sample"]


def test_the_span_of_a_block_reaches_from_its_first_part_to_its_last() -> None:
    builder = ArticleBuilder(SOURCE)
    builder.item_list([Item("a"), Item("b")])
    builder.table([["", "x"]], caption="cap")
    items, table = builder.build().blocks
    assert isinstance(items, ItemList)
    assert items.span == Span(0, 3)
    assert isinstance(table, Table)
    assert table.span == Span(5, 10)


def test_a_wide_row_above_many_narrow_ones_does_not_widen_them_all() -> None:
    builder = ArticleBuilder(SOURCE)
    builder.table([["w"] * 2_000, *[["n"]] * 2_000], header_rows=1, caption="cap")
    blocks = [block for block in builder.build().blocks if isinstance(block, Table)]
    assert sum(len(row) for table in blocks for row in table.rows) < 100_000
    assert sum(cell is not None for table in blocks for row in table.rows for cell in row) == 4_000
    assert [table.header_rows for table in blocks] == [1, *[0] * (len(blocks) - 1)]
    assert [table.caption is not None for table in blocks] == [*[False] * (len(blocks) - 1), True]
