import pytest

from converter.ooxml.xml import parse
from converter.stylesheets.fonts import find_family
from converter.stylesheets.stand_ins import SANS, SERIF
from converter.stylesheets.word_template import families
from converter.stylesheets.word_template.families import Families, line_of, weight_in
from tests.stylesheets.word_template.templates import NAMESPACES


@pytest.fixture(autouse=True)
def what_comes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be installed but what always is."""
    monkeypatch.setattr(
        families, "find_family", lambda name: find_family(name) if "Source S" in name else None
    )


def test_a_family_that_is_installed_stays() -> None:
    found = Families(None)
    assert found.of("Source Sans Pro") == "Source Sans Pro"
    assert found.missing == {}


def test_a_weight_in_a_familys_name_is_one_of_its_faces() -> None:
    found = Families(None)
    assert (found.of("Source Sans Pro Semibold"), weight_in("Source Sans Pro Semibold")) == (SANS, "semibold")
    assert found.missing == {}
    assert weight_in("Georgia") == ""


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("roman", "Corp Text", SERIF),
        ("swiss", "Corp Serif", SANS),
        ("auto", "Corp Serif", SERIF),
        ("auto", "Corp Sans Serif", SANS),
        ("auto", "Adobe Garamond", SERIF),
        ("auto", "Corp", SANS),
    ],
)
def test_what_stands_in_is_of_the_same_kind(kind: str, name: str, expected: str) -> None:
    table = f'<w:fonts {NAMESPACES}><w:font w:name="{name}"><w:family w:val="{kind}"/></w:font></w:fonts>'
    found = Families(parse(table.encode()))
    assert found.of(name) == expected
    assert found.missing == {name: expected}


def test_a_family_made_to_be_as_wide_stands_in_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(families, "find_family", lambda name: name == "Carlito" or None)
    assert Families(None).of("Calibri Light") == "Carlito"


def test_lines_are_as_far_apart_as_the_family_asks_for() -> None:
    assert (line_of("Calibri"), line_of("Arial"), line_of("Corp")) == (1.22, 1.15, 1.2)
