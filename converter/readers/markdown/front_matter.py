"""Front matter: what stands between two lines of `---` at the head of a Markdown text."""

import re
from collections.abc import Iterable

from msgspec import Struct

from converter.errors import StyleError
from converter.notices import Notice
from converter.yaml_source import Mapping, Node, Scalar, Sequence, parse

_FIELDS = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "date": "date",
    "published": "date",
    "lang": "language",
    "language": "language",
    "locale": "language",
}
_LINE = re.compile(rf"({'|'.join(_FIELDS)}):[ \t]+(['\"]?)(.*?)\2[ \t]*", re.IGNORECASE)


class FrontMatter(Struct, frozen=True):
    """What front matter says of the article, as written; a field that it lacks is empty."""

    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    notices: tuple[Notice, ...] = ()


def read_front_matter(yaml: str, first_line: int, name: str) -> FrontMatter:
    """Return what the front matter `yaml` says; keys that an article has no field for are passed over.

    YAML that is at fault is read line by line, and the fault told. `first_line` is the number of its first
    line in the document called `name`.
    """
    try:
        # Blank lines before it, so that places count the document's lines
        root = parse("\n" * (first_line - 1) + yaml, name)
    except StyleError as error:
        told = f"the front matter was read line by line: {error.what}"
        return _collected(_salvaged(yaml), Notice("front-matter-faulty", told, error.where))
    if isinstance(root, Mapping):
        return _collected((entry.key.text, _words(entry.value)) for entry in root.entries)
    return FrontMatter()


def _collected(pairs: Iterable[tuple[str, str]], *notices: Notice) -> FrontMatter:
    fields: dict[str, str] = {}
    for key, value in pairs:
        if value and (field := _FIELDS.get(key.lower())):
            fields.setdefault(field, value)
    return FrontMatter(**fields, notices=notices)


def _words(node: Node) -> str:
    """Return a value as text: the items of a list with commas between, of a mapping its `name`."""
    match node:
        case Scalar():
            return "" if node.is_null else node.text
        case Sequence():
            return ", ".join(filter(None, map(_words, node.items)))
        case Mapping():
            return next((_words(entry.value) for entry in node.entries if entry.key.text == "name"), "")


def _salvaged(yaml: str) -> list[tuple[str, str]]:
    return [(match[1], match[3]) for match in map(_LINE.fullmatch, yaml.split("\n")) if match]
