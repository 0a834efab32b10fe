"""Dates as readers and as files know them."""

import pytest
from msgspec.structs import replace

from converter.composer.dates import metadata_date, shown_date, whole_date
from tests.composer.maker import ENGLISH


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2026-11-03", "3\u00a0November\u00a02026"),
        ("2026-11-03T23:59:00+05:00", "3\u00a0November\u00a02026"),
        ("2026-11", "2026-11"),
        ("2026-02-30", "2026-02-30"),
        ("Spring 2026", "Spring 2026"),
        ("", ""),
    ],
)
def test_whole_dates_are_written_out_and_others_stay(text: str, shown: str) -> None:
    assert shown_date(text, ENGLISH) == shown


def test_a_style_may_want_its_own_format() -> None:
    assert shown_date("2026-11-03", ENGLISH, "{day:02}.{month_number:02}.{year}") == "03.11.2026"


def test_a_language_without_names_of_months_writes_figures() -> None:
    bare = replace(ENGLISH, months=(), date_format="{year}/{month}/{day}")
    assert shown_date("2026-11-03", bare) == "2026/11/3"


@pytest.mark.parametrize(
    ("date_format", "shown"),
    [
        ("", "3 November 2026"),
        ("{day:02}.{month_number:02}.{year}", "03.11.2026"),
        ("{month} {day}, {year}", "November 3, 2026"),
        ("on the {day} of {month} {year}", "2026-11-03"),
        ("the {day} of {month} {year}", "the 3 of November 2026"),
        ("{day} {month}", "2026-11-03"),
        ("{month} {year}", "2026-11-03"),
        ("{day} {month} {month_number} {year}", "2026-11-03"),
        ("{day} {month} {year}, 12:00", "2026-11-03"),
        ("{day} {day} {month} {year}", "2026-11-03"),
    ],
)
def test_a_computed_date_tells_which_day_it_is_in_any_format(date_format: str, shown: str) -> None:
    assert whole_date("2026-11-03", ENGLISH, date_format).replace("\u00a0", " ") == shown
    assert whole_date("2026-11", ENGLISH, date_format) == "2026-11"


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        (("2026-11-23", "2025-01-01"), "2026-11-23"),
        (("", "2025-07-01"), "2025-07-01"),
        (("yesterday", "2025-07"), "2025-07-01"),
        (("2025",), "2025-01-01"),
        (("2025-13-01", ""), "2000-01-01"),
        ((), "2000-01-01"),
    ],
)
def test_metadata_take_the_first_day_that_is_known(candidates: tuple[str, ...], expected: str) -> None:
    assert metadata_date(*candidates) == f"{expected}T00:00:00Z"
