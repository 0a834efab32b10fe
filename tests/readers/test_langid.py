"""The optional part that is asked for languages."""

import sys
from types import SimpleNamespace

import pytest

from converter.readers.langid import overrule

ITALIAN = "Il mare era calmo quella mattina e nessuno voleva tornare a casa."


def test_it_chooses_among_the_languages_that_are_in_question() -> None:
    assert overrule(ITALIAN, "", ["en", "it"]) == "it"
    assert overrule(ITALIAN, "en", ["en", "it"]) == "it"


def test_it_overrules_nothing_when_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert overrule(ITALIAN, "en", ["en", "it"]) == "en"
    assert overrule(ITALIAN, "", ["en", "it"]) == ""


def test_it_overrules_nothing_among_languages_that_it_does_not_know() -> None:
    assert overrule(ITALIAN, "tlh", ["tlh", "sr-Xxxx"]) == "tlh"


@pytest.mark.parametrize(
    ("ranking", "tag", "answer"),
    [
        ([("no", -20.0), ("da", -35.0)], "da", "nb"),
        ([("no", -20.0), ("da", -25.0)], "da", "da"),
        ([("no", -20.0), ("da", -25.0)], "", ""),
        ([("no", -20.0), ("da", -35.0)], "", "nb"),
        ([("en", -1.0), ("no", -20.0), ("da", -35.0)], "nb", "nb"),
        ([("no", -20.0)], "", "nb"),
    ],
)
def test_only_a_clear_lead_overrules_words(
    monkeypatch: pytest.MonkeyPatch, ranking: list[tuple[str, float]], tag: str, answer: str
) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", SimpleNamespace(rank=lambda _: ranking))
    assert overrule("text", tag, ["nb", "da"]) == answer


def test_it_reads_the_beginning_only(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []

    def rank(text: str) -> list[tuple[str, float]]:
        lengths.append(len(text))
        return [("it", 0.0)]

    monkeypatch.setitem(sys.modules, "py3langid", SimpleNamespace(rank=rank))
    overrule("a" * 100_000, "", ["it"])
    assert lengths == [5_000]
