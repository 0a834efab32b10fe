"""Values of headers: cut behind words, folded where there is room, encoded where they are not plain."""

import pytest

from converter.mailer.headers import listed, one_line, phrase, unstructured


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("aaaa bbbb cccc dddd", "aaaa bbbb cccc dddd"),
        ("aaaa bbbb cccc dddd e", "aaaa bbbb cccc…"),
        # no word ends in the second half: what is cut is the word
        (f"{'a' * 8} {'b' * 50}", f"{'a' * 8} {'b' * 10}…"),
        ("c" * 20, "c" * 20),
        ("c" * 21, f"{'c' * 19}…"),
        (f"{'a' * 17}\u00a0 {'b' * 9}", f"{'a' * 17}…"),
        ("=?utf-8?q?a?=", "= ?utf-8?q?a?="),
    ],
)
def test_a_line_is_cut_behind_a_word_where_one_ends_late_enough(text: str, line: str) -> None:
    assert one_line(text, 20) == line


def test_a_word_is_plain_up_to_the_length_that_can_be_folded() -> None:
    assert unstructured("Subject", "a" * 64) == "a" * 64
    assert unstructured("Subject", "a" * 65).startswith("=?utf-8?b?")
    assert phrase("Ada") == "Ada"
    assert phrase("Lovelace, Ada") == '"Lovelace, Ada"'


def test_an_encoded_word_is_as_long_as_it_may_be() -> None:
    assert unstructured("Subject", "é" * 19 + "a").count("=?utf-8?b?") == 1
    assert unstructured("Subject", "é" * 19 + "ab").count("=?utf-8?b?") == 2
    assert unstructured("Subject", "é" * 20).count("=?utf-8?b?") == 2
    assert max(map(len, unstructured("Reply-To", "é" * 99).split("\r\n "))) < 76


def test_a_line_takes_what_has_room_on_it() -> None:
    a, b = "a" * 33, "b" * 33
    assert unstructured("Subject", f"{a} {b}") == f"{a} {b}"
    assert unstructured("Subject", f"{a} {b}b") == f"{a}\r\n {b}b"
    first, c, d = "a" * 64, "c" * 37, "d" * 37
    assert unstructured("Subject", f"{first} {c} {d}") == f"{first}\r\n {c} {d}"
    assert unstructured("Subject", f"{first} {c} {d}d") == f"{first}\r\n {c}\r\n {d}d"


def test_people_are_parted_by_commas() -> None:
    assert listed("To", ["a@x.org", '"B, C" <b@x.org>']) == 'a@x.org, "B, C" <b@x.org>'
