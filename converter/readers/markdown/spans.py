"""Reads what stands within the blocks of a Markdown text, one after the other, and counts its notes."""

import re
from collections import ChainMap
from collections.abc import Iterable
from functools import cached_property
from itertools import count
from sys import intern

from markdown_it import MarkdownIt
from markdown_it.token import Token

from converter.readers.inline import Run
from converter.readers.markdown.inline import Inline, read_inline
from converter.readers.markdown.tree import WITH_WORDS, Block, all_of

_LONGEST_BOLD_HEADING = 100
"""In characters; what is longer is emphasis."""

_STOPPED = re.compile(r"[.:;,。：；]\W*$")
_PLAIN = re.compile(r"[^\\`~*_\[!^<&]*")
_LINE_END = re.compile(r" *\n[ \t]*")


class SpanReader:
    """Reads the text of blocks.

    Notes are counted as they are met, so blocks are to be read in order; one that must be known before its
    turn is read `ahead`, behind `all_ahead` of it.

    Attributes:
        labels: of the footnotes, in the order in which the text refers to them.
        notes: label and words of those that stand in the text itself.
    """

    def __init__(self, parser: MarkdownIt, environment: dict[str, object], *, notes: bool) -> None:
        """Begin.

        Args:
            parser: of the text.
            environment: what the parser found out about the text as a whole.
            notes: whether there may be any.
        """
        self.labels: list[str] = []
        self.notes: list[tuple[str, Inline]] = []
        self._parser = parser
        self._environment = environment
        self._has_notes = notes
        self._counted: dict[str, object] = {"count": 0}
        # Notes that stand in the text itself get the next free numbers for labels.
        self._free = (str(number) for number in count(1) if f":{number}" not in self._references)

    @cached_property
    def _references(self) -> dict[str, int]:
        """The labels of notes that stand apart, behind a colon, as the parser keeps them."""
        match self._environment.get("footnotes"):
            case {"refs": dict(references)}:
                return references
        return {}

    @cached_property
    def _uncounted(self) -> dict[str, int]:
        """The same, none of them referred to yet."""
        return dict.fromkeys(self._references, -1)

    def read(self, block: Block) -> Inline:
        """Return what `block` says; to be asked once."""
        inline, block.inline = block.inline, None
        return inline or self._parsed(block.text)

    def ahead(self, block: Block) -> Inline:
        """Return what `block` says, and keep it until its turn comes."""
        block.inline = block.inline or self._parsed(block.text)
        return block.inline

    def all_ahead(self, blocks: Iterable[Block]) -> None:
        """Read all that is within `blocks` if there are notes to count."""
        if self._has_notes:
            for block in all_of(blocks):
                if block.kind in WITH_WORDS:
                    self.ahead(block)

    def is_bold(self, block: Block) -> bool:
        """Say whether all of `block` is bold, and short enough for a heading; no note of it is counted."""
        text = block.text
        if not text.startswith(("**", "__")) or len(text) > _LONGEST_BOLD_HEADING or _STOPPED.search(text):
            return False
        notes: dict[str, object] = {"refs": ChainMap({}, self._uncounted), "list": {}}
        tokens: list[Token] = []
        self._parser.inline.parse(text, self._parser, {**self._environment, "footnotes": notes}, tokens)
        return _outermost(tokens) == ["strong_open"]

    def _parsed(self, text: str) -> Inline:
        if _PLAIN.fullmatch(text):
            return Inline([Run(_LINE_END.sub(" ", text))])
        tokens: list[Token] = []
        self._parser.inline.parse(text, self._parser, self._environment, tokens)
        self._count_notes()
        return read_inline(tokens, self.labels)

    def _count_notes(self) -> None:
        """Give the new notes their labels, and read those that stand in the text itself."""
        match self._environment.get("footnotes"):
            case {"list": dict(notes)}:
                begin = len(self.labels)
                new = [notes[number] for number in range(begin, len(notes))]
                self.labels += [intern(note.get("label") or next(self._free)) for note in new]
                for number, note in enumerate(new, begin):
                    if tokens := note.get("tokens"):
                        self.notes.append((self.labels[number], read_inline(tokens, self.labels)))
                    # All that the parser still does with it is to count; it need not be one for each.
                    notes[number] = self._counted


def _outermost(tokens: Iterable[Token]) -> list[str]:
    """Return the kinds of the tokens that are within no other; text without a character does not count."""
    depth = 0
    kinds: list[str] = []
    for token in tokens:
        if not depth and (token.type != "text" or token.content):
            kinds.append(token.type)
        depth += token.nesting
    return kinds
