import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.outliner.words import Phrases, count, terms, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The U.S. won't pay €3.5 a day", ["the", "u", "s", "won", "t", "pay", "3", "5", "a", "day"]),
        ("l’impact à long-terme", ["l", "impact", "à", "long", "terme"]),
        ("新しい港", ["新", "し", "い", "港"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("…—!", []),
    ],
)
def test_words_are_runs_of_letters_and_digits_case_folded(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "number"),
    [("One two—three four.", 3), ("", 0), ("新しい港が", 3), ("In 2019 新港 opened", 4)],
)
def test_words_are_counted_as_a_person_would(text: str, number: int) -> None:
    assert count(text) == number


def test_terms_carry_content() -> None:
    assert terms(["the", "agreements", "of", "1999", "t", "港"], frozenset({"the", "of"})) == [
        "agreem",
        "1999",
        "港",
    ]


def test_where_nothing_carries_content_all_words_are_terms() -> None:
    assert terms(["it", "is"], frozenset({"it", "is"})) == ["it", "is"]


def test_phrases_are_found_with_their_meaning_and_place() -> None:
    phrases = Phrases({"future": ("will", "in the future"), "place": ("the future inn",)})
    assert phrases.find(words("It will be, in the future, inn-like")) == [
        (1, ("will",), "future"),
        (3, ("in", "the", "future"), "future"),
        (4, ("the", "future", "inn"), "place"),
    ]


def test_parts_of_words_are_not_found() -> None:
    assert Phrases({"future": ("will",)}).find(words("Willing goodwill")) == []


def test_endings_and_beginnings_are_found() -> None:
    phrases = Phrases({"past": ("-ed", "went"), "warning": ("warn-",)})
    found = phrases.find(words("Warned, they warn: red went unneeded"))
    assert [(word, meaning) for _, (word,), meaning in found] == [
        ("warned", "warning"), ("warn", "warning"), ("went", "past"),
        ("unneeded", "past"),
    ]  # fmt: skip


def test_a_word_has_a_meaning_once() -> None:
    assert len(Phrases({"past": ("warned", "-ed", "warn-")}).find(["warned"])) == 1


def test_an_ending_tells_only_of_words_that_nothing_else_is_said_of() -> None:
    phrases = Phrases({"past": ("-ed",), "expectation": ("expected",), "warning": ("warn-",)})
    found = phrases.find(["expected", "warned", "opened"])
    assert [meaning for _, _, meaning in found] == ["expectation", "warning", "past"]


def test_phrases_of_a_script_without_spaces_are_found_inside_a_sentence() -> None:
    assert Phrases({"future": ("将会",)}).find(words("港口将会关闭")) == [(2, ("将", "会"), "future")]


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), min_size=1, max_size=3))
def test_every_occurrence_of_a_phrase_is_found(text: list[str], phrase: list[str]) -> None:
    found = Phrases({"x": (" ".join(phrase),)}).find(text)
    expected = [at for at in range(len(text)) if text[at : at + len(phrase)] == phrase]
    assert [at for at, _, _ in found] == expected
