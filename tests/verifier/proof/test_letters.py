"""What a reader tells apart counts, and how a format writes it does not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.verifier.proof.letters import Token, letters, plain, tokens


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("wait...", "wait…"),
        ("wait....", "wait…."),
        ("e\u0301t\u00e9", "\u00e9t\u00e9"),
        ("har\u00adbour", "harbour"),
        ("ha\u200drb\u2060our\ufeff", "harbour"),
        ("\u202bharbour\u202c", "harbour"),
        ("\ufb01nd the \ufb04ow", "find the fflow"),
        ("\ufe8d\ufefb", "\u0627\u0644\u0627"),
        ("\ufb2a", "\u05e9\u05c1"),
        ("  a\u00a0quay\n\tfell ", "a quay fell"),
    ],
)
def test_how_a_format_writes_a_text_does_not_count(written: str, read: str) -> None:
    assert plain(written) == read
    assert letters(written) == read.replace(" ", "")


@pytest.mark.parametrize("text", ["Harbour", "harbour.", "hárbour", "2\u00b2", "①", "\uff21", "wait.."])
def test_what_a_reader_tells_apart_stays_apart(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The quay fell.", ["The", "quay", "fell", "."]),
        ("“No”, 2.5 %", ["“", "No", "”", ",", "2", ".", "5", "%"]),
        ("fell¹²", ["fell", "¹²"]),
        ("1¹", ["1", "¹"]),
        ("a_b", ["a", "_", "b"]),
        ("東京が", ["東", "京", "が"]),
        ("ไทย", ["ไ", "ท", "ย"]),
        ("مَرحبا", ["مَرحبا"]),
        ("שָׁלוֹם", ["שָׁלוֹם"]),
        ("\u0301\ue000", ["\u0301", "\ue000"]),
        ("a\x00b", ["a", "\x00", "b"]),
        ("", []),
    ],
)
def test_a_text_is_words_signs_and_letters_that_are_words(text: str, read: list[str]) -> None:
    assert [one.text for one in tokens(text)] == read


def test_a_token_knows_its_place_among_the_letters() -> None:
    assert list(tokens("A quay fell")) == [Token("A", 0), Token("quay", 1), Token("fell", 5)]
    assert list(tokens("A quay", 40)) == [Token("A", 40), Token("quay", 41)]
    assert Token("quay", 41).end == 45


@pytest.mark.parametrize(
    ("text", "is_word"), [("a", True), ("2", True), ("¹", True), ("•", False), ("¿b", True)]
)
def test_a_word_has_a_letter_or_a_digit(text: str, is_word: bool) -> None:  # noqa: FBT001 - of a table
    assert Token(text, 0).is_word is is_word


@given(st.text() | st.text(st.sampled_from("ab.e\u0301\ufb01\u00ad\u200d ไ東¹_\u064b\u0627")))
def test_tokens_together_are_the_letters_one_behind_the_other(text: str) -> None:
    found = list(tokens(plain(text)))
    assert "".join(one.text for one in found) == letters(text)
    assert all(one.text for one in found)
    assert [one.start for one in found] == [sum(len(o.text) for o in found[:at]) for at in range(len(found))]


@given(st.text() | st.text(st.sampled_from("ab.e\u0301\ufb01\u00ad\u200d ")))
def test_a_text_in_one_form_has_no_other(text: str) -> None:
    once = plain(text)
    assert unicodedata.is_normalized("NFC", once)
    assert once == " ".join(once.split())
    assert letters(once) == letters(text)
