"""Markdown: CommonMark with tables, strikethrough, footnotes and front matter."""

from collections.abc import Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from msgspec.structs import replace

from converter.model.article import Article
from converter.notices import Notice
from converter.readers.builder import ArticleBuilder
from converter.readers.dates import find_date
from converter.readers.decode import decode
from converter.readers.growing import let_go
from converter.readers.lines import clean_lines
from converter.readers.markdown.blocks import NEAR_HEAD, BlockWalk
from converter.readers.markdown.front_matter import FrontMatter, read_front_matter
from converter.readers.markdown.spans import SpanReader
from converter.readers.markdown.tree import Block, parse_blocks
from converter.readers.original import Original
from converter.readers.text import read_text
from converter.text import collapse

_DEEPEST = 50
"""Levels of nesting that are followed: the parser recurses, and drops what lies deeper."""

_MEDIA_TYPE = "text/markdown"

_WORDLESS = frozenset({"hr", "html_block"})


class _Parser(MarkdownIt):
    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": _DEEPEST})
        self.enable(["table", "strikethrough"])
        self.use(front_matter_plugin).use(footnote_plugin, move_to_end=False)

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's name
        # What the parser refuses would stand in the text with its address; the builder refuses better.
        return True


def read_markdown(original: Original, encoding: str) -> Article:
    """Return the article in a Markdown text; see `converter.readers.Reader`."""
    decoded = decode(original.data, encoding, original.name, original.charset)
    builder = ArticleBuilder(original.source(_MEDIA_TYPE, decoded.encoding))
    builder.notices.extend(decoded.notices)
    lines, removed = clean_lines(decoded.text)
    builder.removed(removed)
    parser = _Parser()
    environment: dict[str, object] = {}
    nodes, deepest = parse_blocks(parser, lines.text, environment)
    if deepest >= _DEEPEST - 1:
        return _as_text(original, encoding)
    spans = SpanReader(parser, environment, notes="footnotes" in environment or "^[" in lines.text)
    numbers = lines.numbers
    # All is in the nodes now, and the text would only take room beside what is made of them.
    del decoded, lines
    front = FrontMatter()
    if nodes and nodes[0].kind == "front_matter":
        front = read_front_matter(nodes.pop(0).text, numbers[0] + 1, original.name)
        builder.notices.extend(front.notices)

    walk = BlockWalk(builder, numbers, original.folder, spans)
    title = _repeated(nodes, front.title) if front.title else _title(nodes, spans)
    spans.all_ahead(nodes[: max(NEAR_HEAD, nodes.index(title) if title else 0) + 1])
    if title:
        nodes.remove(title)
    if front.title:
        builder.title(front.title)
    elif title:
        walk.title(title)
    facts = walk.take_byline(nodes)
    levels = _levels(nodes, spans)
    walk.blocks(zip(let_go(nodes), levels, strict=True))
    walk.footnotes()
    walk.tell()
    found = find_date(front.date)
    if front.date and not found:
        builder.notice("date-not-understood", f"its date {front.date!r} names no day, month and year")
    return builder.build(
        byline=front.author or facts.byline, date=found.iso if found else facts.date, language=front.language
    )


def _as_text(original: Original, encoding: str) -> Article:
    article = read_text(original, encoding)
    what = f"its Markdown is nested deeper than {_DEEPEST} levels and was read as plain text"
    notice = Notice("nesting-too-deep", what, original.name)
    source = replace(article.source, media_type=_MEDIA_TYPE)
    return replace(article, source=source, notices=(*article.notices, notice))


def _title(nodes: Sequence[Block], spans: SpanReader) -> Block | None:
    """Return the node that is the title of the whole text: a heading, or a first paragraph all in bold."""
    headings = [node for node in nodes if node.kind == "heading"]
    top = min((node.number for node in headings), default=0)
    highest = [node for node in headings if node.number == top]
    if highest:
        leads = all(node.kind in _WORDLESS for node in nodes[: nodes.index(highest[0])])
        if leads + (len(highest) == 1) + (top == 1) >= 2:  # noqa: PLR2004 - two of three signs
            return highest[0]
    return nodes[0] if nodes and nodes[0].kind == "paragraph" and spans.is_bold(nodes[0]) else None


def _repeated(nodes: Sequence[Block], title: str) -> Block | None:
    """Return the first heading if it repeats the front matter's title."""
    first = next((node for node in nodes if node.kind == "heading"), None)
    repeats = first and collapse(first.text).casefold() == collapse(title).casefold()
    return first if repeats else None


def _levels(nodes: Sequence[Block], spans: SpanReader) -> list[int]:
    """Return the level of each node: 1 for the highest headings, 0 for what is no heading.

    Where nothing is marked as a heading, short paragraphs all in bold stand for them.
    """
    numbers = [node.number if node.kind == "heading" else 0 for node in nodes]
    lowest = min(filter(None, numbers), default=0)
    if lowest:
        return [number and number - lowest + 1 for number in numbers]
    bold = [node.kind == "paragraph" and spans.is_bold(node) for node in nodes]
    return [int(this and not following) for this, following in pairwise((*bold, True))]
