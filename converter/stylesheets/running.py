"""Fields of headers and footers, as far as a style file alone can tell that they exist."""

import re
from collections.abc import Collection, Iterator

from converter.model.style import Style
from converter.stylesheets.shapes import FIELD, Reading
from converter.suggestions import nearest, suggest
from converter.yaml_source import Scalar

RUNNING_FIELDS = ("title", "source", "date", "author", "marking", "page", "pages")
"""What headers and footers may name beside the fields of `--field`."""

LINE = re.compile(r"(first-)?(header|footer)\.(left|center|right)")
"""Path of a template of a header or footer."""

_ALIKE = 0.8
"""How alike a name must be to one of ours to be taken for it misspelt: titel, pagse, autor; not subtitle."""


def check_fields(reading: Reading, given: Collection[str] | None) -> None:
    """Note fields of headers and footers that do not exist.

    Args:
        reading: what was read.
        given: names of `--field`; `None`: nobody knows them. Then what is nearly a name of ours is a fault to
            a strict reader, and everything else may be given.
    """
    for path, node in reading.written.items():
        if not LINE.fullmatch(path):
            continue
        for name, offset in _fields(node):
            if given is not None and name not in given:
                suggestion = suggest(name, (*RUNNING_FIELDS, *given)).rstrip("?")
                remedy = f"{suggestion}, or give it with --field {name}=…"
                reading.faults.add(node.place_of(offset), path, f"there is no field {{{name}}}", remedy)
            elif given is None and reading.strict and (near := nearest(name, RUNNING_FIELDS, _ALIKE)):
                remedy = f"did you mean {{{near}}}? A field of your own needs a name less alike"
                reading.faults.add(node.place_of(offset), path, f"there is no field {{{name}}}", remedy)


def own_fields(style: Style) -> frozenset[str]:
    """Return the fields of the style's headers and footers that `--field` fills."""
    lines = filter(None, (style.header, style.footer, style.first_header, style.first_footer))
    texts = "".join(text for line in lines for text in (line.left, line.center, line.right))
    return frozenset(name for name, _ in FIELD.findall(texts)).difference(RUNNING_FIELDS)


def _fields(node: Scalar) -> Iterator[tuple[str, int]]:
    """Yield each field that is none of ours, with its offset in the text."""
    for found in FIELD.finditer(node.text):
        if found[1] not in RUNNING_FIELDS:
            yield found[1], found.start()
