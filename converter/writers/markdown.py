"""Documents as Markdown: CommonMark 0.31, with pipe tables and footnotes as GitHub and pandoc have them.

Whatever the article says stays text: `commonmark` escapes it. Front matter carries what the report says of
itself.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from converter.model.document import (
    Block,
    BoxBlock,
    Cell,
    ContentsBlock,
    Document,
    FigureBlock,
    HeadingBlock,
    Inline,
    ListBlock,
    MethodBlock,
    NotesBlock,
    Reference,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.report import Report
from converter.model.style import Style
from converter.writers.commonmark import escape, line

_Unboxed = (
    TitleBlock | HeadingBlock | TextBlock | ListBlock | TableBlock | FigureBlock | MethodBlock | NotesBlock
)
_BETWEEN_LISTS = "<!-- -->"
"""Keeps two lists apart, which would be one otherwise."""


def write_markdown(document: Document, style: Style) -> Report:
    """Return `document` as UTF-8 Markdown; of `style`, only what parts the facts matters."""
    blocks = [block for outer in document.blocks for block in _unboxed(outer)]
    parts = [_front_matter(document), *_parts(blocks[0], style)]
    for before, block in pairwise(blocks):
        if _is_list(before) and _is_list(block):
            parts.append(_BETWEEN_LISTS)
        parts += _parts(block, style)
    if document.provenance:
        # it holds no double hyphen, which would end the comment
        parts.append(f"<!-- briefing-provenance {document.provenance} -->")
    return Report("md", ("\n\n".join(parts) + "\n").encode())


def _front_matter(document: Document) -> str:
    """Return what the report says of itself as YAML, in which each JSON text is a text too."""
    properties = document.properties
    facts = {fact.kind for block in document.blocks if isinstance(block, TitleBlock) for fact in block.facts}
    sources, hashes = [s.name for s in document.sources], [s.sha256 for s in document.sources]
    values: dict[str, object] = {
        "title": properties.title,
        "author": properties.author,
        "date": properties.created[:10] if facts & {"date", "briefing-date"} else "",
        "lang": document.language,
        "source": sources if len(sources) > 1 else sources[0],
        "sha256": "" if document.embed == "none" else hashes if len(hashes) > 1 else hashes[0],
        "generator": properties.generator,
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---"])


def _unboxed(block: Block) -> Iterator[_Unboxed]:
    """Yield what stands in Markdown: no box, and no contents, which programs make of its headings."""
    if isinstance(block, BoxBlock):
        yield from (inner for child in block.blocks for inner in _unboxed(child))
    elif not isinstance(block, ContentsBlock):
        yield block


def _is_list(block: _Unboxed) -> bool:
    return isinstance(block, ListBlock) or (isinstance(block, TextBlock) and block.number is not None)


def _parts(block: _Unboxed, style: Style) -> Iterator[str]:
    """Yield what stands between two blank lines, in order."""
    match block:
        case TitleBlock():
            yield from _title(block, style.separator)
        case HeadingBlock():
            yield _heading(block.level, block.content)
        case TextBlock():
            yield from _paragraph(block)
        case ListBlock():
            yield "\n".join(_items(block))
        case TableBlock():
            yield from filter(None, [line(block.caption)])
            yield "\n".join(_rows(block))
        case FigureBlock():
            picture = f"data:{block.image.media_type};base64,{b64encode(block.image.data).decode('ascii')}"
            yield f"![{escape(block.alternative, 'brackets')}]({picture})"
            yield from filter(None, [line(block.caption)])
        case MethodBlock():
            yield "---"
            yield _heading(1, block.heading.content)
            yield from (line(paragraph.content) for paragraph in block.paragraphs)
        case NotesBlock():
            yield _heading(1, block.heading.content)
            yield "\n".join(f"[^{note.number}]: {line(note.content)}" for note in block.notes)


def _title(block: TitleBlock, separator: str) -> Iterator[str]:
    if block.label:
        yield line((Text(block.label),))
    yield _heading(block.level, block.title)
    if block.subtitle:
        yield line(block.subtitle)
    if block.facts:
        yield line((Text(separator.join(fact.text for fact in block.facts)),))


def _heading(level: int, content: Iterable[Inline]) -> str:
    """Return a heading; level 0 is the report's title."""
    return f"{'#' * (level + 1)} {line(content)}"


def _paragraph(block: TextBlock) -> Iterator[str]:
    if block.role == "code":
        yield from _code(block.content)
    elif block.role == "quote":
        yield f"> {line(block.content)}"
    elif block.number is not None:
        yield f"{block.number}. {line(block.content)}"
    else:
        yield line(block.content)


def _code(content: Sequence[Inline]) -> Iterator[str]:
    """Yield a fenced block, and below it the references, which would be text inside."""
    text = "".join(inline.text for inline in content if isinstance(inline, Text))
    fence = "`" * max(3, *(len(ticks) + 1 for ticks in ["", *re.findall("`+", text)]))
    yield f"{fence}\n{text}\n{fence}"
    if references := [inline for inline in content if isinstance(inline, Reference)]:
        yield line(references)


def _items(block: ListBlock) -> Iterator[str]:
    """Yield one line for each item; an item of a nested list begins where the text of the item above does."""
    columns = [0]
    for item in block.items:
        depth = min(item.depth, len(columns) - 1)
        marker = "- " if item.number is None else f"{item.number}. "
        columns[depth + 1 :] = [columns[depth] + len(marker)]
        yield " " * columns[depth] + marker + line(item.content)


def _rows(table: TableBlock) -> Iterator[str]:
    """Yield a pipe table, which has exactly one header row: an empty one where the table has none."""
    width = len(table.rows[0])
    header, body = (table.rows[0], table.rows[1:]) if table.header_rows else ((Cell(()),) * width, table.rows)
    yield _row(line(cell.content) for cell in header)
    yield _row("---:" if cell.align == "end" else "---" for cell in table.rows[-1])
    for row in body:
        yield _row(line(cell.content) for cell in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
