"""Events → nodes, within limits."""

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from converter.errors import StyleError
from converter.limits import LIMITS
from converter.text import clean_text
from converter.yaml_source.events import Lines, Mark
from converter.yaml_source.nodes import Entry, Mapping, Node, Place, Scalar, Sequence

if TYPE_CHECKING:
    import yaml

_QUOTE_BRACES = 'put a text with braces or brackets in quotation marks: "{title}"'
_COMMENT = re.compile(r"[ \t]*(#[^\s#]+)[ \t]*$", re.MULTILINE)


class _Open(Struct):
    """A collection whose end has not been seen."""

    place: Place
    anchor: str | None
    kind: type[Sequence | Mapping]
    nodes: list[Node]
    keys: dict[str, Place]
    size: int = 1
    height: int = 1


class Builder:
    """Nodes from events, without recursion, so that depth is checked before it can hurt.

    Attributes:
        root: the node of the whole text; `None` until its last event, and where it says nothing.
    """

    def __init__(self, text: str, lines: Lines) -> None:
        """Take the text that the events are of."""
        self.root: Node | None = None
        self._text = text
        self._lines = lines
        self._open: list[_Open] = []
        # anchor → node, its number of nodes and its height, aliases expanded; `None` while it is open
        self._anchors: dict[str, tuple[Node, int, int] | None] = {}

    def take(self, event: "yaml.Event") -> None:
        """Go on with the next event.

        Raises:
            StyleError: as `parse`.
        """
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
        start: Mark | None = event.start_mark
        end: Mark | None = event.end_mark
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
