"""What readers get from each format, line by line, in reading order; none of it is our own code.

Numbers of references and notes, bullets, and numbers of paragraphs are left out, as in `document_lines`.
"""

import json
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from io import BytesIO
from typing import Any

from lxml import etree
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from tests.writers.pdf.tagged import Tag, read_tags

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_lines(data: bytes) -> list[str]:
    """Return the paragraphs of a Word file, then its endnotes; the first two of them are separators."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
        notes = (
            etree.fromstring(parts.read("word/endnotes.xml"))
            if "word/endnotes.xml" in parts.namelist()
            else []
        )
    shown = [note for note in notes if note.get(f"{W}type") is None]
    paragraphs = [p for root in (body, *shown) for p in root.iter(f"{W}p")]
    return ["".join(text.text or "" for text in p.iter(f"{W}t") if not _refers(text)) for p in paragraphs]


def _refers(text: etree._Element) -> bool:
    """Tell whether a text is the number of an endnote."""
    run = text.getparent()
    style = None if run is None else run.find(f"{W}rPr/{W}rStyle")
    return style is not None and style.get(f"{W}val") == "EndnoteReference"


def pdf_lines(data: bytes) -> list[str]:
    """Return what stands in the tags of a PDF, but labels and references."""
    return list(_tagged(read_tags(data)))


def _tagged(tag: Tag) -> Iterator[str]:
    for part in tag.content:
        if isinstance(part, Tag):
            if part.name not in {"Lbl", "Reference"}:
                yield from _tagged(part)
        elif not part.startswith("→"):
            yield part.replace("\u00ad", "")


PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PARSER.use(footnote_plugin).use(front_matter_plugin).use(tasklists_plugin)


def markdown_lines(data: bytes) -> list[str]:
    """Return the words of Markdown in reading order."""
    found = []
    for token in PARSER.parse(data.decode("utf-8")):
        if token.type == "inline":
            found.append(markdown_words(token.children or []))
        elif token.type == "fence":
            found.append(token.content.removesuffix("\n"))
    return [line for line in found if line]


def markdown_words(tokens: list[Token]) -> str:
    return "".join(text for token in tokens for text in markdown_texts(token))


def markdown_texts(token: Token) -> Iterator[str]:
    if token.type in {"text", "code_inline"}:
        yield token.content
    elif token.type in {"softbreak", "hardbreak"}:
        yield "\n"


WORDS = "//p | //h1 | //h2 | //h3 | //h4 | //li | //caption | //th | //td | //figcaption | //pre"


def html_lines(data: bytes) -> list[str]:
    """Return what a page says; its label of a handling mark stands in other formats' headers and footers."""
    page: Any = lxml_html.document_fromstring(data.decode("utf-8"))
    extras = "//sup | //*[contains(@class, 'number') and not(contains(@class, 'numbered'))]"
    for extra in page.xpath(f"{extras} | //p[@class='handling']"):
        extra.drop_tree()
    found = []
    for element in page.xpath(WORDS):
        alone = deepcopy(element)
        for nested in alone.xpath("./ul | ./ol"):
            nested.drop_tree()
        text = alone.text_content()
        found.append(text.removeprefix(" ") if "numbered" in element.get("class", "") else text)
    return [line for line in found if line]


PARTS = (
    "label",
    "title",
    "subtitle",
    "facts",
    "caption",
    "content",
    "items",
    "rows",
    "blocks",
    "paragraphs",
    "notes",
)
"""Keys under which words stand in our JSON, in reading order."""

RUN = {"text", "emphasis", "link", "language", "line", "reference"}
"""Keys of a run; a list of runs is a line."""


def json_lines(data: bytes) -> list[str]:
    """Return the words of a report."""
    report = json.loads(data)
    parts = [report["title_block"], *report["sections"], report["method"], report["references"]]
    return [line for part in parts if part for line in json_words(part) if line]


def json_words(node: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        yield from [node["text"]] if "text" in node else []
        yield from (line for part in PARTS if part in node for line in json_words(node[part]))
    elif all(isinstance(child, dict) and child.keys() <= RUN for child in node):
        yield "".join(run.get("text", "") for run in node)
    elif all("kind" in child for child in node):
        yield " · ".join(fact["text"] for fact in node)
    else:
        yield from (line for child in node for line in json_words(child))


READ: dict[str, Callable[[bytes], list[str]]] = {
    "docx": word_lines,
    "pdf": pdf_lines,
    "html": html_lines,
    "md": markdown_lines,
    "json": json_lines,
}
