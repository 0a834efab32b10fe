"""Families with their folders, and the scripts that they cover."""

from pathlib import Path

import pytest

from converter.doctor.fonts import look_at_fonts, look_at_scripts
from converter.stylesheets import fonts
from converter.stylesheets.styles import load_style


@pytest.fixture
def _no_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the system without a single font."""
    monkeypatch.setattr(fonts, "_system_folders", lambda: (tmp_path,))


def test_each_family_is_told_once_with_its_folder_and_its_styles() -> None:
    checks = list(look_at_fonts([load_style("default"), load_style("think-tank")]))
    assert [check.status for check in checks] == ["ok"] * len(checks)
    serif = next(check.text for check in checks if check.text.startswith("Source Serif Pro"))
    assert serif.endswith("(for default, think-tank)")
    folder = Path(serif.partition(": ")[2].partition(" (")[0])
    assert (folder / "SourceSerifPro-Regular.ttf").is_file()


@pytest.mark.usefixtures("_no_fonts")
def test_scripts_that_no_font_covers_are_told_with_what_to_install() -> None:
    covered, *gaps = look_at_scripts(load_style("default"))
    assert covered.text == "Latin, Greek, Cyrillic: Source Serif Pro"
    assert [gap.status for gap in gaps] == ["missing"] * 3
    noto = next(gap for gap in gaps if "fonts-noto-core" in gap.remedy)
    assert noto.text.startswith("Arabic, Hebrew, Armenian, Georgian, Devanagari, Thai, symbols: no font")
    assert "Noto Naskh Arabic, Noto Serif Hebrew" in noto.remedy
    assert {gap.remedy.partition("apt install ")[2].partition(";")[0] for gap in gaps} == {
        "fonts-noto-core",
        "fonts-noto-cjk",
        "fonts-dejavu-core",
    }
