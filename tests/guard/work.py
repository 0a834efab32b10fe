"""What the children of these tests are asked to do; a child finds it by its module's name."""

import mmap
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress
from itertools import repeat

from converter.errors import InputError, StyleError
from converter.guard.guarding import guarded
from converter.limits import LIMITS


def who_loads(template: str, *arguments: object) -> tuple[int, str, tuple[object, ...]]:
    """Tell the process in which a template is loaded, and what it is told."""
    return os.getpid(), template, arguments


def refuse_in_child(template: str) -> None:
    """Find a fault in a template, in any process but the one that has started the tests."""
    if LIMITS.guard is False:
        raise StyleError("template-unreadable", "this is no Word template", where=template)


def spin_over(template: str) -> None:
    del template
    spin()


def double(value: int) -> int:
    return 2 * value


def who() -> tuple[int, str, list[str], float]:
    """Tell the process, its folder, its modules' places and its deadline."""
    return os.getpid(), os.getcwd(), sys.path, LIMITS.seconds  # noqa: PTH109 - as a child sees it


def twice_guarded() -> int:
    """Tell the process in which a call from within a child is done."""
    return guarded(os.getpid, where="")


def spin() -> None:
    """Stay in C code that holds the interpreter's lock: no handler of a signal and no thread gets a turn."""
    deque(repeat(0), maxlen=0)


def sleep() -> None:
    time.sleep(600)


def hoard() -> None:
    held: list[bytes] = []
    while True:
        held.append(b"x" * 10_000_000)


def hoard_once_c_code_asks() -> int:
    """Ask for memory as C libraries do for what is large, until it is refused; return how much there was."""
    held: list[mmap.mmap] = []
    with suppress(OSError):
        while True:
            held.append(mmap.mmap(-1, 10_000_000, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))
    return 10_000_000 * len(held)


def give_much() -> bytes:
    return bytes(LIMITS.memory_bytes // 2 + 1)


def end_by(number: int) -> None:
    """End by a signal."""
    os.kill(os.getpid(), number)


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    os._exit(5)


def refuse() -> None:
    raise InputError("input-broken", "is damaged", where="a.pdf", remedy="mend it")


class FussyError(StyleError):
    """An error that is made of something else than it keeps."""

    def __init__(self, number: int) -> None:
        super().__init__("style-invalid", f"{number} faults", where="house.yaml")
        self.number = number


def refuse_fussily() -> None:
    raise FussyError(3)


def fail() -> None:
    message = "no words of ours"
    raise LookupError(message)


class _LocalError(Exception):
    def __init__(self, _first: object, _second: object) -> None:
        super().__init__()


def fail_untold() -> None:
    raise _LocalError(1, lambda: None)


def read_stdin() -> bytes:
    return os.read(0, 10)


def speak() -> None:
    os.write(1, b"to standard output")
    os.write(2, b"to standard error")


def connect() -> None:
    with socket.socket() as one:
        one.connect(("127.0.0.1", 9))


def start_program() -> None:
    subprocess.run(["true"], check=True)


def core_limit() -> tuple[int, int]:
    return resource.getrlimit(resource.RLIMIT_CORE)
