"""Step 2: a file or standard input → `Article`, one file for each format; readers judge nothing."""

import re
from typing import BinaryIO, Protocol, cast

from msgspec import Struct
from msgspec.structs import replace

from converter.errors import InputError, UsageError
from converter.model.article import Article
from converter.notices import Notice
from converter.paths import STDIN
from converter.readers.detect import (
    looks_binary,
    looks_like_html,
    looks_like_markdown,
    not_read,
    told_by_content,
)
from converter.readers.language import settle_language
from converter.readers.original import Given, Original
from converter.readers.plainness import is_plain, is_small
from converter.readers.raw import location_of, take
from converter.registry import Registry
from converter.suggestions import suggest


class Format(Struct, frozen=True):
    """A format that is read.

    Attributes:
        name: as in `--from`.
        suffixes: of its files, without the full stop; they too are understood by `--from`.
        reader: `"package.module:attribute"` of a `Reader`.
        media_types: by which servers call it.
        signed: whether its files carry a signature, so that without it the name proves nothing.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    media_types: tuple[str, ...] = ()
    signed: bool = False


FORMATS = (
    Format("txt", ("txt", "text"), "converter.readers.text:read_text", ("text/plain",)),
    Format(
        "md",
        ("md", "markdown", "mdown", "mkd"),
        "converter.readers.markdown:read_markdown",
        ("text/markdown", "text/x-markdown"),
    ),
    Format(
        "html",
        ("html", "htm", "xhtml"),
        "converter.readers.html:read_html",
        ("text/html", "application/xhtml+xml"),
    ),
    Format(
        "docx",
        ("docx", "docm", "dotx", "dotm"),
        "converter.readers.docx:read_docx",
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        signed=True,
    ),
    Format("pdf", ("pdf",), "converter.readers.pdf:read_pdf", ("application/pdf",), signed=True),
)
"""Every format that is read; other packages add theirs as entry points, under the suffix of its files."""

READERS = Registry("converter.readers", {known.name: known.reader for known in FORMATS})


class Reader(Protocol):
    """What the registry holds for each format."""

    def __call__(self, original: Original, encoding: str) -> Article:
        """Return the article that `original` holds.

        `encoding` is what the user named, or empty; formats that know better pay no heed to it. The article's
        `language` is what the document itself says, or empty. What is left out is told in a notice. The same
        bytes give the same article: no clock, no randomness, no environment.

        Raises:
            InputError: it cannot be read.
        """
        ...


def read(
    article: Given,
    *,
    format: str = "",  # noqa: A002 - the word of the command line
    encoding: str = "",
    language: str = "",
    stdin: BinaryIO | None = None,
) -> Article:
    """Return an article.

    Args:
        article: the path of a file, an address of the web, `-` for standard input, or an `Original`.
        format: name or suffix of its format; empty: told by its content, then by its name.
        encoding: of a text, by any name that Python knows; empty: told by its bytes.
        language: BCP 47 tag; empty: what the document says, else told by its words.
        stdin: what `-` stands for; the process's own by default.

    Raises:
        InputError: there is no article, or none that can be read; every code is in `docs/errors.md`.
        UsageError: `format-unknown`, `encoding-unknown`.
    """
    original, location = take(article, stdin), location_of(article)
    return read_original(original, location, format=format, encoding=encoding, language=language)


def read_original(
    original: Original,
    location: str,
    *,
    format: str = "",  # noqa: A002 - the word of the command line
    encoding: str = "",
    language: str = "",
) -> Article:
    """Return the article that `original`, fetched from `location`, holds; the rest as `read`.

    What is not plainly small and plain is read in a child that can be killed (`converter.guard`).

    Raises:
        InputError: also `input-too-slow`, `input-too-hungry`, `reader-died`.
    """
    how = (original, location, format, encoding, language)
    try:
        if _is_plain(original, format):
            return _read(*how)
        # what plain articles do without
        from converter.guard.guarding import guarded

        return guarded(_read, *how, where=location)
    except InputError as error:
        # readers know the file's name alone, which many folders may hold
        if location != STDIN and re.match(rf"{re.escape(original.name)}(?=:|$)", error.where):
            error.where = location + error.where[len(original.name) :]
        raise


def _is_plain(original: Original, format: str) -> bool:  # noqa: A002
    return is_small(original.data) and is_plain(
        original.data, _named(format) if format else _detected(original)[0]
    )


def _read(original: Original, location: str, format: str, encoding: str, language: str) -> Article:  # noqa: A002
    name, notices = (_named(format), ()) if format else _detected(original)
    try:
        reader = cast("Reader", READERS.load(name))
    except KeyError:
        raise not_read(name, location) from None
    try:
        article = reader(original, encoding)
    except RecursionError:
        what = "it nests deeper than any document"
        remedy = "open it in its program, and save it anew"
        raise InputError("input-broken", what, where=location, remedy=remedy) from None
    if not article.blocks and not article.title:
        raise InputError(
            "input-empty", "there are no words in it", where=location, remedy="check that it was saved"
        )
    return settle_language(replace(article, notices=(*notices, *article.notices)), language)


def _named(format: str) -> str:  # noqa: A002
    wanted = format.lower().removeprefix(".")
    name = _by_suffix().get(wanted, wanted)
    if name in READERS.builtin or name in READERS.names():
        return name
    raise UsageError(
        "format-unknown", f"no article can be read as {format!r}", remedy=suggest(wanted, READERS.names())
    )


def _by_suffix() -> dict[str, str]:
    return {suffix: known.name for known in FORMATS for suffix in known.suffixes}


def _detected(original: Original) -> tuple[str, tuple[Notice, ...]]:
    """Return the name of the format, and what to tell the user about how it was found."""
    if name := told_by_content(original.data):
        return name, ()
    name = _named_by_origin(original)
    if name and name != "txt":
        return name, ()
    if looks_like_html(original.data):
        return "html", ()
    if not looks_like_markdown(original.data):
        return "txt", ()
    told = Notice(
        "read-as-markdown",
        "it is written in Markdown and was read as such; -f txt reads it as it is",
        original.name,
    )
    return "md", (told,) if name else ()


def _named_by_origin(original: Original) -> str:
    """Return the format that the file's name, or the server, gives it; empty where neither can be right."""
    suffix = original.suffix
    types = {media_type: known.name for known in FORMATS for media_type in known.media_types}
    name = _by_suffix().get(suffix, "")
    if not name and suffix and suffix in READERS.names():
        return suffix
    name = name or types.get(original.media_type, "")
    signed = {known.name for known in FORMATS if known.signed}
    return "" if name in signed and not looks_binary(original.data) else name
