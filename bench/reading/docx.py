"""Word files: what is read of each beside mammoth, and headings beside pandoc's.

    python -m bench.reading.docx FOLDER

FOLDER holds `.docx` and `.docm` files at any depth; a `.native` beside one is pandoc's reading of it.
"""

import io
import warnings
from collections import Counter
from pathlib import Path
from time import process_time
from typing import NamedTuple

import mammoth

from bench.reading import native
from bench.reading.folders import folder_argument
from bench.reading.scores import pooled, words
from bench.tables import print_table
from converter.errors import InputError
from converter.model.article import Article, Heading
from converter.readers import read


class Reading(NamedTuple):
    """One file: how much of mammoth's text is there, what else came of it, and what it cost."""

    name: str
    share: float | None
    outcome: str
    own_ms: float
    mammoth_ms: float
    headings: tuple[Counter[str], Counter[str]] | None


def measure(path: Path, root: Path) -> Reading:
    """Read one file with us and with mammoth."""
    start = process_time()
    article, outcome = _read(path)
    own = process_time() - start
    start = process_time()
    theirs = _mammoth(path)
    other = process_time() - start
    share = None
    if article and theirs is not None:
        expected = Counter(words(theirs))
        found = Counter(words(f"{article.text} {article.byline}"))
        share = (found & expected).total() / expected.total() if expected else 1.0
    answer = path.with_suffix(".native")
    pair = None
    if article and answer.exists():
        pair = _headings(article, answer.read_text("utf-8"))
    return Reading(str(path.relative_to(root)), share, outcome, own * 1000, other * 1000, pair)


def _headings(article: Article, answer: str) -> tuple[Counter[str], Counter[str]]:
    """Return our headings and pandoc's; the title is among ours where pandoc takes it for a heading."""
    found = [_normal(article.slice(block.span)) for block in article.blocks if isinstance(block, Heading)]
    expected = [_normal(text) for _, text in native.headings(answer)]
    if article.title and (title := _normal(article.slice(article.title))) in expected:
        found.append(title)
    return Counter(found), Counter(expected)


def _normal(text: str) -> str:
    return " ".join(words(text)).casefold()


def _read(path: Path) -> tuple[Article | None, str]:
    try:
        article = read(str(path), format="docx")
    except InputError as error:
        return None, f"{error.code}: {error.what}"
    return article, ", ".join(sorted({notice.code for notice in article.notices}))


def _mammoth(path: Path) -> str | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return str(mammoth.extract_raw_text(io.BytesIO(path.read_bytes())).value)
    except Exception:  # noqa: BLE001 - whatever a peer raises, it has not read the file
        return None


def main() -> None:
    """Print the tables."""
    root = folder_argument(__doc__)
    paths = sorted(path for kind in ("*.docx", "*.docm", "*.dotx") for path in root.rglob(kind))
    readings = [measure(path, root) for path in paths]
    rows = [
        (r.name, "–" if r.share is None else r.share, r.own_ms, r.mammoth_ms, r.outcome) for r in readings
    ]
    print_table("Word files", ("file", "share of mammoth's words", "ms", "mammoth ms", "told"), rows)
    both = [reading for reading in readings if reading.share is not None]
    print_table(
        "All of them",
        ("files", "read", "without words", "refused", "below .90 of mammoth's words", "ms", "mammoth ms"),
        [
            (
                len(readings),
                sum(not reading.outcome.startswith("input-") for reading in readings),
                sum(reading.outcome.startswith("input-empty") for reading in readings),
                sum(reading.outcome.startswith(("input-broken", "input-encr")) for reading in readings),
                sum((reading.share or 0) < 0.9 for reading in both),  # noqa: PLR2004 - the bound to keep
                sum(reading.own_ms for reading in both),
                sum(reading.mammoth_ms for reading in both),
            )
        ],
    )
    found = pooled(reading.headings for reading in readings if reading.headings)
    print_table(
        "Beside pandoc's reading",
        ("", "precision", "recall", "F"),
        [("headings and title", found.precision, found.recall, found.f1)],
    )


if __name__ == "__main__":
    main()
