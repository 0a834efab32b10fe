"""Scores of what was read."""

from collections import Counter

import pytest

from bench.reading.scores import Score, mean, pooled, score, word_score


def test_scores_compare_bags() -> None:
    assert score(Counter("aab"), Counter("abc")) == Score(2 / 3, 2 / 3)
    assert score(Counter(), Counter()) == Score(1.0, 1.0)
    assert score(Counter("a"), Counter()) == Score(0.0, 0.0)
    assert Score(1.0, 0.5).f1 == pytest.approx(2 / 3)
    assert Score(0.0, 0.0).f1 == 0.0


def test_words_are_compared_without_their_order() -> None:
    assert word_score("b, a", "a b.") == Score(1.0, 1.0)


def test_pairs_are_pooled() -> None:
    pairs = [(Counter("ab"), Counter("a")), (Counter("c"), Counter("cd"))]
    assert pooled(pairs) == Score(2 / 3, 2 / 3)


def test_the_mean_of_nothing_is_nothing() -> None:
    assert mean([]) == 0
    assert mean([1, 2]) == 1.5
