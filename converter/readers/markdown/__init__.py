"""Markdown: CommonMark with tables, strikethrough, footnotes and front matter."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count, pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from converter.model.article import Article
from converter.notices import Notice
from converter.readers.builder import ArticleBuilder
from converter.readers.dates import find_date
from converter.readers.decode import decode
from converter.readers.lines import clean_lines
from converter.readers.markdown.blocks import BlockWalk
from converter.readers.markdown.front_matter import FrontMatter, read_front_matter
from converter.readers.original import Original
from converter.readers.text import read_text
from converter.text import collapse

_DEEPEST = 50
"""Levels of nesting that are followed: the parser recurses, and drops what lies deeper."""

_MEDIA_TYPE = "text/markdown"

_LONGEST_BOLD_HEADING = 100
"""In characters; what is longer is emphasis."""

_WORDLESS = frozenset({"hr", "html_block"})
_STOPPED = re.compile(r"[.:;,。：；]\W*$")


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
    lines, removed = clean_lines(decoded.text)
    environment: dict[str, object] = {}
    tokens = _Parser().parse(lines.text, environment)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return _as_text(original, encoding)
    nodes = SyntaxTreeNode(tokens).children
    front = FrontMatter()
    if nodes and nodes[0].type == "front_matter":
        front = read_front_matter(nodes.pop(0).content, lines.numbers[0] + 1, original.name)

    builder = ArticleBuilder(original.source(_MEDIA_TYPE, decoded.encoding))
    builder.removed(removed)
    builder.notices.extend((*decoded.notices, *front.notices))
    notes = _notes(environment)
    walk = BlockWalk(builder, lines.numbers, original.folder, [label for label, _ in notes])
    if front.title:
        builder.title(front.title)
        nodes = _without_repeated_title(nodes, front.title)
    elif title := _title(nodes):
        nodes.remove(title)
        walk.title(title)
    facts = walk.take_byline(nodes)
    walk.blocks(zip(nodes, _levels(nodes), strict=True))
    walk.footnotes([(label, noted) for label, noted in notes if noted])
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


def _notes(environment: dict[str, object]) -> list[tuple[str, list[Token]]]:
    """Return label and content of the footnotes, by their identifiers.

    Notes that stand in the text itself get the next free numbers for labels; only they have content here.
    """
    match environment.get("footnotes"):
        case {"list": dict(notes), "refs": dict(references)}:
            free = (str(number) for number in count(1) if f":{number}" not in references)
            return [(note.get("label") or next(free), note.get("tokens", [])) for note in notes.values()]
    return []


def _title(nodes: Sequence[SyntaxTreeNode]) -> SyntaxTreeNode | None:
    """Return the node that is the title of the whole text: a heading, or a first paragraph all in bold."""
    headings = [node for node in nodes if node.type == "heading"]
    top = min(map(_level, headings), default=0)
    highest = [node for node in headings if _level(node) == top]
    if highest:
        leads = all(node.type in _WORDLESS for node in nodes[: nodes.index(highest[0])])
        if leads + (len(highest) == 1) + (top == 1) >= 2:  # noqa: PLR2004 - two of three signs
            return highest[0]
    return nodes[0] if nodes and nodes[0].type == "paragraph" and _is_bold(nodes[0].children[0]) else None


def _is_bold(inline: SyntaxTreeNode) -> bool:
    kinds = [child.type for child in inline.children if child.type != "text" or child.content]
    short = len(inline.content) <= _LONGEST_BOLD_HEADING
    return kinds == ["strong"] and short and not _STOPPED.search(inline.content)


def _without_repeated_title(nodes: Sequence[SyntaxTreeNode], title: str) -> list[SyntaxTreeNode]:
    """Return `nodes` without a first heading that repeats the front matter's title."""
    for index, node in enumerate(nodes):
        if node.type == "heading":
            repeats = collapse(node.children[0].content).casefold() == collapse(title).casefold()
            return [*nodes[:index], *nodes[index + 1 :]] if repeats else [*nodes]
    return [*nodes]


def _levels(nodes: Sequence[SyntaxTreeNode]) -> list[int]:
    """Return the level of each node: 1 for the highest headings, 0 for what is no heading.

    Where nothing is marked as a heading, short paragraphs all in bold stand for them.
    """
    numbers = [_level(node) if node.type == "heading" else 0 for node in nodes]
    lowest = min(filter(None, numbers), default=0)
    if lowest:
        return [number and number - lowest + 1 for number in numbers]
    bold = [node.type == "paragraph" and _is_bold(node.children[0]) for node in nodes]
    return [int(this and not following) for this, following in pairwise((*bold, True))]


def _level(heading: SyntaxTreeNode) -> int:
    return int(heading.tag[1:])
