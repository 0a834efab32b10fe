"""Tests of `converter.scripts`."""

import sys
import unicodedata
from collections.abc import Iterator

import pytest

from converter.scripts import may_be_unspaced

UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
SPACED = ("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC", "DEVANAGARI", "TAMIL", "COMBINING", "GENERAL")


def letters_of(*scripts: str) -> Iterator[str]:
    """Yield the letters and digits whose names in Unicode begin with a script."""
    for letter in map(chr, range(sys.maxunicode)):
        if letter.isalnum() and unicodedata.name(letter, "").startswith(scripts):
            yield letter


def test_every_letter_of_a_script_without_spaces_is_told() -> None:
    letters = list(letters_of(*UNSPACED))
    assert len(letters) > 90_000
    assert [letter for letter in letters if not may_be_unspaced(f"a {letter} b")] == []


def test_letters_of_other_scripts_are_not() -> None:
    letters = [letter for letter in letters_of(*SPACED) if letter < "\u2c00"]
    assert len(letters) > 1_500
    assert not may_be_unspaced("".join(letters))


@pytest.mark.parametrize("text", ["", "plain", "“Quotes” – and dashes…", "naïve café", "1 200 €"])
def test_text_of_most_articles_is_none(text: str) -> None:
    assert not may_be_unspaced(text)
