"""Equivalent mutants are told by the line that was changed, and by no other."""

from pathlib import Path

import pytest

from tests.mutation.equivalents import EQUIVALENTS, Equivalent, why_equivalent
from tests.mutation.rooms import ROOMS


def test_the_case_of_an_encoding_makes_no_difference_and_another_encoding_does() -> None:
    assert why_equivalent("any", 'x.encode("utf-8")', 'x.encode("UTF-8")')
    assert not why_equivalent("any", 'x.encode("utf-8", "replace")', 'x.encode("utf-8", "REPLACE")')
    assert not why_equivalent("any", "x", "x")


def test_what_a_cast_names_makes_no_difference_and_what_it_is_given_does() -> None:
    assert why_equivalent("any", 'return cast("tuple[bool, int]", x)', "return cast(None, x)")
    assert not why_equivalent("any", 'return cast("T", x)', 'return cast("T", None)')


def test_only_what_stands_there_is_equivalent() -> None:
    first = EQUIVALENTS[0]
    assert why_equivalent(first.module, first.gone, 'return posixpath.join(folder, "_RELS", x)') == first.why
    assert not why_equivalent(first.module, first.gone, "return None")
    assert not why_equivalent("converter.text", first.gone, 'return posixpath.join(folder, "_RELS", x)')


@pytest.mark.parametrize("one", EQUIVALENTS, ids=lambda one: f"{one.module}: {one.gone[:40]}")
def test_the_line_of_an_equivalent_mutant_still_stands_there(root: Path, one: Equivalent) -> None:
    source = (root / f"{one.module.replace('.', '/')}.py").read_text("utf-8")
    assert one.gone in " ".join(line.strip() for line in source.splitlines())


def test_the_modules_and_tests_of_every_room_are_there(root: Path) -> None:
    for room in ROOMS.values():
        for module in room.modules:
            assert list(root.glob(f"{module}.py")), module
        for test in room.tests:
            assert (root / test).exists(), test
