"""Markers of lists."""

import pytest

from converter.readers.pdf.markers import MARKER, read_marker


@pytest.mark.parametrize(
    ("text", "rest", "number"),
    [
        ("• boats", "boats", None),
        ("•boats", "boats", None),
        ("– boats", "boats", None),
        ("o boats", "boats", None),
        ("3. boats", "boats", 3),
        ("(12) boats", "boats", 12),
        ("b) boats", "b) boats", None),
        ("iv. boats", "iv. boats", None),
    ],
)
def test_markers_are_read(text: str, rest: str, number: int | None) -> None:
    marker = read_marker(text)
    assert marker
    assert (text[marker.length :], marker.number) == (rest, number)


@pytest.mark.parametrize("text", ["-5 degrees", "of boats", "3.5 boats", "1984 was", "–", "A boat", "*b*"])
def test_other_beginnings_are_none(text: str) -> None:
    assert read_marker(text) is None


def test_items_of_one_list_have_markers_of_one_kind() -> None:
    kinds = [marker.kind for text in ("1. a", "2. b", "3) c") if (marker := read_marker(text))]
    assert kinds[0] == kinds[1] != kinds[2]


@pytest.mark.parametrize("text", ["•", "-", "1.", "(b)", "2.3.1"])
def test_what_is_nothing_but_a_marker(text: str) -> None:
    assert MARKER.fullmatch(text)
