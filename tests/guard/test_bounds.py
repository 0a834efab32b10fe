"""Work in this process, within limits."""

import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread

import pytest

from converter.errors import InputError
from converter.guard.bounds import Spent, allowed_bytes
from tests.guard.work import hoard, sleep
from tests.limited import limited


def spin_deaf() -> None:
    """Go on for ever, whatever ordinary error is raised."""
    while True:
        with suppress(Exception):
            time.sleep(0)


@pytest.mark.parametrize("function", [sleep, spin_deaf])
def test_time_is_up_whatever_handlers_of_errors_stand_around(function: object) -> None:
    assert callable(function)
    with limited(whole=True, seconds=0.2), pytest.raises(InputError) as caught, Spent("a.txt"):
        function()
    assert str(caught.value).startswith("a.txt: takes longer than 0.2 seconds, and was given up; ")


def test_all_stretches_of_work_count_and_what_lies_between_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    # the test runner's own alarm would take our clock for true, and ring
    signal.setitimer(signal.ITIMER_REAL, 0)
    clock = 0.0
    monkeypatch.setattr("converter.guard.bounds.monotonic", lambda: clock)
    spent = Spent("a.txt")
    with limited(whole=True, seconds=600):
        with spent:
            clock += 100
        clock += 9_000
        with spent:
            assert 499 < signal.getitimer(signal.ITIMER_REAL)[0] <= 500
            clock += 501
        with pytest.raises(InputError) as caught, spent:
            sleep()
    assert caught.value.code == "input-too-slow"


def test_memory_beyond_the_limit_is_refused() -> None:
    with limited(whole=True, memory_bytes=400_000_000), pytest.raises(InputError) as caught, Spent("a.txt"):
        hoard()
    assert str(caught.value).startswith("a.txt: takes more than 400 MB of memory, and was given up; ")


def test_afterwards_all_is_as_before() -> None:
    def state() -> tuple[object, ...]:
        limit = resource.getrlimit(resource.RLIMIT_DATA)
        return signal.getsignal(signal.SIGALRM), limit

    before = state()
    with limited(whole=True), Spent("a.txt"):
        assert state() != before
    assert state() == before


@pytest.fixture
def alarm() -> Iterator[Callable[[float], None]]:
    """Give a function that sets an alarm of someone else, who does nothing when it rings."""

    def begin(delay_s: float) -> None:
        signal.setitimer(signal.ITIMER_REAL, delay_s, 7)

    handler = signal.signal(signal.SIGALRM, lambda _number, _frame: None)
    yield begin
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, handler)


def test_an_alarm_of_someone_else_comes_later_all_the_same(
    alarm: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = 0.0
    monkeypatch.setattr("converter.guard.bounds.monotonic", lambda: clock)
    alarm(1_000)
    with limited(whole=True, seconds=600), Spent("a.txt"):
        assert signal.getitimer(signal.ITIMER_REAL) == (pytest.approx(600, abs=30), 1)
        clock += 400
    assert signal.getitimer(signal.ITIMER_REAL) == (pytest.approx(600, abs=30), 7)


def test_an_alarm_of_someone_else_that_was_due_meanwhile_comes_at_once(
    alarm: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = 0.0
    monkeypatch.setattr("converter.guard.bounds.monotonic", lambda: clock)
    alarm(500)
    with limited(whole=True, seconds=600), Spent("a.txt"):
        clock += 501
    # it has rung, or rings within a moment; then it comes every seven seconds
    assert signal.getitimer(signal.ITIMER_REAL)[0] <= 7


def test_in_a_thread_and_in_a_process_of_others_it_does_nothing() -> None:
    before = resource.getrlimit(resource.RLIMIT_DATA)
    seen: list[tuple[int, int]] = []

    def look() -> None:
        with Spent("a.txt"):
            seen.append(resource.getrlimit(resource.RLIMIT_DATA))

    with limited(whole=True):
        thread = Thread(target=look)
        thread.start()
        thread.join()
    look()
    assert seen == [before, before]


@pytest.mark.parametrize(("held", "allowed"), [(0, 400), (200, 400), (201, 401), (900, 1_100)])
def test_a_document_has_half_of_the_memory_for_itself(held: int, allowed: int) -> None:
    assert allowed_bytes(400, held) == allowed
