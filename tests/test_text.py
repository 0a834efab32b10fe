"""The one cleaning."""

import unicodedata
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from converter.text import clean_text, collapse, plain

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc\u2028d\x0be\x85f", "a\nb\nc\nd\ne\nf"),
        ("e\u0301", "é"),
        ("zero\x00 bell\x07 delete\x7f", "zero bell delete"),
        ("pass\u00adword\ufeff\u200b", "password"),
        ("evil\u202etxt.exe\u2069", "eviltxt.exe"),
        ("\udc80lone", "lone"),
        ("\ufffe\U0001ffff\ufdd0", ""),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("tab\tstays\nline stays", "tab\tstays\nline stays"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
)
def test_what_no_format_can_carry_goes_and_the_rest_stays(raw: str, clean: str) -> None:
    assert clean_text(raw).text == clean


def test_no_letter_has_more_than_thirty_marks() -> None:
    heap = "e" + "\u0316\u0301" * 100_000 + "!"
    cleaned = clean_text(heap)
    assert len(cleaned.text) <= 32
    assert dict(cleaned.removed) == {"heaped marks": 200_000 - 30}
    assert clean_text("e" + "\u0316" * 30).removed == ()
    doubled = clean_text("e" + "\u0344" * 30)
    assert len(doubled.text) <= 32
    assert clean_text(doubled.text).removed == ()


def test_what_was_removed_is_counted_by_kind() -> None:
    cleaned = clean_text("a\x00\x01b\u202ec\ufeff")
    assert dict(cleaned.removed) == {
        "control characters": 2,
        "bidi controls": 1,
        "invisible characters": 1,
    }


@given(ANY_TEXT)
def test_a_cleaned_text_can_stand_in_xml_and_utf8(raw: str) -> None:
    text = clean_text(raw).text
    tree = etree.fromstring(f"<t xml:space='preserve'>{escape(text)}</t>".encode())
    assert (tree.text or "") == text


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    once = clean_text(raw)
    again = clean_text(once.text)
    assert again.text == once.text
    assert again.removed == ()


@given(ANY_TEXT)
def test_letters_and_digits_are_never_lost(raw: str) -> None:
    def kept(text: str) -> str:
        return "".join(
            c
            for c in unicodedata.normalize("NFC", text)
            if unicodedata.category(c)[0] in "LNPS" and c != "\ufffc"
        )

    assert kept(clean_text(raw).text) == kept(raw)


def test_words_of_a_person_are_one_clean_line() -> None:
    assert plain(" X-ray\u202e\x07 \r\n of the\tport X ") == "X-ray of the port X"
    assert collapse("XX") == "XX"


def test_collapsing_keeps_no_break_spaces() -> None:
    assert collapse("  a \n\t b\u00a0: c\u3000") == "a b\u00a0: c"


@given(st.text(st.sampled_from("ab \t\n\u2003\u3000\u00a0")))
def test_collapsing_leaves_single_spaces_and_none_at_the_ends(text: str) -> None:
    spaces = dict.fromkeys(map(ord, "\t\n\u2003\u3000"), " ")
    assert collapse(text) == " ".join(filter(None, text.translate(spaces).split(" ")))
