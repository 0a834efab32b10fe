"""Names and what they stand for."""

import sys
from importlib.metadata import EntryPoint

import pytest

from converter import registry
from converter.errors import ConverterError
from converter.registry import Registry

TABLE = Registry("converter.tests", {"fraction": "fractions:Fraction"})


def offer(monkeypatch: pytest.MonkeyPatch, *points: EntryPoint) -> None:
    monkeypatch.setattr(
        "importlib.metadata.entry_points",
        lambda *, group: [p for p in points if p.group == group],
    )


def test_a_builtin_name_is_imported_when_it_is_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "fractions", raising=False)
    table = Registry("converter.tests", {"fraction": "fractions:Fraction"})
    assert "fractions" not in sys.modules
    assert getattr(table.load("fraction"), "__name__", "") == "Fraction"


def test_an_unknown_name_is_a_key_error(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch)
    with pytest.raises(KeyError):
        TABLE.load("nothing")


def test_installed_packages_add_names_behind_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offer(monkeypatch, EntryPoint("decimal", "decimal:Decimal", "converter.tests"))
    assert TABLE.names() == ("fraction", "decimal")
    assert getattr(TABLE.load("decimal"), "__name__", "") == "Decimal"


@pytest.mark.parametrize("names", [("fraction",), ("decimal", "decimal")])
def test_two_parts_of_one_name_are_an_error(monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]) -> None:
    offer(
        monkeypatch,
        *(EntryPoint(name, "decimal:Decimal", "converter.tests") for name in names),
    )
    with pytest.raises(ConverterError, match="is taken") as caught:
        TABLE.names()
    assert caught.value.code == "registry-clash"


def test_the_module_itself_imports_no_metadata() -> None:
    assert not hasattr(registry, "entry_points")
