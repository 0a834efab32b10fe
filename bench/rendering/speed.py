"""Speed and size of PDFs beside typst, and growth with the number of pages.

    python -m bench.rendering.speed

Warm: documents of two pages, without and with contents, no two alike, one after the other in one process;
typst's `Compiler` is used again for each, as ours keeps its fonts and words. Both write tags and claim
PDF/UA-1, ours claims PDF/A-3a as well. Growth: one report of ever more pages, each in a process of its own,
which `peak` is.
"""

import json
import pickle
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path
from time import process_time
from typing import Literal

from msgspec.structs import replace

from bench.rendering.samples import TWO_PAGES, document_of, font_folders, mixed, typst_of
from bench.tables import print_table
from converter.model.document import Document
from converter.stylesheets.styles import load_style
from converter.writers.pdf import write_pdf

DOCUMENTS = 40
PAGES = (10, 100, 1000)
WORDS_A_PAGE = 475

Render = Callable[[Document], bytes]


def typst(folder: Path) -> Render:
    """Return what renders with typst in `folder`."""
    from typst import Compiler

    path = folder / "report.typ"
    path.write_text("", "utf-8")
    compiler = Compiler(str(path), font_paths=font_folders())

    def render(document: Document) -> bytes:
        path.write_text(typst_of(document), "utf-8")
        made = compiler.compile(str(path), pdf_standards=["ua-1"])
        assert isinstance(made, bytes)  # noqa: S101 - one file, not one for each page
        return made

    return render


def _warm(contents: Literal["never", "always"]) -> None:
    style = replace(load_style("default"), contents=contents)
    begin = DOCUMENTS * ("never", "always").index(contents)
    documents = [document_of(mixed(seed, TWO_PAGES), style) for seed in range(begin, begin + DOCUMENTS)]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        renders: dict[str, Render] = {
            "typst, compiler used again": typst(Path(folder)),
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
    title = f"{DOCUMENTS - 1} documents of two pages, contents: {contents}"
    print_table(title, ("", "CPU ms, median", "KB, median"), rows)


def _growth() -> None:
    rows = []
    for pages, name in product(PAGES, ("typst", "ours")):
        with tempfile.NamedTemporaryFile() as file:
            document = document_of(mixed(1, pages * WORDS_A_PAGE), load_style("default"))
            Path(file.name).write_bytes(pickle.dumps(document))
            command = [sys.executable, "-m", "bench.rendering.peak", name, file.name]
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
    _warm("never")
    _warm("always")
    _growth()


if __name__ == "__main__":
    main()
