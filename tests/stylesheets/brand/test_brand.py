"""Brand files as a whole."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.model.style import Color
from converter.stylesheets.brand import is_brand
from converter.stylesheets.faults import StyleFaultsError
from converter.stylesheets.styles import load_style
from converter.yaml_source import Mapping, parse
from tests.sample import png
from tests.stylesheets.houses import house

from .brands import brand_of, told

EVERYTHING = """\
meta:
  name: {full: Port of Lund Authority, short: Lund}
  link: {home: "https://example.org", mastodon: "https://example.org/@lund"}
  description: |
    A harbour,
    described on two lines.
  founded: 1907
color:
  palette:
    sea: "#1a5f8a"
    sun: "rgb(255, 204, 0)"
    blue: sea
    primary: sea
  foreground: {light: "#222222", dark: "#eeeeee"}
  background: white
  primary: blue
  secondary: sun
  tertiary: secondary
  success: green
  info: "#09f"
  warning: "hsl(40, 100%, 50%)"
  danger: {light: red, dark: pink}
  light: white
  dark: "#404041"
typography:
  fonts:
    - {family: Source Sans Pro, source: google, weight: [400, bold], style: normal, display: swap}
    - {family: Source Serif Pro, source: bunny, weight: 300..700}
    - {family: Corp Mono, source: system}
    - family: Corp
      source: file
      files:
        - {path: "https://example.org/corp.woff2", weight: bold, style: italic}
  base: {family: Source Sans Pro, size: 17px, line-height: 1.5, weight: 400}
  headings: {family: Source Serif Pro, weight: semi-bold, style: normal, line-height: 1.2, color: primary}
  monospace: {family: Corp Mono, size: 0.9em, weight: 400}
  monospace-inline: {family: Corp Mono, size: 1rem, weight: 500, color: sea, background-color: light}
  monospace-block: {line-height: 1.4, color: foreground, background-color: background}
  link: {weight: bold, color: danger, background-color: white, decoration: underline}
logo:
  images:
    icon: logo.png
    full: {path: logo.png, alt: Port of Lund}
    white: {path: white.svg}
  small: icon
  medium: {light: full, dark: white}
  large: "https://example.org/logo.svg"
defaults:
  bootstrap: {defaults: {enable-rounded: false}, rules: ".x { color: $brand-sea }"}
  quarto: {format: {html: {toc: true}}}
  shiny: {theme: {preset: shiny}}
"""
"""Every part of brand.yml, in one of its forms."""


def test_everything_that_brand_yml_has_is_taken(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(4, 1))
    style = brand_of(tmp_path, EVERYTHING)
    assert style.description == "A harbour, described on two lines."
    assert style.accent == Color(0x1A, 0x5F, 0x8A)
    assert (style.text["body"].family, style.text["heading1"].family) == INSTALLED
    assert style.logo is not None
    assert style.logo.alternative == "Port of Lund"
    (unused,) = told(style, "brand-unused")
    assert unused.split(" for ")[1].split(", ") == UNUSED


UNUSED = [
    *("color.foreground.dark", "color.danger.dark", "meta.link", "meta.founded"),
    *("typography.monospace-inline", "typography.link", "logo.medium.dark", "logo.large", "logo.small"),
    *("typography.monospace-block.background-color", "defaults"),
]
INSTALLED = ("Source Sans Pro", "Source Serif Pro")


@pytest.mark.parametrize(
    ("meta", "description"),
    [
        ("{name: Port of Lund}", "Port of Lund"),
        ("{name: {short: Lund}}", "Lund"),
        ("{name: {short: Lund, full: Port of Lund}}", "Port of Lund"),
        ("{name: Lund, description: A harbour}", "A harbour"),
        ("{link: 'https://example.org'}", ""),
        ("{}", ""),
    ],
)
def test_a_house_has_a_name(meta: str, description: str, tmp_path: Path) -> None:
    assert brand_of(tmp_path, f"meta: {meta}").description == description


def test_a_place_in_a_brand_file_is_that_of_what_was_written(tmp_path: Path) -> None:
    text = "typography:\n  base:\n    line-height: wide\n  headings: {weight: heavy}\ncolor:\n  primary: no\n"
    with pytest.raises(StyleFaultsError) as caught:
        brand_of(tmp_path, text)
    assert [(fault.place.line, fault.place.column, fault.path) for fault in caught.value.faults] == [
        (3, 18, "typography.base.line-height"),
        (4, 22, "typography.headings.weight"),
        (6, 12, "color.primary"),
    ]


def test_keys_of_styles_may_stand_in_a_brand_file(tmp_path: Path) -> None:
    style = brand_of(
        tmp_path,
        "color: {primary: '#1a5f8a'}\ntypography: {headings: {color: primary}}\npage: {size: Letter}\n"
        "styles: {heading1: {size: 20pt}}\nextends: government\n",
    )
    assert (round(style.page.width), style.text["heading1"].size) == (612, 20)
    assert style.text["heading1"].color == style.accent
    assert style.numbering == "paragraphs"
    assert style.notices == ()


def test_a_style_builds_on_a_brand_file(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(4, 1))
    house(tmp_path, "meta: {name: Port}\nlogo: logo.png\ncolor: {primary: '#1a5f8a'}", "brand/_brand.yml")
    house(tmp_path, "x", "brand/logo.png")
    (tmp_path / "brand" / "logo.png").write_bytes(png(4, 1))
    path = house(tmp_path, "extends: brand/_brand.yml\nbox: panel", "house.yaml")
    style = load_style(path, overrides=("color.primary=#123456",))
    assert style.accent == Color(0x12, 0x34, 0x56)
    assert style.logo is not None
    assert (style.logo.path, style.logo.alternative) == (str(tmp_path / "brand" / "logo.png"), "Port")
    assert [notice.code for notice in style.notices] == ["alt-from-name"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("_brand.yml", "page: {}", True),
        ("_brand.yaml", "", True),
        ("brand.yml", "", True),
        ("house.yaml", "color: {primary: red}", False),
        ("house.yaml", "color: {secondary: red}", True),
        ("house.yaml", "color: {secondary: red}\nextends: default", False),
        ("house.yaml", "logo: logo.png", True),
        ("house.yaml", "logo: {path: logo.png}", False),
        ("house.yaml", "logo: {medium: logo.png}", True),
        ("house.yaml", "typography: {link: {color: red}}", True),
        ("house.yaml", "typography: {fonts: [{family: Lato, source: google}]}", True),
        ("house.yaml", "typography: {fonts: [{family: Lato}]}", False),
        ("house.yaml", "meta: {link: x}", True),
        ("house.yaml", "defaults: {}", True),
    ],
)
def test_a_brand_file_is_known_by_its_name_or_its_keys(name: str, text: str, *, expected: bool) -> None:
    tree = parse(text or "{}", name)
    assert isinstance(tree, Mapping)
    assert is_brand(Path(name), tree) is expected


_texts = st.sampled_from(
    ["", "sea", "primary", "#12355b", "red", "rgb(1,2,3)", "16px", "1.5", "bold", "600", "x.png", "[", "null"]
)
_keys = st.sampled_from(
    [
        *(
            "palette",
            "primary",
            "foreground",
            "background",
            "sea",
            "light",
            "dark",
            "base",
            "headings",
            "fonts",
        ),
        *(
            "family",
            "files",
            "path",
            "source",
            "weight",
            "style",
            "size",
            "line-height",
            "color",
            "monospace",
        ),
        *("monospace-block", "link", "images", "medium", "small", "alt", "name", "full", "description"),
    ]
)
_nodes = st.recursive(
    _texts.map(repr),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(_keys, inner, max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        )
    ),
    max_leaves=12,
)
_parts = st.dictionaries(
    st.sampled_from(["meta", "color", "typography", "logo", "defaults", "styles", "other"]),
    _nodes,
    max_size=4,
)


@given(_parts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_any_brand_file_is_taken_or_has_faults_with_places(tmp_path: Path, parts: dict[str, str]) -> None:
    text = "\n".join(f"{key}: {value}" for key, value in parts.items())
    with contextlib.suppress(StyleFaultsError):
        brand_of(tmp_path, text)
