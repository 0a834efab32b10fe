"""Findings of old stay mended, and a few slips in each format raise nothing."""

import pytest

from tests.fuzz.findings import Regression, as_text, from_text, regressions
from tests.fuzz.minimising import minimised, shrunk
from tests.fuzz.packed.archives import packed, unpacked
from tests.fuzz.slips import slipped
from tests.fuzz.target import NAMES, Target, fault, load, signature

SLIPS = 60
"""For each target; `python -m tests.fuzz` makes as many as one likes."""

SLOW = {"template": 12, "pdf": 30, "report": 30, "style": 30, "outline": 20}
"""Those that take longer, and how many slips there are for them."""


@pytest.mark.parametrize("name", NAMES)
def test_slips_are_answered_with_a_result_or_one_line(name: str) -> None:
    target = load(name)
    seeds = target.seeds()
    for seed in seeds:
        if error := fault(target, seed):
            raise error
    for number in range(SLOW.get(name, SLIPS)):
        data = slipped(target, number, seeds)
        if error := fault(target, data):
            error.add_note(as_text(Regression(f"slip {number}", name, data)))
            raise error


@pytest.mark.parametrize("name", regressions())
def test_what_was_found_once_stays_mended(name: str) -> None:
    regression = regressions()[name]
    if error := fault(load(regression.target), regression.data):
        raise error


def test_slips_are_the_same_for_the_same_number() -> None:
    target = load("docx")
    seeds = target.seeds()
    made = [slipped(target, number, seeds) for number in range(20)]
    assert made == [slipped(target, number, seeds) for number in range(20)]
    assert len(set(made)) == len(made)


def test_most_slips_in_an_archive_leave_it_one() -> None:
    target = load("docx")
    seeds = target.seeds()[:3]
    whole = [bool(unpacked(slipped(target, number, seeds))) for number in range(40)]
    assert sum(whole) > 30


@pytest.mark.parametrize("data", [b"", b"plain\r\nlines\n'\"\\", bytes(range(256)) * 3, "Größe".encode()])
def test_a_regression_is_text_and_comes_back(data: bytes) -> None:
    regression = Regression("what it was", "text", data)
    text = as_text(regression)
    assert text.isascii()
    assert from_text(text) == regression


def test_a_finding_is_made_small() -> None:
    assert shrunk(b"x" * 99 + b"<bad>" + b"y" * 99, lambda data: b"<bad>" in data) == b"<bad>"


def test_a_finding_in_an_archive_is_made_small_inside() -> None:
    def run(data: bytes) -> None:
        if b"bad" in unpacked(data).get("a", b""):
            message = "found"
            raise ValueError(message)

    target = Target("made", run, list, ())
    small = minimised(target, packed({"a": b"this is bad indeed", "b": b"other"}))
    assert unpacked(small) == {"a": b"bad"}


def test_findings_of_one_cause_have_one_signature() -> None:
    def run(data: bytes) -> None:
        raise ValueError(data) if data else KeyError(data)

    target = Target("made", run, list, ())
    errors = [fault(target, data) for data in (b"a", b"b", b"")]
    told = [signature(error) for error in errors if error]
    assert told[0] == told[1] != told[2]
