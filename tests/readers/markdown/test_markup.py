"""HTML inside Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.readers.markdown.markup import is_comment, visible_text


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<div>Hello <b>bold</b>\nworld</div>", ["Hello bold world"]),
        ("<p>one<p>two<br>three", ["one", "two", "three"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><th>c</table>", ["a b", "c"]),
        ("a <!-- unseen <b> --> z", ["a z"]),
        ("a<script>x < y</script>b<STYLE>p {}</STYLE>c", ["a", "b", "c"]),
        ('<img src="x" alt="A &amp; B"> <img alt=\'C\'> <img alt=D/> <img>', ["A & B C D/"]),
        ("1 < 2 &lt; 3 &copy;", ["1 < 2 < 3 ©"]),
        ("<!DOCTYPE x><?php y ?>z", ["z"]),
        ("<a href='x>y'>z</a>", ["y'>z"]),
        ("<custom-tag>a</custom-tag>b", ["a", "b"]),
        ("&#0;a\x00b", ["\ufffdab"]),
        ("", []),
    ],
)
def test_what_a_reader_of_the_page_would_see_stays(markup: str, paragraphs: list[str]) -> None:
    assert visible_text(markup) == paragraphs


@pytest.mark.parametrize(
    ("markup", "comment"),
    [
        ("<!-- a -->", True),
        (" <!-- a --> \n", True),
        ("<!-- a", True),
        ("<!-- a --> b", False),
        ("<b>", False),
    ],
)
def test_a_comment_is_no_loss(markup: str, comment: bool) -> None:  # noqa: FBT001 - the expected answer
    assert is_comment(markup) is comment


@given(
    st.lists(
        st.sampled_from(
            ["<", ">", "<b>", "</b>", "<!--", "-->", "<script>", "</script>", "<p ", "word", " ", "&"]
        )
    )
)
def test_any_markup_is_reduced_and_text_without_it_stays(parts: list[str]) -> None:
    words = visible_text("".join(parts))
    assert all(words)
    if not any("<" in part or "&" in part for part in parts):
        assert words == ([" ".join("".join(parts).split())] if "".join(parts).strip() else [])


def test_work_grows_with_the_length_alone() -> None:
    class Counting(str):
        """Counts how often it is searched from some place on."""

        __slots__ = ()
        searched = 0

        def find(self, *arguments: object) -> int:
            Counting.searched += 1
            return super().find(*arguments)  # type: ignore[arg-type]

    counts = []
    for number in (500, 1000):
        Counting.searched = 0
        visible_text(Counting("<b>a</b> <!-- c --> 1 < 2 <script>x</script>" * number))
        counts.append(Counting.searched)
    assert counts[1] <= 2.1 * counts[0]
