"""Draw the picture of the README: the seed article in the styles that ship, first pages side by side.

Run by `make picture`. What it shows are our own pages, rendered from our own PDF by pdfium.
"""

import io
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

import converter

ROOT = Path(__file__).resolve().parent.parent
STYLES = ("default", "government", "think-tank")
PAGE_WIDTH_PX = 620
MARGIN_PX = 28
GROUND, EDGE = (233, 236, 239), (206, 211, 217)


def main() -> None:
    """Write `docs/images/report.png`."""
    pages = [_first_page(style) for style in STYLES]
    width = sum(page.width for page in pages) + MARGIN_PX * (len(pages) + 1)
    sheet = Image.new("RGB", (width, pages[0].height + 2 * MARGIN_PX), GROUND)
    pen = ImageDraw.Draw(sheet)
    left = MARGIN_PX
    for page in pages:
        sheet.paste(page, (left, MARGIN_PX))
        pen.rectangle((left - 1, MARGIN_PX - 1, left + page.width, MARGIN_PX + page.height), outline=EDGE)
        left += page.width + MARGIN_PX
    # Few colours keep the picture small; maximum coverage keeps the rare ones, which are the accents.
    target = ROOT / "docs" / "images" / "report.png"
    sheet.quantize(160, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(target, optimize=True)
    print(target.relative_to(ROOT))


def _first_page(style: str) -> Image.Image:
    settings = converter.Settings(style=style, formats=("pdf",))
    conversion = converter.convert(str(ROOT / "seeds" / "strategic-dialogues.txt"), settings)
    page = pypdfium2.PdfDocument(io.BytesIO(conversion.reports[0].data))[0]
    # drawn at twice the size and reduced: smoother type than at once
    image: Image.Image = page.render(scale=2 * PAGE_WIDTH_PX / page.get_width()).to_pil().convert("RGB")
    return image.resize(
        (PAGE_WIDTH_PX, round(image.height * PAGE_WIDTH_PX / image.width)), Image.Resampling.LANCZOS
    )


if __name__ == "__main__":
    main()
