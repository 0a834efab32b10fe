import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.outliner.chain import marginals

LABELS = 3
FACTORS = st.lists(st.floats(0.01, 10), min_size=LABELS, max_size=LABELS)
EVEN = [[1.0] * LABELS] * LABELS


def by_all_ways(own: list[list[float]], tied: list[bool], ties: list[list[float]]) -> list[list[float]]:
    """Return the marginals by going through every way to label the places."""
    totals = [[0.0] * LABELS for _ in own]
    for way in product(range(LABELS), repeat=len(own)):
        mass = math.prod(factors[label] for factors, label in zip(own, way, strict=True))
        for index, tie in enumerate(tied):
            mass *= ties[way[index]][way[index + 1]] if tie else 1
        for place, label in enumerate(way):
            totals[place][label] += mass
    return [[part / sum(total) for part in total] for total in totals]


@given(
    st.lists(FACTORS, min_size=1, max_size=5),
    st.lists(st.booleans(), min_size=4, max_size=4),
    st.lists(FACTORS, min_size=LABELS, max_size=LABELS),
)
def test_marginals_are_those_of_all_ways_through(
    own: list[list[float]], tied: list[bool], ties: list[list[float]]
) -> None:
    links = tied[: len(own) - 1]
    for found, expected in zip(marginals(own, links, ties), by_all_ways(own, links, ties), strict=True):
        assert list(found) == pytest.approx(expected)


def test_a_place_alone_says_what_it_says() -> None:
    assert marginals([[1, 1, 2]], [], EVEN) == [[0.25, 0.25, 0.5]]


def test_no_place_has_no_marginals() -> None:
    assert marginals([], [], EVEN) == []


def test_a_long_chain_does_not_run_out_of_numbers() -> None:
    places = 5000
    found = marginals([[1e-8, 1e-9, 1e-8]] * places, [True] * (places - 1), [[0.1, 0.2, 0.1]] * LABELS)
    assert all(math.isclose(sum(place), 1) for place in found)
