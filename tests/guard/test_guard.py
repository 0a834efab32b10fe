"""Calls in a child that can be killed. Deadlines are short, and what is called would never end by itself."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread
from traceback import format_exception

import pytest

from converter.errors import InputError
from converter.guard import guarding
from converter.guard.cell import Cell, DiedError
from converter.guard.guarding import guarded
from converter.limits import LIMITS
from tests.guard import work
from tests.limited import limited

SHORT_S = 0.3


@pytest.fixture(params=["forked", "launched"], autouse=True)
def start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Have children started in either way, whatever threads the test runner has."""
    guarding._keeper.end()
    monkeypatch.setattr("converter.guard.cell._is_alone", lambda: request.param == "forked")
    yield request.param
    guarding._keeper.end()


def failed(function: Callable[[], object]) -> InputError:
    with pytest.raises(InputError) as caught:
        guarded(function, where="a.pdf")
    assert "\n" not in str(caught.value)
    assert caught.value.where == "a.pdf"
    return caught.value


def test_what_is_called_returns_from_another_process_with_the_parents_limits_paths_and_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert guarded(work.double, 21, where="") == 42
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    with limited(seconds=77.0):
        number, folder, path, seconds = guarded(work.who, where="")
    assert number != os.getpid()
    assert (folder, path, seconds) == (str(tmp_path), sys.path, 77.0)


def test_one_child_does_call_after_call() -> None:
    assert guarded(work.who, where="")[0] == guarded(work.who, where="")[0]


def test_a_child_has_no_children() -> None:
    assert guarded(work.twice_guarded, where="") == guarded(work.who, where="")[0]


def test_without_a_guard_nothing_is_started() -> None:
    with limited(guard=False):
        assert guarded(work.who, where="")[0] == os.getpid()


@pytest.mark.parametrize("function", [work.spin, work.sleep])
def test_what_takes_too_long_is_killed_in_the_midst_of_c_code_and_the_next_call_is_none_the_worse(
    function: Callable[[], None],
) -> None:
    with limited(seconds=SHORT_S):
        error = failed(function)
    assert error.code == "input-too-slow"
    assert error.what == "takes longer than 0.3 seconds, and was given up"
    assert guarded(work.double, 4, where="") == 8


def test_what_wants_too_much_memory_is_refused_it() -> None:
    with limited(memory_bytes=200_000_000):
        error = failed(work.hoard)
        assert guarded(work.hoard_once_c_code_asks, where="") < LIMITS.memory_bytes
        given = failed(work.give_much)
    assert error.code == given.code == "input-too-hungry"
    assert error.what == "takes more than 200 MB of memory, and was given up"
    assert guarded(work.double, 4, where="") == 8


@pytest.mark.parametrize(
    ("function", "how"), [(work.crash, "SIGSEGV"), (work.leave, "status 5")], ids=["by signal", "by exit"]
)
def test_a_child_that_dies_is_one_line_that_says_how(function: Callable[[], None], how: str) -> None:
    error = failed(function)
    assert (error.code, error.what) == ("reader-died", f"the process that read it died ({how})")
    assert (
        error.remedy
        == "please report it, with the file if you can; another format of the article may be read"
    )
    assert guarded(work.double, 4, where="") == 8


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGKILL, "input-too-hungry"), (signal.SIGALRM, "input-too-slow")]
)
def test_who_ends_a_child_says_what_it_took_too_much_of(number: int, code: str) -> None:
    with pytest.raises(InputError) as caught:
        guarded(work.end_by, number, where="a.pdf")
    assert caught.value.code == code
    assert guarded(work.double, 4, where="") == 8


def test_a_child_that_was_ended_cannot_be_called() -> None:
    cell = Cell()
    assert cell.is_idle
    assert cell.call(work.double, (21,)) == 42
    assert cell.is_idle
    cell.end()
    assert not cell.is_idle


def test_how_a_child_died_is_kept_with_the_error() -> None:
    cell = Cell()
    with pytest.raises(DiedError) as caught:
        cell.call(work.crash, ())
    assert (caught.value.status, caught.value.args) == (-signal.SIGSEGV, (-signal.SIGSEGV,))
    assert not cell.is_idle


def test_errors_for_a_person_arrive_as_themselves() -> None:
    with pytest.raises(InputError, match=r"^a\.pdf: is damaged; mend it$") as caught:
        guarded(work.refuse, where="")
    assert caught.value.code == "input-broken"
    with pytest.raises(work.FussyError, match=r"^house\.yaml: 3 faults$") as fussy:
        guarded(work.refuse_fussily, where="")
    assert fussy.value.number == 3


def test_a_fault_of_ours_brings_its_traceback_along() -> None:
    with pytest.raises(LookupError, match="no words of ours") as caught:
        guarded(work.fail, where="")
    assert "in fail" in "".join(format_exception(caught.value))
    with pytest.raises(RuntimeError, match="_LocalError") as stand_in:
        guarded(work.fail_untold, where="")
    assert "in fail_untold" in "".join(format_exception(stand_in.value))


def test_a_child_has_no_standard_input_no_terminal_no_network_no_programs_and_dumps_no_core(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert guarded(work.read_stdin, where="") == b""
    guarded(work.speak, where="")
    assert capfd.readouterr() == ("", "")
    assert guarded(work.core_limit, where="") == (0, 0)
    for function in (work.connect, work.start_program):
        with pytest.raises(RuntimeError, match="has no place in reading"):
            guarded(function, where="")


def test_a_child_that_ended_while_it_waited_is_replaced() -> None:
    number = guarded(work.who, where="")[0]
    os.kill(number, signal.SIGKILL)
    os.waitid(os.P_PID, number, os.WEXITED | os.WNOWAIT)
    assert guarded(work.who, where="")[0] != number


def test_threads_take_turns() -> None:
    found: list[int] = []
    threads = [Thread(target=lambda: found.append(guarded(work.double, 1, where=""))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [2] * 8


def test_a_process_with_threads_does_not_fork(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    done = Event()
    Thread(target=done.wait, daemon=True).start()

    def no_fork() -> int:
        raise AssertionError(start)

    monkeypatch.setattr(os, "fork", no_fork)
    assert guarded(work.double, 4, where="") == 8
    done.set()


_PARENT = """
import os, sys
from msgspec.structs import replace
from threading import Event, Thread, Timer
from converter.guard.guarding import guarded
from converter.limits import adopt, in_force
from tests.guard import work
adopt(replace(in_force(), seconds=600))
if sys.argv[1] == "launched":
    Thread(target=Event().wait, daemon=True).start()
print(guarded(work.who, where="")[0], flush=True)
Timer(0.2, lambda: os.kill(os.getpid(), 9)).start()
guarded(work.spin, where="")
"""


def test_a_child_in_c_code_ends_with_its_parent(start: str, root: Path) -> None:
    parent = subprocess.run(
        [sys.executable, "-c", _PARENT, start], cwd=root, capture_output=True, text=True, check=False
    )
    assert parent.returncode == -signal.SIGKILL
    child = int(parent.stdout)
    gone = Event()
    for _ in range(200):
        if not Path(f"/proc/{child}").exists() or " Z" in Path(f"/proc/{child}/stat").read_text():
            return
        gone.wait(0.05)
    os.kill(child, signal.SIGKILL)
    pytest.fail("it has outlived its parent")


@pytest.mark.parametrize(
    ("status", "told"),
    [(0, "status 0"), (-11, "SIGSEGV"), (-6, "SIGABRT, as when memory runs out"), (-250, "signal 250")],
)
def test_the_end_of_a_process_is_told_as_one_may_look_it_up(status: int, told: str) -> None:
    assert guarding._told(status) == told


def test_a_child_is_kept_from_the_first_call_on() -> None:
    keeper = guarding._Keeper()
    try:
        assert keeper.call(work.double, (4,)) == 8
        assert keeper.call(work.who, ())[0] == keeper.call(work.who, ())[0]
    finally:
        keeper.end()
