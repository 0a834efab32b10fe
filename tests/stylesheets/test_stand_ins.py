"""What stands in for a family, by its name."""

import pytest

from converter.stylesheets.stand_ins import MONOSPACED, SANS, SERIF, is_fixed, is_serif, stand_ins


@pytest.mark.parametrize("family", ["Roboto Slab", "PT Serif", "EB Garamond", "Times New Roman", "Lora"])
def test_families_with_serifs_are_known(family: str) -> None:
    assert is_serif(family)
    assert list(stand_ins(family))[-1] == SERIF


@pytest.mark.parametrize("family", ["Open Sans", "Merriweather Sans", "Inter", "sans-serif"])
def test_others_have_none(family: str) -> None:
    assert list(stand_ins(family)) == [SANS]


@pytest.mark.parametrize("family", ["Fira Code", "IBM Plex Mono", "ui-monospace mono", "JetBrainsMono"])
def test_families_of_fixed_pitch_are_known(family: str) -> None:
    assert is_fixed(family)
    assert list(stand_ins(family)) == [*MONOSPACED, SANS]


def test_what_sets_code_is_of_fixed_pitch_whatever_its_name() -> None:
    assert list(stand_ins("Operator", fixed=True)) == [*MONOSPACED, SANS]


def test_a_twin_goes_before_all_others() -> None:
    assert list(stand_ins("Calibri")) == ["Carlito", SANS]
