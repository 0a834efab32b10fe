from converter.model.language import Language
from converter.outliner.features import Sight, quoted, sights
from converter.outliner.reading import read
from converter.outliner.sentences import sentences_of
from tests.outliner.making import ENGLISH, article

TITLE = "Harrow loses its paper mill"


def seen(*parts: str, language: Language | None = ENGLISH) -> list[Sight]:
    made = article(*parts, title=TITLE)
    return sights(read(made, sentences_of(made, language), language))


def said(*parts: str, language: Language | None = ENGLISH) -> list[list[str]]:
    """Return what is seen of the words of each sentence, shares and lengths left out."""
    return [
        [str(hit) for hit in sight.words if not hit.feature.startswith(("length", "shared"))]
        for sight in seen(*parts, language=language)
    ]


def placed(*parts: str) -> list[list[str]]:
    return [[hit.feature for hit in sight.place] for sight in seen(*parts)]


def test_the_place_is_seen_from_both_ends() -> None:
    found = placed("Word. " * 14)
    assert [place[0] for place in found[::6]] == ["sentence ≤ 1", "sentence ≤ 7", "sentence > 12"]
    assert [place[1] for place in found[::6]] == ["tenth ≤ 1", "tenth ≤ 5", "tenth > 9"]
    assert [place[2] for place in found[-2:]] == ["sentences to the end ≤ 1", "sentences to the end ≤ 0"]
    assert {place[3] for place in found} == {"sentences in all ≤ 15"}


def test_the_paragraph_is_seen() -> None:
    assert [place[4:6] for place in placed("One. Two.", "Three.")] == [
        ["paragraph ≤ 1", "opens its paragraph"],
        ["paragraph ≤ 1", "inside its paragraph"],
        ["paragraph ≤ 2", "opens its paragraph"],
    ]


def test_the_words_that_sentences_share_are_seen() -> None:
    first, second, third = (sight.place[6:] for sight in seen("Mill, river. Mill, valley. Bank, road."))
    assert [hit.feature for hit in second] == [
        "common words > 30 %", "new words ≤ 50 %", "shared with the sentence before > 35 %",
    ]  # fmt: skip
    assert [hit.feature for hit in third][1:] == ["new words > 90 %", "shared with the sentence before ≤ 0 %"]
    assert first[2].feature == "shared with the sentence before ≤ 0 %"


def test_the_share_of_the_title_is_seen() -> None:
    found = [
        [h.feature for h in sight.words if "title" in h.feature]
        for sight in seen("The mill of Harrow. A valley.")
    ]
    assert found == [["shared with the title > 50 %"], ["shared with the title ≤ 0 %"]]


def test_years_figures_and_quotation_marks_are_seen() -> None:
    found = said("It was built in 1908. It made 1,908 tons in 1920. It's “good”. Why?", language=None)
    assert found == [
        ["year: 1908", "years before ≤ 15", "figure: 1"],
        ["year: 1920", "years before ≤ 0", "figure: 1"],
        ["quotation"],
        ["question"],
    ]


def test_a_cue_class_is_seen_once_and_again_when_met_twice_or_early() -> None:
    found = said("Aa. Bb. Cc. They will, and in the future they will, as they were.")[3]
    assert found == ["future: will", "future twice: in the future", "past: were"]
    assert said("It will.")[0] == ["dangling: it", "dangling early: it", "future: will", "future early: will"]


def test_a_dangling_word_is_seen_at_the_opening_only() -> None:
    assert ["dangling: he" in hits for hits in said("He left. So did he.")] == [True, False]


def test_a_quotation_goes_on_over_sentences_and_ends_with_its_paragraph() -> None:
    made = article("“We go,” he said. They left. “We may go. We stay.", "Nobody came.")
    reading = read(made, sentences_of(made, ENGLISH), ENGLISH)
    assert list(quoted(reading)) == [True, False, True, True, False]


def test_an_article_without_sentences_shows_nothing() -> None:
    assert seen() == []
