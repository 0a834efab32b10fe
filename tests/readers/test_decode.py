"""Bytes become characters."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import InputError, UsageError
from converter.readers.decode import Decoded, decode

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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text", ["政府昨天公布了明年的预算，并要求进行更多的讨论。\n", "정부는 어제 내년도 예산을 발표했다.\n"]
)
def test_wide_characters_need_no_mark(encoding: str, text: str) -> None:
    decoded = decode((text * 3).encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.notices) == (text * 3, encoding, ())


def test_a_stray_zero_byte_does_not_make_two_letters_one() -> None:
    data = b"abc\x00def " + b"as it is written, and so on. " * 5
    assert decode(data).encoding == "utf-8"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("iso2022_jp", "政府は昨日、予算を発表しました。"), ("iso2022_kr", "정부는 어제 예산을 발표했다.")],
)
def test_escape_sequences_name_the_encodings_of_mail(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.notices) == (text, encoding, ())


def test_what_only_looks_like_an_escape_sequence_is_text() -> None:
    assert decode(b"a \x1b$Bx").encoding == "utf-8"


def test_what_the_text_declares_needs_no_notice() -> None:
    text = "-*- coding: koi8-r -*-\nПривет, мир"
    decoded = decode(text.encode("koi8-r"))
    assert (decoded.text, decoded.encoding, decoded.notices) == (text, "koi8-r", ())


def test_what_the_server_says_goes_before_what_the_text_declares() -> None:
    text = '<meta charset="koi8-r">Привет, мир'
    assert decode(text.encode("cp1251"), charset="windows-1251").text == text


def test_what_the_user_says_goes_before_what_the_server_says() -> None:
    assert decode("мир".encode("koi8-r"), "koi8-r", charset="cp1251").text == "мир"


@pytest.mark.parametrize("charset", ["iso-8859-1", "us-ascii", "koi8-r"])
def test_sound_utf_8_is_nothing_else_whatever_the_server_says(charset: str) -> None:
    decoded = decode(PROSE.encode(), where="a.txt", charset=charset)
    assert decoded.text == PROSE
    assert [notice.code for notice in decoded.notices] == ["encoding-overruled"]


@pytest.mark.parametrize("charset", ["utf-8", "klingon", "utf-16", "utf-7", "idna", "", "é\x00"])
def test_a_server_that_says_nothing_of_use_is_passed_over(charset: str) -> None:
    decoded = decode(PROSE.encode("cp1252"), charset=charset)
    assert (decoded.text, decoded.encoding) == (PROSE, "cp1252")
    assert [notice.code for notice in decoded.notices] == ["encoding-guessed"]


def test_a_declaration_that_does_not_fit_is_told() -> None:
    decoded = decode(
        "日本".encode("cp932") + "、政府は昨日、予算を発表しました。".encode("cp932"), charset="euc-jp"
    )
    assert decoded.encoding == "cp932"
    assert [notice.code for notice in decoded.notices] == ["encoding-overruled", "encoding-guessed"]


def test_plain_ascii_is_what_anybody_says_it_is() -> None:
    assert decode(b"abc", charset="koi8-r") == Decoded("abc", "koi8-r")


def test_one_byte_that_the_encoding_has_not_does_not_make_it_another() -> None:
    decoded = decode((PROSE * 5).encode("cp1252") + b" x\x81y")
    assert decoded.text == PROSE * 5 + " x\ufffdy"
    assert [notice.code for notice in decoded.notices] == ["encoding-guessed", "encoding-damaged"]


def test_utf_8_that_was_cut_off_stays_utf_8() -> None:
    decoded = decode("é日".encode()[:-1])
    assert (decoded.text, decoded.encoding) == ("é\ufffd", "utf-8")


def test_a_text_that_was_encoded_twice_stays_as_it_is_and_is_told() -> None:
    text = PROSE.encode().decode("cp1252", "replace")
    decoded = decode(text.encode())
    assert decoded.text == text
    assert [notice.code for notice in decoded.notices] == ["encoding-doubled"]


@given(st.binary(max_size=200), st.sampled_from(["", "koi8-r", "cp932", "utf-16", "latin-1", "x"]))
def test_whatever_the_server_says_any_bytes_are_characters_or_one_clear_error(
    data: bytes, charset: str
) -> None:
    try:
        decode(data, charset=charset)
    except InputError as error:
        assert error.code == "input-binary"  # noqa: PT017 - either is right
