"""Lines of plain text → passages: what belongs together although nothing marks it.

Passages are parted by blank lines. Within a block, a line goes on in the next one when that one's first word
had no room in it (hard-wrapped text), and otherwise ends its passage (each paragraph on a line of its own).
Between blank lines, ragged lines that break off within sentences make one paragraph as well.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from sys import intern
from typing import Literal
from unicodedata import east_asian_width

from msgspec import Struct
from msgspec.structs import replace

from converter.readers.lines import Line
from converter.scripts import may_be_unspaced

_NARROWEST, _WIDEST = 40, 130
"""Widths, in characters, between which a text may be hard-wrapped."""

_FEWEST = 3
"""Line ends that must agree before a text counts as hard-wrapped."""

_FEWEST_RAGGED = 3
"""Blocks of ragged prose that show that blank lines, and nothing else, part the paragraphs."""

_BULLET = re.compile(r"([-*+•‣◦▪▫●○■□►➢–])[ \t]+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)][ \t]+(?=\S)")
_RULE = re.compile(r"([-=_*~#+^\"'`–—•·])(?:[ \t]*\1){2,}")
_UNDERLINE = re.compile(r"([-=~^\"*+#_])\1{2,}")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
_COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S")
_STOPS = frozenset(".!?:;…。！？：；।։")
_CLOSING = "'\"”’»)]"
"""What may stand behind a stop."""

_BROKEN_WORD = re.compile(r"\w-$")
# "pre-" and "Vor-" stand for a word whose end comes later.
_CONJUNCTION = re.compile(r"(?:and|or|to|und|oder|bis|et|ou|y|o|e|i|och|eller|og|of|en)\b")
_IDEOGRAPH = "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"

_MANY_WORDS = 30
"""More than anybody asks for; there is no need to count further."""

Kind = Literal["prose", "heading", "bullet", "number", "quote", "code"]

Layout = Literal["lines", "sentences", "paragraph"]
"""What goes on in a block although its lines are not full: nothing, its sentences, or all of it."""


class Passage(Struct):
    """Lines that say one thing.

    Attributes:
        kind: `prose` may yet turn out to be a title or a heading.
        text: on one line, without markers and indentation; in `code` lines as they are.
        line: number of the first in the original.
        indent: columns before the first.
        marker: what stood before an item, such as `-` or `3.`; the character that underlines a heading.
        group: number of the list that an item belongs to.
        depth: of an item, 0 in the outermost list; of a heading, its level from 1.
    """

    kind: Kind
    text: str
    line: int
    indent: int = 0
    marker: str = ""
    group: int = 0
    depth: int = 0

    @property
    def words(self) -> int:
        """How many there are, but for long texts; where no spaces part them, two ideographs make one."""
        words = len(self.text.split(None, _MANY_WORDS))
        if not may_be_unspaced(self.text):
            return words
        return words + sum(1 for _ in islice(re.finditer(_IDEOGRAPH, self.text), 2 * _MANY_WORDS)) // 2


class _Open(Struct):
    """A passage to which lines may still be added; see `Passage`."""

    kind: Kind
    lines: list[str]
    line: int
    indent: int = 0
    marker: str = ""

    def closed(self) -> Passage:
        return Passage(self.kind, join_lines(self.lines), self.line, self.indent, self.marker)


def passages(lines: Sequence[Line]) -> list[Passage]:
    """Return the passages of a text, in order; rules that only part them (`* * *`) are left out."""
    width = _wrap_width(lines)
    blocks = _blocks(lines)
    ragged = sum(1 for _ in islice((block for block in blocks if _is_ragged(block, width)), _FEWEST_RAGGED))
    # where a blank line parts no more than the title from a wrapped text, headings have none around them
    few = 2 if width else 1
    is_one = sum(1 for _ in islice(_blocks(lines), few + 1)) <= few
    layout: Layout = "lines" if is_one else "paragraph" if ragged == _FEWEST_RAGGED else "sentences"
    found: list[Passage] = []
    for block in _blocks(lines):
        for quoted, part in _parts(block):
            found += _quoted(part) if quoted else _split(part, width, layout if _flows(part) else "lines")
    return found


def join_lines(lines: Sequence[str]) -> str:
    """Return hard-wrapped `lines` as one; no space comes into words with hyphens and between ideographs."""
    if len(lines) == 1:
        return lines[0]
    pieces = [lines[0]]
    for before, after in pairwise(lines):
        pieces.append(_joint(before, after))
        pieces.append(after)
    return "".join(pieces)


def _joint(before: str, after: str) -> str:
    if not before or not after:
        return " "
    if _BROKEN_WORD.search(before) and after[0].isalpha() and not _CONJUNCTION.match(after):
        return ""
    return "" if _is_ideograph(before[-1]) and _is_ideograph(after[0]) else " "


def _is_ideograph(character: str) -> bool:
    # Korean is as wide, but puts spaces between words.
    return east_asian_width(character) in {"W", "F"} and not "\uac00" <= character <= "\ud7a3"


def _blocks(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    begin = 0
    for index, line in enumerate(lines):
        if not line.text.strip():
            if begin < index:
                yield lines[begin:index]
            begin = index + 1
    if begin < len(lines):
        yield lines[begin:]


def _parts(block: Sequence[Line]) -> Iterator[tuple[bool, Sequence[Line]]]:
    """Yield the stretches of `block` that are quoted and those that are not, and which of the two each is."""
    begin, before = 0, False
    for index, line in enumerate(block):
        quoted = bool(_QUOTED.match(line.text))
        if index and quoted != before:
            yield before, block[begin:index]
            begin = index
        before = quoted
    yield before, block[begin:]


def _wrap_width(lines: Sequence[Line]) -> int:
    """Return the number of columns at which the text is hard-wrapped; 0 when it is not."""
    lengths, needed = array("L"), array("L")
    for block in _blocks(lines):
        for before, after in pairwise(block):
            text = before.text.rstrip()
            lengths.append(len(text))
            needed.append(_needed(text, after.text))
    if len(lengths) < _FEWEST:
        return 0
    # Two in a hundred may be longer: addresses, and lines of a table
    width: int = sorted(lengths)[(len(lengths) - 1) * 98 // 100]
    full = sum(1 for columns in needed if columns > width)
    return width if _NARROWEST <= width <= _WIDEST and 2 * full >= len(lengths) else 0


def _is_full(before: str, after: str, width: int) -> bool:
    """Say whether the first word of `after` would have made the line `before` longer than `width`."""
    return _needed(before, after) > width


def _needed(before: str, after: str) -> int:
    """Return the columns that the line `before` would take with the first word of `after`."""
    following = after.lstrip()
    return len(before) + (1 if _is_ideograph(following[0]) else 1 + len(following.split(None, 1)[0]))


def _flows(block: Sequence[Line]) -> bool:
    """Say whether `block` is prose whose lines break off within sentences, however long they are.

    It ends with a stop, as addresses and verses seldom do, and a line in it goes on in small letters or is
    too long for one of those.
    """
    if not _has_ended(block[-1].text.strip()):
        return False
    if any(len(text) > _WIDEST or _is_marked(text) for text in _texts(block)):
        return False
    return any(
        not _has_ended(before) and (after[0].islower() or len(before) >= _NARROWEST)
        for before, after in pairwise(_texts(block))
    )


def _has_ended(text: str) -> bool:
    """Say whether `text` ends with a stop, as a sentence does."""
    # A pattern would look at all of it.
    return text.rstrip(_CLOSING)[-1:] in _STOPS


def _texts(block: Sequence[Line]) -> Iterator[str]:
    return (line.text.strip() for line in block)


def _is_marked(text: str) -> bool:
    return bool(_BULLET.match(text) or _NUMBER.match(text) or _RULE.fullmatch(text))


def _is_ragged(block: Sequence[Line], width: int) -> bool:
    """Say whether a line in a block that flows goes on in small letters although there was room for them."""
    return _flows(block) and any(
        after.text.strip()[0].islower()
        and not _has_ended(before.text.rstrip())
        and not (width and _is_full(before.text.rstrip(), after.text, width))
        for before, after in pairwise(block)
    )


def _split(block: Sequence[Line], width: int, layout: Layout) -> Iterator[Passage]:
    if _is_preformatted(block):
        yield Passage("code", "\n".join(line.text.rstrip() for line in block), block[0].number)
        return
    widest = 0 if layout == "lines" else max(map(len, _texts(block)))
    passage: _Open | None = None
    previous = Line(0, "")
    for line in block:
        text = line.text.strip()
        if _RULE.fullmatch(text):
            if passage:
                yield _underlined(passage, text).closed()
            passage = None
        elif passage and (
            _goes_on(passage, previous.text.rstrip(), line.text, width)
            or _flows_on(passage, line.text, widest, width, layout)
        ):
            passage.lines.append(text)
        else:
            if passage:
                yield from _parted(passage, previous.number)
            passage = _begun(line)
        previous = line
    if passage:
        yield passage.closed()


def _parted(passage: _Open, last_number: int) -> Iterator[Passage]:
    """Yield `passage`, and apart from it a heading that has run into its end, in line `last_number`.

    Between two paragraphs without a blank line, the first one's last line may be full by chance; the heading
    behind it then follows a full stop, has none itself, and ends where it need not.
    """
    *body, last = passage.lines
    may_run_in = passage.kind == "prose" and bool(body) and _has_ended(body[-1])
    if may_run_in and not _has_ended(last) and not last[0].islower():
        yield replace(passage, lines=body).closed()
        yield replace(passage, lines=[last], line=last_number).closed()
    else:
        yield passage.closed()


def _is_preformatted(block: Sequence[Line]) -> bool:
    """Say whether the places of characters carry meaning: columns, or drawings made of signs."""
    if len(block) <= 1:
        return False
    count = columns = signs = length = 0
    for line in _texts(block):
        if not _RULE.fullmatch(line):
            text = _unmarked(line)
            count += 1
            length += len(text)
            columns += bool(_COLUMNS.search(text))
            signs += len(text) - text.count(" ") - sum(map(str.isalnum, text))
    return count > 1 and (2 * columns >= count or 2 * signs > length)


def _unmarked(text: str) -> str:
    marker = _BULLET.match(text) or _NUMBER.match(text)
    return text[marker.end() :] if marker else text


def _quoted(block: Sequence[Line]) -> Iterator[Passage]:
    passage: _Open | None = None
    for line in block:
        text = _QUOTED.sub("", line.text, count=1).strip()
        if text and passage:
            passage.lines.append(text)
        elif text:
            passage = _Open("quote", [text], line.number)
        elif passage:
            yield passage.closed()
            passage = None
    if passage:
        yield passage.closed()


def _underlined(passage: _Open, rule: str) -> _Open:
    """Return `passage` as a heading when `rule` underlines it, and else as it is."""
    if len(passage.lines) == 1 and _UNDERLINE.fullmatch(rule):
        length = len(passage.lines[0])
        if length <= 2 * len(rule) and len(rule) <= 2 * length:
            passage.kind, passage.marker = "heading", intern(rule[0])
    return passage


def _goes_on(passage: _Open, previous: str, line: str, width: int) -> bool:
    """Say whether `line` belongs to the open `passage`, of which `previous` is the last line."""
    text = line.lstrip()
    full = bool(width) and _is_full(previous, line, width)
    ended = _has_ended(previous)
    if _BULLET.match(text) or _NUMBER.match(text):
        # a dash or a year within a sentence
        return full and not ended and passage.kind == "prose"
    indent = _columns(line)
    if passage.kind in {"bullet", "number"} and indent > passage.indent:
        return True
    if full:
        return not ended or indent <= _columns(previous) + 1
    return not ended and text[0].islower() and (bool(width) or len(previous) >= _NARROWEST)


def _flows_on(passage: _Open, line: str, widest: int, width: int, layout: Layout) -> bool:
    """Say whether `line` belongs to the open `passage` of a flowing block, though there was room for it.

    `widest` is the length of the block's longest line.
    """
    if layout == "lines" or passage.kind != "prose":
        return False
    previous = passage.lines[-1]
    if _has_ended(previous):
        return layout == "paragraph" and _columns(line) <= passage.indent
    opens = len(passage.lines) == 1 if layout == "paragraph" else _opens_sentence(passage)
    # a heading stands directly above its text: the more regular the wrapping, the longer it may be
    short = 3 * len(previous) <= 2 * widest if width else 2 * len(previous) <= widest
    return not (opens and (previous.isupper() or short))


def _opens_sentence(passage: _Open) -> bool:
    return len(passage.lines) == 1 or _has_ended(passage.lines[-2])


def _begun(line: Line) -> _Open:
    text = line.text.strip()
    indent = _columns(line.text)
    if marker := _BULLET.match(text):
        return _Open("bullet", [text[marker.end() :]], line.number, indent, intern(marker[1]))
    if marker := _NUMBER.match(text):
        return _Open("number", [text[marker.end() :]], line.number, indent, intern(marker[0].rstrip()))
    return _Open("prose", [text], line.number, indent)


def _columns(line: str) -> int:
    return len(line[: len(line) - len(line.lstrip())].expandtabs(4))
