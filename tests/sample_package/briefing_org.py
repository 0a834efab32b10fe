"""A reader of Org files: a title, headings with stars, paragraphs and lists with dashes."""

import re
from itertools import groupby

from converter.model.article import Article, Origin
from converter.readers.builder import ArticleBuilder, Item
from converter.readers.original import Original

_KEYWORD = re.compile(r"#\+(TITLE|AUTHOR|DATE|LANGUAGE):\s*(.*)", re.IGNORECASE)
_HEADING = re.compile(r"(\*+) (.*)")


def read_org(original: Original, encoding: str) -> Article:
    """Return the article in an Org file; see `converter.readers.Reader`."""
    lines = original.data.decode(encoding or "utf-8").splitlines()
    told = {match[1].lower(): match[2] for line in lines if (match := _KEYWORD.match(line))}
    builder = ArticleBuilder(original.source("text/org", encoding or "utf-8"))
    builder.title(told.get("title", ""))
    for kind, group in groupby(enumerate(lines, 1), key=lambda numbered: _kind(numbered[1])):
        block = list(group)
        origin = Origin("line", block[0][0])
        if kind == "heading":
            for number, line in block:
                stars, words = line.split(" ", 1)
                builder.heading(words, len(stars), Origin("line", number))
        elif kind == "item":
            builder.item_list((Item(line[2:]) for _, line in block), origin)
        elif kind == "prose":
            builder.paragraph(" ".join(line for _, line in block), origin)
    return builder.build(
        byline=told.get("author", ""), date=told.get("date", ""), language=told.get("language", "")
    )


def _kind(line: str) -> str:
    if not line.strip() or _KEYWORD.match(line):
        return "blank"
    if _HEADING.match(line):
        return "heading"
    return "item" if line.startswith("- ") else "prose"
