"""Defaults are written so that reading them gives them back."""

from typing import Any

import pytest

from converter.model.style import Length
from converter.stylesheets.defaults import default_text
from converter.stylesheets.faults import Faults
from converter.stylesheets.kinds import TABLES
from converter.stylesheets.sheets import Key, Table
from converter.stylesheets.styles import fresh_reading
from converter.yaml_source import Scalar, parse


def tables() -> dict[str, Table[Any]]:
    """Return every table of the schemas by the name of its sheet."""
    found: dict[str, Table[Any]] = {}
    shapes: list[Any] = list(TABLES.values())
    while shapes:
        shape = shapes.pop()
        if isinstance(shape, Table):
            found[shape.sheet.__name__] = shape
        shapes += shape.inner()
    return found


def comparable(value: object) -> object:
    """Return a value without the place and the last bits that it owes to how it was written."""
    if isinstance(value, tuple):
        return [comparable(item) for item in value]
    if isinstance(value, Scalar):
        return value.text
    return round(value, 9) if isinstance(value, float) else value


KEYS = [
    pytest.param(key, id=f"{name}.{key.name}")
    for name, table in sorted(tables().items())
    for key in table.sheet.keys.values()
    if default_text(key.default) is not None
]


def test_there_are_defaults_to_be_read() -> None:
    assert len(KEYS) > 30


@pytest.mark.parametrize("key", KEYS)
def test_a_default_that_is_written_is_read_again(key: Key[Any]) -> None:
    node = parse(f"{key.name}: {default_text(key.default)}", "text")
    reading = fresh_reading()
    value = key.shape.read(node.entries[0].value, "", reading)  # type: ignore[union-attr]
    reading.faults.raise_any()
    assert comparable(value) == comparable(key.default)


@pytest.mark.parametrize(
    ("default", "text"),
    [
        (None, None),
        ({}, None),
        (False, "false"),
        (230, "230"),
        (Length(0), "0"),
        (Length(10.5), "10.5pt"),
        (Length.from_mm(24), "24mm"),
        ((Length(612), Length(792)), "Letter"),
        ((Length(300), Length(400)), "300pt x 400pt"),
        ((), "[]"),
        (("•", "–"), '["•", "–"]'),
        (Scalar("#fff", None), '"#fff"'),  # type: ignore[arg-type]
    ],
)
def test_a_default_is_written_as_a_person_would(default: object, text: str | None) -> None:
    assert default_text(default) == text


def test_a_default_of_another_kind_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        default_text(Faults())
