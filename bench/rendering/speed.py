"""Speed and size of PDFs beside typst, and growth with the number of pages.

    python -m bench.rendering.speed

Warm: documents of two pages, no two alike, one after the other in one process; typst's `Compiler` is used
again for each, as ours keeps its fonts and words. Both write tags and claim PDF/UA-1; ours claims PDF/A-3a as
well. Growth: one report of ever more pages; memory is the peak of a process of its own.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time

from bench.rendering.samples import document_of, font_folders, texts, typst_of
from bench.tables import print_table
from converter.model.document import Document
from converter.stylesheets import load_style
from converter.writers.pdf import write_pdf

DOCUMENTS = 40
WORDS = 620
"""So many make two pages."""
SHORTEST = 6
"""Words of a sentence that is used."""
PAGES = (10, 100, 1000)
WORDS_A_PAGE = 420

Render = Callable[[Document], bytes]


def _text(seed: int, words: int) -> str:
    """Return an article of so many words, made of the sentences of the ten articles."""
    random = Random(seed)  # noqa: S311 - the same articles in every run
    sentences = [
        part
        for text in texts()
        for part in " ".join(text.split()).split(". ")
        if len(part.split()) > SHORTEST
    ]
    made, count = [f"Report {seed}"], 0
    while count < words:
        paragraph = ". ".join(random.choices(sentences, k=4)) + "."
        made.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(made)


def _typst(folder: Path) -> Render:
    import typst

    path = folder / "report.typ"
    path.write_text("", "utf-8")
    compiler = typst.Compiler(str(path), font_paths=font_folders())

    def render(document: Document) -> bytes:
        path.write_text(typst_of(document), "utf-8")
        made = compiler.compile(str(path), pdf_standards=["ua-1"])
        assert isinstance(made, bytes)  # noqa: S101 - one file, not one for each page
        return made

    return render


def _warm() -> None:
    style = load_style("default")
    documents = [document_of(_text(seed, WORDS), style) for seed in range(DOCUMENTS)]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        renders: dict[str, Render] = {
            "typst, compiler used again": _typst(Path(folder)),
            "ours": lambda document: write_pdf(document, style).data,
        }
        for name, render in renders.items():
            render(documents[0])
            taken, sizes = [], []
            for document in documents[1:]:
                start = process_time()
                sizes.append(len(render(document)))
                taken.append(1000 * (process_time() - start))
            rows.append((name, f"{statistics.median(taken):.1f}", f"{statistics.median(sizes) / 1024:.0f}"))
    print_table(f"{DOCUMENTS - 1} documents of two pages", ("", "CPU ms, median", "KB, median"), rows)


def _one(name: str, pages: int) -> None:
    """Render one report in this process and tell what it took."""
    style = load_style("default")
    document = document_of(_text(1, pages * WORDS_A_PAGE), style)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with tempfile.TemporaryDirectory() as folder:
        render = _typst(Path(folder)) if name == "typst" else lambda document: write_pdf(document, style).data
        start = process_time()
        data = render(document)
        seconds = process_time() - start
    import pypdfium2

    told = {
        "pages": len(pypdfium2.PdfDocument(data)),
        "seconds": seconds,
        "bytes": len(data),
        "before": before,
    }
    told["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(told))


def _growth() -> None:
    rows = []
    for pages in PAGES:
        for name in ("typst", "ours"):
            command = [sys.executable, "-m", "bench.rendering.speed", "--one", name, str(pages)]
            told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
            rows.append(
                (
                    name,
                    str(told["pages"]),
                    f"{told['seconds']:.2f}",
                    f"{1000 * told['seconds'] / told['pages']:.1f}",
                    f"{told['bytes'] / 1024:.0f}",
                    f"{told['peak']:.0f}",
                    f"{told['before']:.0f}",
                )
            )
    print_table(
        "One report",
        ("", "pages", "CPU s", "ms a page", "KB", "peak MB", "MB before rendering"),
        rows,
    )


def main() -> None:
    """Print the tables."""
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2], int(sys.argv[3]))
        return
    _warm()
    _growth()


if __name__ == "__main__":
    main()
