"""Tests of `converter.scripts`."""

import re
import sys
import unicodedata
from collections.abc import Iterator

import pytest

from converter.composer.context import _IDEOGRAPHS
from converter.outliner.words import _UNSPACED
from converter.readers.text.passages import _IDEOGRAPH
from converter.scripts import may_be_unspaced
from converter.writers.pdf.inline import _CJK

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


@pytest.mark.parametrize("letters", [f"[{_UNSPACED}]", f"[{_CJK}]", _IDEOGRAPHS, _IDEOGRAPH])
def test_whoever_asks_is_told_of_all_its_letters(letters: str) -> None:
    every = "".join(chr(code) for code in range(sys.maxunicode) if not 0xD800 <= code < 0xE000)
    found = re.findall(letters, every)
    assert len(found) > 20_000
    assert [letter for letter in found if not may_be_unspaced(letter)] == []


@pytest.mark.parametrize("text", ["", "plain", "“Quotes” – and dashes…", "naïve café", "1 200 €"])
def test_text_of_most_articles_is_none(text: str) -> None:
    assert not may_be_unspaced(text)
