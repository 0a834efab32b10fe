"""The outliner as a whole: what a briefing is made of, whatever the article."""

import pytest

from converter.model.outline import LENGTHS, Length
from converter.outliner import outline
from tests.outliner.making import ENGLISH, THREE, article, texts

MILL = article(
    "The old paper mill at Harrow closed on Friday. Its ninety workers learned of it by letter.",
    "# History of the mill",
    "The mill was built by printers who needed paper of their own. It was sold to a bank last year.",
    "# What next for the valley",
    "The council will decide about the land in the autumn. Buyers have come from the coast to look at it.",
    title="Harrow loses its mill",
)


def test_headings_decide_what_follows_them() -> None:
    briefing = outline(MILL, THREE, ENGLISH, "full")
    assert texts(briefing, "background") == [
        "The mill was built by printers who needed paper of their own.",
        "It was sold to a bank last year.",
    ]
    assert texts(briefing, "implications")[0] == "The council will decide about the land in the autumn."


def test_what_stands_before_such_headings_is_the_summary() -> None:
    assert texts(outline(MILL, THREE, ENGLISH, "full"), "summary") == [
        "The old paper mill at Harrow closed on Friday.",
        "Its ninety workers learned of it by letter.",
    ]


@pytest.mark.parametrize("length", LENGTHS)
def test_every_sentence_has_one_decision(length: Length) -> None:
    decisions = outline(MILL, THREE, ENGLISH, length).decisions
    assert [MILL.slice(decision.sentence.span)[:9] for decision in decisions] == [
        "The old p", "Its ninet", "The mill ", "It was so", "The counc", "Buyers ha",
    ]  # fmt: skip
    assert all(
        bool(decision.section) == (decision.reason in {"lead", "relevant", "only", "needed", "whole"})
        for decision in decisions
    )


def test_the_same_article_gives_the_same_briefing() -> None:
    assert outline(MILL, THREE, ENGLISH) == outline(MILL, THREE, ENGLISH)
