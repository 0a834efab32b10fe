"""Files below a folder, of this machine or of a store with an address: one after the other, in one order.

A folder is read when its turn comes, so a tree of millions costs the memory of its largest folder; S3 is read
a page after the other, and costs that of a page. Names that begin with a full stop are passed over, links to
folders, which might lead in a circle, and what a batch has written: folders with the lock of one.
"""

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec import Struct

from converter.batch.journal import NAME
from converter.batch.locking import lock_of
from converter.batch.store_errors import StoreError
from converter.batch.stores import Store
from converter.errors import UsageError
from converter.readers.raw import is_address

LOCK = lock_of(Path(NAME)).name
"""What lies in a folder that a batch has written into."""

MAGIC = re.compile(r"[*?\[]")
"""What makes a path a pattern."""


class Found(Struct, frozen=True):
    """A file.

    Attributes:
        location: as it is read.
        relpath: below the folder, its parts joined by slashes.
        error: what the disk or the store said of a folder that could not be read, or not to its end.
    """

    location: str
    relpath: str
    error: str = ""


def files_below(root: str, skipped: Collection[str] = ()) -> Iterator[Found]:
    """Yield the files below the folder `root`, but none that is or lies below one of `skipped`."""
    if is_address(root):
        store = Store(root)
        apart = {Store(one).path for one in skipped if is_address(one)}
        yield from _in_store(store, store.path, store.path, apart)
    else:
        apart = {os.path.realpath(one) for one in skipped if not is_address(one)}
        yield from _in_folder(root, "", apart)


def files_like(pattern: str, skipped: Collection[str] = ()) -> Iterator[Found]:
    """Yield the files that `pattern` names: `*`, `?`, `[a-z]` within a name, `**` for any folders.

    The path below the folder is that below the last folder without a sign of a pattern.

    Raises:
        UsageError: `batch-sources`: it is no pattern.
    """
    root, rest = split_pattern(pattern)
    try:
        wanted = re.compile(_translated(rest), re.DOTALL)
    except re.error as error:
        what, remedy = f"{rest!r} is no pattern: {error.msg}", "write ranges from low to high, as in [a-z]"
        raise UsageError("batch-sources", what, where=pattern, remedy=remedy) from None
    for found in files_below(root, skipped):
        if found.error or wanted.fullmatch(found.relpath):
            yield found


def split_pattern(pattern: str) -> tuple[str, str]:
    """Return the folder that a pattern starts from, and the rest of it."""
    start = MAGIC.search(pattern)
    cut = pattern.rfind("/", 0, start.start() if start else None) + 1
    return pattern[:cut] or ".", pattern[cut:]


def _in_folder(folder: str, below: str, skipped: Collection[str]) -> Iterator[Found]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Found(folder, below.rstrip("/"), (error.strerror or str(error)).lower())
        return
    if below and any(entry.name == LOCK for entry in listed):
        return
    names = {one.rpartition(os.sep)[2] for one in skipped}
    for entry in listed:
        if entry.name.startswith("."):
            continue
        path = entry.name if folder == "." else entry.path
        is_folder = entry.is_dir(follow_symlinks=False)
        if (is_folder or entry.name in names) and os.path.realpath(path) in skipped:
            continue
        if is_folder:
            yield from _in_folder(path, f"{below}{entry.name}/", skipped)
        elif _may_be_article(entry):
            yield Found(path, below + entry.name)


def _may_be_article(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a file, or a link that leads nowhere, or where nobody may look: reading it says which."""
    try:
        is_lost = entry.is_symlink() and not os.path.exists(entry.path)  # noqa: PTH110 - text, as it stands
        return is_lost or entry.is_file()
    except OSError:
        return True


def _in_store(store: Store, root: str, folder: str, skipped: Collection[str]) -> Iterator[Found]:
    try:
        for path, is_folder in store.listed(folder):
            relpath = path[len(root) + 1 :]
            if _is_apart(path, relpath, skipped):
                continue
            if is_folder:
                yield from _in_store(store, root, path, skipped)
            else:
                yield Found(store.address(path), relpath)
    except (FileNotFoundError, StoreError) as error:
        text = error.text if isinstance(error, StoreError) else "it is gone"
        yield Found(store.address(folder), folder[len(root) + 1 :], text)


def _is_apart(path: str, relpath: str, skipped: Collection[str]) -> bool:
    """Whether a path of a store, or a folder that it lies in, is hidden or to be passed over."""
    parts = relpath.split("/")
    return any(part.startswith(".") for part in parts) or any(
        path == one or path.startswith(f"{one}/") for one in skipped
    )


def _translated(pattern: str) -> str:
    """Return `pattern` as a regular expression for whole paths."""
    return "".join(map(_translated_sign, re.findall(r"\*\*/|\*\*|\*|\?|\[!?\]?[^]]*\]|.", pattern)))


def _translated_sign(sign: str) -> str:
    match sign:
        case "**/":
            return "(?:.*/)?"
        case "**":
            return ".*"
        case "*":
            return "[^/]*"
        case "?":
            return "[^/]"
    if len(sign) > 1:
        is_other = sign.startswith("[!")
        inner = "".join(one if one == "-" else re.escape(one) for one in sign[1 + is_other : -1])
        return f"[^/{inner}]" if is_other else f"[{inner}]"
    return re.escape(sign)
