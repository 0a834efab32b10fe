"""What is to be converted: a folder, a glob, a list, a column of texts; yielded as it is read."""

import os
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path, PurePath
from typing import Literal

from converter.batch.grouping import grouped
from converter.batch.listing import MAGIC, Found, files_below, files_like, split_pattern
from converter.batch.lists import Columns, is_csv, items_of_list
from converter.batch.records import Item, fault_of
from converter.batch.store_errors import StoreError, reason
from converter.batch.store_file import opened
from converter.batch.stores import Store, is_store, unread
from converter.errors import InputError, UsageError
from converter.paths import STDIN
from converter.readers import FORMATS
from converter.readers.raw import is_address


def items(
    source: str, *, text_column: str = "", group_by: str = "", skipped: Collection[str] = ()
) -> Iterator[Item]:
    """Yield the documents of `source`; what is wrong with one of them is its `fault`.

    Args:
        source: a folder, with all below it; a glob; a list (text, CSV, TSV, JSONL); `-` for a list on
            standard input. Paths, or addresses that fsspec knows.
        text_column: the column of a list that holds the article itself; empty: its paths are in `path`.
        group_by: the column of a list whose values part its articles into groups, each for one digest; empty:
            each article is for itself.
        skipped: folders and files below the source that are no articles, such as the target.

    Raises:
        InputError: `input-missing`, `input-unreadable`, `list-invalid`, `source-empty`: there is nothing to
            be had.
        UsageError: `batch-sources`, `store-unknown`.
    """
    coming = _items(source, Columns(text_column, group_by), skipped)
    first = next(coming, None)
    if first is None:
        what = "there is no article in it"
        is_list = source == STDIN or not root_of(source)
        remedy = (
            "see that it has rows"
            if is_list
            else "see to its name; what begins with a full stop is passed over"
        )
        raise InputError("source-empty", what, where="stdin" if source == STDIN else source, remedy=remedy)
    coming = chain((first,), coming)
    return grouped(coming, group_by) if group_by else coming


def _items(source: str, columns: Columns, skipped: Collection[str]) -> Iterator[Item]:
    if source == STDIN:
        return items_of_list(sys.stdin.buffer, "stdin", ".", columns)
    kind = _kind(source)
    if kind == "file":
        _check_list(source)
        return _listed(source, columns)
    if not kind and MAGIC.search(source):
        _check_root(source)
    if kind or MAGIC.search(source):
        if columns.text or columns.group:
            option = "--text-column" if columns.text else "--group-by"
            what, remedy = f"{option} is for lists, and this is none", "leave it out, or give a list"
            raise UsageError("batch-sources", what, where=source, remedy=remedy)
        return map(_item, files_below(source, skipped) if kind else files_like(source, skipped))
    if is_address(source) and not is_store(source):
        what, remedy = "a list is not read from the web", "download it, or give addresses to - line by line"
        raise UsageError("batch-sources", what, where=source, remedy=remedy)
    remedy = "give a folder, a glob in quotation marks, or a list"
    raise InputError("input-missing", "there is no such file", where=source, remedy=remedy)


def total(source: str, skipped: Collection[str] = ()) -> Callable[[], int | None]:
    """Return what counts the documents of `source`, about; `None` where that costs too much, as in a store.

    Args:
        source: as `items`.
        skipped: as `items`.
    """

    def count() -> int | None:
        if source == STDIN or is_store(source):
            return None
        if root_of(source):
            return sum(1 for _ in _items(source, Columns(), skipped))
        with suppress(OSError), Path(source).open("rb") as lines:
            # the first row of CSV names the columns
            return sum(1 for line in lines if line.strip()) - is_csv(source)
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


def _check_root(pattern: str) -> None:
    """Check that the folder is there that a pattern starts from; a store says that by itself.

    Raises:
        InputError: `input-missing`.
    """
    root = split_pattern(pattern)[0]
    if not is_address(root) and not os.path.isdir(root):  # noqa: PTH112 - as above
        remedy = "check its name"
        raise InputError("input-missing", "there is no such folder", where=root, remedy=remedy)


def _check_list(source: str) -> None:
    """Check that a file is no article in a format that no list has.

    Raises:
        UsageError: `batch-sources`.
    """
    suffix = PurePath(source).suffix.lower().removeprefix(".")
    if any(suffix in known.suffixes for known in FORMATS if known.name != "txt"):
        what, remedy = "this is an article, and no list of them", f"use: briefing convert {source}"
        raise UsageError("batch-sources", what, where=source, remedy=remedy)


def _listed(source: str, columns: Columns) -> Iterator[Item]:
    """Yield the rows of the list at `source`."""
    if is_store(source):
        with opened(source) as stream:
            yield from items_of_list(stream, source, source.rpartition("/")[0], columns)
        return
    try:
        with Path(source).open("rb") as stream:
            yield from items_of_list(stream, source, str(Path(source).parent), columns)
    except OSError as error:
        what = f"cannot be read: {reason(error)}"
        raise InputError("input-unreadable", what, where=source, remedy="ask its owner") from None
