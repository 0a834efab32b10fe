"""Markdown texts as a whole."""

import inspect
import sys
from base64 import b64encode
from pathlib import Path

import pytest

from converter.model.article import Figure
from converter.readers.markdown import read_markdown
from converter.readers.original import Original
from tests.readers.reading import Shape, codes, from_markdown, lines, marks, shapes, title
from tests.readers.test_images import png

PROSE = "The talks went on until the evening, and both sides were pleased with it."


@pytest.mark.parametrize(
    ("text", "expected_title", "expected"),
    [
        ("# T\n\n## A\n\n### B", "T", [("heading", 1, "A"), ("heading", 2, "B")]),
        ("# T\n\n### A\n\n#### B", "T", [("heading", 1, "A"), ("heading", 2, "B")]),
        ("# T\n\n# A\n\n## B", "T", [("heading", 1, "A"), ("heading", 2, "B")]),
        ("prose\n\n# T\n\n## A", "T", [("paragraph", "prose"), ("heading", 1, "A")]),
        ("prose\n\n# A\n\n# B", "", [("paragraph", "prose"), ("heading", 1, "A"), ("heading", 1, "B")]),
        ("## T\n\n### A\n\n### B", "T", [("heading", 1, "A"), ("heading", 1, "B")]),
        ("## A\n\nprose\n\n## B", "", [("heading", 1, "A"), ("paragraph", "prose"), ("heading", 1, "B")]),
        ("<!-- c -->\n\n# T\n\n# A", "T", [("heading", 1, "A")]),
        ("**T**\n\nprose", "T", [("paragraph", "prose")]),
        ("**It ends.**\n\nprose", "", [("paragraph", "It ends."), ("paragraph", "prose")]),
        (
            "# T\n\n**A**\n\nprose\n\n**B**",
            "T",
            [("heading", 1, "A"), ("paragraph", "prose"), ("paragraph", "B")],
        ),
        ("**T**\n\n**A**\n\nprose", "T", [("heading", 1, "A"), ("paragraph", "prose")]),
        ("## T\n\n**A**\n\n## B", "", [("heading", 1, "T"), ("paragraph", "A"), ("heading", 1, "B")]),
        ("T\n=\n\nA\n-\n", "T", [("heading", 1, "A")]),
        ("---\ntitle: T\n---\n\n# T\n\n## A", "T", [("heading", 1, "A")]),
        ("---\ntitle: T\n---\n\n# A\n\n## B", "T", [("heading", 1, "A"), ("heading", 2, "B")]),
        ("# A *b* `c`\n\nprose", "A b c", [("paragraph", "prose")]),
    ],
)
def test_title_and_levels_of_headings(text: str, expected_title: str, expected: list[Shape]) -> None:
    article = from_markdown(text)
    assert title(article) == expected_title
    assert shapes(article) == expected


def test_front_matter_tells_who_and_when() -> None:
    article = from_markdown(f"---\ntitle: T\nauthor: Jane\ndate: March 5, 2024\nlang: en\n---\n{PROSE}")
    assert (title(article), article.byline, article.date, article.language) == (
        "T",
        "Jane",
        "2024-03-05",
        "en",
    )
    assert lines(article) == [7]


def test_a_date_in_front_matter_that_is_none_is_told() -> None:
    article = from_markdown(f"---\ndate: soon\n---\n\n{PROSE}")
    assert (article.date, codes(article)) == ("", ["date-not-understood"])


def test_front_matter_at_fault_is_told_and_what_it_says_is_kept() -> None:
    article = from_markdown(f"---\ntitle: T\nx: [\n---\n\n{PROSE}")
    assert (title(article), codes(article)) == ("T", ["front-matter-faulty"])


def test_a_byline_below_the_title_is_taken_out() -> None:
    article = from_markdown(f"# T\n\n*By [Jane Doe](https://x.org), 5 March 2024*\n\n{PROSE}")
    assert (article.byline, article.date) == ("Jane Doe", "2024-03-05")
    assert shapes(article) == [("paragraph", PROSE)]


def test_a_dateline_gives_the_date_and_stays() -> None:
    article = from_markdown(f"# T\n\n**YEREVAN, 5 March 2024** — {PROSE}")
    assert article.date == "2024-03-05"
    assert shapes(article) == [("paragraph", f"YEREVAN, 5 March 2024 — {PROSE}")]


def test_inline_marks_are_kept() -> None:
    article = from_markdown(
        "a *b **c*** `d  e` [f *g*](https://x.org/ 'h') <https://y.org>\\\n~~i~~ &amp; j  \nk"
    )
    assert article.text == "a b c d e f g https://y.org i & j k"
    assert marks(article) == [
        ("emphasis", "b c", ""),
        ("strong", "c", ""),
        ("code", "d e", ""),
        ("link", "f g", "https://x.org/"),
        ("emphasis", "g", ""),
        ("link", "https://y.org", "https://y.org"),
    ]
    assert codes(article) == ["strikethrough-lost"]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "a.html", "#part"]
)
def test_a_link_that_no_report_may_carry_leaves_its_words(target: str) -> None:
    article = from_markdown(f"See [this]({target}) now.")
    assert (article.text, marks(article), codes(article)) == ("See this now.", [], ["links-left-out"])


def test_footnotes_come_last_in_the_order_of_their_references() -> None:
    article = from_markdown(
        "One[^b] two^[in *text*] three[^a][^b] four[^none].\n\n"
        "[^a]: First\n\n    more\n\n[^b]: Second\n[^c]: Third\n\nEnd."
    )
    assert shapes(article) == [
        ("paragraph", "One two three four[^none]."),
        ("paragraph", "End."),
        ("footnote", "b", "Second"),
        ("footnote", "1", "in text"),
        ("footnote", "a", "First more"),
        ("footnote", "c", "Third"),
    ]
    assert marks(article)[:4] == [
        ("footnote", "One", "b"),
        ("footnote", "two", "1"),
        ("footnote", "three", "a"),
        ("footnote", "three", "b"),
    ]
    assert lines(article) == [1, 10, 7, None, 3, 8]


def test_notes_in_the_text_take_numbers_that_are_free() -> None:
    article = from_markdown("a[^1] b^[x] c^[y]\n\n[^1]: z")
    assert [shape[1:] for shape in shapes(article)[1:]] == [("1", "z"), ("2", "x"), ("3", "y")]


def test_notes_count_in_the_order_of_the_text_whatever_is_read_first() -> None:
    article = from_markdown("a ^[x] [^n]\n\n- b ^[y]\n\n# T ^[z]\n\nc ^[w]\n\n[^n]: m")
    assert title(article) == "T"
    notes = [shape[1:] for shape in shapes(article) if shape[0] == "footnote"]
    assert notes == [("1", "x"), ("n", "m"), ("2", "y"), ("3", "z"), ("4", "w")]


def test_bold_passages_that_refer_to_a_note_can_be_headings() -> None:
    article = from_markdown("a[^1]\n\n**b[^2]**\n\nc\n\n**d[^1]**\n\ne\n\n[^1]: x\n\n[^2]: y")
    assert [shape for shape in shapes(article) if shape[0] != "paragraph"] == [
        ("heading", 1, "b"),
        ("heading", 1, "d"),
        ("footnote", "1", "x"),
        ("footnote", "2", "y"),
    ]


def test_pictures_beneath_the_folder_and_inside_the_text_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(3, 2))
    inside = b64encode(png(5, 4)).decode()
    text = f'See ![the *map*](a.png "A map") here.\n\n![](data:image/png;base64,{inside})\n\n![far](https://x.org/b.png)'
    article = read_markdown(Original(text.encode(), "a.md", tmp_path), "")
    assert shapes(article) == [
        ("paragraph", "See here."),
        ("figure", "the map", "A map", "A map"),
        ("figure", "far", None, "far"),
    ]
    first, second = (block for block in article.blocks if isinstance(block, Figure))
    assert first.image
    assert first.image.width_px == 3
    assert second.image is None
    assert codes(article) == ["images-left-out", "images-left-out"]


def test_a_picture_in_the_title_is_not_lost() -> None:
    assert shapes(from_markdown("# ![logo](a.png) T\n\nprose"))[0] == ("figure", "logo", None, "logo")


def test_html_is_reduced_to_its_text_and_told_once() -> None:
    article = from_markdown("a <b>c</b><br>d\n\n<div>e\n<p>f</p></div>\n\n<!-- h -->\n\ng <!-- h -->")
    assert [shape[1] for shape in shapes(article)] == ["a c d", "e", "f", "g"]
    (notice,) = article.notices
    assert notice.code == "html-reduced"
    assert "first in line 1: 4" in notice.text


def test_comments_are_no_loss() -> None:
    assert from_markdown("a <!-- b -->\n\n<!-- c -->\n").notices == ()


def test_the_deepest_nesting_leaves_room_on_the_stack() -> None:
    text = ">" * 45 + " " + "![" * 100 + "a" + "](b)" * 100
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 600)
    try:
        assert "a" in from_markdown(f"intro\n\n{text}").text
    finally:
        sys.setrecursionlimit(limit)


def test_nesting_beyond_the_limit_is_read_as_plain_text_and_nothing_is_lost() -> None:
    article = from_markdown(">" * 150 + " deep")
    assert "deep" in article.text
    assert codes(article) == ["nesting-too-deep"]
    assert article.source.media_type == "text/markdown"


@pytest.mark.parametrize(
    "text", ["[" * 5000, "![" * 2000, "*a" * 3000, "- " * 300 + "a", "^[" * 1000, "(" * 5000, "`" * 999]
)
def test_pathological_nesting_ends_and_keeps_the_text(text: str) -> None:
    assert from_markdown(f"before\n\n{text}\n\nafter").text.startswith("before")


def test_lines_of_the_original_count_as_an_editor_counts_them() -> None:
    article = from_markdown("# T\r\n\r\npage\f\fbreak\r\n\r\n- a\r\n- b\r\n\r\n```\r\ncode\r\n```\r\n")
    assert lines(article) == [3, 3, 5, 8]


def test_control_characters_are_removed_and_told() -> None:
    article = from_markdown(f"{PROSE}\x00 **c\u202e**")
    assert (article.text, codes(article)) == (f"{PROSE} c", ["characters-removed"])


def test_a_text_without_words_has_no_blocks() -> None:
    assert from_markdown("---\n\n***\n\n<!-- a -->\n\n[x]: https://x.org\n").blocks == ()
