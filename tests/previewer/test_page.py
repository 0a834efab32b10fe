"""The page in a real browser: it follows what is saved, tells faults, and can be used by everyone."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from converter.previewer.server import PreviewServer
from tests.judges import axe, chromium

from .conftest import Serve

WIDE, NARROW = {"width": 1400, "height": 850}, {"width": 320, "height": 640}
FAULTY = 'meta: {description: Ours}\ncolour: "#7a1f2b"\npage: {size: A9}\n'
MANY_FAULTS = "".join(f"key{number}: 1\n" for number in range(20))

SHOWN_REPORT = "#html iframe:not([data-waiting])"
"""While a report changes, the new one waits behind it."""

NAME_OF_FOCUS = """() => {
  const at = document.activeElement;
  return at.getAttribute("aria-label") || at.title || at.querySelector("h2")?.textContent || at.textContent;
}"""

expect.set_options(timeout=30_000)


class Preview(NamedTuple):
    """A page that shows a server's session."""

    page: Page
    server: PreviewServer
    complaints: list[str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.browser() as running:
        yield running


@pytest.fixture
def look(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return how the page is looked at: wide and light unless a test says otherwise."""
    return {"viewport": WIDE, "color_scheme": "light", **getattr(request, "param", {})}


@pytest.fixture
def preview(browser: Browser, serve: Serve, without_word: None, look: dict[str, Any]) -> Iterator[Preview]:
    """Return the page once it shows the project; what the console complains of fails the test."""
    del without_word
    complaints: list[str] = []
    with serve() as server, browser.new_context(**look, reduced_motion="reduce") as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(server.address)
        expect(page.get_by_role("img", name="Page 1 of")).to_be_visible()
        yield Preview(page, server, complaints)
        page.close()
    assert complaints == []


def save(project: Path, text: str) -> None:
    (project / "house.yaml").write_text(text, "utf-8")


def drawn(page: Page) -> str:
    """Return the address of the first page of the PDF once its picture is there."""
    picture = page.locator("#pdf img").first
    page.wait_for_function(
        "picture => picture.complete && picture.naturalWidth > 0", arg=picture.element_handle()
    )
    return picture.get_attribute("src") or ""


def test_the_page_shows_the_style_its_pages_and_the_report(preview: Preview) -> None:
    page = preview.page
    expect(page).to_have_title("house – preview")
    expect(page.get_by_role("heading", level=1)).to_have_text("house")
    expect(page.get_by_text("Ours")).to_be_visible()
    assert drawn(page) == "pdf/1/0.png"
    expect(page.get_by_role("status")).to_contain_text("page, drawn at")
    report = page.frame_locator(SHOWN_REPORT)
    expect(report.get_by_role("heading", level=1)).to_have_text("Harbour of Lund reopens after ten years")
    expect(page.locator("#word")).to_be_hidden()


def test_a_saved_change_shows_everywhere(preview: Preview, project: Path) -> None:
    page = preview.page
    before = drawn(page)
    save(project, "meta: {description: Small paper}\npage: {size: A5}\ncolor: {primary: '#7a1f2b'}\n")
    expect(page.get_by_text("Small paper")).to_be_visible()
    assert drawn(page) != before
    assert page.locator("#pdf img").first.get_attribute("width") == "420"
    title = page.frame_locator(SHOWN_REPORT).get_by_role("heading", level=1)
    expect(title).to_have_css("color", "rgb(122, 31, 43)")
    expect(page.locator("iframe")).to_have_count(1)


def test_the_report_keeps_the_reader_s_place(preview: Preview, project: Path) -> None:
    page = preview.page
    text = (project / "harbour.txt").read_text("utf-8")
    (project / "harbour.txt").write_text(text + "\nThe quay is long. It is very long.\n" * 60, "utf-8")
    expect(page.frame_locator(SHOWN_REPORT).get_by_text("very long").last).to_be_attached()
    report = page.locator(SHOWN_REPORT)
    report.evaluate("frame => frame.contentDocument.documentElement.scrollTop = 500")
    save(project, "meta: {description: Later}\n")
    expect(page.get_by_text("Later")).to_be_visible()
    expect(report).to_have_attribute("src", "html/3")
    assert report.evaluate("frame => frame.contentDocument.documentElement.scrollTop") == 500


def test_a_fault_shows_with_its_line_and_clears(preview: Preview, project: Path) -> None:
    page = preview.page
    before = drawn(page)
    save(project, FAULTY)
    faults = page.get_by_role("region", name="2 faults")
    expect(faults).to_be_visible()
    expect(faults.get_by_text("house.yaml:2:1", exact=True)).to_be_visible()
    expect(faults.get_by_text("colour: is not a key; did you mean color?")).to_be_visible()
    assert faults.locator("mark").all_inner_texts() == ["colour", "A9"]
    expect(page.get_by_role("status")).to_have_text("2 faults; the pages are from before")
    expect(page).to_have_title("(2 faults) house – preview")
    expect(page.get_by_role("heading", name="PDF")).to_contain_text("from before")
    assert drawn(page) == before
    save(project, "meta: {description: Mended}\n")
    expect(page.locator("#faults")).to_be_hidden()
    expect(page.get_by_role("status")).to_contain_text(re.compile("^Mended: 1 page, drawn at"))
    expect(page.get_by_role("heading", name="PDF")).not_to_contain_text("from before")
    assert drawn(page) != before


def test_names_of_files_and_keys_are_text_and_never_mark_up(preview: Preview, project: Path) -> None:
    save(project, '"<img src=x onerror=alert(1)>": 1\nmeta: {description: "<b>bold</b>"}\n')
    expect(preview.page.locator("#faults")).to_contain_text("<img src=x onerror=alert(1)>: is not a key")
    save(project, 'meta: {description: "<b>bold</b>"}\n')
    expect(preview.page.get_by_text("<b>bold</b>")).to_be_visible()


def test_a_format_can_be_put_away_and_brought_back(preview: Preview) -> None:
    page = preview.page
    button = page.get_by_role("button", name="HTML")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    expect(page.get_by_role("region", name="HTML")).to_be_hidden()
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    expect(page.get_by_role("region", name="HTML")).to_be_visible()


def test_the_end_of_the_preview_is_told(preview: Preview) -> None:
    preview.server.session.close()
    preview.server.shutdown()
    preview.server.server_close()
    expect(preview.page.get_by_role("status")).to_contain_text("The preview does not answer")
    # the browser says that it tries in vain
    preview.complaints.clear()


# --------------------------------------------------------------------------------------------- for everyone


@pytest.mark.parametrize(
    "look",
    [
        {"viewport": viewport, "color_scheme": scheme}
        for scheme in ("light", "dark")
        for viewport in (WIDE, NARROW)
    ],
    ids=["light-wide", "light-narrow", "dark-wide", "dark-narrow"],
    indirect=True,
)
def test_axe_finds_nothing(preview: Preview, project: Path) -> None:
    page = preview.page
    assert axe.findings(page) == ()
    save(project, FAULTY)
    expect(page.get_by_role("region", name="2 faults")).to_be_visible()
    assert axe.findings(page) == ()
    page.get_by_role("button", name="HTML").click()
    assert axe.findings(page) == ()


@pytest.mark.parametrize(
    "look",
    # 1280 × 720 at 200 %, and the narrowest that WCAG 1.4.10 asks for
    [
        {"viewport": {"width": 640, "height": 360}, "device_scale_factor": 2},
        {"viewport": {"width": 320, "height": 256}},
    ],
    ids=["at 200 %", "at 320 px"],
    indirect=True,
)
def test_nothing_is_cut_off_where_there_is_little_room(preview: Preview, project: Path) -> None:
    page = preview.page
    save(project, f"{FAULTY}# {'long' * 200}\n")
    expect(page.get_by_role("region", name="2 faults")).to_be_visible()
    width, viewport = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width <= viewport
    page.get_by_role("img", name="Page 1 of").scroll_into_view_if_needed()
    expect(page.get_by_role("img", name="Page 1 of")).to_be_in_viewport()


def test_the_keyboard_reaches_everything_and_the_focus_shows(preview: Preview, project: Path) -> None:
    page = preview.page
    text = (project / "harbour.txt").read_text("utf-8")
    (project / "harbour.txt").write_text(text + "\nThe quay is long. It is very long.\n" * 60, "utf-8")
    save(project, MANY_FAULTS)
    expect(page.get_by_role("region", name="20 faults")).to_be_visible()
    reached = []
    for _ in range(6):
        page.keyboard.press("Tab")
        page.wait_for_function("() => getComputedStyle(document.activeElement).outlineStyle === 'solid'")
        reached.append(page.evaluate(NAME_OF_FOCUS))
    assert reached == [
        "Skip to the pages",
        "PDF",
        "HTML",
        "20 faults",
        "Pages of the PDF",
        "Report as HTML",
    ]


def test_the_first_link_leads_past_the_buttons(preview: Preview) -> None:
    page = preview.page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the pages")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_focus_is_not_lost_with_the_faults(preview: Preview, project: Path) -> None:
    page = preview.page
    save(project, MANY_FAULTS)
    page.locator("#faults[tabindex='0']").focus()
    save(project, "meta: {description: Mended}\n")
    expect(page.locator("#faults")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "content"


def test_nothing_moves_for_those_who_want_no_motion(preview: Preview) -> None:
    assert (
        preview.page.locator("iframe").evaluate("frame => getComputedStyle(frame).transitionDuration") == "0s"
    )
