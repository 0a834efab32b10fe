"""What a hostile case is: something to convert, and what must come of it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

REPORT = "report"
"""What must come of an article that can be read, however ugly: complete reports."""

LIMIT = frozenset({"input-too-slow", "input-too-hungry", "input-too-large", "reader-died"})
"""Codes of an article that goes beyond what one may cost: any of them is an answer where one is."""

Content = bytes | str | Callable[[], bytes | str]


class Case(Struct, frozen=True):
    """One hostile call of `briefing convert`.

    Attributes:
        name: what it is; unique.
        make: lays out what is needed in an empty folder, and returns what stands behind `convert`. Paths are
            relative to that folder.
        must: `REPORT`, or codes of errors; any of them is right.
        heavy: whether it is left to the campaign, since it takes seconds.
        meanwhile: what happens in the folder, again and again, while the call runs.
    """

    name: str
    make: Callable[[Path], list[str]]
    must: frozenset[str]
    heavy: bool = False
    meanwhile: Callable[[Path], None] | None = None


def article(
    name: str, file: str, content: Content, *must: str, heavy: bool = False, options: tuple[str, ...] = ()
) -> Case:
    """Return the case of one file, called `file`; what must come of it is a report unless `must` says."""

    def make(folder: Path) -> list[str]:
        (folder / file).write_bytes(_bytes(content))
        return [f"./{file}", *options]

    return Case(name, make, frozenset(must or (REPORT,)), heavy)


def folder(
    name: str,
    files: Mapping[str, Content],
    arguments: list[str],
    *must: str,
    heavy: bool = False,
) -> Case:
    """Return the case of several files, of which `arguments` name what is converted."""

    def make(folder: Path) -> list[str]:
        for file, content in files.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(_bytes(content))
        return arguments

    return Case(name, make, frozenset(must or (REPORT,)), heavy)


def _bytes(content: Content) -> bytes:
    made = content() if callable(content) else content
    return made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made
