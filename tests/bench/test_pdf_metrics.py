"""How readings of PDFs are scored."""

from bench.reading.pdf_metrics import (
    Score,
    bag_score,
    broken_words,
    heading_score,
    level_agreement,
    shingle_score,
    words,
)


def test_words_are_compared_without_capitals_and_signs() -> None:
    assert words("The ﬁrst, “well-known” harbour’s END.") == [
        "the",
        "first",
        "well-known",
        "harbour’s",
        "end",
    ]


def test_a_score_is_the_mean_of_precision_and_recall() -> None:
    assert bag_score(["a", "b"], ["b", "a"]).f == 1
    assert bag_score(["a", "a"], ["a"]) == Score(1, 2, 1)
    assert Score().f == 1
    assert (Score(1, 2, 2) + Score(1, 2, 2)).f == 0.5


def test_shingles_see_the_order() -> None:
    text = ["a", "b", "c", "d", "e"]
    assert shingle_score(text, text).f == 1
    assert shingle_score(text[::-1], text).f == 0


def test_headings_are_compared_by_their_words() -> None:
    assert heading_score([("One two", 1), ("Three", 2)], [("one two!", 1)]) == Score(1, 2, 1)


def test_levels_agree_when_neighbours_stand_to_each_other_alike() -> None:
    wanted = [("a", 1), ("b", 2), ("c", 2)]
    assert level_agreement([("a", 0), ("b", 1), ("c", 1)], wanted) == 1
    assert level_agreement([("a", 0), ("b", 1), ("c", 2)], wanted) == 0.5


def test_words_that_a_hyphen_broke_are_found() -> None:
    assert broken_words("the recon- struction of", "the reconstruction of") == ["recon- struction"]
    assert broken_words("a wellknown thing", "a well-known thing") == ["wellknown"]
    assert broken_words("short- and long-term", "short- and long-term") == []
