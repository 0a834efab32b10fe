from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model.article import Sentence, Span
from converter.model.briefing import Verbatim
from converter.outliner.trimming import KEPT, LEAST_REST, Trimmer, line_without, without
from converter.outliner.words import Phrases, count, words
from converter.stylesheets.languages import load_language
from tests.outliner.making import ENGLISH as BARE

ENGLISH = load_language("en")
TRIMMER = Trimmer(ENGLISH)


def trimmed(text: str) -> str:
    """Return `text` with what may be left out in brackets like these: ⟦ ⟧."""
    for start, end in reversed(TRIMMER.cuts(text)):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


@pytest.mark.parametrize(
    "text",
    [
        "The mill⟦ (the last of its kind in the valley)⟧ closed its gates on a Friday evening.",
        "The protests⟦ - the biggest in decades in this country - ⟧led the minister to step down last month.",
        "The port⟦, which lies on the western shore, ⟧was sold to a bank in the capital yesterday.",
        "They arrested thirty people after the loud explosions⟦, which injured soldiers in the camp⟧.",
    ],
)
def test_parentheses_and_relative_clauses_may_go(text: str) -> None:
    assert trimmed(text.replace("⟦", "").replace("⟧", "")) == text


@pytest.mark.parametrize(
    "text",
    [
        "The mill (which was not the last in the valley) closed its gates on a Friday evening.",
        "The mill (if it ever reopens its great halls) closed its gates on a Friday evening.",
        "The mill (according to people in the valley) closed its gates on a Friday evening.",
        "The mill (likely the last in the valley) closed its gates on a Friday evening.",
        "The mill (with its 90 workers and families) closed its gates on a Friday evening.",
        "“The mill (the last of its kind in the valley) closed its gates on a Friday,” said Ada.",
        "The mill, which employs miners, farmers and clerks, closed its gates on a Friday evening.",
        "The port, which lies there, closed in May, and reopened in June of the same year.",
        "The mill (in Harrow) closed its gates on a Friday evening in May.",
        "It closed (to everybody who ever came there).",
        "The mill - the old one on the hill - closed, and the bank - a house of some fame - left the valley.",
        "The mill — the old one on the hill — closed its gates — and the bank left the valley.",
    ],
)
def test_what_counts_or_leaves_no_sentence_stays(text: str) -> None:
    assert TRIMMER.cuts(text) == ()


def test_additive_openings_may_go_unless_the_rest_leans() -> None:
    text = "Furthermore, the bank left."
    assert text[TRIMMER.connective(text) :] == "the bank left."
    assert TRIMMER.connective("Furthermore, it left.") == 0
    assert TRIMMER.connective("However, the bank left.") == 0


def test_an_opening_stays_where_no_word_follows_it() -> None:
    assert TRIMMER.connective("Furthermore, …") == 0


def test_without_cues_nothing_goes() -> None:
    text = "The mill (the last of its kind in the valley) closed its gates on a Friday evening."
    assert Trimmer(None).cuts(text) == Trimmer(BARE).cuts(text) == ()


def test_a_line_keeps_what_is_around_its_gaps() -> None:
    text = "Furthermore, the mill (the last) closed."
    sentence = Sentence(Span(0, len(text)), 0, 1)
    line = line_without(Verbatim((sentence.span,), sentence), text, (Span(0, 13), Span(21, 32)))
    assert [text[span.start : span.end] for span in line.spans] == ["the mill", "closed."]


PARTS = st.lists(
    st.sampled_from(
        [
            "The mill",
            "(the old one on the hill)",
            ", which was sold to them,",
            "closed",
            "not",
            "may",
            "if so",
            "4",
            "said Ada",
            "- a house of some fame -",
            ", who left with the others",
            "“",
            "in the valley of Harrow",
        ]
    ),
    max_size=9,
)


@given(PARTS)
def test_no_word_that_counts_is_ever_left_out(parts: list[str]) -> None:
    text = " ".join(parts) + "."
    cuts = TRIMMER.cuts(text)
    kept = Phrases({cue: ENGLISH.cues[cue] for cue in KEPT})
    for start, end in cuts:
        assert not kept.find(words(text[start:end]))
    assert not cuts or count(without(text, cuts)) >= LEAST_REST
    assert list(cuts) == sorted(cuts)
    assert all(one[1] < other[0] for one, other in pairwise(cuts))
