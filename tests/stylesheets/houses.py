"""Style files written for a test, and what is wrong with them."""

from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.model.style import Style
from converter.stylesheets.faults import StyleFaultsError
from converter.stylesheets.styles import load_style


def house(folder: Path, text: str, name: str = "house.yaml") -> str:
    """Write a style file and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return str(path)


def style_of(folder: Path, text: str, *overrides: str) -> Style:
    """Return the style that `text` resolves to."""
    return load_style(house(folder, text), overrides=overrides)


def lines_of(folder: Path, text: str, *overrides: str) -> list[str]:
    """Return the line of every fault of `text`, without the folder."""
    with pytest.raises(StyleFaultsError) as caught:
        style_of(folder, text, *overrides)
    return str(caught.value).replace(f"{folder}/", "").splitlines()


def error_of(folder: Path, text: str) -> StyleError:
    """Return the one error of `text`."""
    with pytest.raises(StyleError) as caught:
        style_of(folder, text)
    return caught.value
