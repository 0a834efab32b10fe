"""Getting an article's bytes, whole or not at all: a regular file, or standard input as `-`."""

import re
import stat
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, TextIO

from converter.errors import InputError
from converter.limits import LIMITS
from converter.model.article import Source
from converter.suggestions import suggest
from converter.text import clean_text, collapse

STDIN = "-"

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of an article, as they came.

    Attributes:
        data: all of them, at least one and at most `LIMITS.input_bytes`.
        name: file name without folders, or `stdin`.
        folder: where the file lies, for pictures beneath it; `None` for standard input and addresses.
        address: where in the web it was fetched, behind all redirects; empty for files and standard input.
        charset: the encoding that the server named, if any; it may be wrong or unknown.
    """

    data: bytes
    name: str
    folder: Path | None = None
    address: str = ""
    charset: str = ""

    @property
    def suffix(self) -> str:
        """Of the name: lower case, without the full stop; empty when there is none."""
        return Path(self.name).suffix.lower().removeprefix(".")

    def source(self, media_type: str, encoding: str | None = None) -> Source:
        """Return what an `Article` says of its origin."""
        digest = sha256(self.data).hexdigest()
        return Source(self.name, media_type, digest, len(self.data), encoding)


def fetch(location: str, stdin: BinaryIO | None = None) -> Original:
    """Return the bytes at `location`: a path, or `-` for `stdin` (the process's own by default).

    Raises:
        InputError: `input-missing`, `input-folder`, `input-not-a-file`, `input-unreadable`,
            `input-too-large`, `input-empty`; `input-address` for addresses of the web.
    """
    if location == STDIN:
        return Original(_within_limits(_read_stdin(stdin or _stdin()), "stdin"), "stdin")
    if _ADDRESS.match(location):
        raise InputError(
            "input-address",
            "addresses are not read",
            where=location,
            remedy="save the article as text or Markdown and give that file",
        )
    path = Path(location)
    data = _within_limits(_read_file(path), location)
    return Original(data, collapse(clean_text(path.name).text) or "article", path.parent)


def _stdin() -> BinaryIO:
    # Python has none when the process was started with it closed, which typeshed does not say.
    stream: TextIO | None = sys.stdin
    if stream is None:
        raise InputError(
            "input-unreadable",
            "cannot be read: it is closed",
            where="stdin",
            remedy="pipe the article to it, or give a file",
        )
    return stream.buffer


def _read_stdin(stream: BinaryIO) -> bytes:
    try:
        return stream.read(LIMITS.input_bytes + 1)
    except OSError as error:
        raise _unreadable(error, "stdin") from None


def _read_file(path: Path) -> bytes:
    where = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(
                "input-folder", "this is a folder", where=where, remedy="give the article in it that you mean"
            )
        # Opening a pipe that nobody writes to would wait for ever, a device might never end.
        if not stat.S_ISREG(mode):
            raise InputError(
                "input-not-a-file",
                "this is a pipe or a device, not a file",
                where=where,
                remedy="give - as the article and pipe it to standard input",
            )
        with path.open("rb") as file:
            return file.read(LIMITS.input_bytes + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(
            "input-missing", "there is no such file", where=where, remedy=_nearest(path)
        ) from None
    except PermissionError:
        raise InputError(
            "input-unreadable",
            "you may not read this file",
            where=where,
            remedy="ask its owner, or copy it to where you may",
        ) from None
    except (OSError, ValueError) as error:
        raise _unreadable(error, where) from None


def _unreadable(error: OSError | ValueError, where: str) -> InputError:
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    return InputError(
        "input-unreadable",
        f"cannot be read: {reason}",
        where=where,
        remedy="check the disk and the file's name",
    )


def _nearest(path: Path) -> str:
    """Return the name in the same folder that was probably meant."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if entry.is_file())
    except OSError:
        return "check the folder's name"
    hint = suggest(path.name, names) if names else ""
    return hint if hint.startswith("did you mean") else "check the name"


def _within_limits(data: bytes, where: str) -> bytes:
    if not data:
        raise InputError(
            "input-empty", "there is nothing in it", where=where, remedy="check that it was saved"
        )
    if len(data) > LIMITS.input_bytes:
        raise InputError(
            "input-too-large",
            f"is larger than {LIMITS.input_bytes // 1_000_000} MB",
            where=where,
            remedy="cut it into parts",
        )
    return data
