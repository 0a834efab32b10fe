"""Times as written, and what they mean in an article of a day."""

from datetime import date

import pytest

from converter.configuration import Settings
from converter.outliner.panels.dating import computed_date, day_of, written_date
from converter.outliner.panels.lexicon import lexicon_of
from converter.outliner.panels.tenses import Tense, tense_of
from converter.outliner.panels.times import Time, times_in
from converter.pipeline import convert
from converter.readers.original import Original
from converter.stylesheets.folders import listed
from converter.stylesheets.languages import load_language

TODAY = date(2026, 5, 14)
"""A Thursday."""


def times(text: str, tag: str = "en") -> list[str]:
    return [text[time.start : time.end] for time in times_in(text, load_language(tag))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell on 3 March 2011, and on May 14.", ["3 March 2011", "May 14"]),
        ("In March 2024 and since 1987 nothing fell.", ["March 2024", "1987"]),
        ("He may march; in May 300 people did.", []),
        ("Yesterday, two years ago, and on Monday.", ["Yesterday", "two years ago", "Monday"]),
        ("The 2015 agreement has 1995 pages.", []),
        (
            "It met on Tuesday 10 March and on Friday, March 13, 2026.",
            ["Tuesday 10 March", "Friday, March 13, 2026"],
        ),
        ("It runs from 8 to 17 June and on 3–5 May 2027.", ["8 to 17 June", "3–5 May 2027"]),
        ("He weighs them every Sunday.", []),
        ("It fell on 2026-05-14 and on 31.12.2025.", ["2026-05-14", "31.12.2025"]),
    ],
)
def test_times_are_found_as_written(text: str, found: list[str]) -> None:
    assert times(text) == found


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("de", "Am 22. Juni, vor zwei Jahren und gestern.", ["22. Juni", "vor zwei Jahren", "gestern"]),
        (
            "fr",
            "Depuis jeudi, il y a trois ans, le 12 août 2025.",
            ["jeudi", "il y a trois ans", "12 août 2025"],
        ),
        ("fr", "Chaque lundi, le mois dernier et l’an dernier.", ["mois dernier", "an dernier"]),
        ("fr", "Le mardi 10 mars.", ["mardi 10 mars"]),
        ("es", "Desde marzo de 2027 y el 15 de julio.", ["marzo de 2027", "15 de julio"]),
        ("ru", "В среду, 12 марта 2025 года, и в 1968 году.", ["среду, 12 марта 2025 года", "1968 году"]),
        ("hy", "Այն սկսվել է 2024 թվականին։", ["2024 թվականին"]),
        ("ar", "بدأ في 10 مايو 2026 ويوم السبت.", ["10 مايو 2026", "السبت"]),
        ("zh", "2026年5月14日和去年。", ["2026年5月14日", "去年"]),
    ],
)
def test_each_language_has_its_own_times(tag: str, text: str, found: list[str]) -> None:
    assert times(text, tag) == found


@pytest.mark.parametrize("tag", sorted(listed("language")))
def test_each_weekday_is_found_whole_and_no_part_of_it(tag: str) -> None:
    language = load_language(tag)
    forms = lexicon_of(language).weekdays
    assert set(forms.values()) == set(range(7))
    for form, number in forms.items():
        (time,) = times_in(f"{form}.", language)
        assert (time.start, time.end, time.weekday) == (0, len(form), number)
        for word in {*form.split()} - {*forms}:
            assert [time.weekday for time in times_in(f"{word}.", language)] == []


@pytest.mark.parametrize(
    ("tag", "text", "found", "weekday"),
    [
        ("he", "הוא נפל ביום שני.", "ביום שני", 0),
        ("he", "הוא נפל ביום\nשלישי.", "ביום\nשלישי", 1),
        ("hy", "Այն ընկավ շաբաթ օրը։", "շաբաթ օրը", 5),
    ],
)
def test_a_weekday_may_be_two_words(tag: str, text: str, found: str, weekday: int) -> None:
    (time,) = times_in(text, load_language(tag))
    assert (text[time.start : time.end], time.weekday) == (found, weekday)


def test_a_word_of_a_weekday_is_none() -> None:
    assert times("הגל השני היה ביום חם, שני בלבד.", "he") == []


@pytest.mark.parametrize(
    ("time", "tense", "meant"),
    [
        (Time(0, 1, offset=("day", -1)), "", "2026-05-13"),
        (Time(0, 1, offset=("month", 8)), "", "2027-01"),
        (Time(0, 1, offset=("year", -2)), "", "2024"),
        (Time(0, 1, offset=("week", -1)), "", ""),
        (Time(0, 1, offset=("year", -9999)), "", ""),
        (Time(0, 1, weekday=3), "past", "2026-05-14"),
        (Time(0, 1, weekday=4), "past", "2026-05-08"),
        (Time(0, 1, weekday=4), "future", ""),
        (Time(0, 1, weekday=4), "", ""),
        (Time(0, 1, month=12, day=3), "past", "2025-12-03"),
        (Time(0, 1, month=6, day=3), "past", ""),
        (Time(0, 1, month=6, day=3), "future", "2026-06-03"),
        (Time(0, 1, month=2, day=30), "past", ""),
        (Time(0, 1, month=1), "past", "2026-01"),
        (Time(0, 1, month=5), "past", ""),
    ],
)
def test_a_date_is_computed_where_it_is_beyond_doubt(time: Time, tense: Tense, meant: str) -> None:
    assert computed_date(time, TODAY, tense) == meant


def test_a_year_makes_a_date_by_itself() -> None:
    assert [written_date(Time(0, 1, 2011)), written_date(Time(0, 1, 2011, 3))] == ["2011", "2011-03"]
    assert written_date(Time(0, 1, 2011, 3, 3)) == "2011-03-03"
    assert [written_date(each) for each in times_in("From 3 to 5 May 2027.", load_language("en"))] == ["2027"]
    assert written_date(Time(0, 1, None, 3, 3)) == written_date(Time(0, 1, 2011, 2, 30)) == ""


def test_an_article_may_have_a_day_or_none() -> None:
    assert day_of("2026-05-14T09:00:00Z") == TODAY
    assert day_of("2026") is day_of("") is None


@pytest.mark.parametrize("year", ["0001", "0999", "9999"])
def test_a_day_at_the_end_of_the_calendar_is_none(year: str) -> None:
    assert day_of(f"{year}-01-01") is day_of(f"{year}-12-31") is None


def test_a_month_of_an_early_year_has_four_figures() -> None:
    assert computed_date(Time(0, 1, offset=("month", -1)), date(1000, 1, 1), "") == "0999-12"


@pytest.mark.parametrize("day", ["0001-01-01", "1000-01-01", "9998-12-31", "9999-12-31"])
def test_an_article_of_any_day_has_its_panels(day: str) -> None:
    story = "The quay fell on Sunday. It will fall on 3 March, tomorrow."
    text = f"---\ndate: {day}\nlang: en\n---\n# Quay\n\n{story}\n"
    settings = Settings(formats=("md",), panels=("timeline",))
    assert convert(Original(text.encode(), "a.md"), settings).document.records


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The quay collapsed on Monday.", "past"),
        ("It will fall on Monday.", "future"),
        ("It will fall, the mayor said on Monday.", "past"),
        ("It will fall, its owners decided on Monday.", "past"),
        ("It has stood there since Monday.", "past"),
        ("It stands on Monday.", ""),
    ],
)
def test_the_clause_tells_the_tense(text: str, tense: str) -> None:
    start = text.index("Monday")
    assert tense_of(text, start, start + len("Monday"), load_language("en")) == tense
