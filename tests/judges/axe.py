"""axe-core: can everyone use a page (WCAG 2.2 A and AA, and what axe holds for good practice)?"""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from tests.judges import tool
from tests.judges.tool import Finding

_RUN = "() => axe.run(document, {resultTypes: ['violations'], iframes: false})"


def findings(page: Page) -> tuple[Finding, ...]:
    """Return what axe objects to in `page` as it is shown now; frames are not looked into."""
    scripts = tool.FOLDER.glob("axe-core-*/node_modules/axe-core/axe.min.js")
    script = tool.require("axe-core", max(scripts, default=None))
    # evaluated rather than added to the page, whose policy allows no script but its own
    page.evaluate(script.read_text("utf-8"))
    return tuple(_findings(page.evaluate(_RUN)["violations"]))


def _findings(violations: list[dict[str, Any]]) -> Iterator[Finding]:
    for violation in violations:
        for node in violation["nodes"]:
            yield Finding(violation["id"], violation["help"], " ".join(map(str, node["target"])))
