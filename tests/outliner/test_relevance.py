import math

from hypothesis import given
from hypothesis import strategies as st

from converter.outliner.features import Hit, read
from converter.outliner.relevance import joint, scores, similarity, vectors
from converter.outliner.roles import Likelihoods
from converter.outliner.sentences import sentences_of
from tests.outliner.making import ENGLISH, article

BACKGROUND: Likelihoods = (0, 1000, 0)


def scored(
    text: str, *, title: str = "", roles: Likelihoods = BACKGROUND, hits: tuple[Hit, ...] = ()
) -> list[float]:
    made = article(text, title=title)
    reading = read(made, sentences_of(made, ENGLISH), ENGLISH)
    number = len(reading.sentences)
    return scores(reading, vectors(reading), [hits] * number, [roles] * number)


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


def test_standing_first_counts_for_what_happened() -> None:
    text = "The mill closed. " * 3
    news, past = scored(text, roles=(1000, 0, 0)), scored(text)
    assert news[1] > news[2]
    assert past[1] == past[2]


def test_questions_and_fragments_score_lower() -> None:
    whole, question, fragment = scored("The mill closed its halls. The mill closed its halls? Closed.")
    assert whole > question > 0
    assert whole > fragment


def test_a_negation_counts() -> None:
    text = "The mill did not close its halls."
    assert scored(text, hits=(Hit("negation", "not"),))[0] > scored(text)[0]


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
