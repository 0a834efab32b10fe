from converter.model.language import Language
from converter.outliner.features import hits, read
from converter.outliner.sentences import sentences_of
from tests.outliner.making import ENGLISH, article

TITLE = "Harrow loses its paper mill"


def seen(*parts: str, language: Language | None = ENGLISH) -> list[list[str]]:
    made = article(*parts, title=TITLE)
    reading = read(made, sentences_of(made, language), language)
    return [[str(hit) for hit in hits(made, reading, index)] for index in range(len(reading.sentences))]


def test_the_position_is_seen() -> None:
    assert [found[0] for found in seen("Word. " * 12)] == [
        "position: first", "position: opening", "position: opening", "position: early",
        "position: middle", "position: middle", "position: middle", "position: middle",
        "position: late", "position: closing", "position: closing", "position: closing",
    ]  # fmt: skip


def test_the_first_sentence_of_each_paragraph_is_seen() -> None:
    assert ["paragraph: first" in found for found in seen("One. Two.", "Three.")] == [True, False, True]


def test_the_title_is_seen_where_enough_of_it_is_taken_up() -> None:
    found = seen("The mill of Harrow. A valley.")
    assert [[hit for hit in hits if hit.startswith("title")] for hits in found] == [["title: 2"], []]


def test_years_figures_and_quotation_marks_are_seen() -> None:
    found = seen("It was built in 1908. It made 1,908 tons. It's “good”.", language=None)
    assert [[hit for hit in hits if not hit.startswith("p")] for hits in found] == [
        ["year: 1908"], ["figure: 1"], ["quotation: “"],
    ]  # fmt: skip


def test_cue_words_of_the_language_are_seen_once() -> None:
    (found,) = seen("They will, and in the future they will, as they were.")
    assert found[2:] == ["future: will", "past: were"]


def test_a_dangling_word_is_seen_at_the_opening_only() -> None:
    found = seen("He left. So did he.")
    assert ["dangling: he" in hits for hits in found] == [True, False]


def kinds(*parts: str) -> tuple[str, ...]:
    made = article(*parts)
    return read(made, sentences_of(made, None), None).kinds


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


def test_questions_and_fragments_do_not_take_the_first_position() -> None:
    found = seen(
        "By Ada Example", "Who will pay? The mill closed.", "Nobody came.", "It rained.", language=None
    )
    assert [hits[0] for hits in found] == [
        "position: first", "position: first", "position: first", "position: opening", "position: opening",
    ]  # fmt: skip
