"""Plain text: nothing is marked, so form and place must tell titles, headings and lists from prose."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from converter.model.article import Article, Origin
from converter.readers.builder import ArticleBuilder, Item
from converter.readers.decode import decode
from converter.readers.facts import Facts, dateline_date, read_byline, read_header
from converter.readers.growing import let_go
from converter.readers.lines import clean_lines
from converter.readers.original import Original
from converter.readers.text.headings import find_headings
from converter.readers.text.lists import number_of, settle_items
from converter.readers.text.passages import Passage, passages

_LONGEST_TITLE = 200
"""In characters."""

_LONGEST_KICKER = 3
"""In words."""

_NEAR_HEAD = 4
"""Passages among which a byline may stand."""


def read_text(original: Original, encoding: str) -> Article:
    """Return the article in a plain text; see `converter.readers.Reader`."""
    decoded = decode(original.data, encoding, original.name, original.charset)
    builder = ArticleBuilder(original.source("text/plain", decoded.encoding))
    builder.notices.extend(decoded.notices)
    lines, removed = clean_lines(decoded.text)
    builder.removed(removed)
    facts, lines = read_header(lines)
    found = passages(lines)
    # All is in the passages now, and the text would only take room beside what is made of them.
    del decoded, lines
    settle_items(found)
    facts |= _take_byline(found)
    above = 0 if facts.title else _passages_above_title(found)
    title = facts.title or _take_title(found, above)
    find_headings(found[above:])
    builder.title(title)
    for (kind, _), run in groupby(let_go(found), key=_belonging):
        _add(builder, kind, run)
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


def _passages_above_title(found: Sequence[Passage]) -> int:
    """Return 1 below a letterhead set in columns and below a kicker such as "PRESS RELEASE", else 0."""
    match found:
        case [Passage(kind="code"), _, _, *_]:
            return 1
        case [first, second, _, *_] if _could_be_title(first) and _could_be_title(second):
            kicker = first.text.isupper() and first.words <= _LONGEST_KICKER and not second.text.isupper()
            return int(kicker)
    return 0


def _take_title(found: list[Passage], index: int) -> str:
    """Take out the passage at `index`, if it is the title of what follows, and return its text."""
    match found[index : index + 2]:
        case [passage, _] if passage.kind == "heading" or _could_be_title(passage):
            return found.pop(index).text
    return ""


def _could_be_title(passage: Passage) -> bool:
    text = passage.text
    short = passage.kind == "prose" and len(text) <= _LONGEST_TITLE
    return short and text[-1] not in ".,;:" and any(map(str.isalpha, text))


def _belonging(passage: Passage) -> tuple[str, int]:
    """Return what neighbours share that make one block: paragraphs of a quotation, items of a list."""
    if passage.kind in {"bullet", "number"}:
        return "items", passage.group
    return (passage.kind, 0) if passage.kind == "quote" else (passage.kind, passage.line)


def _add(builder: ArticleBuilder, kind: str, run: Iterator[Passage]) -> None:
    first = next(run)
    whole = chain([first], run)
    origin = Origin("line", first.line)
    match kind:
        case "items":
            builder.item_list((Item(item.text, item.depth, number_of(item)) for item in whole), origin)
        case "quote":
            builder.quote((passage.text for passage in whole), origin)
        case "code":
            builder.code(first.text, origin)
        case "heading":
            builder.heading(first.text, first.depth, origin)
        case _:
            builder.paragraph(first.text, origin)
