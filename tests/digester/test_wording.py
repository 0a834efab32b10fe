"""Sentences taken apart: what is compared is what they say, not how it is written."""

import pytest

from converter.digester.wording import FIGURE, Wording, Wordings
from converter.model.article import Article, Sentence, Source, Span
from tests.digester.making import language_of


def wording(text: str, tag: str = "en") -> Wording:
    article = Article(Source("a.txt", "text/plain", "0" * 64, 1), text, None, ())
    return Wordings(article, language_of(tag)).of(Sentence(Span(0, len(text)), 0, 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Quay opened, he said.", "the quay opened he said"),
        ("It cost 1,200,000 crowns.", "It cost 1 200 000 crowns."),
        ("It fell by 3.5 points.", "It fell by 3,5 points."),
        ("The café — it closed.", "The cafe: it closed"),
        ("In ١٩٨٧ it burned.", "In 1987 it burned."),
    ],
)
def test_typography_does_not_count(one: str, other: str) -> None:
    assert wording(one).words == wording(other.replace(" 200 000", "\u00a0200\u00a0000")).words


@pytest.mark.parametrize(
    ("one", "other"),
    [("It fell by 3 points.", "It fell by −3 points."), ("It cost $3.", "It cost €3."), ("3.5", "35")],
)
def test_signs_and_decimals_count(one: str, other: str) -> None:
    assert wording(one).words != wording(other).words


def test_a_range_of_years_has_no_minus() -> None:
    assert wording("In 2019-2020 it rained.").words == ("in", "2019", "2020", "it", "rained")


def test_figures_are_masked_and_each_word_knows_its_place() -> None:
    found = wording("Only 34 of 1,200 came.")
    assert found.masked == ("only", FIGURE, "of", FIGURE, "came")
    assert [(span.start, span.end) for span in found.places][1:4:2] == [(5, 7), (11, 16)]


def test_what_a_word_does_is_said_by_the_files_of_the_language() -> None:
    found = wording("The court did not close the 2 quays.")
    weights = dict(zip(found.words, found.weights, strict=True))
    assert weights["the"] == "light"
    assert (weights["not"], weights["2"]) == ("telling", "telling")
    assert (weights["court"], weights["quays"]) == ("content", "content")
    assert wording("Le port n'est pas ouvert.", "fr").weights[4] == "telling"


def test_scripts_without_spaces_are_taken_character_by_character() -> None:
    assert wording("港口关闭34天", "zh").words == ("港", "口", "关", "闭", "34", "天")
