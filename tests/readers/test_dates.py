"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.readers.dates import find_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T10:00:00+01:00", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("05.03.2024", "2024-03-05"),
        ("5. 3. 2024", "2024-03-05"),
        ("3/14/2024", "2024-03-14"),
        ("14/3/2024", "2024-03-14"),
        ("4/4/2024", "2024-04-04"),
        ("3 March 2024", "2024-03-03"),
        ("3rd of March, 2024", "2024-03-03"),
        ("March 3, 2024", "2024-03-03"),
        ("Mar. 3rd, 2024", "2024-03-03"),
        ("Sept 3 2024", "2024-09-03"),
        ("3. März 2024", "2024-03-03"),
        ("1er mars 2024", "2024-03-01"),
        ("3 de marzo de 2024", "2024-03-03"),
        ("5 марта 2024 г.", "2024-03-05"),
        ("5 березня 2024 року", "2024-03-05"),
        ("3 de marzo del 2024", "2024-03-03"),
        ("1° marzo 2024", "2024-03-01"),
        ("3 mrt. 2024", "2024-03-03"),
        ("3 marca 2024 r.", "2024-03-03"),
        ("1 EKİM 2024", "2024-10-01"),
        ("3 Şubat 2024", "2024-02-03"),
        ("3 մարտի 2024 թ.", "2024-03-03"),
        ("2024 թ. մարտի 3", "2024-03-03"),
        ("٣ مارس ٢٠٢٤", "2024-03-03"),
        ("3 مارس، 2024", "2024-03-03"),
        ("3 آذار/مارس 2024", "2024-03-03"),
        ("3 آب 2024", "2024-08-03"),
        ("3 במרץ 2024", "2024-03-03"),
        ("２０２４年３月５日", "2024-03-05"),
        ("令和6年3月5日", "2024-03-05"),
        ("平成元年5月1日", "1989-05-01"),
        ("2024. 3. 5.", "2024-03-05"),
        ("2024年3月5日", "2024-03-05"),
        ("2024년 3월 5일", "2024-03-05"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_a_date_is_understood(text: str, iso: str) -> None:
    found = find_date(f"Seen on {text}, they say")
    assert found
    assert found.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "3/4/2024",
        "29 February 2023",
        "2024-13-01",
        "32 March 2024",
        "12 results 2024",
        "March 2024",
        "in 2024",
        "10.11.12",
        "3 ab 2024",
        "3 " + "a" * 30 + " 2024",
        "",
    ],
)
def test_what_is_no_date_or_may_be_two_is_none(text: str) -> None:
    assert find_date(text) is None


def test_the_first_date_counts_with_its_place() -> None:
    text = "From March 3, 2024 to 2024-04-05"
    found = find_date(text)
    assert found
    assert text[found.start : found.end] == "March 3, 2024"


FORMS = ["{0:%Y-%m-%d}", "{0.day}.{0.month}.{0.year}", "{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}"]


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(FORMS))
def test_every_day_of_the_calendar_is_understood(day: date, form: str) -> None:
    found = find_date(form.format(day))
    assert found
    assert found.iso == day.isoformat()
