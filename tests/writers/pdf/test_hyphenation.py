import pytest

from converter.writers.pdf.hyphenation import hyphens


def broken(word: str, language: str = "en") -> str:
    """Return `word` with a hyphen wherever one may stand."""
    return "".join("-" * (index in hyphens(word, language)) + letter for index, letter in enumerate(word))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "coop-er-a-tion"),
        ("en-GB", "cooper-a-tion"),
        ("de", "Zusam-men-ar-beit"),
        ("de-AT", "Mit-ar-bei-ter"),
        ("hu", "együtt-mű-kö-dés"),
        ("nb", "sam-ar-beid"),
        ("fr", "coopé-ra-tion"),
        ("ru", "сотруд-ни-че-ство"),
        ("el", "συνερ-γα-σία"),
    ],
)
def test_words_are_broken_by_the_rules_of_their_language(language: str, expected: str) -> None:
    assert broken(expected.replace("-", ""), language) == expected


def test_marks_around_a_word_stay_with_it() -> None:
    assert broken("“(cooperation).”") == "“(coop-er-a-tion).”"


@pytest.mark.parametrize(
    "word",
    ["river", "NATO’s", "NATOstan", "don’t-mention", "12345678", "e4cooperation", "well-cooperation", ""],
)
def test_short_words_names_in_capitals_and_what_is_no_word_are_left_alone(word: str) -> None:
    assert hyphens(word, "en") == ()


def test_a_language_without_patterns_breaks_no_words() -> None:
    assert hyphens("համագործակցություն", "hy") == ()
    assert hyphens("cooperation", "x-none") == ()
