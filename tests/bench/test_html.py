"""Scores of pages."""

from collections import Counter

from bench.reading.html import Facts, facts, shingles


def test_shingles_are_runs_of_four_words() -> None:
    assert shingles("a b, c d. e") == Counter(["a b c d", "b c d e"])
    assert shingles("a b") == Counter(["a b"])
    assert shingles("") == Counter()


def test_facts_are_compared_by_what_they_say() -> None:
    assert facts("By  Jane\nDoe", "2026-03-02T10:00", "A — title") == Facts(
        "jane doe", "2026-03-02", "a title"
    )
    assert facts(None, None, None) == Facts("", "", "")
