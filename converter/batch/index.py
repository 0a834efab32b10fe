"""Where a journal's records stand, and which documents were met: on disk, since there may be millions."""

import sqlite3
from collections.abc import Iterator

_SCHEMA = """
CREATE TABLE record (key TEXT PRIMARY KEY, offset INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE met (key TEXT PRIMARY KEY, choice TEXT NOT NULL) WITHOUT ROWID;
"""


class Index:
    """A table that lives as long as the process, in a file that SQLite makes and removes."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}")

    def put(self, key: str, offset: int) -> bool:
        """Note where the last record of `key` begins; return whether there was another before."""
        known = self.offset(key) is not None
        self._file.execute("INSERT OR REPLACE INTO record VALUES (?, ?)", (key, offset))
        return known

    def offset(self, key: str) -> int | None:
        """Return where the record of `key` begins."""
        found = self._file.execute("SELECT offset FROM record WHERE key = ?", (key,)).fetchone()
        return int(found[0]) if found else None

    def offsets(self) -> Iterator[int]:
        """Yield where each record begins, in ascending order."""
        for (offset,) in self._file.execute("SELECT offset FROM record ORDER BY offset"):
            yield int(offset)

    def is_met(self, key: str) -> bool:
        """Whether the source has named `key`."""
        return self._file.execute("SELECT 1 FROM met WHERE key = ?", (key,)).fetchone() is not None

    def meet(self, key: str, choice: str) -> str | None:
        """Note that the source names `key`; return the choice that came with it the first time, if any."""
        try:
            self._file.execute("INSERT INTO met VALUES (?, ?)", (key, choice))
        except sqlite3.IntegrityError:
            found = self._file.execute("SELECT choice FROM met WHERE key = ?", (key,)).fetchone()
            return str(found[0])
        return None
