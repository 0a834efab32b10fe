"""JSON Schema of the files of `styles/`, for editors; from the same definition that validates them."""

from collections.abc import Iterator
from typing import Any

from converter.stylesheets.folders import Kind
from converter.stylesheets.kinds import TABLES
from converter.stylesheets.shapes import JsonSchema, Shape
from converter.stylesheets.sheets import Table


def json_schema(kind: Kind) -> JsonSchema:
    """Return the JSON Schema (draft 2020-12) of style, outline, language or scheme files.

    It knows each key, its kind of value and what it is for. What depends on other files or keys (fonts that
    are missing, colours without a name) shows only when the file is loaded.
    """
    table = TABLES[kind]
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
