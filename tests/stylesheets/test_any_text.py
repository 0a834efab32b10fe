"""Any text resolves or has located faults, and nothing else comes of it: no crash, no hang.

`pytest tests/stylesheets/test_any_text.py --hypothesis-profile=campaign --timeout=0` looks at other texts.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import StyleError
from converter.stylesheets.folders import shipped_folder
from converter.stylesheets.maps import ListOf, MapOf, Record
from converter.stylesheets.measures import PaperSize, Weight
from converter.stylesheets.shapes import Choice, Shape
from converter.stylesheets.sheets import Table
from converter.stylesheets.style_file import ROLES
from converter.stylesheets.styles import STYLE, load_style

_LOCATED = re.compile(r".+\.yaml:[1-9]\d*:[1-9]\d*: \S")

_SCALARS: list[object] = [
    *(
        "",
        "no",
        "A4",
        "11pt",
        "2em",
        "-1mm",
        "1e3",
        ".nan",
        "90%",
        "#fff",
        "#abcdef",
        "navy",
        "primary",
        "none",
    ),
    *(
        "{title}",
        "{titel}",
        "{page",
        "a\tb",
        "宽",
        "\ue000",
        "200mm",
        "0",
        "default",
        "house.yaml",
        "a.png",
        "<<",
    ),
    *(None, True, 0, 1.4, -3, 700, float("inf"), [], {}, ["a", "b"], {"left": "x"}, [[1]], {"size": "9pt"}),
]
_scalars = st.sampled_from(_SCALARS)


def content(shape: Shape[Any]) -> st.SearchStrategy[object]:  # noqa: PLR0911 - one for each kind
    """Return values of that shape, most of them right."""
    match shape:
        case Table():
            return tables({name: key.shape for name, key in shape.sheet.keys.items() if name != "extends"})
        case Record():
            return tables({name: inner for name, (_, inner) in shape.shapes.items()})
        case MapOf():
            names = st.sampled_from(["fr", "navy", "wine", "de", "ü"])
            return st.dictionaries(names, wild(shape.value), max_size=3)
        case ListOf():
            return st.lists(wild(shape.item), max_size=3)
        case Choice():
            return st.sampled_from([*shape.words, "other"])
        case Weight() | PaperSize():
            return st.sampled_from([*getattr(shape, "names", {}), *getattr(shape, "sizes", {})])
    return _scalars


def wild(shape: Shape[Any]) -> st.SearchStrategy[object]:
    return st.deferred(lambda: st.integers(0, 9).flatmap(lambda n: content(shape) if n else _scalars))


def tables(shapes: dict[str, Shape[Any]]) -> st.SearchStrategy[object]:
    """Return maps of a few of the keys, rarely one that is none."""
    pairs = [st.tuples(st.just(name), wild(shape)) for name, shape in shapes.items()]
    return st.lists(st.one_of(*pairs, st.tuples(st.just("nokey"), _scalars)), max_size=5).map(dict)


_generated = wild(STYLE).map(lambda tree: yaml.safe_dump(tree, allow_unicode=True, sort_keys=False))
_shipped = st.sampled_from([path.read_text("utf-8") for path in sorted(shipped_folder().glob("*.yaml"))])
_pieces = st.sampled_from(
    [*"\t\n :-,[]{}#&*!|>'\"%@é", "  ", "- ", "null", "0", "&a ", "*a", "\r\n", "\ufeff", "---\n"]
)


@st.composite
def _mutated(draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """Return a style that ships after a few slips of the hand."""
    text: str = draw(_shipped)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 6))
        text = text[:start] + draw(_pieces | st.just("")) + text[end:]
    return text


def check(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "replace"))
    try:
        style = load_style(str(path), strict=True)
    except StyleError as error:
        lines = str(error).splitlines()
        assert lines
        assert [line for line in lines if not _LOCATED.match(line)] == []
    else:
        assert set(style.text) == set(ROLES)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "any.yaml"


@given(text=st.text(max_size=60))
def test_any_characters(path: Path, text: str) -> None:
    check(path, text)


@given(text=_generated)
def test_any_values_under_any_keys(path: Path, text: str) -> None:
    check(path, text)


@given(text=_mutated())
def test_any_slip_of_the_hand(path: Path, text: str) -> None:
    check(path, text)
