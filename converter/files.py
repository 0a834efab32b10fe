"""Names that are safe on every disk, and publishing that leaves either whole files or none.

Durability follows the usual order: a temporary file in the same folder, `fsync`, an atomic rename, `fsync`
of the folder. A reader of the folder never sees half a report, and a report is never replaced unasked.
"""

import contextlib
import os
import re
import stat
import unicodedata
from collections.abc import Container, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from types import MappingProxyType

from converter.errors import OutputError

NAME_BYTES = 80
"""Longest slug, in bytes of UTF-8: room for a suffix, a hash and a temporary name on any file system."""

TEMPORARY = ".{}.briefing.tmp"
"""Name of a file until it is whole; random digits stand in the braces."""

_NOT_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
_MARKS = frozenset({"Mn", "Mc", "Me"})


class Outcome(StrEnum):
    """What publishing did to one file."""

    CREATED = "created"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


def slug(title: str, *, fallback: bytes = b"") -> str:
    """Return a file name without suffix for `title`: letters and digits of any script, joined by hyphens.

    Never empty (`article-<hash8>` of `fallback` when nothing is left) and at most `NAME_BYTES` long.
    """
    words = "".join(c if belongs_to_word(c) else "-" for c in unicodedata.normalize("NFC", title).lower())
    name = _cut(re.sub("-+", "-", words).strip("-"))
    return name or f"article-{sha256(fallback or title.encode('utf-8', 'replace')).hexdigest()[:8]}"


def ascii_slug(title: str, *, fallback: bytes = b"") -> str:
    """Return a slug in ASCII, as attachments need it: accents dropped, other scripts replaced by a hash."""
    bare = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return slug(
        _NOT_LETTER_OR_DIGIT.sub(" ", bare),
        fallback=fallback or title.encode("utf-8", "replace"),
    )


def free_name(stem: str, suffix: str, taken: Container[str]) -> str:
    """Return `stem` with `suffix`, and a number between them where that is taken: `report-2.pdf`."""
    numbers = chain([""], (f"-{number}" for number in count(2)))
    return next(name for number in numbers if (name := f"{stem}{number}{suffix}") not in taken)


def belongs_to_word(character: str) -> bool:
    """Whether `character` is a letter or digit of any script, or a mark on one."""
    return character.isalnum() or unicodedata.category(character) in _MARKS


def publish(
    reports: Mapping[Path, bytes],
    *,
    overwrite: bool = False,
    own: Mapping[Path, str] = MappingProxyType({}),
) -> dict[Path, Outcome]:
    """Write all `reports` or none, each whole.

    An existing file with the same bytes is left alone. Missing folders are made.

    Args:
        reports: what is to be written, by path.
        overwrite: whether different files may be replaced.
        own: SHA-256 of what the caller wrote before, by path; a file that still holds that may be replaced.

    Raises:
        OutputError: `output-exists` when a different file is there that may not be replaced,
            `output-not-a-file` when something other than a regular file is there, `output-unwritable`
            when the folder or the disk refuses.
    """
    outcomes = {
        path: foresee(path, data, overwrite=overwrite, own=own.get(path, ""))
        for path, data in reports.items()
    }
    pending = {path: data for path, data in reports.items() if outcomes[path] is not Outcome.UNCHANGED}
    with contextlib.ExitStack() as undo:
        staged = {path: _stage(path, data, undo) for path, data in pending.items()}
        created: list[Path] = []
        try:
            for path, temporary in staged.items():
                if not _move(temporary, path, overwrite=overwrite or outcomes[path] is Outcome.REPLACED):
                    # Another run was quicker; if it made the same file, all is well.
                    outcomes[path] = foresee(path, pending[path], overwrite=overwrite)
                elif outcomes[path] is Outcome.CREATED:
                    created.append(path)
        except OutputError:
            for path in created:
                path.unlink(missing_ok=True)
            raise
    for folder in {path.parent for path in staged}:
        _flush_folder(folder)
    return outcomes


def foresee(path: Path, data: bytes, *, overwrite: bool, own: str = "") -> Outcome:
    """Return what publishing `data` at `path` will do there; arguments and errors as for `publish`."""
    with _told_as_output_error(path):
        try:
            found = path.lstat()
        except FileNotFoundError:
            return Outcome.CREATED
        if not stat.S_ISREG(found.st_mode):
            raise OutputError(
                "output-not-a-file",
                "something that is not a file is there",
                where=str(path),
                remedy="choose another name",
            )
        if found.st_size == len(data) and path.read_bytes() == data:
            return Outcome.UNCHANGED
        is_own = bool(own) and sha256(path.read_bytes()).hexdigest() == own
    if not (overwrite or is_own):
        raise _exists(path)
    return Outcome.REPLACED


def _cut(name: str) -> str:
    return name.encode("utf-8")[:NAME_BYTES].decode("utf-8", "ignore").strip("-")


def _stage(path: Path, data: bytes, undo: contextlib.ExitStack) -> Path:
    with _told_as_output_error(path):
        _make_folder(path.parent)
        temporary = path.parent / TEMPORARY.format(os.urandom(8).hex())
        undo.callback(temporary.unlink, missing_ok=True)
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    return temporary


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise OutputError(
            "output-unwritable",
            "this is a file, not a folder",
            where=str(folder),
            remedy="choose another place",
        ) from None


def _move(temporary: Path, path: Path, *, overwrite: bool) -> bool:
    """Give the file its name; return false when another program took it in the meantime."""
    with _told_as_output_error(path):
        if overwrite:
            temporary.replace(path)
            return True
        try:
            # A link fails where another program made the file; a rename would overwrite it.
            os.link(temporary, path)
        except FileExistsError:
            return False
        except OSError:
            # no hard links on this file system
            temporary.replace(path)
    return True


def _exists(path: Path) -> OutputError:
    return OutputError(
        "output-exists",
        "a different file is there",
        where=str(path),
        remedy="add --force to replace it, or choose another name",
    )


def _flush_folder(folder: Path) -> None:
    # Windows cannot open folders, and some network file systems refuse to flush them.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _told_as_output_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(
            "output-unwritable",
            f"cannot be written: {reason}",
            where=str(path),
            remedy="choose another folder",
        ) from error
