"""Step 1: the command line. Options in, data on stdout, notices and errors on stderr, an exit code out."""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

import click

from converter.cli.command import COMPLETE
from converter.cli.failures import (
    INTERRUPTED,
    TERMINATED,
    TerminatedError,
    tell_error,
    usage_error,
)
from converter.cli.group import program
from converter.cli.terminal import prepare_streams, tell


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `briefing` with `arguments` (default: those of the process) and return its exit code.

    Whatever goes wrong ends in one line on stderr; nothing is raised.
    """
    prepare_streams()
    words = list(sys.argv[1:] if arguments is None else arguments)
    verbose = bool({"-v", "--verbose"} & set(words))
    try:
        with _termination_raised():
            return _run(words)
    except click.ClickException as error:
        return tell_error(usage_error(error), verbose=verbose)
    except (KeyboardInterrupt, click.Abort):
        tell("interrupted; nothing half-written is left")
        return INTERRUPTED
    except TerminatedError:
        tell("terminated; nothing half-written is left")
        return TERMINATED
    except Exception as error:  # noqa: BLE001 - a traceback is no answer to a user
        return tell_error(error, verbose=verbose)


def _run(arguments: list[str]) -> int:
    if COMPLETE in os.environ:
        from click.shell_completion import shell_complete

        return shell_complete(program, {}, "briefing", COMPLETE, os.environ[COMPLETE])
    try:
        with program.make_context("briefing", arguments) as context:
            return int(program.invoke(context) or 0)
    except click.exceptions.Exit as done:
        return done.exit_code


@contextmanager
def _termination_raised() -> Iterator[None]:
    """Turn SIGTERM into an exception, so that temporary files are removed on the way out."""

    def terminate(_number: int, _frame: FrameType | None) -> None:
        raise TerminatedError

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
