"""Brand files written for a test, and the style that comes of them."""

from pathlib import Path

from converter.model.style import Style
from converter.stylesheets.styles import load_style
from tests.stylesheets.houses import house


def brand_of(folder: Path, text: str, *overrides: str, name: str = "_brand.yml") -> Style:
    """Return the style that the brand file `text` resolves to."""
    return load_style(house(folder, text, name), overrides=overrides)


def told(style: Style, code: str) -> list[str]:
    """Return what the notices of that code say, with the places from the file's name on."""
    return [f"{Path(notice.where).name}: {notice.text}" for notice in style.notices if notice.code == code]
