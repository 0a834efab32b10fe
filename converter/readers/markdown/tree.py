"""A Markdown text → its blocks, which take little more room than their words.

The library's tokens take twenty times the room of a short item, and each is done with when the next one
comes. What stands within a block is left as it is written, to be read when its turn comes (`spans.py`).
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import intern
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from msgspec import Struct

from converter.readers.growing import let_go
from converter.readers.markdown.inline import Inline

NO_LINE = -1

WITH_WORDS = frozenset({"paragraph", "heading", "th", "td"})
"""Kinds of blocks whose text is to be read."""


class Block(Struct, eq=False):
    """A block.

    Attributes:
        kind: as the library calls it: `paragraph`, `bullet_list`; a paragraph right in a list is an item.
        line: index of its first line, or of the first line of what holds it; `NO_LINE` for none.
        text: what it says, as written; the label of a `footnote_reference`.
        number: level of a heading, first number of an `ordered_list`.
        children: in order; no block has both text and children, except notes.
        inline: what was read of its text ahead of its turn.
    """

    kind: str
    line: int = NO_LINE
    text: str = ""
    number: int = 0
    children: Sequence["Block"] = ()
    inline: Inline | None = None

    def take_children(self) -> Iterator["Block"]:
        """Yield the children in order, and keep none."""
        children, self.children = [*self.children], ()
        return let_go(children)


class Tree(NamedTuple):
    """The blocks of a text, and how deep they are nested at most."""

    blocks: list[Block]
    deepest: int


def parse_blocks(parser: MarkdownIt, text: str, environment: dict[str, object]) -> Tree:
    """Return the blocks of `text`; targets of its links and labels of its notes go to `environment`."""
    environment["references"] = references = _References()
    environment["duplicate_refs"] = _Nothing()
    tokens = _Planter()
    _parse_lines(parser, text, environment, tokens)
    if not references:
        # Where it is missing, brackets cost less.
        del environment["references"]
    return tokens.finished()


def _parse_lines(parser: MarkdownIt, text: str, environment: dict[str, object], tokens: list[Token]) -> None:
    if not text:
        return
    state = StateBlock(text, parser, environment, tokens)
    # Numbers in lists take three times the room.
    for name in ("bMarks", "eMarks", "tShift", "sCount", "bsCount"):
        setattr(state, name, array("l", getattr(state, name)))
    parser.block.tokenize(state, state.line, state.lineMax)


class _Open(NamedTuple):
    block: Block
    token: Token
    children: list[Block]


class _Planter(list[Token]):
    """Takes the place of the library's list of tokens, and makes blocks of them as they come.

    It looks empty, so that rules find nothing to look back at: all that they would do is to mark the
    paragraphs of lists without blank lines, at the cost of one more walk for each level.
    """

    def __init__(self) -> None:
        super().__init__()
        self._root = _Open(Block("root"), Token("root", "", 1), [])
        self._open = [self._root]
        self._last: Token | None = None
        self._deepest = 0

    def append(self, token: Token) -> None:
        """Take `token`, which is complete when the next one comes."""
        self._plant()
        self._last = token

    def finished(self) -> Tree:
        """Return what has grown."""
        self._plant()
        self._last = None
        return Tree(self._root.children, self._deepest)

    def _plant(self) -> None:
        token, above = self._last, self._open[-1]
        if token is None:
            return
        self._deepest = max(self._deepest, token.level)
        if token.type == "inline":
            above.block.text = token.content
        elif token.nesting < 0:
            self._open.pop()
            self._close(above, self._open[-1].children)
        else:
            block = _block(token, above.block.line)
            above.children.append(block)
            if token.nesting > 0:
                self._open.append(_Open(block, token, []))

    def _close(self, done: _Open, siblings: list[Block]) -> None:
        block, token, children = done
        if token.map:
            # The one of a note is told at its end.
            block.line = token.map[0]
        if block.kind == "list_item" and len(children) == 1 and children[0].kind == "paragraph":
            siblings[-1] = children[0]
        elif children:
            block.children = (*children,)


def _block(token: Token, line_above: int) -> Block:
    block = Block(
        intern(token.type.removesuffix("_open")), token.map[0] if token.map else line_above, token.content
    )
    match block.kind:
        case "heading":
            block.number = int(token.tag[1:])
        case "ordered_list":
            block.number = int(token.attrs.get("start", 1))
        case "footnote_reference":
            block.text = intern(token.meta["label"])
    return block


class _References(dict[str, Mapping[str, str]]):
    """Targets of links by their labels; each keeps its address and its title alone."""

    def __setitem__(self, label: str, target: Mapping[str, str]) -> None:
        super().__setitem__(label, _Target(target["href"], target["title"]))


class _Target(Mapping[str, str]):
    """The two things of a target that links ask for."""

    __slots__ = ("_href", "_title")

    def __init__(self, href: str, title: str) -> None:
        self._href, self._title = href, title

    def __getitem__(self, key: str) -> str:
        return {"href": self._href, "title": self._title}[key]

    def __iter__(self) -> Iterator[str]:
        return iter(("href", "title"))

    def __len__(self) -> int:
        return 2


class _Nothing(list[object]):
    """Takes targets whose label is taken, and forgets them."""

    def append(self, _target: object) -> None:
        """Do nothing."""


def all_of(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield `blocks` and all that is within them, each before its children."""
    for block in blocks:
        yield block
        yield from all_of(block.children)
