"""Chromium, Debian's: a browser without a window, driven by Playwright."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.judges import tool

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def browser() -> Iterator[Browser]:
    """Yield a browser; its pages are gone when the context is left."""
    program = tool.require("Chromium", next(filter(None, map(shutil.which, _NAMES)), None))
    with sync_playwright() as playwright:
        # the sandbox needs a user other than root; what is shown here is our own
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield chromium
        finally:
            chromium.close()
