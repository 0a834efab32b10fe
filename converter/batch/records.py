"""What goes to a worker and what comes back: small values that can be pickled."""

import json
from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256
from typing import Literal

from msgspec import Struct, to_builtins

from converter.errors import ConverterError

WORKER_DIED = "worker-died"
"""Code of a document that ended the process that worked on it, each time it was tried."""

STORE_UNREACHABLE = "store-unreachable"
"""Code of a document whose store, or that of its reports, did not answer or let nobody in."""

ARTICLE_MISSING = "article-missing"
"""Code of a group that is done without some of its articles."""

PASSING = frozenset(
    {
        *("address-broken", "address-timeout", "address-unreachable"),
        *(
            "input-unreadable",
            "output-exists",
            "output-lost",
            "output-unwritable",
            "report-outline-missing",
            "report-source-missing",
            STORE_UNREACHABLE,
            WORKER_DIED,
        ),
    }
)
"""Codes of failures that say nothing about the article: a resumed run tries again."""

OF_CALL = {
    "encoding-unknown": "encoding",
    "format-unknown": "from",
    "marking-unknown": "marking",
    "section-unknown": "sections",
}
"""Codes of failures that are met with an article and are not its own, and the settings that are at fault."""


class Output(Struct, frozen=True):
    """A report as it was published.

    Attributes:
        path: below the target, its parts joined by slashes.
        format: such as `docx`.
        sha256: of its bytes.
    """

    path: str
    format: str
    sha256: str


class Record(Struct, frozen=True):
    """What finally came of a document; a line of the journal.

    Attributes:
        key: of the document (`Item.key`).
        source: where it is, as a person finds it again.
        sha256: of its bytes; empty where they could not be had.
        configuration: hash of everything else that the reports depend on.
        version: of the program.
        status: whether all its reports are published.
        code: of the error; when done, `article-missing` for a group without some of its articles, else empty.
        text: the error's line, or which articles are missing; empty otherwise.
        attempt: how often it was tried, over all runs.
        seconds: that the last attempt took.
        outputs: its reports, in the order of the formats; when failed, those that an earlier attempt left.
    """

    key: str
    source: str
    sha256: str
    configuration: str
    version: str
    status: Literal["done", "failed"]
    code: str = ""
    text: str = ""
    attempt: int = 1
    seconds: float = 0.0
    outputs: tuple[Output, ...] = ()

    def line(self) -> bytes:
        """Return it as a line of JSON, its end included."""
        text = json.dumps(to_builtins(self), ensure_ascii=False, separators=(",", ":"))
        # Names that are not UTF-8 come as surrogates, which JSON can carry only as escapes.
        return text.encode("utf-8", "backslashreplace") + b"\n"

    @classmethod
    def of_line(cls, line: bytes) -> "Record":
        """Return the record that `line` holds.

        Raises:
            ValueError, TypeError, KeyError: it holds none.
        """
        data = json.loads(line)
        return cls(**{**data, "outputs": tuple(Output(**one) for one in data["outputs"])})


class Item(Struct, frozen=True, dict=True):
    """A document that is to be converted.

    Attributes:
        id: what tells it from every other document of the source, and stays: its path below the folder, or
            that of the list and the row's own name.
        location: where it is read: a path or an address.
        choice: pairs of a setting's key and value, as a list gives them to this document alone.
        place: of its row, such as `list.csv:3:1`; empty where there is none.
        folder: that paths among `choice` start from.
        text: the article itself, where a list holds it.
        fault: code and line of what is wrong with it already; both empty where nothing is.
        group: to which its row says that it belongs; empty where nobody asked.
        members: of a group that becomes a digest: its articles.
    """

    id: str
    location: str
    choice: tuple[tuple[str, str], ...] = ()
    place: str = ""
    folder: str = ""
    text: str | None = None
    fault: tuple[str, str] = ("", "")
    group: str = ""
    members: tuple["Item", ...] = ()

    @cached_property
    def key(self) -> str:
        """32 hexadecimal digits that stand for `id`."""
        return hash_of((self.id,))

    @property
    def source(self) -> str:
        """Where a person finds it: the row of a list that holds it, else its location."""
        return self.location if self.text is None else self.place or self.id


class Task(Struct, frozen=True):
    """An item with what the journal knows of it."""

    item: Item
    prior: Record | None = None


class Result(Struct, frozen=True):
    """What came of a task.

    Attributes:
        record: of the document.
        is_new: whether anything was done; otherwise the record is that of an earlier run.
    """

    record: Record
    is_new: bool = True


def fault_of(error: ConverterError) -> tuple[str, str]:
    """Return what an `Item` keeps of an error."""
    return error.code, str(error)


def hash_of(parts: Iterable[str]) -> str:
    """Return 32 hexadecimal digits of SHA-256 for `parts`, which may hold any characters."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
