"""What `briefing batch` shows: how far it is, failures, and a summary."""

import os
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from converter.batch.records import Record, Result
from converter.batch.sources import total
from converter.cli.batch.call import Call, source_of
from converter.cli.batch.tally import Tally
from converter.cli.terminal import put_json, tell, tell_json

_SHOWN = 20
"""So many failures get a line; all of them are in the journal."""

_LINE_EVERY_S = 10.0

Follow = Callable[[Sequence[Result]], None]
"""Called with results as they come, and with none now and then."""


def put_summary(tally: Tally, journal: Path) -> None:
    """Print the summary as a JSON object."""
    put_json({**tally.data(), "journal": str(journal)})


def tell_summary(tally: Tally, journal: Path, *, as_json: bool, is_over: bool) -> None:
    """Say how many were done, how many failed and why, and what to do about it."""
    if as_json:
        tell_json({"event": "summary", **tally.data(), "journal": str(journal)})
        return
    counts = [f"{tally.done:,} done"]
    counts += [f"{tally.unchanged:,} unchanged"] if tally.unchanged else []
    counts += [f"{tally.incomplete:,} of these without some of their articles"] if tally.incomplete else []
    reasons = ", ".join(f"{code} {count:,}" for code, count in tally.codes.most_common())
    counts += [f"{tally.failed:,} failed ({reasons})"] if tally.failed else []
    parts = [", ".join(counts), f"each has its record in {journal}"]
    parts += [] if is_over else ["add --resume for the rest"]
    tell("; ".join(parts))


@contextmanager
def follower(call: Call, tally: Tally, skipped: Collection[str] = ()) -> Iterator[Follow]:
    """Show failures, and how far it is: by a bar on a terminal, by a line now and then elsewhere.

    Args:
        call: that is answered.
        tally: of what has come.
        skipped: what is no article, though it may lie among them.
    """
    failures = _Failures(call)
    if call.quiet:
        yield failures.tell_of
        return
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not call.log_json:
        # 50 ms to import
        from converter.cli.batch.bar import bar

        # how many groups there are is known when all of the list has been read
        count = (lambda: None) if call.group_by else total(source_of(call), skipped)
        with bar(tally, count) as step:
            yield _both(failures, step)
    else:
        yield _both(failures, _Line(call, tally).step)


def _both(failures: "_Failures", step: Callable[[], None]) -> Follow:
    def follow(results: Sequence[Result]) -> None:
        failures.tell_of(results)
        step()

    return follow


class _Failures:
    """Tells the first failures of a run."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._count = 0

    def tell_of(self, results: Sequence[Result]) -> None:
        for result in results:
            record = result.record
            if record.code:
                self._count += 1
                self._tell(record)
            elif self._call.verbose and result.is_new:
                tell(f"{record.source}: {', '.join(one.path for one in record.outputs)}")

    def _tell(self, record: Record) -> None:
        if self._call.log_json:
            names = ("source", "code", "text", "attempt")
            event = "failed" if record.status == "failed" else "incomplete"
            tell_json({"event": event, **{name: getattr(record, name) for name in names}})
        elif self._count <= _SHOWN or self._call.verbose:
            tell(record.text)
        elif self._count == _SHOWN + 1:
            tell("there are further failures; all of them are in the journal")


class _Line:
    """Tells how far it is, every ten seconds."""

    def __init__(self, call: Call, tally: Tally) -> None:
        self._as_json = call.log_json
        self._tally = tally
        self._due = tally.start + _LINE_EVERY_S

    def step(self) -> None:
        now = monotonic()
        if now < self._due:
            return
        self._due = now + _LINE_EVERY_S
        if self._as_json:
            tell_json({"event": "progress", **self._tally.data()})
        else:
            tally = self._tally
            tell(f"{tally.count:,} articles, {tally.failed:,} failed, {tally.rate:.1f} a second")
