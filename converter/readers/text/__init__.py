"""Plain text: nothing is marked, so form and place must tell titles, headings and lists from prose."""

from collections.abc import Sequence
from itertools import groupby

from converter.model.article import Article, Origin
from converter.readers.builder import ArticleBuilder
from converter.readers.decode import decode
from converter.readers.facts import Facts, dateline_date, read_byline, read_header
from converter.readers.lines import clean_lines
from converter.readers.raw import Original
from converter.readers.text.headings import find_headings
from converter.readers.text.lists import number_of, settle_items
from converter.readers.text.passages import Passage, passages

_LONGEST_TITLE = 200
"""In characters."""

_NEAR_HEAD = 4
"""Passages among which a byline may stand."""


def read_text(original: Original, encoding: str) -> Article:
    """Return the article in a plain text; see `converter.readers.Reader`."""
    decoded = decode(original.data, encoding, original.name)
    lines, removed = clean_lines(decoded.text)
    facts, lines = read_header(lines)
    found = passages(lines)
    settle_items(found)
    facts |= _take_byline(found)
    title = facts.title or _take_title(found)
    find_headings(found)

    builder = ArticleBuilder(original.source("text/plain", decoded.encoding))
    builder.removed(removed)
    builder.notices.extend(decoded.notices)
    builder.title(title)
    for (kind, _), run in groupby(found, key=_belonging):
        _add(builder, kind, list(run))
    return builder.build(byline=facts.byline, date=facts.date, language=facts.language)


def _take_byline(found: list[Passage]) -> Facts:
    """Take out the passages near the head that say nothing but who wrote the article, and when."""
    facts = Facts()
    near = [passage for passage in found[:_NEAR_HEAD] if passage.kind == "prose"]
    for passage in near:
        if len(found) > 1 and (told := read_byline(passage.text)):
            found.remove(passage)
            facts |= told
        elif not facts.date:
            facts |= Facts(date=dateline_date(passage.text))
    return facts


def _take_title(found: list[Passage]) -> str:
    """Take out the passage that is the title: the first, or the first below a letterhead set in columns."""
    index = 1 if found and found[0].kind == "code" else 0
    match found[index : index + 2]:
        case [passage, _] if passage.kind == "heading" or (
            passage.kind == "prose" and len(passage.text) <= _LONGEST_TITLE and passage.text[-1] not in ".,;:"
        ):
            return found.pop(index).text
    return ""


def _belonging(passage: Passage) -> tuple[str, int]:
    """Return what neighbours share that make one block: paragraphs of a quotation, items of a list."""
    if passage.kind in {"bullet", "number"}:
        return "items", passage.group
    return (passage.kind, 0) if passage.kind == "quote" else (passage.kind, passage.line)


def _add(builder: ArticleBuilder, kind: str, run: Sequence[Passage]) -> None:
    first = run[0]
    origin = Origin("line", first.line)
    match kind:
        case "items":
            builder.item_list([(item.text, item.depth) for item in run], number_of(first), origin)
        case "quote":
            builder.quote([passage.text for passage in run], origin)
        case "code":
            builder.code(first.text, origin)
        case "heading":
            builder.heading(first.text, first.depth, origin)
        case _:
            builder.paragraph(first.text, origin)
