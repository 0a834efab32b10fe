"""What went wrong: lines for a person, data for a program, and an exit code."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

import converter
from converter.cli.terminal import printable, tell
from converter.errors import ConverterError, UsageError
from converter.suggestions import nearest

SOME_FAILED = 1
"""Exit code when some of several articles could not be converted."""

INTERRUPTED, TERMINATED = 130, 143
"""Exit codes of a run that was ended from outside: 128 and the signal's number."""


class TerminatedError(BaseException):
    """The run was ended by SIGTERM; like `KeyboardInterrupt`, no handler of ordinary errors holds it up."""


def tell_error(error: Exception, *, verbose: bool) -> int:
    """Write one line for `error`, or one for each fault of a file that has several; return the exit code.

    An error that nobody expects is a fault of ours: its details go to a file, or to stderr when `verbose`.
    """
    if not isinstance(error, ConverterError):
        return _tell_fault_of_ours(error, verbose=verbose)
    for line in error.lines:
        tell(line)
    return error.exit_code


def error_data(error: Exception) -> dict[str, object]:
    """Return `error` as `--json` shows it; the faults of a file that has several are its `lines`."""
    if not isinstance(error, ConverterError):
        error = ConverterError("fault", f"{type(error).__name__} that should not have happened")
    parts = {"code": error.code, "where": error.where, "what": error.what, "remedy": error.remedy}
    lines = [str(fault) for fault in getattr(error, "faults", ())]
    return {**parts, "exit_code": error.exit_code, **({"lines": lines} if lines else {})}


def usage_error(error: click.ClickException) -> UsageError:
    """Return what click found wrong with the command line, in the form of our own errors."""
    context = (
        error.ctx if isinstance(error, click.UsageError) and error.ctx else click.Context(click.Command(None))
    )
    command = context.command_path.partition(" ")[2]
    where, what = command, error.format_message().rstrip(".")
    remedy = f"see {' '.join(filter(None, ('briefing', command)))} --help"
    match error:
        case click.NoSuchOption():
            what = f"there is no option {error.option_name}"
            remedy = _nearest(error.option_name, _options(context)) or remedy
        case click.NoSuchCommand():
            what = f"there is no command {error.command_name}"
            remedy = _nearest(error.command_name, _commands(context)) or remedy
        case click.MissingParameter(param=click.Parameter() as parameter):
            what = f"{parameter.make_metavar(context)} is missing"
        case click.BadParameter(param=click.Parameter() as parameter):
            where = max(parameter.opts, key=len) if isinstance(parameter, click.Option) else command
            what, _, said = error.message.rstrip(".").partition("; ")
            remedy = said or remedy
        case click.BadOptionUsage():
            where = error.option_name
            what = what.removeprefix(f"Option {where!r} ")
    return UsageError("usage", what, where=where, remedy=remedy)


def _tell_fault_of_ours(error: Exception, *, verbose: bool) -> int:
    import platform
    import traceback

    system = f"briefing {converter.__version__}, Python {platform.python_version()}, {platform.platform()}"
    lines = "".join(traceback.format_exception(error)).splitlines()
    # An exception may quote the article, and the article may hold what a terminal would obey.
    report = "".join(f"{printable(line)}\n" for line in (system, *lines))
    file = None if verbose else _keep(report)
    if file is None:
        sys.stderr.write(report)
    what = f"{type(error).__name__} that should not have happened"
    place = f"the details are in {file}" if file else "the details stand above"
    tell(f"a fault of ours: {what}; {place}; please report it with them, and with the article if you can")
    return ConverterError.exit_code


def _nearest(name: str, known: Sequence[str]) -> str:
    """Return the question whether the nearest of `known` was meant; empty when none is near."""
    near = nearest(name, known)
    return f"did you mean {near}?" if near else ""


def _options(context: click.Context) -> list[str]:
    return [name for parameter in context.command.get_params(context) for name in parameter.opts]


def _commands(context: click.Context) -> list[str]:
    return context.command.list_commands(context) if isinstance(context.command, click.Group) else []


def _keep(report: str) -> Path | None:
    """Write `report` where the user's programs keep their logs; `None` when that fails."""
    from platformdirs import user_log_path

    try:
        file = user_log_path("briefing", appauthor=False, ensure_exists=True) / "fault.txt"
        file.write_text(report, "utf-8")
    except OSError:
        return None
    return file
