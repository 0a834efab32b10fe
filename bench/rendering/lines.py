"""Lines: how justified paragraphs are broken, beside typst, with the same text, font and measure.

    python -m bench.rendering.lines

The paragraphs are those of the ten articles of the tests. Both PDFs are read by `pdftotext -bbox-layout`,
which tells where words begin and end; last lines of paragraphs are left out, since they are not stretched.
"""

import re
import subprocess
import tempfile
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from bench.rendering.samples import document_of, font_folders, paragraphs, typst_text
from bench.tables import print_table
from converter.model.document import Text, TextBlock
from converter.model.style import Length, Style
from converter.stylesheets.styles import load_style
from converter.writers.pdf import write_pdf

SHORTEST = 45
"""Words of a paragraph, so that it has several lines."""
SIZE, LEADING, MEASURE_MM = 10.5, 15.0, 124.0
LOOSE_EM = 0.40

_LINE = re.compile(r"<line .*?</line>", re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>(.*?)</word>')


class Measures(NamedTuple):
    """What is said of the lines of one setting; shares in per cent."""

    lines: int
    hyphenated: float
    longest_run: int
    loose: float


def ours(texts: list[str]) -> bytes:
    """Return the paragraphs as a PDF of ours."""
    style = _column(load_style("default"))
    blocks = tuple(TextBlock("body", (Text(text),)) for text in texts)
    document = replace(document_of("Lines\n\nOne line of text.", style), blocks=blocks)
    return write_pdf(document, style).data


def _column(style: Style) -> Style:
    body = replace(
        style.text["body"],
        size=Length(SIZE),
        leading=Length(LEADING),
        indent=Length(0),
        align="justify",
        hyphenate=True,
    )
    page = replace(
        style.page, width=Length.from_mm(MEASURE_MM + 40), left=Length.from_mm(20), right=Length.from_mm(20)
    )
    return replace(style, page=page, text={**style.text, "body": body})


def typst(texts: list[str]) -> bytes:
    """Return the same as a PDF of typst."""
    import typst as peer

    source = (
        f"#set page(width: {MEASURE_MM + 40}mm, height: 297mm, margin: (x: 20mm, y: 24mm))\n"
        f'#set text(font: "Source Serif Pro", size: {SIZE}pt, lang: "en", hyphenate: true)\n'
        "#set par(justify: true)\n\n" + "\n\n".join(map(typst_text, texts))
    )
    with tempfile.NamedTemporaryFile("w", suffix=".typ", encoding="utf-8") as file:
        file.write(source)
        file.flush()
        return bytes(peer.compile(file.name, font_paths=font_folders()))


def measured(data: bytes, texts: list[str]) -> Measures:
    """Return what is seen of the lines in a PDF."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        done = subprocess.run(
            ["pdftotext", "-bbox-layout", file.name, "-"], capture_output=True, check=True, text=True
        )
    lines = [_WORD.findall(line) for line in _LINE.findall(done.stdout)]
    ends = {text.split()[-1] for text in texts}
    inner = [line for line in lines if line and line[-1][3] not in ends]
    hyphenated = [line[-1][3].endswith(("-", "\u00ad", "\u2010")) for line in inner]
    loose = [max(_gaps(line), default=0.0) > LOOSE_EM * SIZE for line in inner]
    run = longest = 0
    for own in hyphenated:
        run = run + 1 if own else 0
        longest = max(longest, run)
    number = len(inner)
    return Measures(number, 100 * sum(hyphenated) / number, longest, 100 * sum(loose) / number)


def _gaps(line: list[tuple[str, str, str, str]]) -> list[float]:
    return [float(after[0]) - float(before[2]) for before, after in pairwise(line)]


def main() -> None:
    """Print the table."""
    texts = paragraphs(SHORTEST)
    rows = []
    for name, make in (("typst", typst), ("ours", ours)):
        found = measured(make(texts), texts)
        rows.append(
            (name, str(found.lines), f"{found.hyphenated:.1f}", str(found.longest_run), f"{found.loose:.1f}")
        )
    print_table(
        f"{len(texts)} paragraphs, {SIZE} pt on {MEASURE_MM} mm; per cent of lines",
        ("", "lines", "hyphenated", "longest run", f"gap > {LOOSE_EM} em"),
        rows,
    )


if __name__ == "__main__":
    main()
