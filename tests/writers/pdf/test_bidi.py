import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.writers.pdf.bidi import (
    Order,
    first_strong,
    level_runs,
    levels_of,
    runs_to_the_left,
    visual_order,
)

HEBREW = "אבג"


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("ab", 0, [0, 0]),
        (f"a {HEBREW}", 0, [0, 0, 1, 1, 1]),
        (f"{HEBREW} 12", 1, [1, 1, 1, 1, 2, 2]),
        (f"{HEBREW}.", 0, [1, 1, 1, 0]),
        (f"{HEBREW} ab", 1, [1, 1, 1, 1, 2, 2]),
        ("", 1, []),
    ],
)
def test_levels_are_those_of_the_algorithm(text: str, base: int, levels: list[int]) -> None:
    assert levels_of(text, base) == levels


def test_marks_of_direction_take_the_level_before_them() -> None:
    assert levels_of(f"a\u200e\u2067{HEBREW}\u2069", 0) == [0, 0, 0, 1, 1, 1, 1]


def test_text_that_runs_to_the_left_is_told() -> None:
    assert runs_to_the_left(f"a {HEBREW}")
    assert runs_to_the_left("مرحبا")
    assert not runs_to_the_left("Łódź 世界 Ελλάδα")
    assert first_strong(f"1. {HEBREW} a", 0) == 1
    assert first_strong("1. a", 1) == 0
    assert first_strong("1.", 1) == 1


@pytest.mark.parametrize(
    ("levels", "order"),
    [([0, 0], [0, 1]), ([1, 1, 1], [2, 1, 0]), ([0, 1, 1, 0], [0, 2, 1, 3]), ([1, 2, 2, 1], [3, 1, 2, 0])],
)
def test_lines_are_reordered_level_by_level(levels: list[int], order: list[int]) -> None:
    assert visual_order(levels) == order


def test_a_page_that_is_mirrored_needs_no_turning_of_its_own_paragraphs() -> None:
    assert Order(1, 1).visual([1, 1]) == [0, 1]
    assert Order(0, 0).visual([0, 0]) == [0, 1]
    assert Order(1, 0).visual([1, 1]) == [0, 1]
    assert Order(1, 0).is_turned
    assert not Order(1, 1).is_turned


@given(st.lists(st.integers(0, 3), max_size=12))
def test_an_order_loses_nothing(levels: list[int]) -> None:
    assert sorted(visual_order(levels)) == list(range(len(levels)))
    runs = level_runs(levels)
    assert [level for begin, end, level in runs for _ in range(begin, end)] == levels
