"""A campaign of one target, in a process of its own: libFuzzer follows coverage, by way of atheris.

`python -m tests.fuzz.fuzzing TARGET FINDINGS [libFuzzer's options and corpus]`; `campaign` starts it. What a
target raises is written into FINDINGS, once for each cause, and the campaign goes on; libFuzzer itself ends
the process when an input crashes it, takes too long or too much memory.
"""

import sys
import traceback
import warnings
from pathlib import Path
from random import Random

import atheris

from tests.fuzz.findings import NAME, key_of
from tests.fuzz.target import Target, fault, load, signature

_INSTRUMENTED = (
    *("converter", "trafilatura", "markdown_it", "mdit_py_plugins"),
    *("yaml", "email", "smtplib", "imaplib"),
)
"""Whose coverage is followed: ours, and that of what we read with where it is written in Python."""


class Looking:
    """Runs inputs, and keeps one of each cause."""

    def __init__(self, target: Target, findings: Path) -> None:
        """Take where findings go."""
        self._target, self._findings = target, findings
        self._known: set[str] = set()

    def __call__(self, data: bytes) -> None:
        """Run one input."""
        error = fault(self._target, data)
        if error is None:
            return
        key = key_of(signature(error))
        if key not in self._known:
            self._known.add(key)
            (self._findings / NAME.format(key)).write_bytes(data)
            sys.stderr.write(f"FOUND {key} {signature(error)}\n")
            traceback.print_exception(error)


def _mutator(target: Target) -> object:
    """Return what changes the inside of a file, with libFuzzer's own changes for its parts."""
    inside = target.inside
    assert inside is not None

    def mutate(data: bytes, largest: int, seed: int) -> bytes:
        def change(part: bytes) -> bytes:
            return bytes(atheris.Mutate(part or b"x", min(largest, len(part) + 4_096)))

        random = Random(seed)  # noqa: S311 - it chooses, and protects nothing
        made = inside(data, change, random)
        return made if len(made) <= largest else data

    return mutate


def main() -> None:
    """Fuzz until libFuzzer ends the process."""
    name, findings, *options = sys.argv[1:]
    # A warning would be a line on the user's terminal.
    warnings.simplefilter("error")
    with atheris.instrument_imports(include=list(_INSTRUMENTED)):
        target = load(name)
        looking = Looking(target, Path(findings))
        # Most of us is imported when it is first used.
        for seed in target.seeds():
            looking(seed)
    mutator = {"custom_mutator": _mutator(target)} if target.inside else {}
    atheris.Setup([sys.argv[0], *options], looking, **mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
