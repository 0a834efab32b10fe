"""How long after a style was saved its pages show in the browser.

    python -m bench.rendering.preview

From the moment the file is written until the first page of the PDF, or of the Word version as LibreOffice
lays it out, is drawn anew: with the looks that tell that the file has changed and stands still. Needs
Chromium and LibreOffice.
"""

import os
import tempfile
from pathlib import Path
from statistics import median
from threading import Thread
from time import perf_counter

from playwright.sync_api import Page

from bench.tables import print_table
from converter.configuration import load_settings
from converter.previewer.rendering import SAMPLE
from converter.previewer.serving import serving
from tests.judges import chromium

SAVES = 20
TIMES = 40
"""How often the longer article says what the sample says."""

_ARRIVED = """([pane, before]) => {
  const picture = document.querySelector(`#${pane} img`);
  return picture && picture.getAttribute("src") !== before && picture.complete && picture.naturalWidth > 0;
}"""


def main() -> None:
    """Print the times."""
    os.chdir(tempfile.mkdtemp())
    text = Path(SAMPLE).read_text("utf-8")
    Path("long.md").write_text(text + text.partition("## Background")[2] * TIMES, "utf-8")
    articles = {"the sample": SAMPLE, f"{TIMES} times as long": "long.md"}
    rows = [row for name, article in articles.items() for row in _rows(name, article)]
    print_table(
        f"Seconds until a page shows, of {SAVES} saves", ("article", "pages", "median", "longest"), rows
    )


def _rows(name: str, article: str) -> list[tuple[object, ...]]:
    _save(0)
    settings = {"style": "house.yaml", "length": "full"}
    with (
        serving(article, lambda: load_settings(settings, {}, Path()), print) as server,
        chromium.browser() as browser,
    ):
        Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page(viewport={"width": 1400, "height": 850})
        page.goto(server.address)
        rows: list[tuple[object, ...]] = []
        for pane in ("pdf", "word"):
            before = _arrived(page, pane, "")
            times = []
            for number in range(SAVES):
                start = perf_counter()
                _save(number + 1)
                before = _arrived(page, pane, before)
                times.append(perf_counter() - start)
            rows.append((f"{name}, {pane}", page.locator(f"#{pane} img").count(), median(times), max(times)))
        server.shutdown()
    return rows


def _save(number: int) -> None:
    Path("house.yaml").write_text(f"color: {{primary: '#7a1f{number:02x}'}}\n", "utf-8")


def _arrived(page: Page, pane: str, before: str) -> str:
    """Return the address of the first page once it is another than `before` and has been drawn."""
    page.wait_for_function(_ARRIVED, arg=[pane, before], timeout=90_000)
    return page.locator(f"#{pane} img").first.get_attribute("src") or ""


if __name__ == "__main__":
    main()
