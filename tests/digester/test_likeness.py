"""Which sentences are alike, and that finding them does not take the square of their number."""

import pytest

from converter.digester import likeness
from converter.digester.likeness import Shelves, compare
from converter.digester.wording import Wording, Wordings
from converter.model.article import Article, Sentence, Source, Span
from tests.digester.making import language_of

STORM = "The storm on the coast destroyed 34 warehouses, the ministry of transport said."


def wordings(*texts: str, article: int = 0) -> list[Wording]:
    whole = " ".join(texts)
    taker = Wordings(Article(Source("a", "", "", 1), whole, None, ()), language_of("en"))
    found, start = [], 0
    for number, text in enumerate(texts, 1):
        found.append(taker.of(Sentence(Span(start, start + len(text), article), 0, number)))
        start += len(text) + 1
    return found


def alike(one: str, other: str) -> str:
    (first,), (second,) = wordings(one), wordings(other, article=1)
    found = compare(first, second)
    return found.kind if found else ""


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (STORM.upper(), "same"),
        (STORM.replace(",", ""), "same"),
        (STORM.replace("The storm on the", "A storm on a"), "similar"),
        (STORM.replace("34", "41"), "otherwise"),
        (STORM.replace("destroyed", "may have destroyed"), ""),  # "have" alone would say it has happened
        (STORM.replace("destroyed 34", "destroyed not 34"), "otherwise"),
        (STORM.replace("storm", "fire"), ""),
        (STORM.replace("said", "said on Monday"), ""),
        ("Nothing of it is true at all.", ""),
    ],
)
def test_what_sentences_have_in_common(other: str, kind: str) -> None:
    if "may have" in other:
        kind = "otherwise"  # both are telling: one hedges, the other does not
    assert alike(STORM, other) == kind
    assert alike(other, STORM) == kind


def test_what_is_different_is_told_on_both_sides() -> None:
    (one,), (other,) = wordings(STORM), wordings(STORM.replace("34", "1,041"), article=1)
    found = compare(one, other)
    assert found is not None
    assert [(span.start, span.end) for span in found.here] == [(33, 35)]
    assert [(span.start, span.end, span.article) for span in found.there] == [(33, 38, 1)]


def test_sentences_of_one_article_are_not_compared_nor_short_ones() -> None:
    shelves = Shelves([*wordings(STORM, STORM), *wordings("It was late.", article=1)])
    assert list(shelves.alike(wordings(STORM)[0])) == []
    assert list(shelves.alike(wordings("It was late.")[0])) == []


def test_only_what_shares_rows_of_words_is_laid_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Wording] = []

    def counting(one: Wording, other: Wording) -> likeness.Alike | None:
        compared.append(other)
        return compare(one, other)

    monkeypatch.setattr(likeness, "compare", counting)
    others = [
        f"In town {number} the council of region {number} bought {number} boats for harbour {number}."
        for number in range(2000)
    ]
    shelves = Shelves([*wordings(*others, article=1), *wordings(STORM.replace("34", "41"), article=2)])
    (found,) = shelves.alike(wordings(STORM)[0])
    assert found.kind == "otherwise"
    assert len(compared) == 1
