"""Documents as JSON, for other programs; `docs/formats/json.md` is its reference.

Nothing is left out for being empty in what programs look up (lines, sources); in the words of a paragraph,
only what differs from plain text is said. Keys stand in the order of the reference, and the same document
gives the same bytes.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from typing import assert_never

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
    Reference,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.provenance import Json, line_data, omission_data, sources_data
from converter.model.report import Report
from converter.model.style import Style

VERSION = 1
"""Of the format: it grows when a key changes its meaning or goes away, not when one is added."""

_NOTHING_LAST = "null\n}"
_SHOWN_OF_LINE = ("id", "kind", "text", "author")
"""What is said of a line where nothing is to travel but what readers see."""


def write_json(document: Document, style: Style) -> Report:  # noqa: ARG001 - JSON has no look
    """Return `document` as UTF-8 JSON; `style` does not matter."""
    text = json.dumps(_document(document), ensure_ascii=False, indent=2)
    if document.provenance:
        # the same bytes as in every other format
        text = text.removesuffix(_NOTHING_LAST) + document.provenance + "\n}"
    return Report("json", f"{text}\n".encode())


def _document(document: Document) -> Json:
    title, *blocks = document.blocks
    joint, articles = _parted(blocks)
    properties = document.properties
    return {
        "briefing": VERSION,
        "generator": properties.generator,
        "language": document.language,
        "direction": document.direction,
        "title": properties.title,
        "author": properties.author,
        "subject": properties.subject,
        "created": properties.created,
        "title_block": _block(title),
        "contents": _last(blocks, ContentsBlock),
        "sections": [_section(section, document) for section in _sections(joint, 1)],
        **_given(articles=[_article(title, own, document) for title, own in articles] or None),
        "method": _last(blocks, MethodBlock),
        "references": _last(blocks, NotesBlock),
        "sources": sources_data(document) if document.embed != "none" else [],
        **_given(omissions=[omission_data(one) for one in document.omissions] or None),
        "provenance": None,
    }


def _last(blocks: Sequence[Block], kind: type[Block]) -> Json:
    return next((_block(block) for block in reversed(blocks) if isinstance(block, kind)), None)


def _parted(blocks: Sequence[Block]) -> tuple[Sequence[Block], list[tuple[TitleBlock, Sequence[Block]]]]:
    """Return what is about all articles, and the title of each article of a digest with what is about it."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, TitleBlock)]
    ends = [*starts[1:], len(blocks)]
    articles = []
    for start, end in zip(starts, ends, strict=False):
        title = blocks[start]
        if isinstance(title, TitleBlock):
            articles.append((title, blocks[start + 1 : end]))
    return (blocks[: starts[0]] if starts else blocks), articles


def _article(title: TitleBlock, blocks: Sequence[Block], document: Document) -> Json:
    return {
        "source": title.source,
        "anchor": title.anchor,
        "title_block": _block(title),
        "sections": [_section(section, document) for section in _sections(blocks, 2)],
    }


def _sections(blocks: Iterable[Block], level: int) -> list[list[Block]]:
    """Part `blocks` before each heading of `level`."""
    sections: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, ContentsBlock | MethodBlock | NotesBlock):
            continue
        if not sections or (isinstance(block, HeadingBlock) and block.level == level):
            sections.append([])
        sections[-1].append(block)
    return sections


def _section(blocks: Sequence[Block], document: Document) -> Json:
    first = blocks[0]
    heading = first if isinstance(first, HeadingBlock) else None
    cited = _cited(blocks)
    keys = [document.records[index].section for index in cited]
    return {
        "key": keys[0] if keys else heading.anchor if heading else "",
        "title": _plain(heading.content) if heading else "",
        "anchor": heading.anchor if heading else "",
        "lines": [{**_line(index, document), "reference": reference} for index, reference in cited.items()],
        "blocks": [_block(block) for block in (blocks[1:] if heading else blocks)],
    }


def _line(index: int, document: Document) -> dict[str, Json]:
    data = line_data(index, document.records[index])
    return {key: data[key] for key in _SHOWN_OF_LINE} if document.embed == "none" else data


def _cited(blocks: Iterable[Block]) -> dict[int, int | None]:
    """Return each record that `blocks` show, in order, with the number of its end-note.

    A reference serves the records before it in its block, or those behind it where it stands first, as in the
    caption of a table.
    """
    cited: dict[int, int | None] = {}
    for block in blocks:
        waiting: list[int] = []
        ahead: int | None = None
        for piece in _pieces(block):
            if isinstance(piece, Reference):
                ahead = None if waiting else piece.number
                cited.update(dict.fromkeys(waiting, piece.number))
                waiting = []
            elif cited.get(piece) is None:
                cited[piece] = ahead
                if ahead is None:
                    waiting.append(piece)
    return cited


def _pieces(block: Block) -> Iterator[int | Reference]:
    """Yield the records and the references of `block` in reading order."""
    if isinstance(block, BoxBlock):
        for inner in block.blocks:
            yield from _pieces(inner)
        return
    if isinstance(block, FigureBlock) and block.record is not None:
        yield block.record
    for content in _contents(block):
        for inline in content:
            if isinstance(inline, Reference):
                yield inline
            elif isinstance(inline, Text) and inline.record is not None:
                yield inline.record


def _contents(block: Block) -> Iterator[tuple[Inline, ...]]:
    match block:
        case HeadingBlock() | TextBlock():
            yield block.content
        case ListBlock():
            yield from (item.content for item in block.items)
        case TableBlock():
            yield block.caption
            yield from (cell.content for row in block.rows for cell in row)
        case FigureBlock():
            yield block.caption


@singledispatch
def _block(block: Block) -> Json:
    raise TypeError(block)


@_block.register
def _contents_block(block: ContentsBlock) -> Json:
    return {
        "type": "contents",
        "title": _plain(block.heading.content),
        "anchor": block.heading.anchor,
        "entries": [
            {"level": entry.level, "anchor": entry.anchor, "content": _inlines(entry.content)}
            for entry in block.entries
        ],
    }


@_block.register
def _title_block(block: TitleBlock) -> Json:
    return {
        "type": "title",
        "label": block.label,
        "title": _inlines(block.title),
        "subtitle": _inlines(block.subtitle),
        "facts": [{"kind": fact.kind, "text": fact.text} for fact in block.facts],
    }


@_block.register
def _heading(block: HeadingBlock) -> Json:
    content = _inlines(block.content)
    return {"type": "heading", "level": block.level, "anchor": block.anchor, "content": content}


@_block.register
def _paragraph(block: TextBlock) -> Json:
    content = _inlines(block.content)
    return {"type": "paragraph", "role": block.role, "number": block.number, "content": content}


@_block.register
def _list(block: ListBlock) -> Json:
    items: list[Json] = [
        {"depth": item.depth, "number": item.number, "content": _inlines(item.content)}
        for item in block.items
    ]
    return {"type": "list", "role": block.role, "items": items}


@_block.register
def _box(block: BoxBlock) -> Json:
    return {"type": "box", "blocks": [_block(inner) for inner in block.blocks]}


@_block.register
def _table(table: TableBlock) -> Json:
    return {
        "type": "table",
        "header_rows": table.header_rows,
        "caption": _inlines(table.caption),
        "rows": [
            [{"align": cell.align, "content": _inlines(cell.content)} for cell in row] for row in table.rows
        ],
    }


@_block.register
def _figure(figure: FigureBlock) -> Json:
    return {
        "type": "figure",
        "line": figure.record,
        "alternative": figure.alternative,
        "caption": _inlines(figure.caption),
        "media_type": figure.image.media_type,
        "width_px": figure.image.width_px,
        "height_px": figure.image.height_px,
        "base64": b64encode(figure.image.data).decode("ascii"),
    }


@_block.register
def _method(method: MethodBlock) -> Json:
    return {
        "type": "method",
        "title": _plain(method.heading.content),
        "paragraphs": [_plain(paragraph.content) for paragraph in method.paragraphs],
    }


@_block.register
def _references(notes: NotesBlock) -> Json:
    return {
        "type": "references",
        "title": _plain(notes.heading.content),
        "notes": [{"number": note.number, "text": _plain(note.content)} for note in notes.notes],
    }


def _inlines(content: Iterable[Inline]) -> Json:
    return [_inline(inline) for inline in content]


def _inline(inline: Inline) -> Json:
    match inline:
        case Text():
            return {"text": inline.text} | _given(
                emphasis=list[Json](sorted(inline.emphasis)) or None,
                link=inline.link or None,
                language=inline.language or None,
                line=inline.record,
            )
        case Reference():
            return {"reference": inline.number}
        case PageField():
            return {"field": inline.kind}
        case _:
            assert_never(inline)


def _plain(content: Iterable[Inline]) -> str:
    return "".join(inline.text for inline in content if isinstance(inline, Text))


def _given(**values: Json) -> dict[str, Json]:
    """Return the values that are not `None`."""
    return {key: value for key, value in values.items() if value is not None}
