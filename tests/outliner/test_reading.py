import pytest
from msgspec.structs import replace

from converter.model.language import Language
from converter.outliner.reading import Reading, read
from converter.outliner.sentences import sentences_of
from converter.stylesheets.languages import load_language
from tests.outliner.making import ENGLISH, article

MONTHS = load_language("en").months


def reading(*parts: str, title: str = "", language: Language | None = ENGLISH) -> Reading:
    made = article(*parts, title=title)
    return read(made, sentences_of(made, language), language)


def test_the_words_of_each_sentence_and_of_the_title_are_read() -> None:
    found = reading("The mill closed. It was old.", title="A mill")
    assert found.words == (["the", "mill", "closed"], ["it", "was", "old"])
    assert found.terms == (["mill", "closed"], ["old"])
    assert found.lengths == (3, 3)
    assert found.title_terms == {"mill"}
    assert found.spread["mill"] == 1


def test_cues_are_found_by_the_language() -> None:
    assert reading("It will be.").cues == ([(0, ("it",), "dangling"), (1, ("will",), "future")],)
    assert reading("It will be.", language=None).cues == ([],)


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("They may go.", ["modality"]),
        ("They go in May.", ["month"]),
        ("May 5 was dry.", ["past", "month"]),
        ("May they go!", ["modality"]),
        ("They may go in May.", ["modality", "month"]),
    ],
)
def test_a_month_is_no_other_cue(text: str, cues: list[str]) -> None:
    language = replace(ENGLISH, months=MONTHS, cues={"modality": ("may",), "past": ("was",)})
    assert [cue for _, _, cue in reading(text, language=language).cues[0]] == cues


def kinds(*parts: str) -> tuple[str, ...]:
    return reading(*parts, language=None).kinds


def test_questions_are_told() -> None:
    assert kinds("Why? Because. “Why?”", "Ի՞նչ ես մտածում։") == (
        "question",
        "statement",
        "question",
        "question",
    )


def test_a_paragraph_that_ends_like_no_sentence_is_a_fragment() -> None:
    assert kinds("LONDON, 3 May", "It opened.", "It said so.", "- red", "“We will.”") == (
        "fragment", "statement", "statement", "statement", "statement",
    )  # fmt: skip


def test_an_article_without_full_stops_has_no_fragments() -> None:
    assert kinds("It opened", "It shut", "They left.") == ("statement",) * 3
