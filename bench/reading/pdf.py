"""PDFs: texts and headings of a round trip, and every other file with its text or the error it deserves.

    python -m bench.reading.pdf FOLDER

`FOLDER` holds `roundtrip/*.pdf`, each with a `.json` beside it that lists what it was made from as kind, text
and level; and other folders of PDFs, whose deserved outcomes stand in `bench/reading/pdf_verdicts.py`. Where
`pdftotext` is installed, its words are compared with ours.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bench.reading.pdf_metrics import (
    Score,
    bag_score,
    broken_words,
    heading_score,
    level_agreement,
    shingle_score,
    words,
)
from bench.reading.pdf_verdicts import VERDICTS
from bench.tables import print_table
from converter.errors import InputError
from converter.model.article import Article, Heading
from converter.readers.original import Original
from converter.readers.pdf import read_pdf

_EDGE = 0.08
_RUNS = 3
_WARM_UPS = 5


def main(arguments: list[str]) -> int:
    """Print the tables for the folder that is named."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("give the folder with the PDFs: python -m bench.reading.pdf FOLDER", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    _print_round_trip(sorted((folder / "roundtrip").glob("*.pdf")))
    others = sorted(path for path in folder.glob("*/*.pdf") if path.parent.name != "roundtrip")
    _print_others(others)
    return 0


def read_file(path: Path) -> Article:
    """Return the article in the PDF at `path`."""
    return read_pdf(Original(path.read_bytes() or b" ", path.name, path.parent), "")


def _headings(article: Article) -> list[tuple[str, int]]:
    found = [(article.slice(article.title), 0)] if article.title else []
    found += [
        (article.slice(block.span), block.level) for block in article.blocks if isinstance(block, Heading)
    ]
    return found


def _print_round_trip(paths: Sequence[Path]) -> None:
    # what is loaded once, and a processor that was asleep, say nothing of a page
    for path in [*paths] * _WARM_UPS:
        read_file(path)
    rows: list[list[object]] = []
    texts, orders, headings = Score(), Score(), Score()
    kept = stood = broken = 0
    times: list[float] = []
    peers: list[float] = []
    for path in paths:
        truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
        article = read_file(path)
        expected = " ".join(text for _, text, _ in truth)
        wanted = [(text, level) for kind, text, level in truth if kind == "h"]
        text = bag_score(words(article.text), words(expected))
        order = shingle_score(words(article.text), words(expected))
        heading = heading_score(_headings(article), wanted)
        left, all_running = _running_left(path, article, expected)
        bad = broken_words(article.text, expected)
        spent = _time(path)
        texts, orders, headings = texts + text, orders + order, headings + heading
        kept, stood, broken = kept + left, stood + all_running, broken + len(bad)
        times.append(spent)
        peers.append(_time(path, _pdfium_text))
        levels = level_agreement(_headings(article), wanted)
        rows.append(
            [path.name, text.f, order.f, heading.f, levels, f"{left}/{all_running}", len(bad), f"{spent:.1f}"]
        )
    average = sum(times) / max(len(times), 1)
    rows.append(["all", texts.f, orders.f, headings.f, "", f"{kept}/{stood}", broken, f"{average:.1f}"])
    heads = ["round trip", "text F", "4-word F", "heading F", "levels", "running left", "hyphens", "ms/page"]
    print_table("Round trip", heads, rows)
    mean = sum(peers) / max(len(peers), 1)
    print(f"\nPDFium's own text of the same pages, without structure: {mean:.1f} ms a page")


def _running_left(path: Path, article: Article, expected: str) -> tuple[int, int]:
    """Return how many lines at the pages' edges that are none of the text were left, and of how many."""
    import pypdfium2

    said = " ".join(words(article.text))
    truth = " ".join(words(expected))
    left = total = 0
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            for low, high in ((0, _EDGE * height), ((1 - _EDGE) * height, height)):
                for line in text.get_text_bounded(0, low, width, high).splitlines():
                    wanted = " ".join(words(line))
                    if wanted and wanted not in truth:
                        total += 1
                        left += wanted in said
    return left, total


def _pdfium_text(path: Path) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            page.get_textpage().get_text_range()


def _time(path: Path, read: Callable[[Path], object] = read_file) -> float:
    """Return the processor's milliseconds for a page, the best of several runs."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        pages = len(document)
    best = float("inf")
    for _ in range(_RUNS):
        start = time.process_time()
        read(path)
        best = min(best, time.process_time() - start)
    return 1000 * best / pages


def _print_others(paths: Iterable[Path]) -> None:
    rows: list[list[object]] = []
    as_deserved = 0
    times: list[float] = []
    paths = list(paths)
    for path in paths:
        wanted = VERDICTS.get(path.name, ("text", "not looked at yet"))[0]
        peer = _pdftotext(path)
        try:
            article = read_file(path)
        except InputError as error:
            got, ours = error.code, 0
            score: object = ""
        else:
            got, ours = "text", len(words(article.text))
            score = bag_score(words(article.text), peer).f if peer else ""
            times.append(_time(path))
        as_deserved += got == wanted
        sign = "" if got == wanted else f"WANTED {wanted}"
        rows.append([path.name, got, ours, len(peer), score, sign])
    heads = ["other PDFs", "outcome", "words", "pdftotext", "F", ""]
    print_table(f"Other PDFs: {as_deserved} of {len(paths)} as deserved", heads, rows)
    if times:
        print(f"\nmean over those with text: {sum(times) / len(times):.1f} ms a page")


def _pdftotext(path: Path) -> list[str]:
    tool = shutil.which("pdftotext")
    if not tool:
        return []
    done = subprocess.run([tool, str(path), "-"], capture_output=True, check=False)
    return words(done.stdout.decode("utf-8", "replace"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
