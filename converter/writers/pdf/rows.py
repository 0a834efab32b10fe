"""Lines into rows: where the baseline lies, and which lines a page break must not part."""

from collections.abc import Sequence

from converter.model.style import TextStyle
from converter.writers.pdf.fonts import Look
from converter.writers.pdf.marks import Row
from converter.writers.pdf.paragraph import Line


def line_rows(lines: Sequence[Line], text: TextStyle, look: Look) -> list[Row]:
    """Return a row for each line, as high as the leading, half of what is left over above the letters.

    The first two lines of a paragraph stay together, and so do its last two.
    """
    rows = [Row(float(text.leading), baseline=baseline(text, look), glyphs=line.glyphs) for line in lines]
    if len(rows) > 1:
        rows[1].keep = rows[-1].keep = 2
    return rows


def baseline(text: TextStyle, look: Look) -> float:
    """Return how far below the top of a line its baseline lies."""
    return (float(text.leading) - look.ascent - look.descent) / 2 + look.ascent
