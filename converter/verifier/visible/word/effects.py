"""What a Word file may hold that changes what its readers see, and is not followed here.

Bullets that say words (ECMA-376 17.9.11) stand before every item, and what is struck through is taken back
(17.3.2.9, 17.3.2.37). An honest report has neither.
"""

import re
from collections.abc import Iterator

from converter.notices import Notice
from converter.ooxml.xml import attribute, within
from converter.verifier.word.document import Document

_PLACE = re.compile(r"%\d")
_WORD = re.compile(r"\w{2}")


def effects(document: Document, *, struck: bool) -> Iterator[Notice]:
    """Yield what is not followed in `document`, each kind once; `struck`: words are struck through."""
    if any(_WORD.search(_PLACE.sub("", said)) for said in _labels(document)):
        yield _notice("words in place of a bullet or number")
    if struck:
        yield _notice("what is struck through")


def _labels(document: Document) -> Iterator[str]:
    for name in document.package.related(document.main, "numbering"):
        root = document.package.tree(name)
        for label in () if root is None else within(root, "lvlText"):
            yield attribute(label, "val")


def _notice(what: str) -> Notice:
    return Notice("effect-unread", f"{what} may change what is said, and cannot be checked")
