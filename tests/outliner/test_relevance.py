import math

from hypothesis import given
from hypothesis import strategies as st

from converter.outliner.features import Hit, Sight
from converter.outliner.reading import read
from converter.outliner.relevance import has_lead, joint, merit, scores, similarity, starts, vectors
from converter.outliner.roles import Likelihoods
from converter.outliner.sentences import sentences_of
from tests.outliner.making import ENGLISH, article

BACKGROUND = Likelihoods(0, 1000, 0, 0)


def scored(text: str, *, title: str = "") -> list[float]:
    made = article(text, title=title)
    reading = read(made, sentences_of(made, ENGLISH), ENGLISH)
    return scores(reading, vectors(reading))


def merits(*features: str, text: str = "", likely: Likelihoods = BACKGROUND) -> float:
    return merit(text, Sight((), tuple(map(Hit, features))), likely, "background")


def test_sentences_about_what_the_article_is_about_score_higher() -> None:
    mill, cat = (
        "The paper mill of Harrow closed its paper halls for good on that day. ",
        "Cats sleep in warm old barns when northern winds blow over empty grey fields. ",
    )
    found = scored(
        "Nothing is here at first to see in all this very long and dull sentence. " + mill * 3 + cat
    )
    assert found[2] > found[4]


def test_taking_up_the_title_counts() -> None:
    text = "Nothing of note was seen by anyone here. The mill was seen by nobody else here."
    assert scored(text, title="A mill")[1] > scored(text, title="A quay")[1]


def test_the_first_statement_stands_first() -> None:
    made = article("By Ada Example", "The mill closed. It was old.")
    found = starts(read(made, sentences_of(made, ENGLISH), ENGLISH))
    assert found[0] == found[1] > found[2] > 0


def test_a_scene_is_no_lead() -> None:
    scene = "At four in the morning, in a drizzle, she climbs down an iron ladder and begins to sing. "
    news = "The paper mill of Harrow closed its paper halls for good on that day. "
    for first, expected in ((news + scene, True), (scene + news * 3, False), ("", False)):
        made = article(first, title="Harrow loses its paper mill")
        reading = read(made, sentences_of(made, ENGLISH), ENGLISH)
        assert has_lead(reading, scores(reading, vectors(reading))) == expected


def test_playing_the_role_of_the_section_counts() -> None:
    assert merits() > merits(likely=Likelihoods(500, 500, 0, 0)) > merits(likely=Likelihoods(1000, 0, 0, 0))


def test_what_is_exact_counts() -> None:
    assert merits("negation") > merits()
    assert merits(text="4 of 5 mills") > merits(text="4 mills") > merits(text="mills")


def test_an_aside_costs_when_it_is_likelier_than_not() -> None:
    likely = [Likelihoods(0, 1000, 0, 0, aside) for aside in (0, 500, 900)]
    assert merits(likely=likely[0]) == merits(likely=likely[1]) > merits(likely=likely[2])


def test_questions_and_fragments_score_lower() -> None:
    whole, question, fragment = scored("The mill closed its halls. The mill closed its halls? Closed.")
    assert whole > question > 0
    assert whole > fragment


def test_no_sentence_has_no_score() -> None:
    assert scored("") == []


WORDS = st.lists(
    st.sampled_from(["mill", "paper", "valley", "river", "bank", "owner"]), min_size=1, max_size=8
)


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_likeness_is_a_cosine(sentences: list[list[str]]) -> None:
    made = article(*(" ".join(sentence) + "." for sentence in sentences))
    found = vectors(read(made, sentences_of(made, ENGLISH), ENGLISH))
    for one in found:
        assert math.isclose(similarity(one, one), 1)
        assert all(-1e-9 <= similarity(one, other) <= 1 + 1e-9 for other in found)
        assert all(math.isclose(similarity(one, other), similarity(other, one)) for other in found)
    assert math.isclose(math.fsum(weight**2 for weight in joint(found).values()), 1)
