"""Work in this process, within limits."""

import mmap
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from converter.errors import InputError
from converter.guard import bounds
from converter.guard.bounds import Spent, allowed_bytes, held_bytes, within
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


@pytest.mark.parametrize(
    ("wanted", "hard", "expected"), [(5, resource.RLIM_INFINITY, 5), (5, 3, 3), (3, 5, 3)]
)
def test_nobody_wants_more_than_the_system_allows(wanted: int, hard: int, expected: int) -> None:
    assert within(wanted, hard) == expected


def test_memory_that_is_asked_for_is_data_and_what_is_used_of_it_is_resident() -> None:
    data, resident = held_bytes("data"), held_bytes("resident")
    with mmap.mmap(-1, 200_000_000, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as held:
        assert 190_000_000 < held_bytes("data") - data < 300_000_000
        assert held_bytes("resident") - resident < 100_000_000
        held[:100_000_000] = bytes(100_000_000)
        assert 90_000_000 < held_bytes("resident") - resident < 300_000_000


def test_where_nothing_is_told_of_memory_none_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.guard.bounds.Path", lambda name: Path("/nowhere", name[1:]))
    assert (held_bytes("data"), held_bytes("resident")) == (0, 0)


def test_a_small_limit_leaves_half_of_itself_above_what_is_held() -> None:
    held = held_bytes("data")
    with limited(whole=True, memory_bytes=20_000_000), Spent("a.txt"):
        allowed = resource.getrlimit(resource.RLIMIT_DATA)[0]
    assert allowed == pytest.approx(held + 10_000_000, abs=5_000_000)


def test_an_alarm_tears_nothing_but_the_work() -> None:
    def ring() -> None:
        bounds._raise_late(signal.SIGALRM, sys._getframe())

    with pytest.raises(bounds._LateError):
        ring()
    # as if it had rung while bounds are set, or below
    eval("ring()", vars(bounds), {"ring": ring})  # noqa: S307 - our own words


@pytest.mark.parametrize("error", [ValueError, OSError])
def test_a_system_that_takes_no_limit_goes_without(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr("resource.setrlimit", refuse)
    with limited(whole=True), Spent("a.txt"):
        pass
