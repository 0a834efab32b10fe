"""Speed and size of Word files beside docxtpl and python-docx, growth with the text, and memory.

    python -m bench.rendering.word

Memory: of this process, while documents are written of which no two are alike. Warm: documents of two pages,
each written by every peer, in an order that changes, since who follows a peer with much memory is slowed
down. Style: what is made once for all documents of a style. Growth: the article of `seeds/`, with its
paragraphs ever more times.
"""

from itertools import islice
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import process_time

from msgspec.structs import replace

from bench.rendering.peak import memory
from bench.rendering.samples import TWO_PAGES, document_of, mixed
from bench.tables import print_table
from converter.model.document import Document, Text, TitleBlock
from converter.model.style import Style
from converter.stylesheets.styles import load_style
from converter.writers.docx import write_docx
from converter.writers.docx.prepared import prepare

SEED = Path(__file__).parents[2] / "seeds" / "strategic-dialogues.txt"
DOCUMENTS = 100
ROUNDS = 9
"""How often the same is measured where it cannot vary."""
TIMES = (1, 10, 100, 200, 400, 800)
WRITTEN = (100, 1_000, 10_000)


def _memory(documents: list[Document], style: Style) -> None:
    """Print how much memory this process has while the documents are written again and again, retitled."""
    rows = []
    for number in range(WRITTEN[-1]):
        document = documents[number % len(documents)]
        title, *blocks = document.blocks
        assert isinstance(title, TitleBlock)  # noqa: S101 - a report opens with it
        retitled = replace(title, title=(Text(f"Report {number}"),))
        write_docx(replace(document, blocks=(retitled, *blocks)), style)
        if number + 1 in WRITTEN:
            rows.append((f"{number + 1:,}", f"{memory('VmRSS'):.1f}"))
    print_table("Memory", ("documents written", "MB"), rows)


def _warm(documents: list[Document], style: Style) -> None:
    """Print what each peer needs for a document; quartiles show the spread."""
    # 90 ms, and memory that is none of ours
    from bench.rendering.wordpeers import Write, docxtpl, python_docx, strings

    embedding = _embedding(style)
    peers: dict[str, Write] = {
        "python-docx": python_docx,
        "docxtpl": docxtpl(),
        "strings and zipfile": strings(write_docx(documents[0], style).data),
        "ours": lambda document: write_docx(document, style).data,
        "ours, fonts embedded": lambda document: write_docx(document, embedding).data,
    }
    taken: dict[str, list[float]] = {name: [] for name in peers}
    sizes: dict[str, list[int]] = {name: [] for name in peers}
    for write in peers.values():
        write(documents[0])
    random = Random(1)  # noqa: S311 - the same order in every run
    for document in islice(documents, 1, None):
        for name, write in random.sample(list(peers.items()), len(peers)):
            start = process_time()
            data = write(document)
            taken[name].append(1000 * (process_time() - start))
            sizes[name].append(len(data))
    least = median(taken["ours"])
    rows = [
        (name, *_spread(own), f"{median(own) / least:.1f}", f"{median(sizes[name]) / 1024:.0f}")
        for name, own in taken.items()
    ]
    title = f"{DOCUMENTS - 1} documents of two pages"
    print_table(title, ("", "CPU ms, median", "quartiles", "times ours", "KB, median"), rows)


def _style(style: Style) -> None:
    """Print what the parts take that all documents of a style share."""
    rows = []
    for name, own in (("without fonts", style), ("fonts embedded", _embedding(style))):
        taken, size = [], 0
        for _ in range(ROUNDS):
            # what was prepared is found again by the style's identity
            anew = replace(own)
            start = process_time()
            parts = prepare(anew, "en", "ltr").parts
            taken.append(1000 * (process_time() - start))
            size = sum(len(part.data) for part in parts)
        rows.append((name, *_spread(taken), f"{size / 1024:.0f}"))
    print_table("What is made once for a style", ("", "CPU ms, median", "quartiles", "KB"), rows)


def _growth(style: Style) -> None:
    """Print time and size while the article grows."""
    title, *paragraphs = SEED.read_text("utf-8").strip().split("\n\n")
    rows = []
    for times in TIMES:
        document = document_of("\n\n".join((title, *paragraphs * times)), style)
        write_docx(document, style)
        taken, size = [], 0
        for _ in range(ROUNDS):
            start = process_time()
            size = len(write_docx(document, style).data)
            taken.append(1000 * (process_time() - start))
        rows.append((f"{times}", *_spread(taken), f"{median(taken) / times:.2f}", f"{size / 1024:.0f}"))
    headers = ("times the article", "CPU ms, median", "quartiles", "ms a time", "KB")
    print_table("Growth", headers, rows)


def _embedding(style: Style) -> Style:
    return replace(style, word={**style.word, "embed-fonts": True})


def _spread(taken: list[float]) -> tuple[str, str]:
    """Return the median of times, and the quartiles around it."""
    low, middle, high = quantiles(taken, n=4)
    return f"{middle:.2f}", f"{low:.2f}–{high:.2f}"


def main() -> None:
    """Print the tables; memory first, while only ours is loaded."""
    style = load_style("default")
    documents = [document_of(mixed(seed, TWO_PAGES), style) for seed in range(DOCUMENTS)]
    _memory(documents, style)
    _warm(documents, style)
    _style(style)
    _growth(style)


if __name__ == "__main__":
    main()
