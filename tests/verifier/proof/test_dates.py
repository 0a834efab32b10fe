"""A mark shows the dates that were computed: these and no others, in the words of any language."""

import calendar
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.verifier.proof import dates as module
from converter.verifier.proof.dates import tells

days = st.dates(date(1000, 1, 1), date(2999, 12, 31))
NEAR = [timedelta(days=1), timedelta(days=31), timedelta(days=366)]
"""Another day, another month, another year."""


def ways(day: date) -> list[str]:
    """Return how a day is written in English, and by figures."""
    month = calendar.month_name[day.month]
    return [
        f"{day.day} {month} {day.year}",
        f"{month.upper()} {day.day}, {day.year}",
        f"the {day.day}th of {month} in {day.year}",
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day.year}年{day.month}月{day.day}日",
    ]


@settings(max_examples=25)
@given(days)
def test_a_day_is_told_however_it_is_written_and_no_other_is(day: date) -> None:
    for written in ways(day):
        assert tells(f"(computed: {written})", [day.isoformat()])
        for apart in NEAR:
            assert not tells(f"(computed: {written})", [(day + apart).isoformat()])


@settings(max_examples=25)
@given(st.lists(days, min_size=2, max_size=3, unique=True), st.data())
def test_dates_are_told_in_their_order_each_once(several: list[date], data: st.DataObject) -> None:
    written = [data.draw(st.sampled_from(ways(day)[:3])) for day in several]
    wanted = [day.isoformat() for day in several]
    assert tells(f"(computed: {', '.join(written)})", wanted)
    assert not tells(f"(computed: {', '.join(reversed(written))})", wanted)
    assert not tells(f"(computed: {', '.join(written)})", wanted[:-1])
    assert not tells(f"(computed: {', '.join(written[:-1])})", wanted)


@pytest.mark.parametrize(
    ("said", "dates", "is_told"),
    [
        ("computed: 2024", ["2024"], True),
        ("computed: May 2024", ["2024"], False),
        ("computed: May 2024", ["2024-05"], True),
        ("computed: 2024 May", ["2024-05"], True),
        ("computed: 05/2024", ["2024-05"], True),
        ("computed: June 2024", ["2024-05"], False),
        ("computed: May May 2024", ["2024-05"], False),
        ("computed: May May 2024", ["2024-05-03"], False),
        ("computed: 3 May May", ["2024-05-03"], False),
        ("computed: 3 2024", ["2024-05-03"], False),
        ("computed: 3 May 24", ["2024-05-03"], False),
        ("computed: 3 May 2024, 3 May 2024", ["2024-05-03"], False),
        ("computed: 3 May 2024, 4", ["2024-05-03"], False),
        ("computed", ["2024"], False),
        # a word besides, and not a sign or a figure
        ("3 May 2024", ["2024-05-03"], False),
        ("(_3_ May, 2024!)", ["2024-05-03"], False),
        # names of months that go on are other words, and a word may go before a name
        ("computed: 3 Mayor 2024", ["2024-05-03"], False),
        ("חושב: 3 במאי 2024", ["2024-05-03"], True),
        # figures do not say which of them is the month
        ("computed: 03.05.2024", ["2024-05-03"], True),
        ("computed: 05.03.2024", ["2024-05-03"], True),
        ("computed: 3 March 2024", ["2024-05-03"], False),
        # a number longer than a year's is of no date, whatever it may come to
        ("computed: 02024", ["2024"], False),
        ("computed: 00001 May 2024", ["2024-05-01"], False),
        ("computed: 2024 May 00003", ["2024-05-03"], False),
        # a longer name is read whole: September is not the French «sept» with something behind it
        ("computed: 3 September 2024", ["2024-09-03"], True),
        ("calculé : 3 août 2024", ["2024-08-03"], True),
        ("CALCULÉ : 3 AOÛT 2024", ["2024-08-03"], True),
        # one name, two months: in Polish the eleventh
        ("obliczono: 3 listopada 2024 r.", ["2024-11-03"], True),
    ],
)
def test_what_a_mark_tells(said: str, dates: list[str], is_told: bool) -> None:  # noqa: FBT001
    assert tells(said, dates) is is_told


def language(folder: Path, tag: str, months: str) -> None:
    """Write a language file of a user's own."""
    folder.joinpath("languages").mkdir(exist_ok=True)
    text = f"extends: en\nmonths: {months}\n"
    folder.joinpath("languages", f"{tag}.yaml").write_text(text, "utf-8")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("converter.stylesheets.folders.user_folder", lambda: tmp_path)
    return tmp_path


def test_a_name_that_languages_give_to_two_months_stands_for_either(own: Path) -> None:
    language(own, "hr", "sij, velj, ožu, tra, svi, lip, srp, kol, ruj, listopad, stu, pro")
    language(own, "xx", "ja, fe, ma, ap, my, jn, jl, au, se, oc, listopad, de")
    for month, is_told in (("09", False), ("10", True), ("11", True), ("12", False)):
        assert tells("(computed: 3 Listopad 2024)", [f"2024-{month}-03"]) is is_told


def test_the_longest_name_is_read_so_that_none_of_it_counts_as_a_word(own: Path) -> None:
    language(own, "xx", "ja, fe, ma, ap, may-s, jn, jl, au, se, oc, no, de")
    assert tells("(computed: 3 May-s 2024)", ["2024-05-03"])
    assert not tells("(3 May-s 2024)", ["2024-05-03"])


def test_a_language_file_that_is_faulty_is_passed_over_and_the_next_is_read(own: Path) -> None:
    language(own, "aa", "one, two")
    assert tells("(computed: 3 May 2024)", ["2024-05-03"])


def test_without_any_language_figures_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "listed", lambda _kind: {})
    assert tells("(computed: 2024-05-03)", ["2024-05-03"])
    assert not tells("(computed: 3 May 2024)", ["2024-05-03"])
