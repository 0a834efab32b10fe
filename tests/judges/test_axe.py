from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.judges import axe, chromium

_GOOD = """<!DOCTYPE html><html lang="en"><title>Quay</title>
<main><h1>Quay</h1><img src="data:," alt="A blue quay"><p>Open since Monday</p></main></html>"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with chromium.browser() as browser:
        yield browser.new_page()


def test_a_page_for_everyone_has_no_findings(page: Page) -> None:
    page.set_content(_GOOD)
    assert axe.findings(page) == ()


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        (' alt="A blue quay"', "", "image-alt"),
        ("<p>", '<p style="color: #aaa">', "color-contrast"),
        (' lang="en"', "", "html-has-lang"),
        ("h1", "h3", "page-has-heading-one"),
    ],
)
def test_each_obstacle_is_found(page: Page, before: str, after: str, rule: str) -> None:
    page.set_content(_GOOD.replace(before, after))
    assert rule in [finding.rule for finding in axe.findings(page)]
