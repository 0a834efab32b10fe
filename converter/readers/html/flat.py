"""A page that nests too deep for a tree → its paragraphs, told by block elements alone."""

import re
from collections.abc import Iterator
from html import unescape

_UNSEEN = re.compile(
    r"<(script|style|template|noscript|head)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE
)
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|table|tr|td|th|section|article|main|blockquote|pre|br|hr|dt|dd|figure)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[/!?a-zA-Z][^>]*>")


def flat_paragraphs(text: str) -> Iterator[str]:
    """Yield the stretches of text between block elements that have words."""
    for piece in _BLOCK.split(_UNSEEN.sub(" ", text)):
        words = unescape(_TAG.sub("", piece))
        if words.strip():
            yield words
