"""Errors that are sent to another process."""

import pickle

from converter.errors import InputError
from converter.guard.travelling import fit_to_travel
from tests.guard.work import FussyError


class _UnpicklableError(Exception):
    def __init__(self) -> None:
        super().__init__()
        # other libraries teach pickle to do without the arguments of errors
        self.held = lambda: None


def test_an_error_that_can_travel_stays_as_it_is_with_what_is_told_of_it() -> None:
    error = InputError("input-broken", "is damaged", where="a.pdf", remedy="mend it")
    assert fit_to_travel(error) is error
    assert not hasattr(error, "__notes__")
    assert fit_to_travel(error, "where it was") is error
    there = pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
    assert (there.code, there.__notes__) == ("input-broken", ["where it was"])


def test_an_error_of_ours_that_is_made_of_something_else_travels() -> None:
    there = pickle.loads(pickle.dumps(fit_to_travel(FussyError(3))))  # noqa: S301 - made here
    assert (type(there), there.what) == (FussyError, "3 faults")


def test_an_error_that_cannot_travel_sends_a_stand_in_with_its_name() -> None:
    stand_in = fit_to_travel(_UnpicklableError(), "where it was")
    assert type(stand_in) is RuntimeError
    assert str(stand_in) == "_UnpicklableError"
    assert pickle.loads(pickle.dumps(stand_in)).__notes__ == ["where it was"]  # noqa: S301 - made here
    assert not hasattr(fit_to_travel(_UnpicklableError()), "__notes__")
