"""Rows of a list → groups, each of which becomes a digest: those that have one value in a column.

A group may have rows anywhere in the list, so all of it is read before the first group is known; meanwhile
rows lie on the disk.
"""

import pickle
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby
from operator import itemgetter

from msgspec.structs import replace

from converter.batch.records import Item, fault_of
from converter.errors import InputError, OutputError

OF_ARTICLE = frozenset({"lang", "from", "encoding"})
"""Settings that may differ from article to article of a group: of how it is read, not of the report."""

_SCHEMA = "CREATE TABLE row (number INTEGER PRIMARY KEY, name BLOB NOT NULL, item BLOB NOT NULL)"
_FIRST = "SELECT name, MIN(number) AS number FROM row GROUP BY name"
_ROWS = f"""
SELECT row.name, row.item FROM row JOIN ({_FIRST}) AS first ON row.name = first.name
ORDER BY first.number, row.number
"""  # noqa: S608 - of constants


def grouped(items: Iterator[Item], column: str) -> Iterator[Item]:
    """Yield an item for each value of `column`, in the order of its first row; its rows are its `members`.

    A row that is wrong, or has no value there, is yielded as it is, with its fault.
    """
    with closing(sqlite3.connect("", isolation_level=None)) as rows:
        rows.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}")
        for item in items:
            if item.group and not item.fault[0]:
                _keep(item, rows)
            else:
                yield item if item.fault[0] else _ungrouped(item, column)
        yield from _groups(rows, column)


def _keep(item: Item, rows: sqlite3.Connection) -> None:
    # a name may hold what is not UTF-8
    name = item.group.encode("utf-8", "surrogatepass")
    try:
        rows.execute("INSERT INTO row (name, item) VALUES (?, ?)", (name, pickle.dumps(item)))
    except sqlite3.OperationalError as error:
        what, remedy = f"its rows cannot be kept on the disk: {error}", "make room where temporary files go"
        raise OutputError("output-unwritable", what, where=item.place, remedy=remedy) from None


def _groups(rows: sqlite3.Connection, column: str) -> Iterator[Item]:
    for name, members in groupby(rows.execute(_ROWS), itemgetter(0)):
        of_group = [pickle.loads(member) for _, member in members]  # noqa: S301 - pickled above
        yield _group(name.decode("utf-8", "surrogatepass"), column, of_group)


def _ungrouped(item: Item, column: str) -> Item:
    fault = InputError("list-invalid", f"there is no {column!r}", where=item.place, remedy="fill it in")
    return replace(item, fault=fault_of(fault))


def _group(name: str, column: str, members: Sequence[Item]) -> Item:
    """Return the item of a group, which is its title unless rows give one.

    What its rows choose for the report must be the same in all that do.
    """
    first = members[0]
    source = f"{first.place.rsplit(':', 2)[0]} ({column}: {name})"
    chosen = {"title": name} if not any("title" in dict(one.choice) for one in members) else {}
    for member in members:
        for key, value in member.choice:
            if key in OF_ARTICLE or chosen.setdefault(key, value) == value:
                continue
            what = f"{key} is {value!r}, and {chosen[key]!r} in a row of {name!r} before"
            error = InputError("list-invalid", what, where=member.place, remedy="one report has one of them")
            return Item(name, source, place=member.place, fault=fault_of(error))
    of_report = tuple(chosen.items())
    placed = tuple(replace(one, choice=(*of_report, *_of_article(one))) for one in members)
    return Item(name, source, of_report, first.place, first.folder, members=placed)


def _of_article(item: Item) -> Iterator[tuple[str, str]]:
    return (pair for pair in item.choice if pair[0] in OF_ARTICLE)
