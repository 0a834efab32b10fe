"""Hyphens at line ends, and what parts words."""

import pytest

from converter.readers.pdf.characters import Look, Word
from converter.readers.pdf.line import line_of, text_of
from converter.readers.pdf.text import Hyphens, runs_of

LOOK = Look(10, bold=False, italic=False, mono=False)


def words(text: str, gap: float = 2.5) -> list[Word]:
    """Return the words of `text` on a line, `gap` points apart, five points a letter."""
    made: list[Word] = []
    left = 0.0
    for word in text.split():
        made.append(Word(word, left, left + 5 * len(word), 100, LOOK))
        left += 5 * len(word) + gap
    return made


def joined(*texts: str) -> str:
    lines = [line_of(words(text), 0) for text in texts]
    return "".join(run.text for run in runs_of(lines, Hyphens(lines), {}))


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("of the recon-", "struction of", "of the reconstruction of"),
        ("of the recon\u2010", "struction of", "of the reconstruction of"),
        ("of the recon\u00ad", "struction of", "of the reconstruction of"),
        ("the Anglo-", "American war", "the Anglo-American war"),
        ("between 1914-", "1918 and", "between 1914-1918 and"),
        ("both short-", "and long-term", "both short- and long-term"),
        ("buy-", "not-build is", "buy-not-build is"),
        ("the end \u2013", "or not", "the end \u2013 or not"),
        ("the end\u2014", "or not", "the end\u2014or not"),
        ("an end", "of it", "an end of it"),
    ],
)
def test_line_ends(before: str, after: str, whole: str) -> None:
    assert joined(before, after) == whole


def test_how_the_document_writes_a_word_elsewhere_decides() -> None:
    assert joined("a well-known", "and well-", "known thing") == "a well-known and well-known thing"
    assert joined("an editor", "and edit-", "or of it") == "an editor and editor of it"
    assert joined("on GitHub", "and Git-", "Hub again") == "on GitHub and GitHub again"


def test_where_programs_mark_their_hyphens_others_are_the_authors() -> None:
    assert joined("recon\u2010", "struction of an in-", "house tool") == "reconstruction of an in-house tool"
    assert joined("on Git\u2010", "Hub") == "on GitHub"


def test_no_space_stands_between_ideographs() -> None:
    assert joined("和平 很 好", "的 事") == "和平很好的事"
    assert text_of(words("2024 年", gap=1)) == "2024年"
    assert text_of(words("使用 Word 文档", gap=5)) == "使用 Word 文档"


def test_white_before_a_comma_is_no_space() -> None:
    assert text_of(words("Ann , Bob", gap=1)) == "Ann, Bob"
    assert text_of(words("Ann , Bob", gap=4)) == "Ann , Bob"
