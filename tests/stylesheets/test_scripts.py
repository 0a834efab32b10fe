"""Which scripts the fonts of a style cover."""

from pathlib import Path

import pytest

from converter.stylesheets import fonts
from converter.stylesheets.fonts import find_family, lenders
from converter.stylesheets.scripts import SCRIPTS, coverage
from converter.stylesheets.sfnt import lacks
from converter.stylesheets.styles import load_style


def _covered(style: str = "default") -> dict[str, tuple[str, ...]]:
    return {one.script.name: one.families for one in coverage(load_style(style)) if not one.missing}


def test_the_fonts_that_come_along_cover_three_scripts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_system_folders", lambda: (tmp_path,))
    own = ("Source Serif Pro",)
    assert _covered() == {"Latin": own, "Greek": own, "Cyrillic": own}


def test_what_a_font_has_in_part_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_system_folders", lambda: (tmp_path,))
    (signs,) = (one for one in coverage(load_style("default")) if one.script.name == "arrows and mathematics")
    assert signs.families == ("Source Serif Pro",)
    assert "√" not in signs.missing
    assert "⇒" in signs.missing


def test_every_script_has_a_lender_that_covers_it_all_and_a_package() -> None:
    installed = {family.name: family.faces[0] for family in lenders()}
    for script in SCRIPTS:
        assert script.package.startswith("fonts-")
        if script.lender in installed:
            face = installed[script.lender]
            assert lacks(Path(face.path), script.sample, face.index) == set(), script.name


def test_han_is_set_in_the_family_of_its_language() -> None:
    if find_family("Noto Sans CJK JP") is None:
        pytest.skip("Noto Sans CJK is not installed")
    covered = _covered()
    assert [covered[name] for name in ("Chinese", "Japanese", "Korean")] == [
        ("Noto Sans CJK SC",),
        ("Noto Sans CJK JP",),
        ("Noto Sans CJK KR",),
    ]
