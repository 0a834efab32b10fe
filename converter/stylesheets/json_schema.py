"""JSON Schema of the files of `styles/`, for editors; from the same definition that validates them."""

from collections.abc import Iterator
from typing import Any

from converter.stylesheets.folders import Kind
from converter.stylesheets.languages import LANGUAGE
from converter.stylesheets.outlines import OUTLINE
from converter.stylesheets.schemes import SCHEME
from converter.stylesheets.shapes import JsonSchema, Shape
from converter.stylesheets.sheets import Table
from converter.stylesheets.styles import STYLE


def json_schema(kind: Kind) -> JsonSchema:
    """Return the JSON Schema (draft 2020-12) of style, outline, language or scheme files.

    It knows each key, its kind of value and what it is for. What depends on other files or keys (fonts that
    are missing, colours without a name) shows only when the file is loaded.
    """
    tables: dict[Kind, Table[Any]] = {
        "style": STYLE,
        "outline": OUTLINE,
        "language": LANGUAGE,
        "scheme": SCHEME,
    }
    table = tables[kind]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.capitalize()} file of the briefing converter",
        **table.definition(),
        "$defs": {inner.sheet.__name__: inner.definition() for inner in _tables(table)},
    }


def _tables(shape: Shape[Any]) -> Iterator[Table[Any]]:
    for inner in shape.inner():
        if isinstance(inner, Table):
            yield inner
        yield from _tables(inner)
