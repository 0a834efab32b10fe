"""What a reader sees of a report, in reading order: lines by their number, other words by what they are.

A report claims this of itself (`docs/formats/provenance.md`), and it follows from the `Document` alone. White
space between words counts for nothing; bullets, the separator of facts and the numbers of pages are left out,
since they are no words of the report.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from converter.model.briefing import GAP
from converter.model.document import (
    Block,
    BoxBlock,
    ContentsBlock,
    Document,
    FigureBlock,
    HeadingBlock,
    Inline,
    ListBlock,
    MethodBlock,
    NotesBlock,
    PageField,
    Record,
    Reference,
    RunningLine,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.provenance import Json

_NUMBERED = {"heading": "level", "reference": "number"}
"""What the number of a piece is called, by its role."""


class _Piece(Struct, frozen=True):
    """Words that belong together.

    Attributes:
        role: what they are; of a line, where it is shown otherwise than as words on the page.
        text: the words.
        record: index of the line that they are of; `None`: the report's own.
        number: of a heading, its level; of an end-note, its number.
        source: of the title of an article in a digest: which.
    """

    role: str
    text: str
    record: int | None = None
    number: int | None = None
    source: int | None = None


def content_data(document: Document) -> list[Json]:
    """Return what stands in the body of every page; a line that other words interrupt comes in parts."""
    pieces = [piece for block in document.blocks for piece in _of_block(block)]
    stretches = [
        _joined(list(group)) for _, group in groupby(enumerate(pieces), key=lambda each: _stretch(*each))
    ]
    times = Counter(piece.record for piece in stretches)
    shown: Counter[int] = Counter()
    data: list[Json] = []
    for piece in stretches:
        if piece.record is None:
            data.append(_furniture(piece))
            continue
        entry: dict[str, Json] = {"line": piece.record}
        if times[piece.record] > 1:
            first = shown[piece.record]
            shown[piece.record] += sum(not letter.isspace() for letter in piece.text)
            entry["part"] = _part(document.records[piece.record], first, shown[piece.record])
        data.append(entry | ({"role": piece.role} if piece.role else {}))
    return data


def running_data(document: Document) -> list[Json]:
    """Return headers and footers, place by place, and the handling mark that stands on every page.

    A first page of its own that says nothing has an entry without words.
    """
    data: list[Json] = []
    lines: dict[str, RunningLine | None] = {
        "header": document.header,
        "footer": document.footer,
        "first-header": document.first_header,
        "first-footer": document.first_footer,
    }
    for role, line in lines.items():
        places = {"left": line.left, "center": line.center, "right": line.right} if line else {}
        for place, content in places.items():
            if text := _running_text(content):
                data.append({"role": role, "place": place, "text": text})
        if line is not None and line.is_empty and role.startswith("first-"):
            data.append({"role": role, "text": ""})
    if document.mark:
        data.append({"role": "marking", "text": document.mark.text})
    return data


def _stretch(index: int, piece: _Piece) -> tuple[int | None, str | int]:
    """Return what neighbours of one line have in common; the report's own words stay apart."""
    return piece.record, index if piece.record is None else piece.role


def _joined(group: Sequence[tuple[int, _Piece]]) -> _Piece:
    first = group[0][1]
    if len(group) == 1:
        return first
    return replace(first, text="".join(piece.text for _, piece in group))


def _furniture(piece: _Piece) -> Json:
    told: dict[str, Json] = {"role": piece.role}
    if piece.number is not None:
        told[_NUMBERED[piece.role]] = piece.number
    if piece.source is not None:
        told["source"] = piece.source
    return {**told, "text": piece.text.strip()}


def _part(record: Record, first: int, end: int) -> Json:
    """Return a part of a line as offsets into its text: from its `first` letter to that before its `end`th.

    Offsets are in code points. Letters are counted, since between items and cells no white space is shown.
    """
    places = [place for place, letter in enumerate(record.text) if not letter.isspace()]
    return [places[first], places[end - 1] + 1]


def _of_block(block: Block) -> Iterator[_Piece]:  # noqa: C901, PLR0912 - one for each kind
    match block:
        case TitleBlock(source=int() as source):
            yield from _own("label", block.label)
            yield _Piece("heading", _plain(block.title), number=block.level, source=source)
            yield from (piece for fact in block.facts for piece in _own("fact", fact.text))
        case TitleBlock():
            yield from _own("label", block.label)
            yield from _of_words(block.title, "title")
            yield from _of_words(block.subtitle, "subtitle")
            yield from (piece for fact in block.facts for piece in _own("fact", fact.text))
        case HeadingBlock():
            yield from _own("heading", _plain(block.content), block.level)
            yield from (_number(inline) for inline in block.content if isinstance(inline, Reference))
        case TextBlock():
            yield from _ordinal(block.number)
            yield from _of_words(block.content, block.role)
        case ListBlock():
            for item in block.items:
                yield from _ordinal(item.number)
                yield from _of_words(item.content, "item")
        case TableBlock():
            yield from _of_words(block.caption, "caption")
            for cell in (cell for row in block.rows for cell in row):
                yield from _of_words(cell.content, "cell")
        case FigureBlock():
            yield from _of_figure(block)
        case BoxBlock():
            yield from (piece for inner in block.blocks for piece in _of_block(inner))
        case ContentsBlock():
            yield from _own("contents", _plain(block.heading.content))
            for entry in block.entries:
                yield from _own("contents", _plain(entry.content))
        case MethodBlock():
            yield from _of_block(block.heading)
            yield from (piece for each in block.paragraphs for piece in _of_block(each))
        case NotesBlock():
            yield from _of_block(block.heading)
            for note in block.notes:
                yield from _own("reference", _plain(note.content), note.number)


def _of_figure(block: FigureBlock) -> Iterator[_Piece]:
    """Yield the words for those who do not see a picture, and its caption; one of the two is its line."""
    captioned = any(isinstance(inline, Text) and inline.record is not None for inline in block.caption)
    if block.alternative:
        yield _Piece("alternative", block.alternative, None if captioned else block.record)
    yield from _of_words(block.caption, "caption")


def _of_words(content: Iterable[Inline], role: str) -> Iterator[_Piece]:
    """Yield the lines in `content`, and the words of the report's own beside them.

    Among lines these are marks: `[…]`, that a line was edited, where it comes from.
    """
    inlines = list(content)
    mixed = any(isinstance(inline, Text) and inline.record is not None for inline in inlines)
    own = "mark" if mixed and role != "comment" else role
    waiting = ""
    for inline in inlines:
        if isinstance(inline, Text) and inline.record is None and inline.text.strip() != GAP:
            waiting += inline.text
            continue
        yield from _own(own, waiting)
        waiting = ""
        if isinstance(inline, Reference):
            yield _number(inline)
        elif isinstance(inline, Text):
            yield _Piece("", inline.text, inline.record) if inline.record is not None else _Piece("gap", GAP)
    yield from _own(own, waiting)


def _own(role: str, text: str, number: int | None = None) -> Iterator[_Piece]:
    if text.strip():
        yield _Piece(role, text, number=number)


def _ordinal(number: int | None) -> Iterator[_Piece]:
    if number is not None:
        yield _Piece("ordinal", f"{number}.")


def _number(reference: Reference) -> _Piece:
    return _Piece("number", str(reference.number))


def _plain(content: Iterable[Inline]) -> str:
    return "".join(inline.text for inline in content if isinstance(inline, Text))


def _running_text(content: Iterable[Inline]) -> str:
    """Return words of a header or footer; `{page}` and `{pages}` stand for the numbers."""
    parts = (
        f"{{{inline.kind}}}" if isinstance(inline, PageField) else _plain((inline,)) for inline in content
    )
    return "".join(parts).strip()
