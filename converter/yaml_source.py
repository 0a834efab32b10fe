"""YAML text → nodes that know where they stand; the one module that imports `yaml`.

A node says what was written and where, never what YAML would make of it: `no`, `1.10` and `12:30` stay text,
and the schema that reads them decides what they are. What a settings file does not need is refused: tags,
several documents, keys that are not text, the same key twice. Every text ends in nodes or in a `StyleError`
with the place in its `where`; size, depth and the number of nodes after aliases are bounded by `LIMITS`.
"""

import re
import stat
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from converter.errors import StyleError
from converter.limits import LIMITS
from converter.text import clean_text
from converter.yaml_mistakes import Report, mistake

if TYPE_CHECKING:
    import yaml


class Place(NamedTuple):
    """Where something was written; `line` and `column` count from 1, and are 0 where there are none.

    A column is a character (a code point) of the line: a tab is one, a wide letter is one, a byte order mark
    at the file's start is none. A line ends with LF, CR LF or CR.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """As editors and terminals know it: `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as written; escapes of quoted text are resolved.

    Attributes:
        text: the characters.
        place: of the first.
        form: `plain`, or `quoted` (block scalars too), which is never null.
        comment: the one word of the comment behind an empty value, with its `#`: an unquoted colour.
        inset: how far behind `place` the text begins, where it stands there letter for letter; else -1.
    """

    text: str
    place: Place
    form: Literal["plain", "quoted"] = "plain"
    comment: str = ""
    inset: int = 0

    @property
    def is_null(self) -> bool:
        """Whether it says that there is no value: `null`, `~` or nothing at all, unquoted."""
        return self.form == "plain" and self.text in _NULLS

    def place_of(self, offset: int) -> Place:
        """Return where the character at `offset` of the text stands; that of the whole where nobody knows."""
        if self.inset < 0 or not self.place.line:
            return self.place
        return self.place._replace(column=self.place.column + self.inset + offset)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in order; no key stands twice."""

    entries: tuple[Entry, ...]
    place: Place


Node = Scalar | Sequence | Mapping

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_QUOTE_BRACES = 'put a text with braces or brackets in quotation marks: "{title}"'
_LINE_END = re.compile(r"\r\n|\r|\n")
_NO_YAML = (
    (b"PK\x03\x04", "is a Word file or an archive", "a Word template goes with --template"),
    (b"%PDF-", "is a PDF", "a letterhead goes under page.stationery of a style"),
)
"""How files begin that are given by mistake, what they are, and where they belong."""
_COMMENT = re.compile(r"[ \t]*(#[^\s#]+)[ \t]*$", re.MULTILINE)


def load(path: Path) -> Node:
    """Return what the file says.

    Raises:
        StyleError: as `read_text` and `parse`.
    """
    return parse(read_text(path), str(path))


def read_text(path: Path) -> str:
    """Return the text of a YAML file.

    Raises:
        StyleError: `yaml-unreadable` when it cannot be read, is no regular file, no YAML file or not UTF-8;
            `yaml-limit`.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise StyleError("yaml-unreadable", "this is not a file", where=str(path))
        with path.open("rb") as file:
            data = file.read(LIMITS.yaml_bytes + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StyleError("yaml-unreadable", f"cannot be read: {reason}", where=str(path)) from None
    for beginning, what, remedy in _NO_YAML:
        if data.startswith(beginning):
            raise StyleError("yaml-unreadable", f"{what}, not a YAML file", where=str(path), remedy=remedy)
    if len(data) > LIMITS.yaml_bytes:
        raise _too_large(str(path))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise StyleError(
            "yaml-unreadable", "is not UTF-8", where=str(path), remedy="save it as UTF-8"
        ) from None


def parse(text: str, file: str) -> Node:
    """Return what `text` says; `file` names it in places. A text that says nothing is an empty `Scalar`.

    Raises:
        StyleError: `yaml-syntax`, `yaml-refused` (tags, several documents, keys that are not text),
            `yaml-duplicate-key` or `yaml-limit`.
    """
    if len(text) > LIMITS.yaml_bytes or len(text.encode("utf-8", "surrogatepass")) > LIMITS.yaml_bytes:
        raise _too_large(file)
    lines = _Lines(text, file)
    builder = _Builder(text, lines)
    for event in _events(text, lines):
        builder.take(event)
    return builder.root or Scalar("", Place(file, 1, 1))


def _too_large(file: str) -> StyleError:
    return StyleError("yaml-limit", f"is larger than {LIMITS.yaml_bytes // 1024} KB", where=file)


class _Lines:
    """Where the lines of a text begin; PyYAML counts otherwise, also U+2028, which editors do not."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self._mark = text.startswith("\ufeff")

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        column = offset - self._starts[line - 1] + 1
        return Place(self._file, line, max(column - (self._mark and line == 1), 1))

    def start(self, event: "yaml.Event") -> Place:
        mark: _Mark | None = event.start_mark
        return self.place(mark.index if mark else 0)


def _events(text: str, lines: _Lines) -> Iterator["yaml.Event"]:
    """Yield the parser's events one by one; PyYAML's parser, unlike its composer, does not recurse."""
    # 10 ms to import; not needed where `stylesheets.cache` remembers the nodes
    import yaml

    try:
        loader = yaml.SafeLoader(text)
    except yaml.reader.ReaderError as error:
        what = f"U+{error.character:04X} may not stand in YAML"
        place = lines.place(error.position)
        raise StyleError("yaml-syntax", what, where=str(place), remedy="delete it") from None
    try:
        while loader.check_event():
            yield loader.get_event()  # type: ignore[no-untyped-call]
    except yaml.MarkedYAMLError as error:
        what, at, remedy = mistake(text, _report(error))
        raise StyleError("yaml-syntax", what, where=str(lines.place(at)), remedy=remedy) from None
    except (ValueError, OverflowError):
        # An escape beyond Unicode ("\UFFFFFFFF"), or a version number of thousands of digits.
        mark: _Mark = loader.get_mark()
        place = lines.place(mark.index)
        raise StyleError("yaml-syntax", "holds a number that is out of range", where=str(place)) from None


def _report(error: "yaml.MarkedYAMLError") -> Report:
    problem: _Mark | None = error.problem_mark or error.context_mark
    context: _Mark | None = error.context_mark or error.problem_mark
    said = [(part or "").replace("\n", " ") for part in (error.context, error.problem)]
    return Report(said[0], context.index if context else 0, said[1], problem.index if problem else 0)


class _Mark(Protocol):
    """PyYAML's: everything counts from 0."""

    line: int
    column: int
    index: int


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been seen."""

    place: Place
    anchor: str | None
    kind: type[Sequence | Mapping]
    nodes: list[Node]
    keys: dict[str, Place]
    size: int = 1
    height: int = 1


class _Builder:
    """Nodes from events, without recursion, so that depth is checked before it can hurt."""

    def __init__(self, text: str, lines: _Lines) -> None:
        self.root: Node | None = None
        self._text = text
        self._lines = lines
        self._open: list[_Open] = []
        # anchor → node, its number of nodes and its height, aliases expanded; `None` while it is open
        self._anchors: dict[str, tuple[Node, int, int] | None] = {}

    def take(self, event: "yaml.Event") -> None:
        import yaml

        place = self._lines.start(event)
        match event:
            case yaml.AliasEvent():
                self._add(*self._target(event.anchor or "", place), place)
            case yaml.ScalarEvent():
                _refuse_tag(event, place)
                self._add(self._scalar(event, place), 1, 0, place, event.anchor)
            case yaml.CollectionStartEvent():
                _refuse_tag(event, place)
                self._begin(
                    Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence, event.anchor, place
                )
            case yaml.CollectionEndEvent():
                self._end()
            case yaml.DocumentStartEvent() if self.root is not None:
                raise StyleError(
                    "yaml-refused", "a second document begins here", where=str(place), remedy="keep one"
                )

    def _scalar(self, event: "yaml.ScalarEvent", place: Place) -> Scalar:
        text = _clean(event, place)
        start: _Mark | None = event.start_mark
        end: _Mark | None = event.end_mark
        written = self._text[start.index : end.index] if start and end else ""
        if event.style:
            return Scalar(text, place, "quoted", inset=1 if written[1:-1] == text else -1)
        if text:
            return Scalar(text, place, inset=0 if written == text else -1)
        comment = _COMMENT.match(self._text, start.index if start else 0)
        return Scalar("", place, comment=comment[1] if comment else "")

    def _target(self, anchor: str, place: Place) -> tuple[Node, int, int]:
        if anchor not in self._anchors:
            raise StyleError("yaml-syntax", f"the alias *{anchor} names nothing above", where=str(place))
        found = self._anchors[anchor]
        if found is None:
            raise StyleError(
                "yaml-refused", f"the alias *{anchor} stands inside what it names", where=str(place)
            )
        return found

    def _begin(self, kind: type[Sequence | Mapping], anchor: str | None, place: Place) -> None:
        if self._open and _expects_key(self._open[-1]):
            raise _not_text(place)
        self._open.append(_Open(place, anchor, kind, [], {}))
        self._check_depth(0, place)
        if anchor is not None:
            self._anchors[anchor] = None

    def _end(self) -> None:
        done = self._open.pop()
        node: Node
        if done.kind is Mapping:
            pairs = zip(done.nodes[::2], done.nodes[1::2], strict=True)
            node = Mapping(
                tuple(Entry(key, value) for key, value in pairs if isinstance(key, Scalar)), done.place
            )
        else:
            node = Sequence(tuple(done.nodes), done.place)
        self._add(node, done.size, done.height, done.place, done.anchor)

    def _add(self, node: Node, size: int, height: int, place: Place, anchor: str | None = None) -> None:
        if anchor is not None:
            self._anchors[anchor] = (node, size, height)
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if _expects_key(parent):
            _check_key(parent, node, place)
        parent.nodes.append(node)
        parent.size += size
        parent.height = max(parent.height, height + 1)
        self._check_depth(height, place)
        if sum(collection.size for collection in self._open) > LIMITS.yaml_nodes:
            raise StyleError("yaml-limit", f"holds more than {LIMITS.yaml_nodes:,} values", where=str(place))

    def _check_depth(self, height: int, place: Place) -> None:
        if len(self._open) + height > LIMITS.yaml_depth:
            raise StyleError(
                "yaml-limit", f"is nested deeper than {LIMITS.yaml_depth} levels", where=str(place)
            )


def _clean(event: "yaml.ScalarEvent", place: Place) -> str:
    text = event.value
    if text.isascii() and text.isprintable():
        return text
    cleaned = clean_text(text)
    if cleaned.removed:
        # "C:\fonts" holds a form feed, and its author wrote a path
        remedy = "remove them; for a backslash write \\\\" if event.style == '"' else "remove them"
        raise StyleError("yaml-refused", f"holds {cleaned.removed[0][0]}", where=str(place), remedy=remedy)
    return cleaned.text


def _refuse_tag(event: "yaml.ScalarEvent | yaml.CollectionStartEvent", place: Place) -> None:
    if event.tag is not None:
        raise StyleError(
            "yaml-refused",
            f"the tag {event.tag} is not read",
            where=str(place),
            remedy="remove it, or put a text that begins with ! in quotation marks",
        )


def _expects_key(parent: _Open) -> bool:
    return parent.kind is Mapping and len(parent.nodes) % 2 == 0


def _check_key(parent: _Open, node: Node, place: Place) -> None:
    if not isinstance(node, Scalar):
        raise _not_text(place)
    if node.text == "<<" and node.form == "plain":
        raise StyleError(
            "yaml-refused", "merge keys (<<) are not read", where=str(place), remedy="write the keys out"
        )
    first = parent.keys.setdefault(node.text, place)
    if first is not place:
        what = f"the key {node.text} stands here again, after line {first.line}"
        raise StyleError("yaml-duplicate-key", what, where=str(place), remedy="keep one of them")


def _not_text(place: Place) -> StyleError:
    return StyleError(
        "yaml-refused", "a key is a word, not a list or a mapping", where=str(place), remedy=_QUOTE_BRACES
    )
