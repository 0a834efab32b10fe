"""The error tree."""

import pickle

import pytest

from converter import errors
from converter.errors import ConverterError, InputError
from converter.notices import Notice
from converter.stylesheets.faults import Fault, StyleFaultsError
from converter.yaml_source import Place


def test_an_error_is_one_line_of_where_what_and_remedy() -> None:
    error = InputError("input-missing", "no such file", where="a.txt", remedy="check the path")
    assert str(error) == "a.txt: no such file; check the path"


def test_what_strangers_wrote_does_not_make_a_line_a_page() -> None:
    error = InputError("x", f"'{'a' * 10_000}' is no name", remedy=f"write {'b' * 10_000}, or nothing")
    assert (len(error.what), len(error.remedy)) == (errors.MOST, errors.MOST)
    assert error.what.startswith("'aaa")
    assert error.what.endswith("aaa' is no name")
    assert error.remedy.endswith("bbb, or nothing")
    at_most = "c" * errors.MOST
    assert str(ConverterError("x", at_most)) == at_most


def test_what_strangers_wrote_does_not_part_a_line() -> None:
    error = InputError("x", "no style is called 'a\r\nb\u2028c'", remedy="choose 'd\n'")
    assert (error.what, error.remedy) == ("no style is called 'a b c'", "choose 'd '")


def test_parts_that_are_missing_leave_no_trace() -> None:
    assert str(ConverterError("x", "it broke")) == "it broke"
    assert str(Notice("x", "look here")) == "look here"
    assert str(Notice("x", "look here", "a.txt")) == "a.txt: look here"


@pytest.mark.parametrize(
    "error",
    [
        InputError("input-missing", "no such file", where="a.txt", remedy="look"),
        StyleFaultsError(
            [Fault(Place("a.yaml", 1, 2), "page", "is wrong"), Fault(Place("a.yaml"), "", "too")]
        ),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_travels_between_processes_as_it_is(error: ConverterError) -> None:
    there = pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
    assert type(there) is type(error)
    assert (there.lines, vars(there)) == (error.lines, vars(error))


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("UsageError", 2),
        ("InputError", 3),
        ("StyleError", 4),
        ("OutputError", 5),
        ("VerificationError", 6),
        ("DeliveryError", 7),
        ("ConverterError", 70),
    ],
)
def test_each_class_has_the_exit_code_that_the_tree_draws(name: str, status: int) -> None:
    assert getattr(errors, name).exit_code == status
    assert errors.__doc__ is not None
    drawn = [line.split() for line in errors.__doc__.splitlines()]
    assert any(name in words and str(status) in words for words in drawn)


def test_an_error_travels_between_processes_whole() -> None:
    error = pickle.loads(pickle.dumps(InputError("input-missing", "no such file", where="a", remedy="look")))  # noqa: S301 - ours
    assert (str(error), error.code, error.exit_code) == ("a: no such file; look", "input-missing", 3)
