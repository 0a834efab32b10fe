"""An article is known by its SHA-256, and not by its name."""

from typing import get_args

from converter.verifier.proof.verdict import Verdict, Word
from tests.verifier.proof.making import claims_of


def source(sha256: str) -> dict[str, object]:
    return {"name": "harbour.txt", "media_type": "text/plain", "sha256": sha256, "encoding": "utf-8"}


def test_of_two_articles_of_one_name_the_one_at_hand_is_told() -> None:
    claims = claims_of(sources=[source("a" * 64), source("b" * 64)])
    verdict = Verdict("consistent", (), claims, frozenset({"b" * 64, "c" * 64}))
    assert (verdict.sources, verdict.missing) == (("harbour.txt",), ("harbour.txt",))


def test_what_is_proved_or_consistent_is_sound() -> None:
    assert [word for word in get_args(Word) if Verdict(word, ()).is_sound] == ["proved", "consistent"]
