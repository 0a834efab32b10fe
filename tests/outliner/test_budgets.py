import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model.outline import Length, Outline, SectionRule
from converter.outliner.budgets import allowed_words, granted_words, page_words, shares
from tests.outliner.making import THREE, rule


@pytest.mark.parametrize(
    ("length", "total", "allowed"),
    [("standard", 1000, 500), ("standard", 200, 120), ("brief", 1000, 250), ("brief", 100, 60)],
)
def test_half_or_a_quarter_of_the_article_is_allowed_but_never_less_than_a_note(
    length: Length, total: int, allowed: int
) -> None:
    assert allowed_words(length, total) == allowed


LIMITED = Outline("x", "", (rule("a", standard=100), rule("b", standard=100), SectionRule("c", ())))


def test_a_section_is_granted_what_the_outline_says_and_the_article_has() -> None:
    page = page_words(LIMITED, "standard", 840)
    assert page == {"a": 100, "b": 100, "c": math.inf}
    assert granted_words(page, {"a": 300, "b": 40, "c": 500}) == {"a": 100, "b": 40, "c": 500}


def test_a_note_is_kept_whole() -> None:
    assert granted_words(page_words(LIMITED, "standard", 120), {"a": 120}) == {"a": 120, "b": 0, "c": 0}


def test_what_one_section_cannot_use_is_shared_by_the_others() -> None:
    wanted = Outline("x", "", (rule("a", standard=100), rule("b", standard=100), rule("c", standard=100)))
    assert shares(wanted, "standard", {"a": 10, "b": 100, "c": 100}, 110) == {"a": 10, "b": 50, "c": 50}


@given(st.lists(st.integers(0, 400), min_size=3, max_size=3), st.integers(0, 800))
def test_shares_stay_within_what_is_granted_and_allowed(available: list[int], allowed: int) -> None:
    there = dict(zip(("summary", "background", "implications"), available, strict=True))
    grants = granted_words(page_words(THREE, "standard", 1200), there)
    found = shares(THREE, "standard", grants, allowed)
    assert all(0 <= found[key] <= grants[key] for key in grants)
    assert sum(found.values()) <= max(allowed, 0) or sum(grants.values()) <= allowed
    assert sum(found.values()) >= min(allowed, sum(grants.values())) - len(found)
