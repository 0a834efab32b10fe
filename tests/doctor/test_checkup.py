"""An error becomes a line, and ends no other."""

from collections.abc import Iterator

from converter.doctor.checkup import Check, ok, problem, section
from converter.doctor.examining import exit_code
from converter.errors import OutputError, StyleError


def test_an_error_that_names_no_place_is_told_of_what_was_looked_at() -> None:
    assert problem(StyleError("style-unknown", "is none", remedy="choose another"), "house") == Check(
        "problem", "house: is none", "choose another", 4
    )
    assert problem(StyleError("style-invalid", "is none", where="house.yaml:1:1"), "house").text == (
        "house.yaml:1:1: is none"
    )


def test_what_nobody_expects_hides_nothing_that_was_found_before() -> None:
    def look() -> Iterator[Check]:
        yield ok("first")
        raise ModuleNotFoundError("No module named 'lxml'\nsecond line")

    first, second = section("Trial", look).checks
    assert first == ok("first")
    assert second.text == "ModuleNotFoundError that should not have happened: No module named 'lxml'"
    assert second.exit_code == 70


def test_the_exit_code_is_that_of_the_first_problem() -> None:
    style = problem(StyleError("a", "b"))
    output = problem(OutputError("a", "b"))
    assert exit_code([section("A", lambda: [ok("fine"), output]), section("B", lambda: [style])]) == 5
    assert exit_code([section("A", lambda: [ok("fine"), Check("missing", "a", "b")])]) == 0
