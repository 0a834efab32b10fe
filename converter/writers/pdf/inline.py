"""Words: a paragraph's text as what may not be parted, with the space and the choice to break behind each.

The text is text, never markup: nothing in it is looked for but spaces and the places where a line may end.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from converter.model.document import Block, Inline, NotesBlock, PageField, Reference, Text
from converter.model.style import TextRole
from converter.scripts import may_be_unspaced
from converter.writers.pdf.bidi import OBJECT, Order, first_strong, level_runs, levels_of, runs_to_the_left
from converter.writers.pdf.face import CACHED_WORDS
from converter.writers.pdf.fonts import Look, Piece
from converter.writers.pdf.linebreak import INFINITE
from converter.writers.pdf.looks import Looks
from converter.writers.pdf.marks import Link
from converter.writers.pdf.phrases import has_thai, phrases
from converter.writers.pdf.structure import Element

_SPACES = re.compile("[ \t\n]+")
_CJK = (
    "\u2e80-\u2fff\u3040-\u30ff\u3100-\u31bf\u3400-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_OPENING, _CLOSING = (
    "「『（［｛〈《【〔",
    "、。，．・：；？！」』）］｝〉》】〕ー…‥々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ",
)
# Where a line may end inside a word: behind hyphens amid letters, behind dashes, in addresses, and between
# ideographs unless one of them may not stand there (UAX #14 classes HY, B2, IN, SY, ID).
_SPACED_OPPORTUNITIES = (
    r"(?<=[^\W\d_]{2}[-\u2010])(?=[^\W\d_]{2})|(?<=[\u2014\u2026])(?=\w)|(?<=[^\W\d_]\u2013)(?=[^\W\d_])"
    r"|(?<=\w/)(?=\w{4})|(?<=[/&?=_])(?=\w{2})(?=.{12})"
)
_ANY_OPPORTUNITIES = (
    _SPACED_OPPORTUNITIES
    + rf"|(?<=[{_CJK}{_CLOSING}])(?<![{_OPENING}])(?=[{_CJK}{_OPENING}])(?![{_CLOSING}])"
)
_NEVER_FIRST = ",.;:!?)]}”’»\u0e2f\u0e46"
_HYPHENS = "-\u2010"
_EXPLICIT_HYPHEN, _DASH, _ADDRESS = 30.0, 10.0, 120.0
_TAB = 4


class Run(Struct, frozen=True, eq=False):
    """What a stretch of glyphs shares.

    Attributes:
        look: how it is set.
        element: whose content it is; `None`: an artifact.
        link: `None`: none.
        anchor: name of the destination that it is; empty: none.
    """

    look: Look
    element: Element | None
    link: Link | None = None
    anchor: str = ""


class Chunk(Struct, eq=False):
    """Part of a word that is set alike, its width, and its level: odd where it runs from right to left."""

    run: Run
    piece: Piece
    width: float
    level: int = 0


def chunks_of(run: Run, text: str, level: int = 0) -> list[Chunk]:
    """Return `text`, all of one level, as chunks that one face sets each."""
    look = run.look
    pieces = look.pieces(text, leftwards=bool(level % 2))
    return [Chunk(run, piece, look.width(piece), level) for piece in pieces]


class Word(Struct, eq=False):
    """What may not be parted but by hyphens.

    Attributes:
        chunks: its parts.
        width: of all.
        space: width of the space behind it.
        penalty: cost of ending a line behind it; negative infinity: a line must end.
        hyphen: whether it ends with a hyphen.
        compound: whether it is part of a word with hyphens, which gets no others.
        order: how the paragraph runs, where anything in it may run from right to left.
        space_level: level of the space behind it.
    """

    chunks: list[Chunk]
    width: float
    space: float = 0.0
    penalty: float = 0.0
    hyphen: bool = False
    compound: bool = False
    order: Order | None = None
    space_level: int = 0


class Notes:
    """The references of a document: what each number's note says, and which numbers were met before.

    Attributes:
        texts: number of an end-note → its words.
    """

    def __init__(self, blocks: Iterable[Block]) -> None:
        """Take the end-notes from among `blocks`."""
        self.texts = {
            note.number: "".join(inline.text for inline in note.content if isinstance(inline, Text))
            for block in blocks
            if isinstance(block, NotesBlock)
            for note in block.notes
        }
        self._met: set[int] = set()

    def anchor(self, number: int) -> str:
        """Return the destination for the first reference to a note; empty for the others."""
        if number in self._met:
            return ""
        self._met.add(number)
        return f"reference-{number}"

    def met(self, number: int) -> bool:
        """Tell whether the note has been referred to."""
        return number in self._met


class _Levels(Struct):
    """How a paragraph runs, and the level of each of its characters.

    Attributes:
        order: of the paragraph.
        levels: of the characters.
        position: of the next character.
    """

    order: Order
    levels: list[int]
    position: int = 0

    def take(self, length: int) -> list[int]:
        """Return the levels of the next characters."""
        begin, self.position = self.position, self.position + length
        found = self.levels[begin : self.position]
        return found + [self.order.base] * (length - len(found))

    def here(self) -> int:
        """Return the level of what stands between the last character and the next."""
        return self.levels[self.position - 1] if 0 < self.position <= len(self.levels) else self.order.base


class WordMaker:
    """Turns inlines into words.

    Attributes:
        looks: what finds the look of each stretch.
    """

    def __init__(self, looks: Looks, notes: Notes, language: str, direction: Literal["ltr", "rtl"]) -> None:
        """Take what finds the looks, what knows the end-notes, and the document's language and direction."""
        self.looks, self._notes, self._language = looks, notes, language
        self._page = int(direction == "rtl")

    def words(self, content: Iterable[Inline], role: TextRole, element: Element | None) -> list[Word]:
        """Return the words of `content`, set as `role`; what is said of it goes to `element`."""
        content = tuple(content)
        maker = _Words(_unordered(self._page) if role == "code" else self._order(content))
        for inline in content:
            match inline:
                case Text():
                    run = self._run(inline, role, element)
                    if role == "code":
                        maker.add_code(run, inline.text)
                    else:
                        maker.add_text(run, inline.text)
                case Reference():
                    self._add_reference(maker, inline, role, element)
                case PageField():
                    pass
        return maker.finish()

    def label(
        self, text: str, role: TextRole, element: Element | None, link: Link | None = None
    ) -> list[Word]:
        """Return a bullet or number as words, with the look of `role`."""
        return self.linked((Text(text),), role, element, link)

    def alone(self, text: str, look: Look) -> list[Word]:
        """Return the words of an artifact that has a look of its own."""
        maker = _Words(self._order((Text(text),)))
        maker.add_text(Run(look, None), text)
        return maker.finish()

    def linked(
        self, content: Sequence[Text], role: TextRole, element: Element | None, link: Link | None
    ) -> list[Word]:
        """Return the words of `content`, all of one link, if any; links of their own are ignored.

        They begin where the page's lines begin, whatever their own direction.
        """
        levels = self._order(content)
        maker = _Words(_Levels(Order(self._page, self._page), levels.levels) if levels else None)
        for text in content:
            look = self.looks.look(role, emphasis=text.emphasis, language=text.language)
            maker.add_text(Run(look, self._spoken(text, element) if element else None, link), text.text)
        return maker.finish()

    def _order(self, content: Sequence[Inline]) -> _Levels | None:
        """Return how a paragraph of `content` runs, and the level of each character; `None`: to the right."""
        text = "".join(
            inline.text if isinstance(inline, Text) else OBJECT * len(str(inline.number))
            for inline in content
            if isinstance(inline, Text | Reference)
        )
        if not self._page and (text.isascii() or not runs_to_the_left(text)):
            return None
        foreign = any(
            isinstance(inline, Text) and inline.language not in {"", self._language} for inline in content
        )
        base = first_strong(text, self._page) if foreign else self._page
        return _Levels(Order(base, self._page), levels_of(text, base))

    def _spoken(self, text: Text, element: Element) -> Element:
        """Return the element for `text`: one of its own where it is in another language."""
        foreign = text.language not in {"", self._language}
        return element.child("Span", language=text.language) if foreign else element

    def _run(self, text: Text, role: TextRole, element: Element | None) -> Run:
        look = self.looks.look(role, emphasis=text.emphasis, language=text.language, linked=bool(text.link))
        if element is None:
            return Run(look, None)
        element = self._spoken(text, element)
        if not text.link:
            return Run(look, element)
        linked = element.child("Link")
        return Run(
            look,
            linked,
            Link(text.link, linked, text.link if text.link[0] != "#" else text.text, underlined=True),
        )

    def _add_reference(
        self, maker: "_Words", reference: Reference, role: TextRole, element: Element | None
    ) -> None:
        look = self.looks.superior(role)
        if element is None:
            return
        linked = element.child("Reference").child("Link")
        link = Link(
            f"#note-{reference.number}",
            linked,
            self._notes.texts.get(reference.number) or str(reference.number),
            underlined=False,
        )
        maker.reopen()
        if maker.ends_with_reference:
            maker.add_between(Run(look, element), ",")
        maker.add_number(Run(look, linked, link, self._notes.anchor(reference.number)), str(reference.number))
        maker.ends_with_reference = True


class _Words:
    """Collects words; the last is open until a space follows."""

    def __init__(self, levels: _Levels | None = None) -> None:
        self._levels = levels
        self._done: list[Word] = []
        self._open: list[Chunk] = []
        self._compound = False
        self.ends_with_reference = False

    def add_text(self, run: Run, text: str) -> None:
        first, *others = _SPACES.split(text)
        if first:
            self._add(run, first)
        spaces = iter(_SPACES.findall(text)) if self._levels else None
        for part in others:
            level = self._levels.take(len(next(spaces)))[0] if self._levels and spaces else 0
            self._close(run.look.space, level=level)
            if part:
                self._add(run, part)

    def add_code(self, run: Run, text: str) -> None:
        for index, line in enumerate(text.split("\n")):
            if index:
                self._close(0.0, -INFINITE, even_empty=run)
            expanded = line.expandtabs(_TAB)
            indent = len(expanded) - len(expanded.lstrip(" "))
            self.add_between(run, "\u00a0" * indent)
            self.add_text(run, expanded[indent:].replace("  ", "\u00a0 "))

    def add_glued(self, run: Run, text: str) -> None:
        if not text:
            return
        if self._levels is None:
            self._open += chunks_of(run, text)
            return
        for begin, end, level in level_runs(self._levels.take(len(text))):
            self._open += chunks_of(run, text[begin:end], level)

    def add_number(self, run: Run, text: str) -> None:
        """Glue on a note's number: it goes with no number of the text, and its digits run to the right."""
        level = self._levels.take(len(text))[0] if self._levels else 0
        for chunk in chunks_of(run, text):
            chunk.level = level
            self._open.append(chunk)

    def add_between(self, run: Run, text: str) -> None:
        """Glue on `text` that is not part of the paragraph's words."""
        if not text:
            return
        self._open += chunks_of(run, text, self._levels.here() if self._levels else 0)

    def reopen(self) -> None:
        """Let what follows be glued to the last word, without the space behind it."""
        if not self._open and self._done:
            self._open = self._done.pop().chunks

    def finish(self) -> list[Word]:
        self._close(0.0)
        if self._done:
            self._done[-1].space = 0.0
        return self._done

    def _add(self, run: Run, part: str) -> None:
        self.ends_with_reference = False
        if not part.isascii() and has_thai(part):
            for phrase in phrases(part):
                if phrase[0] not in _NEVER_FIRST:
                    self._close(0.0)
                self.add_glued(run, phrase)
            return
        *before, last = (part,) if part.isalnum() and part.isascii() else _fragments(part)
        if before and not part.isalnum():
            for fragment in before:
                self.add_glued(run, fragment)
                self._compound = self._compound or fragment[-1] in _HYPHENS
                self._close(0.0, _penalty(fragment), hyphen=fragment[-1] in _HYPHENS)
        elif before:
            for fragment in before:
                self.add_glued(run, fragment)
                self._close(0.0)
            self.add_glued(run, last)
            self._close(0.0)
            return
        self.add_glued(run, last)

    def _close(
        self,
        space: float,
        penalty: float = 0.0,
        *,
        hyphen: bool = False,
        even_empty: Run | None = None,
        level: int = 0,
    ) -> None:
        self.ends_with_reference = False
        if not self._open and even_empty is not None:
            self.add_glued(even_empty, "\u00a0")
        if self._open:
            width = sum([chunk.width for chunk in self._open])
            order = self._levels.order if self._levels else None
            self._done.append(Word(self._open, width, space, penalty, hyphen, self._compound, order, level))
            self._open = []
            self._compound = self._compound and space == 0
        elif self._done and space and self._done[-1].penalty != -INFINITE:
            last = self._done[-1]
            last.space, last.penalty, last.hyphen = max(last.space, space), 0.0, False
            last.space_level = level


@lru_cache(CACHED_WORDS)
def _fragments(part: str) -> tuple[str, ...]:
    """Return a part of a text without spaces as what stands between the places where a line may end."""
    return tuple(re.split(_ANY_OPPORTUNITIES if may_be_unspaced(part) else _SPACED_OPPORTUNITIES, part))


def _unordered(page: int) -> _Levels | None:
    """Return how code runs: to the right, whatever is in it."""
    return _Levels(Order(0, page), []) if page else None


def _penalty(fragment: str) -> float:
    last = fragment[-1]
    return (
        _EXPLICIT_HYPHEN
        if last in _HYPHENS
        else _ADDRESS
        if last in "/&?=_"
        else _DASH
        if last in "—–…"
        else 0.0
    )
