"""Colours of brand files."""

from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.model.style import Color
from converter.stylesheets.brand.palette import THEME
from converter.stylesheets.contrast import LEAST, contrast
from tests.stylesheets.houses import house

from .brands import brand_of, told

SEA = Color(0x12, 0x35, 0x5B)


def test_names_lead_to_colours_and_to_names(tmp_path: Path) -> None:
    style = brand_of(tmp_path, "color: {palette: {sea: '#12355b', deep: sea}, primary: deep}")
    assert style.accent == SEA
    assert style.notices == ()


@pytest.mark.parametrize("name", THEME)
def test_every_purpose_is_a_name_for_a_colour(name: str, tmp_path: Path) -> None:
    text = f"color: {{{name}: '#12355b'}}\nstyles: {{quote: {{color: {name}}}}}"
    assert brand_of(tmp_path, text).text["quote"].color == SEA


def test_a_style_that_builds_on_a_brand_has_its_colours(tmp_path: Path) -> None:
    house(tmp_path, "color: {secondary: '#12355b'}", "_brand.yml")
    style = brand_of(tmp_path, "extends: _brand.yml\nbox: {kind: panel, fill: secondary}", name="house.yaml")
    assert style.box is not None
    assert style.box.fill == SEA


def test_a_name_may_be_that_of_a_purpose(tmp_path: Path) -> None:
    style = brand_of(tmp_path, "color: {palette: {primary: sea, sea: '#12355b'}, primary: primary}")
    assert style.accent == SEA


@pytest.mark.parametrize("name", ["primary", "muted", "panel", "success"])
def test_a_name_means_the_palettes_where_the_brand_has_no_such_purpose(name: str, tmp_path: Path) -> None:
    text = f"color: {{palette: {{{name}: '#12355b'}}, foreground: {name}}}"
    assert brand_of(tmp_path, text).foreground == SEA


def test_a_purpose_goes_before_a_name_of_the_palette(tmp_path: Path) -> None:
    text = "color: {palette: {info: '#777777'}, info: '#12355b', primary: info}"
    assert brand_of(tmp_path, text).accent == SEA


def test_names_may_begin_with_an_underscore(tmp_path: Path) -> None:
    assert brand_of(tmp_path, "color: {palette: {_sea: '#12355b'}, primary: _sea}").accent == SEA


@pytest.mark.parametrize("color", ["navy", '"rgb(0, 0, 128)"', '"hsl(240, 100%, 25%)"', '"#000080ff"'])
def test_colours_may_be_those_of_css(color: str, tmp_path: Path) -> None:
    assert brand_of(tmp_path, f"color: {{primary: {color}}}").accent == Color(0, 0, 0x80)


def test_an_unquoted_colour_is_a_colour(tmp_path: Path) -> None:
    assert brand_of(tmp_path, "color:\n  primary: #12355b\n").accent == SEA


def test_of_light_and_dark_the_one_for_light_grounds_is_taken(tmp_path: Path) -> None:
    style = brand_of(
        tmp_path,
        "color:\n  primary: {light: '#12355b', dark: pink}\n  danger: {dark: pink}\n"
        "typography: {headings: {color: {light: primary, dark: white}}}",
    )
    assert style.accent == style.text["heading2"].color == SEA
    (unused,) = told(style, "brand-unused")
    assert unused.endswith(
        ": reports have no use for color.primary.dark, color.danger.dark, typography.headings.color.dark"
    )


def test_colours_that_only_a_browser_can_compute_are_told(tmp_path: Path) -> None:
    style = brand_of(
        tmp_path,
        "color: {palette: {sea: 'oklch(40% 0.1 250)'}, primary: sea, info: 'color-mix(in srgb, red, blue)'}\n"
        "typography: {headings: {color: sea}}",
    )
    (unused,) = told(style, "brand-unused")
    assert unused.endswith("color.palette.sea, color.info, color.primary, typography.headings.color")


def test_a_colour_that_does_not_exist_has_its_place(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match=r'_brand.yml:2:12: color.primary: "nvay" is not a colour'):
        brand_of(tmp_path, "color:\n  primary: nvay\n")


@pytest.mark.parametrize(
    "text",
    [
        "color: {primary: secondary, secondary: primary}",
        "color: {palette: {a: b, b: a}, primary: a}",
        "color: {palette: {muted: primary, primary: muted}, primary: primary}",
        "color: {palette: {primary: primary}, primary: primary}",
    ],
)
def test_names_that_lead_nowhere_are_faults(text: str, tmp_path: Path) -> None:
    with pytest.raises(StyleError, match=r"_brand.yml:1:\d+: color\."):
        brand_of(tmp_path, text)


def test_light_text_on_a_dark_ground_is_dark_text_on_paper(tmp_path: Path) -> None:
    style = brand_of(tmp_path, "color: {palette: {night: '#12355b'}, foreground: white, background: night}")
    assert style.foreground == style.text["body"].color == SEA
    (notice,) = told(style, "contrast-mended")
    assert notice.startswith("_brand.yml:1:50: light text on a dark ground becomes text of that")


def test_a_ground_that_is_not_white_is_told(tmp_path: Path) -> None:
    assert told(brand_of(tmp_path, "color: {background: '#fdf6e3'}"), "brand-unused") == [
        "_brand.yml: reports have no use for color.background"
    ]
    assert brand_of(tmp_path, "color: {background: white}").notices == ()


def test_text_that_is_too_light_for_paper_is_darkened(tmp_path: Path) -> None:
    style = brand_of(tmp_path, "color: {primary: '#ffcc00'}\ncover: band")
    assert contrast(style.accent, Color(255, 255, 255)) >= LEAST
    assert style.text["heading1"].color == style.accent
    # what is no text stays
    assert style.cover.fill == Color(0xFF, 0xCC, 0)
    assert told(style, "contrast-mended") == [
        f"_brand.yml: #ffcc00 has a contrast of 1.5:1 with paper: text is in #{style.accent.hex.lower()}"
    ]


def test_text_on_a_ground_of_its_own_is_not_darkened(tmp_path: Path) -> None:
    house(tmp_path, "color: {foreground: '#222222'}", "_brand.yml")
    text = (
        "extends: _brand.yml\ncover: band\ntable: {head-fill: primary}\n"
        "styles: {title: {color: white}, table-head: {color: white}}"
    )
    style = brand_of(tmp_path, text, name="house.yaml")
    assert style.text["title"].color == style.text["table-head"].color == Color(255, 255, 255)
    assert style.notices == ()
