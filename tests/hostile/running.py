"""Running one hostile case: the real command line without a network, watched from outside.

`strace` writes down what the processes open, start and connect to, whatever library does it; memory is read from
`/proc` for all processes of the session.
"""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any

from msgspec import Struct

from tests.hostile.case import Case
from tests.sample import png

ROOT = Path(__file__).resolve().parents[2]
_STRACE = ("strace", "-f", "--seccomp-bpf", "-qq", "-s", "4096", "-e", "signal=none")
_CALLS = "trace=open,openat,openat2,connect,sendto,execve,execveat,symlink,symlinkat"
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)", re.MULTILINE)
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_GIVEN_UP_S, _GIVEN_UP_MB = 120.0, 2_000
_EVERY_S = 0.02
_WATCHERS = {"strace", "unshare"}


class Folders(Struct, frozen=True):
    """Where a case is run: everything the program may write to or must leave alone."""

    base: Path

    @property
    def input(self) -> Path:
        """Working folder, with the article in it."""
        return self.base / "in"

    @property
    def output(self) -> Path:
        """Where the reports belong."""
        return self.base / "out"

    def made(self) -> "Folders":
        """Make them, with secrets beside them that nobody may read."""
        for name in ("in", "out", "home", "tmp"):
            (self.base / name).mkdir()
        (self.base / "secret.txt").write_text("A secret that no report may carry.\n", "utf-8")
        (self.base / "secret.png").write_bytes(png(8, 8))
        return self


class Ran(Struct, frozen=True):
    """What came of a call.

    Attributes:
        code: exit code; negative: the signal that ended it.
        results: the JSON objects on stdout.
        said: the lines on stderr.
        seconds: from beginning to end.
        cpu_s: of all its processes.
        peak_mb: sum of the most memory that each of its processes has had at once, in 10⁶ bytes.
        left: processes that outlived it.
        opened: what was opened, in the order of the first time.
        reached: addresses outside this machine's own sockets that were connected to.
        started: programs that were started.
    """

    code: int
    results: tuple[Any, ...]
    said: tuple[str, ...]
    seconds: float
    cpu_s: float
    peak_mb: float
    left: tuple[int, ...]
    opened: tuple[Path, ...]
    reached: tuple[str, ...]
    started: tuple[str, ...]


def run_case(case: Case, folders: Folders) -> tuple[Ran, list[str]]:
    """Run `briefing convert` on `case`; return what came of it and the arguments."""
    arguments = case.make(folders.input)
    there = [] if "-o" in arguments else ["-o", "../out/"]
    act = None if case.meanwhile is None else _repeated(case.meanwhile, folders.input)
    return run(["convert", *arguments, *there, "--json"], folders, act), arguments


def run(
    arguments: Sequence[str], folders: Folders, meanwhile: Callable[[threading.Event], None] | None = None
) -> Ran:
    """Run `briefing` with `arguments` in the folder of the article; `meanwhile` runs until it has ended."""
    trace, errors, output = (folders.base / name for name in ("trace", "stderr", "stdout"))
    command = [*_STRACE, "-e", _CALLS, "-o", str(trace), "unshare", "--net"]
    command += [sys.executable, "-m", "converter", *arguments]
    ended = threading.Event()
    own_kb = getrusage(RUSAGE_SELF).ru_maxrss
    helper = threading.Thread(target=meanwhile, args=(ended,)) if meanwhile else None
    with output.open("wb") as to, errors.open("wb") as told:
        began = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folders.input, env=_environment(folders), stdin=subprocess.DEVNULL, stdout=to, stderr=told,
            start_new_session=True,
        )  # fmt: skip
        if helper:
            helper.start()
        status, cpu_s, peak_mb = _watch(process.pid, began, own_kb)
        seconds = time.monotonic() - began
    process.returncode = status
    ended.set()
    if helper:
        helper.join()
    calls = list(_calls(trace.read_text("utf-8", "replace"), folders.input))
    return Ran(
        status,
        tuple(json.loads(line) for line in output.read_bytes().splitlines()),
        tuple(errors.read_bytes().decode("utf-8", "surrogateescape").splitlines()),
        seconds,
        cpu_s,
        peak_mb,
        _left(process.pid),
        tuple(dict.fromkeys(Path(what) for name, what in calls if name.startswith("open"))),
        tuple(what for name, what in calls if name in {"connect", "sendto"}),
        tuple(what for name, what in calls if name.startswith("exec")),
    )


def _environment(folders: Folders) -> dict[str, str]:
    here = {"HOME": folders.base / "home", "TMPDIR": folders.base / "tmp", "PYTHONPATH": ROOT}
    return {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONDONTWRITEBYTECODE": "1",
        **{name: str(path) for name, path in here.items()},
    }


def _repeated(act: Callable[[Path], None], folder: Path) -> Callable[[threading.Event], None]:
    def repeat(ended: threading.Event) -> None:
        while not ended.wait(0.001):
            act(folder)

    return repeat


def _watch(leader: int, began: float, own_kb: int) -> tuple[int, float, float]:
    """Wait for the end; return the exit code, seconds of processor time and peak of memory.

    What a process needs most is kept by the kernel (VmHWM), so that nothing is missed between two looks; pages
    that processes share are counted for each. What the kernel tells at the end counts from the fork on, so that
    it is of no use where this process had needed more, `own_kb`.
    """
    peak_mb = 0.0
    while True:
        pid, status, usage = os.wait4(leader, os.WNOHANG)
        if pid:
            told_mb = usage.ru_maxrss * 1024 / 1e6 if usage.ru_maxrss > own_kb else 0.0
            return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, max(peak_mb, told_mb)
        peak_mb = max(peak_mb, sum(map(_most_mb, _processes(leader))))
        if time.monotonic() - began > _GIVEN_UP_S or peak_mb > _GIVEN_UP_MB:
            for one in _processes(leader):
                with suppress(ProcessLookupError):
                    os.kill(one, signal.SIGKILL)
        time.sleep(_EVERY_S)


def _processes(session: int) -> Iterator[int]:
    """Yield the processes of a session but those that watch."""
    for entry in os.scandir("/proc"):
        if entry.name.isdecimal():
            with suppress(OSError):
                name, _, fields = Path(entry.path, "stat").read_text().partition("(")[2].rpartition(")")
                if int(fields.split()[3]) == session and name not in _WATCHERS and fields.split()[0] != "Z":
                    yield int(entry.name)


def _most_mb(process: int) -> float:
    with suppress(OSError):
        found = re.search(r"^VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text(), re.MULTILINE)
        return int(found[1]) * 1024 / 1e6 if found else 0.0
    return 0.0


def _left(session: int) -> tuple[int, ...]:
    """Return the processes that have not ended a second after the call; they are ended."""
    for _ in range(50):
        if not (left := tuple(_processes(session))):
            return ()
        time.sleep(_EVERY_S)
    for one in left:
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)
    return left


def _calls(trace: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the calls that succeeded, and attempts to reach the network, with what they are about."""
    for name, arguments, result in _CALL.findall(trace):
        if name in {"connect", "sendto"}:
            if "AF_INET" in arguments:
                yield name, arguments
        elif int(result) >= 0 and "O_DIRECTORY" not in arguments and (path := _PATH.search(arguments)):
            told = path[1].encode("latin-1", "replace").decode("unicode_escape").encode("latin-1", "replace")
            yield name, os.path.normpath(folder / os.fsdecode(told))
