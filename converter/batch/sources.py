"""What is to be converted: a folder, a glob, a list, a column of texts; yielded as it is read."""

import os
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

from converter.batch.listing import MAGIC, Found, files_below, files_like, split_pattern
from converter.batch.lists import items_of_list
from converter.batch.records import Item, fault_of
from converter.batch.store_errors import StoreError, reason
from converter.batch.store_file import opened
from converter.batch.stores import Store, is_store, unread
from converter.errors import InputError
from converter.paths import STDIN


def items(source: str, *, text_column: str = "", skipped: Collection[str] = ()) -> Iterator[Item]:
    """Yield the documents of `source`; what is wrong with one of them is its `fault`.

    Args:
        source: a folder, with all below it; a glob; a list (text, CSV, TSV, JSONL); `-` for a list on
            standard input. Paths, or addresses that fsspec knows.
        text_column: the column of a list that holds the article itself; empty: its paths are in `path`.
        skipped: folders and files below the source that are no articles, such as the target.

    Raises:
        InputError: `input-missing`, `input-unreadable`, `list-invalid`: nothing can be had from `source`.
        UsageError: `store-unknown`.
    """
    if source == STDIN:
        return items_of_list(sys.stdin.buffer, "stdin", ".", text_column)
    kind = _kind(source)
    if kind == "folder":
        return map(_item, files_below(source, skipped))
    if not kind and MAGIC.search(source):
        return map(_item, files_like(source, skipped))
    if not kind:
        remedy = "give a folder, a glob in quotation marks, or a list"
        raise InputError("input-missing", "there is no such file", where=source, remedy=remedy)
    return _listed(source, text_column)


def total(source: str) -> Callable[[], int | None]:
    """Return what counts the documents of `source`; `None` where that costs too much, as in a store."""

    def count() -> int | None:
        if source == STDIN or is_store(source):
            return None
        if root_of(source):
            return sum(1 for _ in items(source))
        with suppress(OSError), Path(source).open("rb") as lines:
            return sum(1 for line in lines if line.strip())
        return None

    return count


def root_of(source: str) -> str:
    """Return the folder of a source of files; empty for lists."""
    if source == STDIN:
        return ""
    kind = _kind(source)
    if not kind and MAGIC.search(source):
        return split_pattern(source)[0]
    return source if kind == "folder" else ""


def _kind(source: str) -> Literal["file", "folder", ""]:
    """Return what is at `source`.

    Raises:
        InputError: `store-unreachable`, `input-unreadable`.
    """
    if not is_store(source):
        if not os.path.lexists(source):
            return ""
        return "folder" if os.path.isdir(source) else "file"  # noqa: PTH112 - pathlib raises what it cannot look up
    store = Store(source)
    try:
        return store.kind(store.path)
    except StoreError as error:
        raise unread(error, source) from error


def _item(found: Found) -> Item:
    if not found.error:
        return Item(found.relpath, found.location)
    where = found.location
    what = f"the folder cannot be read: {found.error}"
    if is_store(where):
        remedy = "see to the store, then add --resume"
        fault = InputError("store-unreachable", what, where=where, remedy=remedy)
    else:
        fault = InputError("input-unreadable", what, where=where, remedy="ask its owner")
    # the slash tells it from an article, in the journal too
    return Item(f"{found.relpath}/", f"{where.rstrip('/')}/", fault=fault_of(fault))


def _listed(source: str, text_column: str) -> Iterator[Item]:
    """Yield the rows of the list at `source`."""
    if is_store(source):
        with opened(source) as stream:
            yield from items_of_list(stream, source, source.rpartition("/")[0], text_column)
        return
    try:
        with Path(source).open("rb") as stream:
            yield from items_of_list(stream, source, str(Path(source).parent), text_column)
    except OSError as error:
        what = f"cannot be read: {reason(error)}"
        raise InputError("input-unreadable", what, where=source, remedy="ask its owner") from None
