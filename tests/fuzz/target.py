"""What can be fuzzed, and how an answer is judged."""

import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from converter.errors import ConverterError

Change = Callable[[bytes], bytes]
"""Changes bytes by chance."""

LONGEST_LINE = 1_200
"""Characters of an error or a notice, with its place and what to do."""

_PACKAGE = Path(__file__).resolve().parents[2] / "converter"


class Chance(Protocol):
    """What is used of `random.Random`."""

    def randrange(self, stop: int, /) -> int:
        """Return a number from 0 to `stop` - 1."""
        ...

    def random(self) -> float:
        """Return a number from 0 to 1."""
        ...


Inside = Callable[[bytes, Change, Chance], bytes]
"""Takes a file apart, changes something inside, and puts it together again."""


class Target(Struct, frozen=True):
    """Something that reads what strangers wrote.

    Attributes:
        name: as on the command line.
        run: reads bytes; raises nothing but `ConverterError`.
        seeds: returns inputs to begin with.
        words: of the format, as they are written.
        inside: changes inside of a file; `None`: bytes are changed where they stand.
        largest: size of an input, in bytes.
    """

    name: str
    run: Callable[[bytes], None]
    seeds: Callable[[], Sequence[bytes]]
    words: Sequence[bytes]
    inside: Inside | None = None
    largest: int = 100_000


NAMES = (
    *("text", "markdown", "html", "docx", "pdf"),
    *("style", "outline", "briefing", "template"),
    *("message", "report", "recipients", "replies"),
)
"""Of all targets, in the order in which they run."""


def load(name: str) -> Target:
    """Return the target called `name`, one of `NAMES`."""
    target: Target = import_module(f"tests.fuzz.targets.{name}").TARGET
    return target


def fault(target: Target, data: bytes) -> Exception | None:
    """Return what reading `data` raises that it should not; `None` when all is well.

    An error that the user is told about is well when it is one line for each fault, and not a page.
    """
    try:
        target.run(data)
    except ConverterError as error:
        bad = [line for line in error.lines if len(line.splitlines()) != 1 or len(line) > LONGEST_LINE]
        return AssertionError(f"this is no line for a person: {bad[0][:300]!r}") if bad else None
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return error
    return None


def signature(error: Exception) -> str:
    """Return what findings of one cause have in common: the kind of error and our innermost function."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    where = [f"{Path(frame.filename).stem}.{frame.name}" for frame in (*ours[-1:], *frames[-1:])]
    return " ".join(dict.fromkeys([type(error).__name__, *where]))
