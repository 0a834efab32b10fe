"""Work in this process, within limits."""

import resource
import signal
import time
from contextlib import suppress
from threading import Thread

import pytest

from converter.errors import InputError
from converter.guard.bounds import Spent
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


def test_an_alarm_of_someone_else_comes_later_all_the_same() -> None:
    rang: list[int] = []
    handler = signal.signal(signal.SIGALRM, lambda number, _frame: rang.append(number))
    timer = signal.setitimer(signal.ITIMER_REAL, 0.01)
    with limited(whole=True, seconds=0.05), pytest.raises(InputError), Spent("a.txt"):
        sleep()
    assert not rang
    signal.pause()
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, *timer)
    assert rang == [signal.SIGALRM]


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
