"""The journal: one final record for each document, so that a run that was killed goes on where it was.

It is a file of JSON lines that is only added to. A record is written when the document's reports are
published, and records reach the disk in groups: what a crash takes is done again, and comes to the same. The
last line may be torn by a crash; it is cut off. A document that is tried again gets a further line, of which
the last counts; at the end of the run the earlier ones are removed.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import FileIO
from pathlib import Path
from time import monotonic
from typing import Self

from converter.batch.index import Index
from converter.batch.records import Record
from converter.errors import InputError, OutputError, UsageError
from converter.files import TEMPORARY

NAME = "journal.jsonl"
"""Of the journal, where the target is a folder."""

_FLUSHED_EVERY_S = 1.0
_PIECE = 4096


class Journal:
    """A journal that is open; who opens it holds its lock (`locking.held`)."""

    def __init__(self, path: Path, *, resume: bool = False, anew: bool = False) -> None:
        """Open the journal at `path`.

        Args:
            path: of the file, which need not exist.
            resume: whether to go on with what it holds.
            anew: whether what it holds may be thrown away.

        Raises:
            UsageError: `journal-exists`: it holds something, and neither `resume` nor `anew` is wanted.
            InputError: `journal-broken`: a line that is not its last cannot be read.
            OutputError: `journal-unwritable`.
        """
        self._path = path
        self._index = Index()
        self._superseded = 0
        self._flushed = monotonic()
        with self._explained():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = _opened(path)
            if anew and not resume:
                self._file.truncate(0)
        with ExitStack() as stack:
            stack.callback(self._file.close)
            self._end = self._read()
            self._check_resumed(resume=resume)
            stack.pop_all()

    def __enter__(self) -> Self:
        """Return the journal itself."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Let it go, safely on disk."""
        try:
            self.flush()
        finally:
            self._file.close()

    def prior(self, key: str) -> Record | None:
        """Return what the journal says of the document `key`."""
        offset = self._index.offset(key)
        return None if offset is None else self._at(offset)

    def meet(self, key: str, choice: str) -> str | None:
        """Note that the source names `key` with `choice`; return the choice of its first time, if any."""
        return self._index.meet(key, choice)

    def write(self, records: Iterable[Record]) -> None:
        """Add `records`; they are safe on disk after `flush`, which is done by the way every second.

        Raises:
            OutputError: `journal-unwritable`.
        """
        with self._explained():
            for record in records:
                offset = self._end
                self._append(record.line())
                self._superseded += self._index.put(record.key, offset)
        if monotonic() - self._flushed >= _FLUSHED_EVERY_S:
            self.flush()

    def flush(self) -> None:
        """Bring everything to the disk.

        Raises:
            OutputError: `journal-unwritable`.
        """
        with self._explained():
            os.fsync(self._file.fileno())
        self._flushed = monotonic()

    def records(self) -> Iterator[Record]:
        """Yield the final record of each document, in the order in which they were written."""
        return map(self._at, self._index.offsets())

    def tidy(self) -> None:
        """Remove records that later ones have taken the place of, and of folders that can be read again.

        The source has been read to its end.

        Raises:
            OutputError: `journal-unwritable`; the journal is as it was then.
        """
        if not self._superseded:
            return
        temporary = self._path.with_name(TEMPORARY.format("journal"))
        with self._explained():
            try:
                with temporary.open("wb") as file:
                    file.writelines(record.line() for record in self.records() if self._counts(record))
                    file.flush()
                    os.fsync(file.fileno())
                self._file.close()
                temporary.replace(self._path)
            finally:
                temporary.unlink(missing_ok=True)
                self._file = _opened(self._path)
        self._index = Index()
        self._superseded = 0
        self._end = self._read()

    def _counts(self, record: Record) -> bool:
        """Whether `record` is of a document, or of a folder that could not be read in this run either."""
        return not record.source.endswith("/") or self._index.is_met(record.key)

    def _check_resumed(self, *, resume: bool) -> None:
        if self._end and not resume:
            raise UsageError(
                "journal-exists",
                "this is the journal of an earlier run",
                where=str(self._path),
                remedy="add --resume to go on with it, or --force to begin anew",
            )

    def _read(self) -> int:
        """Enter every line into the index, cut off a torn one, and return where the next begins."""
        offset = 0
        with self._path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.endswith(b"\n"):
                    self._file.truncate(offset)
                    break
                try:
                    record = Record.of_line(line)
                except (ValueError, TypeError, KeyError):
                    raise _broken(self._path, number) from None
                self._superseded += self._index.put(record.key, offset) or record.source.endswith("/")
                offset += len(line)
        return offset

    def _at(self, offset: int) -> Record:
        self._file.seek(offset)
        line = bytearray()
        while not line.endswith(b"\n") and (piece := self._file.read(_PIECE)):
            line += piece
            if b"\n" in piece:
                del line[line.index(b"\n") + 1 :]
        return Record.of_line(bytes(line))

    def _append(self, line: bytes) -> None:
        """Write a line, or nothing: a disk that is full may have taken some of it."""
        try:
            left = line
            while left:
                left = left[self._file.write(left) :]
        except OSError:
            with suppress(OSError):
                self._file.truncate(self._end)
            raise
        self._end += len(line)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            what = f"the journal cannot be written: {(error.strerror or str(error)).lower()}"
            remedy = "make room, or name another with --journal; then add --resume"
            raise OutputError("journal-unwritable", what, where=str(self._path), remedy=remedy) from error


def _opened(path: Path) -> FileIO:
    # Unbuffered: no piece of a line stays behind to be written later.
    return FileIO(path, "a+")


def _broken(path: Path, number: int) -> InputError:
    what = "this line is no record of a document"
    remedy = "delete the line: its document is done again"
    return InputError("journal-broken", what, where=f"{path}:{number}", remedy=remedy)
