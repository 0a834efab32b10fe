"""Logos of brand files."""

from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.model.style import Style
from tests.sample import png

from .brands import brand_of, told

NAMED = "meta: {name: {short: Port, full: Port of Lund}}\n"


@pytest.fixture(autouse=True)
def pictures(tmp_path: Path) -> None:
    (tmp_path / "logos").mkdir()
    for name in ("small", "medium", "large", "dark"):
        (tmp_path / "logos" / f"{name}.png").write_bytes(png(4, 1))


def shown(style: Style) -> tuple[str, str]:
    """Return the name of the file and the alternative text."""
    assert style.logo is not None
    return Path(style.logo.path).stem, style.logo.alternative


ALT = "path: logos/medium.png, alt: Port House"


@pytest.mark.parametrize(
    "logo",
    [
        f"{{{ALT}}}",
        f"{{medium: {{{ALT}}}}}",
        f"{{medium: {{light: {{{ALT}}}}}}}",
        f"{{images: {{house: {{{ALT}}}}}, medium: house}}",
        f"{{images: {{house: {{{ALT}}}}}, medium: {{light: house}}}}",
        f"{{images: {{house: {{{ALT}}}}}, large: house}}",
        f"{{images: {{house: {{{ALT}}}}}, small: house}}",
    ],
)
def test_a_logo_is_given_in_many_ways(logo: str, tmp_path: Path) -> None:
    style = brand_of(tmp_path, f"logo: {logo}")
    assert shown(style) == ("medium", "Port House")
    assert style.notices == ()


@pytest.mark.parametrize(
    "logo",
    [
        "logos/medium.png",
        "{path: logos/medium.png}",
        "{medium: logos/medium.png}",
        "{medium: {light: logos/medium.png}}",
        "{images: {house: logos/medium.png}, medium: house}",
    ],
)
def test_words_that_a_logo_lacks_are_the_name_of_the_house(logo: str, tmp_path: Path) -> None:
    style = brand_of(tmp_path, f"{NAMED}logo: {logo}")
    assert shown(style) == ("medium", "Port of Lund")
    (notice,) = told(style, "alt-from-name")
    assert notice.endswith(': the logo has no alternative text: it is "Port of Lund"')


def test_a_house_without_a_name_has_a_logo_nevertheless(tmp_path: Path) -> None:
    assert shown(brand_of(tmp_path, "logo: logos/medium.png")) == ("medium", "Logo")


def test_the_middle_size_suits_a_header(tmp_path: Path) -> None:
    style = brand_of(
        tmp_path, "logo: {small: logos/small.png, medium: logos/medium.png, large: logos/large.png}"
    )
    assert shown(style)[0] == "medium"
    (unused,) = told(style, "brand-unused")
    assert unused.endswith("use for logo.large, logo.small")


def test_another_size_stands_in_for_one_that_cannot_be_shown(tmp_path: Path) -> None:
    style = brand_of(tmp_path, "logo: {medium: logos/medium.svg, large: logos/large.png}")
    assert shown(style)[0] == "large"


@pytest.mark.parametrize("logo", ["logos/medium.svg", "https://example.org/logo.png", "favicon.ico"])
def test_what_cannot_be_shown_is_left_out(logo: str, tmp_path: Path) -> None:
    style = brand_of(tmp_path, f"logo: {{medium: {logo}}}")
    assert style.logo is None
    (notice,) = told(style, "logo-left-out")
    assert notice.startswith("_brand.yml:1:16: the logo is ")


def test_the_logo_for_dark_grounds_is_not_taken(tmp_path: Path) -> None:
    style = brand_of(tmp_path, "logo: {medium: {light: logos/medium.png, dark: logos/dark.png}}")
    assert shown(style)[0] == "medium"
    assert told(style, "brand-unused") == ["_brand.yml: reports have no use for logo.medium.dark"]
    style = brand_of(tmp_path, "logo: {medium: {dark: logos/dark.png}}")
    assert style.logo is None


def test_pictures_that_are_only_listed_are_not_shown(tmp_path: Path) -> None:
    style = brand_of(tmp_path, "logo: {images: {house: logos/medium.png}}")
    assert style.logo is None
    assert told(style, "brand-unused") == ["_brand.yml: reports have no use for logo.images"]


def test_a_logo_that_is_not_there_is_a_fault_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match=r"_brand.yml:2:15: logo.path: there is no file .*nowhere.png"):
        brand_of(tmp_path, "logo:\n  images: {a: logos/nowhere.png}\n  medium: a\n")


def test_its_height_is_a_key_of_styles(tmp_path: Path) -> None:
    style = brand_of(tmp_path, f"logo: {{medium: {{{ALT}}}, height: 20pt}}")
    assert style.logo is not None
    assert style.logo.height == 20
