"""Speed of reading reports as a reader sees them.

    python -m bench.verifying.reading

Warm: documents of two pages, no two alike, one after the other in one process; then the article of `seeds/`,
and one report of ever more pages.
"""

import statistics
from pathlib import Path
from time import process_time

from bench.rendering.samples import TWO_PAGES, document_of, mixed
from bench.tables import print_table
from converter.stylesheets.styles import load_style
from converter.verifier.visible.pdf import read_pdf
from converter.writers.pdf import write_pdf

DOCUMENTS = 30
PAGES = (10, 100)
WORDS_A_PAGE = 475
SEED = Path(__file__).parents[2] / "seeds" / "strategic-dialogues.txt"


def _reports() -> dict[str, list[bytes]]:
    """Return what is read, by what it is."""
    style = load_style("default")

    def made(text: str) -> bytes:
        return write_pdf(document_of(text, style), style).data

    return {
        "two pages": [made(mixed(seed, TWO_PAGES)) for seed in range(DOCUMENTS)],
        "the article of seeds/": [made(SEED.read_text("utf-8"))] * DOCUMENTS,
        **{f"{pages} pages": [made(mixed(1, pages * WORDS_A_PAGE))] for pages in PAGES},
    }


def main() -> None:
    """Print the table."""
    rows = []
    for name, reports in _reports().items():
        read_pdf(reports[0])
        taken = []
        for data in reports:
            start = process_time()
            shown = read_pdf(data).shown
            taken.append(1000 * (process_time() - start))
        pages = max(each.page or 0 for each in shown)
        typical = statistics.median(taken)
        rows.append((name, str(pages), f"{typical:.1f}", f"{max(taken):.1f}", f"{typical / pages:.1f}"))
    print_table("PDFs", ("", "pages", "CPU ms, median", "most", "ms a page"), rows)


if __name__ == "__main__":
    main()
