"""Filling fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.composer.templates import fields_in, fill
from converter.errors import StyleError


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{n} min read", "4\u00a0min read"),
        ("paragraph {n}", "paragraph\u00a04"),
        ("from {n}–{n} on", "from\u00a04–4\u00a0on"),
        ("{n}, then {n}", "4, then\u00a04"),
        ("{n:02}.{n:02}", "04.04"),
        ("{words} and {words}", "{n} x and {n} x"),
        ("no fields", "no fields"),
        ("", ""),
    ],
)
def test_fields_are_filled_and_numbers_stay_with_their_words(template: str, expected: str) -> None:
    assert fill(template, {"n": 4, "words": "{n} x"}, "test") == expected


def test_an_unknown_field_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(StyleError) as caught:
        fill("{titel}", {"title": "A", "source": "B"}, "header of style house")
    assert caught.value.code == "field-unknown"
    assert str(caught.value) == "header of style house: there is no field {titel}; did you mean title?"


@given(st.text(), st.text())
def test_what_is_filled_in_is_never_taken_for_a_field(before: str, value: str) -> None:
    plain = before.replace("{", "").replace("}", "")
    assert fill(plain + "{x}", {"x": value}, "test") == plain + value


def test_fields_are_listed_in_order() -> None:
    assert fields_in("{a} / {b-c} {d:02}") == ["a", "b-c", "d"]
