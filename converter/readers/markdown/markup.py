"""HTML inside a Markdown text → what a reader of the page would see of it, as text."""

import re
from collections.abc import Iterator
from html import unescape

_NAME = re.compile(r"</?([a-z][a-z0-9-]*)", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|input|ins|kbd|label|mark|q|s|samp|small|span|strike|"
    "strong|sub|sup|td|th|time|tt|u|var|wbr"
)
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset({"script", "style", "template"})


def visible_text(markup: str) -> list[str]:
    """Return the paragraphs of text in `markup`, in order; pictures count with their alternative text.

    Tags, comments, scripts and style sheets are not text. Takes time linear in the length of `markup`.
    """
    text = "".join(_pieces(markup))
    return [" ".join(part.split()) for part in text.split("\0") if part.strip()]


def is_comment(markup: str) -> bool:
    """Say whether `markup` is nothing but a comment, which no reader sees."""
    trimmed = markup.strip()
    return trimmed.startswith("<!--") and trimmed.find("-->") in {-1, len(trimmed) - 3}


def _pieces(markup: str) -> Iterator[str]:
    """Yield text, and a zero character where a paragraph ends."""
    position = 0
    while (begin := markup.find("<", position)) >= 0:
        yield unescape(markup[position:begin]).replace("\0", "")
        if markup.startswith("<!--", begin):
            position = _behind(markup, "-->", begin)
            continue
        name = _NAME.match(markup, begin)
        if not name and markup[begin + 1 : begin + 2] not in {"!", "?"}:
            yield "<"
            position = begin + 1
            continue
        position = _behind(markup, ">", begin)
        if name:
            tag = name[1].lower()
            yield from _shown(tag, markup[begin:position])
            if tag in _UNSEEN and not name[0].startswith("</"):
                end = re.compile(f"</{tag}\\s*>", re.IGNORECASE).search(markup, position)
                position = end.end() if end else len(markup)
    yield unescape(markup[position:]).replace("\0", "")


def _shown(tag: str, whole: str) -> Iterator[str]:
    if tag == "img" and (match := _ALTERNATIVE.search(whole)):
        yield unescape(match[1] or match[2] or match[3] or "").replace("\0", "")
    if tag in _CELLS:
        yield " "
    elif not _INLINE.fullmatch(tag):
        yield "\0"


def _behind(markup: str, end: str, begin: int) -> int:
    found = markup.find(end, begin)
    return len(markup) if found < 0 else found + len(end)
