"""Bytes become characters."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import InputError, UsageError
from converter.readers.decode import decode

PROSE = "Le déjeuner était prêt — « voilà », dit-elle. Ça ira."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_is_no_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + PROSE.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.notices) == (PROSE, encoding, ())


def test_a_byte_order_mark_overrules_what_the_user_says() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + PROSE.encode("utf-16-le"), "cp1252", "a.txt")
    assert decoded.text == PROSE
    assert [(notice.code, notice.where) for notice in decoded.notices] == [("encoding-overruled", "a.txt")]


@pytest.mark.parametrize("encoding", ["UTF8", "utf-8-sig", "u8"])
def test_a_byte_order_mark_and_a_user_who_agree_need_no_notice(encoding: str) -> None:
    assert decode(codecs.BOM_UTF8 + PROSE.encode(), encoding).notices == ()


def test_what_the_user_says_goes_before_what_would_fit() -> None:
    decoded = decode("été".encode(), "latin-1")
    assert (decoded.text, decoded.encoding, decoded.notices) == ("Ã©tÃ©", "iso8859-1", ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [PROSE, "Привет, мир. Как дела сегодня?\n", "نص عربي قصير هنا.\n"])
def test_utf_16_needs_no_mark(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.notices) == (text, encoding, ())


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(
        lambda text: text[0] != "\ufeff"
    )
)
def test_utf_8_is_read_as_it_is(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.notices) == (text, "utf-8", ())


def test_another_encoding_is_guessed_and_said() -> None:
    decoded = decode(PROSE.encode("cp1252"), where="a.txt")
    assert decoded.text == PROSE
    (notice,) = decoded.notices
    assert (notice.code, notice.where) == ("encoding-guessed", "a.txt")
    assert "cp1252" in notice.text
    assert "--encoding" in notice.text


def test_one_stray_byte_does_not_cost_a_text_its_accents() -> None:
    decoded = decode((PROSE * 5).encode() + b"\nfin\xe9\n", where="a.txt")
    assert decoded.text == PROSE * 5 + "\nfin\ufffd\n"
    (notice,) = decoded.notices
    assert notice.code == "encoding-damaged"
    assert "line 2: 1" in notice.text


def test_a_character_that_is_cut_off_is_shown_and_told() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "abc".encode("utf-16-le")[:-1])
    assert decoded.text == "ab\ufffd"
    assert [notice.code for notice in decoded.notices] == ["encoding-damaged"]


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "hex", "a\x00b", "é" * 300])
def test_an_encoding_that_nobody_knows_is_a_matter_of_usage(encoding: str) -> None:
    with pytest.raises(UsageError) as caught:
        decode(b"abc", encoding)
    assert caught.value.code == "encoding-unknown"


def test_a_text_that_is_not_in_the_encoding_named_is_refused_with_the_place() -> None:
    with pytest.raises(InputError, match=r"a\.txt: this is not utf-8 at byte 4; name another") as caught:
        decode(b"abc\xff", "utf-8", "a.txt")
    assert caught.value.code == "encoding-wrong"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00" * 20,
        b"\x00\x01\x02\x03",
        codecs.BOM_UTF8 + b"\x00\x01\x02\x03",
        b"\xff\xfb\x90\x64" + bytes(range(0, 256, 3)) * 30,
    ],
)
def test_binary_rubbish_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, where="a.txt")
    assert caught.value.code == "input-binary"
    assert caught.value.remedy


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    text = PROSE + "\x00\x07" + PROSE * 3
    assert decode(text.encode()).text == text


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_characters_or_one_clear_error(data: bytes) -> None:
    try:
        decoded = decode(data)
    except InputError as error:
        assert error.code == "input-binary"  # noqa: PT017 - either is right
    else:
        assert "\ufffd" in decoded.text or decoded.text.encode(decoded.encoding) in data or decoded.notices
