"""The HTML body in a real browser: phone and desktop, day and night, in every style and both directions."""

from collections.abc import Iterator
from itertools import product
from typing import Literal

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from converter.model.document import Cell, TableBlock, Text, TextBlock
from converter.model.style import BLACK, Box, Color, Cover, Length, Rule
from converter.writers.mail import mail_html
from tests.judges import axe, chromium
from tests.sample import sample_style

from .making import INTRODUCTION, SCRIPTS, STYLES, composed, sample

PHONE_PX, DESKTOP_PX = 375, 1280
WIDTHS_PX = (PHONE_PX, DESKTOP_PX)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

WEAK = """() => {
  const channels = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = (color) => {
    const [r, g, b] = channels(color).slice(0, 3).map((c) => c / 255)
      .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (channels(color)[3] !== 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const weak = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.data.trim()) continue;
    const color = getComputedStyle(text.parentElement).color;
    const [dark, light] = [color, ground(text.parentElement)].map(luminance).sort((a, b) => a - b);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5) weak.push(`${ratio.toFixed(2)}: ${text.data}`);
  }
  return weak;
}"""

GROUND = "() => getComputedStyle(document.body).backgroundColor"
WIDTH = "() => document.documentElement.scrollWidth"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.browser() as running:
        yield running


def shown(browser: Browser, html: str) -> Iterator[tuple[Page, int]]:
    """Yield the page as each width and scheme shows it; it asks nobody for anything."""
    asked: list[str] = []
    for width, scheme in product(WIDTHS_PX, SCHEMES):
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page.on("request", lambda request: asked.append(request.url))
        page.set_content(html)
        yield page, width
        page.close()
    assert asked == []


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("script", SCRIPTS)
def test_it_fits_can_be_read_and_used_by_everyone(browser: Browser, script: str, style: str) -> None:
    document, look = composed(script, style)
    for page, width in shown(browser, mail_html(document, look, INTRODUCTION)):
        assert page.evaluate(WIDTH) == width
        assert page.evaluate(WEAK) == []
        assert axe.findings(page) == ()


def test_a_house_with_dark_grounds_and_weak_colours_can_be_read(browser: Browser) -> None:
    dark, style = Color(10, 10, 40), sample_style()
    house = replace(
        style,
        cover=Cover("band", Length(99), Color(128, 128, 128)),
        box=Box(dark, Rule(Length(0), BLACK), Length(9)),
        table=replace(style.table, head_fill=dark, stripe=Color(255, 255, 0), inset=Length(5)),
    )
    for page, _ in shown(browser, mail_html(sample(), house)):
        assert page.evaluate(WEAK) == []


def test_the_night_is_dark_and_the_day_is_light(browser: Browser) -> None:
    grounds = [page.evaluate(GROUND) for page, _ in shown(browser, mail_html(sample(), sample_style()))]
    assert grounds == ["rgb(255, 255, 255)", "rgb(25, 25, 25)"] * 2


def test_a_weak_contrast_would_be_found(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content('<p style="color:#777">Weak</p><p style="color:#767676">Not weak</p>')
    assert page.evaluate(WEAK) == ["4.48: Weak"]
    page.close()


def test_what_cannot_be_broken_and_wide_tables_do_not_make_it_scroll(browser: Browser) -> None:
    row = tuple(Cell((Text(f"unbreakable{number}"),)) for number in range(12))
    document = sample(
        blocks=(
            sample().blocks[0],
            TextBlock("body", (Text("https://example.org/" + "unbreakable" * 20),)),
            TextBlock("code", (Text("x" * 200),)),
            TableBlock((row, row), 1),
        )
    )
    for page, width in shown(browser, mail_html(document, sample_style())):
        assert page.evaluate(WIDTH) == width
