"""What was sent to whom: a file that outlives every run, so that nobody gets a message twice.

A delivery is one message to one recipient. It is written down before each step that cannot be taken back:

    planned ─ (the recipients are accepted) ─ sending ─ (the server has taken it) ─ sent
       ↑                                         │├─ the server said no for now ─ deferred
       └──────── tried again later ──────────────┘├─ the server said no ──────── refused
                                                  └─ nobody can tell ─────────── unknown

Only from `sending` on may a message have gone out. A run that was killed leaves deliveries in that state; the
next one finds them, and calls them unknown.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from converter.errors import OutputError, PostponedError

State = Literal["planned", "sending", "sent", "deferred", "refused", "unknown"]
STATES: tuple[State, ...] = get_args(State)

_VERSION = 1

_SCHEMA = f"""
CREATE TABLE delivery (
    message TEXT NOT NULL,
    recipient TEXT NOT NULL COLLATE NOCASE,
    state TEXT NOT NULL CHECK (state IN ({", ".join(f"'{state}'" for state in STATES)})),
    attempts INTEGER NOT NULL DEFAULT 0,
    changed TEXT NOT NULL,
    reply TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL,
    attachments TEXT NOT NULL,
    PRIMARY KEY (message, recipient)
) STRICT;
PRAGMA user_version = {_VERSION};
"""

_SELECT = "SELECT message, recipient, state, attempts, changed, reply, subject, attachments FROM delivery"


class Delivery(Struct, frozen=True):
    """One message to one recipient.

    Attributes:
        message: identity of the message, SHA-256.
        recipient: address; capitals make no other.
        state: how far it came.
        attempts: how often a server was asked, and came to an answer or to none.
        changed: when it came to this state.
        reply: what the server said last, or why nobody can tell.
        subject: of the message.
        attachments: name and SHA-256 of each file, such as `report.pdf 9f86d0…`, a line for each.
    """

    message: str
    recipient: str
    state: State
    attempts: int
    changed: datetime
    reply: str
    subject: str
    attachments: str


def ledger_file() -> Path:
    """Return the user's own ledger, which need not exist."""
    # 5 ms to import
    from platformdirs import user_data_path

    return user_data_path("briefing", appauthor=False) / "ledger.sqlite"


class Ledger:
    """A ledger that is open; one process at a time may hold it."""

    def __init__(self, path: Path) -> None:
        """Open the ledger at `path`, making it where there is none.

        Raises:
            OutputError: `ledger-unwritable`: it cannot be opened, or is no ledger.
            PostponedError: `ledger-busy`: another run holds it.
        """
        self._path = path
        with self._explained():
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                # who gets what is nobody else's business; SQLite's own files get the same mode
                path.touch(0o600)
            self._file = sqlite3.connect(path, isolation_level=None, timeout=0)
            # The lock is taken by the first transaction and kept until the file is closed.
            self._file.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._file.execute("PRAGMA synchronous = FULL")
            self._file.execute("BEGIN EXCLUSIVE")
            self._prepare()
            self._file.execute("COMMIT")

    def close(self) -> None:
        """Let the ledger go."""
        self._file.close()

    def plan(self, deliveries: Iterable[Delivery]) -> None:
        """Note what is to be done, all or nothing; what is in the ledger already keeps its state."""
        rows = (
            (one.message, one.recipient, one.changed.isoformat(), one.subject, one.attachments)
            for one in deliveries
        )
        with self._writing():
            self._file.executemany(
                "INSERT OR IGNORE INTO delivery (message, recipient, state, changed, subject, attachments)"
                " VALUES (?, ?, 'planned', ?, ?, ?)",
                rows,
            )

    def note(
        self, message: str, recipients: Sequence[str], state: State, now: datetime, reply: str = ""
    ) -> None:
        """Note that the deliveries of `message` to `recipients` came to `state`, safely on disk."""
        attempt = state not in {"planned", "sending"}
        rows = [(state, attempt, now.isoformat(), reply, message, recipient) for recipient in recipients]
        with self._writing():
            self._file.executemany(
                "UPDATE delivery SET state = ?, attempts = attempts + ?, changed = ?, reply = ?"
                " WHERE message = ? AND recipient = ?",
                rows,
            )

    def deliveries(self) -> Iterator[Delivery]:
        """Yield all deliveries, the oldest first."""
        yield from self._found(f"{_SELECT} ORDER BY rowid")

    def deliveries_of(self, message: str) -> Iterator[Delivery]:
        """Yield the deliveries of `message`, the oldest first."""
        yield from self._found(f"{_SELECT} WHERE message = ? ORDER BY rowid", message)

    def _found(self, query: str, *values: str) -> Iterator[Delivery]:
        with self._explained():
            rows = self._file.execute(query, values).fetchall()
        for key, recipient, state, attempts, changed, *rest in rows:
            yield Delivery(key, recipient, state, attempts, datetime.fromisoformat(changed), *rest)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Make what is written inside one transaction, which is on disk afterwards, or not at all."""
        with self._explained():
            self._file.execute("BEGIN")
            try:
                yield
                self._file.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._file.execute("ROLLBACK")
                raise

    def _prepare(self) -> None:
        """Make the table where there is none, and call unknown what a run that was killed left behind."""
        version: int = self._file.execute("PRAGMA user_version").fetchone()[0]
        if not version:
            for statement in filter(str.strip, _SCHEMA.split(";")):
                self._file.execute(statement)
        elif version != _VERSION:
            raise OutputError(
                "ledger-unwritable", "was made by a later program", where=str(self._path), remedy="update"
            )
        self._file.execute(
            "UPDATE delivery SET state = 'unknown', reply = 'the sending was cut off' WHERE state = 'sending'"
        )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what the disk and SQLite say into our errors."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            if getattr(error, "sqlite_errorname", "") == "SQLITE_BUSY":
                raise PostponedError(
                    "ledger-busy",
                    "another sending is going on",
                    where=str(self._path),
                    remedy="wait until it has ended",
                ) from error
            raise OutputError(
                "ledger-unwritable",
                f"the ledger of what was sent cannot be used: {error}",
                where=str(self._path),
                remedy="see to it that the file can be written",
            ) from error
