"""Whatever a report claims, it is judged, and nothing breaks."""

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import InputError
from converter.verifier.proof import Verdict, prove
from tests.verifier.alterations.judging import evidence
from tests.verifier.alterations.reports import Made, report
from tests.verifier.alterations.word import WordFile

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["\ud800", "verbatim", "note", "line", "method", "🄰" * 9, 10**30, -1, 2**63]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@cache
def original() -> tuple[Made, str]:
    made = report(1)
    return made, made.document.provenance


def places(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - JSON
    """Return each place in `value`: the container and the key or index."""
    keys = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, inner in keys for found in [(value, key), *places(inner)]]


def verdict(claims: bytes) -> Verdict:
    made, _ = original()
    file = WordFile(made.files["docx"])
    file.replace_claims(claims)
    return prove(file.saved(), "docx", evidence(made))


@given(st.data())
def test_claims_of_any_values_are_judged(data: st.DataObject) -> None:
    claims = json.loads(original()[1])
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(places(claims)))
        if isinstance(container, dict) and data.draw(st.booleans()):
            container.pop(key, None)
        else:
            container[key] = data.draw(JSON)
    assert verdict(json.dumps(claims).encode()).word in {"proved", "consistent", "contradicted"}


@given(st.binary(max_size=40) | st.just(b"[" * 100_000) | st.just(b'{"briefing": ' + b"9" * 5000 + b"}"))
def test_claims_that_are_none_contradict(claims: bytes) -> None:
    made, _ = original()
    file = WordFile(made.files["docx"])
    file.replace_claims(claims.decode("latin-1").encode("utf-8", "xmlcharrefreplace"))
    assert prove(file.saved(), "docx").word == "contradicted"


def test_what_is_claimed_as_of_another_encoding_is_told_and_not_raised() -> None:
    claims = json.loads(original()[1])
    claims["sources"][0]["encoding"] = "klingon"
    assert verdict(json.dumps(claims).encode()).word == "contradicted"


@pytest.mark.parametrize("code", ["input-too-slow", "input-too-hungry", "reader-died"])
def test_an_article_that_is_too_much_to_be_read_now_contradicts_nothing(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def given_up(*_: object, **__: object) -> None:
        raise InputError(code, "was given up", where="a.md")

    monkeypatch.setattr("converter.verifier.proof.sources.read_original", given_up)
    with pytest.raises(InputError, match="was given up"):
        verdict(original()[1].encode())
