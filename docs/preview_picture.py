"""Photograph the page of `styles preview --serve`, with a fault, for the guide to styles.

Run as `python -m docs.preview_picture`; needs Chromium and LibreOffice (`make judges`).
"""

import io
import os
import tempfile
from pathlib import Path
from threading import Thread

from PIL import Image
from playwright.sync_api import Page

from converter.configuration import load_settings
from converter.previewer.rendering import SAMPLE
from converter.previewer.serving import serving
from tests.judges import chromium

TARGET = Path(__file__).resolve().parent / "images" / "preview.png"
WIDTH_PX, HEIGHT_PX = 1240, 800
GOOD = """extends: think-tank
meta: {description: "The Port House: wine, sand and stone"}
color:
  palette: {wine: "#7a1f2b", sand: "#f6f1e9"}
  primary: wine
  panel: sand
cover: {fill: wine}
"""
FAULTY = GOOD + "typography:\n  headings: {wieght: bold}\n"


def main() -> None:
    """Write `docs/images/preview.png`."""
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        style = Path("house.yaml")
        style.write_text(GOOD, "utf-8")
        settings = {"style": "house.yaml", "length": "full"}
        with (
            serving(SAMPLE, lambda: load_settings(settings, {}, Path()), lambda _error: None) as server,
            chromium.browser() as browser,
        ):
            Thread(target=server.serve_forever, daemon=True).start()
            page = browser.new_page(
                viewport={"width": WIDTH_PX, "height": HEIGHT_PX}, reduced_motion="reduce"
            )
            page.goto(server.address)
            _wait_for_pages(page)
            style.write_text(FAULTY, "utf-8")
            page.wait_for_selector("#faults li")
            photograph = page.screenshot()
            server.shutdown()
        os.chdir(TARGET.parent)
    # few colours keep the picture small
    image = Image.open(io.BytesIO(photograph)).convert("RGB")
    image.quantize(160, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(TARGET, optimize=True)
    print(TARGET.name, TARGET.stat().st_size)


def _wait_for_pages(page: Page) -> None:
    page.get_by_role("button", name="Word").click()
    page.locator("#pdf img").first.evaluate("picture => picture.decode()")
    page.frame_locator("iframe").locator("h1").wait_for()


if __name__ == "__main__":
    main()
