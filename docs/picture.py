"""Draw the pictures of the documentation: the seed in all styles that ship, two pages of each, and the walks.

Run by `make picture`. What they show are our own pages, rendered from our own PDF.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from PIL import Image, ImageDraw

import converter
from converter.model.outline import Length
from converter.previewer.rendering import SAMPLE
from converter.rasters import POINTS_PER_INCH, rasters
from converter.stylesheets.listing import available
from docs.walks import walked

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SEED = str(ROOT / "seeds" / "strategic-dialogues.txt")
STYLES = tuple(style.name for style in available("style") if style.path.parent == ROOT / "styles")
WALKS = {
    "analyst": ("today/lowmere-after-the-earthquake.pdf", 2),
    "ministry": ("note.pdf", 1),
    "ngo": ("board/the-northern-camp.pdf", 2),
    "newsroom": ("briefings/strike.html.pdf", 1),
    "researcher": ("days/2026-11-20.pdf", 1),
}
"""Which report of a walk is shown, and how many of its pages."""

A4_PT = 210 / 25.4 * 72
"""Width of a page."""

MARGIN_PX = 28
GROUND, EDGE = (233, 236, 239), (206, 211, 217)


def main() -> None:
    """Write `report.png`, for the gallery a picture of each style, and one for each walk of the guide."""
    firsts = [page for style in STYLES for page in _pages(style, SEED, "standard", 1, 400)]
    _save(_sheet(firsts, columns=3), "report")
    for style in STYLES:
        _save(_sheet(list(_pages(style, SAMPLE, "full", 2, 480)), columns=2), f"style-{style}")
    for name, (report, count) in WALKS.items():
        with walked(name) as folder:
            pages = list(_drawn((folder / report).read_bytes(), count, 480))
        _save(_sheet(pages, columns=2 if count > 1 else 1), f"guide-{name}")


def _pages(style: str, article: str, length: Length, count: int, width_px: int) -> Iterator[Image.Image]:
    """Yield the first pages of a report, so many pixels wide."""
    settings = converter.Settings(style=style, length=length, formats=("pdf",))
    return _drawn(converter.convert(article, settings).reports[0].data, count, width_px)


def _drawn(pdf: bytes, count: int, width_px: int) -> Iterator[Image.Image]:
    # drawn at about twice the size and reduced: smoother type than at once
    for page in islice(rasters(pdf, 2 * width_px * POINTS_PER_INCH / A4_PT), count):
        size = (width_px, round(page.height * width_px / page.width))
        yield page.resize(size, Image.Resampling.LANCZOS)


def _sheet(pages: Sequence[Image.Image], columns: int) -> Image.Image:
    """Return `pages` side by side, in rows."""
    wide, high = pages[0].width + MARGIN_PX, pages[0].height + MARGIN_PX
    rows = -(-len(pages) // columns)
    sheet = Image.new("RGB", (columns * wide + MARGIN_PX, rows * high + MARGIN_PX), GROUND)
    pen = ImageDraw.Draw(sheet)
    for index, page in enumerate(pages):
        left, top = MARGIN_PX + index % columns * wide, MARGIN_PX + index // columns * high
        sheet.paste(page, (left, top))
        pen.rectangle((left - 1, top - 1, left + page.width, top + page.height), outline=EDGE)
    return sheet


def _save(sheet: Image.Image, name: str) -> None:
    # Few colours keep a picture small; maximum coverage keeps the rare ones, which are the accents.
    target = IMAGES / f"{name}.png"
    sheet.quantize(128, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(target, optimize=True)
    print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
