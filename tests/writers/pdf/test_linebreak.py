"""Line ends against every way there is to break a short paragraph."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from converter.writers.pdf.linebreak import INFINITE, Measures, Place, Setting, balance_lines, break_lines

widths = st.integers(4, 30)
SPACE = 6.0


def places_of(words: Sequence[tuple[int, bool]]) -> list[Place]:
    """Return the places of words with spaces between them; some have a hyphen in their middle."""
    places, x, spaces = [Place(0, 0, 0, 0)], 0.0, 0.0
    for width, broken in words:
        if broken:
            half = x + width / 2
            places.append(Place(half + 2, half, spaces, spaces, 50.0, hyphen=True))
        places.append(Place(x + width, x + width + SPACE, spaces, spaces + SPACE))
        x, spaces = x + width + SPACE, spaces + SPACE
    return places


paragraphs = st.lists(st.tuples(widths, st.booleans()), min_size=1, max_size=7).map(places_of)


def every_way(places: Sequence[Place]) -> Iterator[tuple[int, ...]]:
    """Return every choice of line ends."""
    last = len(places) - 1
    for count in range(last):
        for chosen in combinations(range(1, last), count):
            yield (*chosen, last)


def demerits(places: Sequence[Place], ends: Sequence[int], measures: Measures, setting: Setting) -> float:
    """Return what Knuth and Plass charge for these lines; infinite where one is too long."""
    total, fitness_before = 0.0, 1
    for number, (start, end) in enumerate(pairwise([0, *ends])):
        measure = measures.rest if number else measures.first
        width = places[end].end - places[start].start
        spaces = places[end].space_end - places[start].space_start
        short, is_last = measure - width, end == len(places) - 1
        if setting == "ragged":
            ratio = short / (0.2 * measure) if short >= 0 else -INFINITE
        elif spaces == 0:
            ratio = 0.0 if short == 0 else INFINITE * short
        else:
            ratio = short / ((0.5 if short >= 0 else 0.3) * spaces)
        ratio = min(ratio, 0.0) if is_last else ratio
        if ratio < -1:
            return INFINITE
        fitness = 0 if ratio <= -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
        penalty = 0.0 if is_last else places[end].penalty
        total += (10 + min(100 * abs(ratio) ** 3, 1e9) + penalty) ** 2
        total += 10_000 * (abs(fitness - fitness_before) > 1)
        total += 100_000 * (places[start].hyphen and places[end].hyphen)
        if is_last and number:
            total += 10_000 * places[start].hyphen + 40_000 * (width < 0.2 * measure)
        fitness_before = fitness
    return total


@given(paragraphs, st.integers(30, 80), st.integers(-10, 10), st.sampled_from(["justified", "ragged"]))
def test_no_other_way_to_break_a_paragraph_costs_less(
    places: list[Place], measure: int, indent: int, setting: Setting
) -> None:
    measures = Measures(measure - indent, measure)
    best = min(demerits(places, ends, measures, setting) for ends in every_way(places))
    assume(best < INFINITE)
    found = break_lines(places, measures, setting)
    assert demerits(places, found, measures, setting) == pytest.approx(best)


@given(paragraphs, st.integers(1, 80), st.sampled_from(["justified", "ragged"]))
def test_there_is_always_an_answer_in_order_that_ends_at_the_end(
    places: list[Place], measure: int, setting: Setting
) -> None:
    ends = break_lines(places, Measures(measure, measure), setting)
    assert ends == sorted(set(ends))
    assert ends[-1] == len(places) - 1


@given(paragraphs, st.integers(30, 80))
def test_no_line_is_stretched_beyond_the_tolerance(places: list[Place], measure: int) -> None:
    ends = break_lines(places, Measures(measure, measure), "justified", 1.0)
    for start, end in pairwise([0, *ends[:-1]]):
        short = measure - (places[end].end - places[start].start)
        assert short <= 0.5 * (places[end].space_end - places[start].space_start) + 1e-6


def test_a_line_ends_where_it_must() -> None:
    places = places_of([(10, False)] * 4)
    places[2].penalty = -INFINITE
    assert 2 in break_lines(places, Measures(100, 100), "ragged")
    assert 2 in balance_lines(places, Measures(100, 100))


def test_a_word_wider_than_the_line_has_a_line_of_its_own() -> None:
    assert break_lines(places_of([(10, False), (90, False), (10, False)]), Measures(40, 40), "justified") == [
        1,
        2,
        3,
    ]


@given(paragraphs, st.integers(30, 80))
def test_a_balanced_title_has_no_more_lines_than_it_needs_and_no_line_longer_than_the_measure(
    places: list[Place], measure: int
) -> None:
    measures = Measures(measure, measure)
    fitting = [ends for ends in every_way(places) if longest(places, ends) <= measure]
    assume(fitting)
    fewest = min(map(len, fitting))
    best = min(longest(places, ends) for ends in fitting if len(ends) == fewest)
    found = balance_lines(places, measures)
    assert len(found) == fewest
    assert longest(places, found) <= best + 0.01 * measure


def longest(places: Sequence[Place], ends: Sequence[int]) -> float:
    return max(places[end].end - places[start].start for start, end in pairwise([0, *ends]))
