"""Pages of the web: text, headings and facts, beside trafilatura alone in the same run.

    python -m bench.reading.html FOLDER

FOLDER holds `scrapinghub` (pages and `ground-truth.json`) and `mozilla` (a folder for each page, with
`source.html.gz`, `expected.html.gz` and `expected-metadata.json`).
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import NamedTuple, cast

from lxml import html
from trafilatura import bare_extraction

from bench.reading.folders import folder_argument
from bench.reading.scores import Score, mean, pooled, score, words
from bench.tables import print_table
from converter.model.article import Article, Heading
from converter.readers.html import read_html
from converter.readers.original import Original

SHINGLE = 4
"""Words in a shingle, as scrapinghub's article-extraction-benchmark has it."""

_BY = re.compile(r"^(?:by|par|von)\s+", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Facts(NamedTuple):
    """What a page says of its article, ready to be compared; a field it does not say is empty."""

    author: str
    date: str
    title: str


class Peer(NamedTuple):
    """A reader of pages: page and address in, text, headings and facts out."""

    name: str
    read: Callable[[bytes, str], tuple[str, Counter[str], Facts]]


def shingles(text: str) -> Counter[str]:
    """Return the runs of `SHINGLE` words in `text`; all of it where it has fewer."""
    told = words(text)
    count = max(len(told) - SHINGLE + 1, min(len(told), 1))
    return Counter(" ".join(told[index : index + SHINGLE]) for index in range(count))


def facts(author: str | None, date: str | None, title: str | None) -> Facts:
    """Return facts without case, signs, the word "by" and times of day."""
    return Facts(_plain(_BY.sub("", author or "")), (date or "")[:10], _plain(title or ""))


def _plain(text: str) -> str:
    return " ".join(words(text)).casefold()


def _ours(page: bytes, address: str) -> tuple[str, Counter[str], Facts]:
    article = read_html(Original(page, "page.html", address=address), "")
    found = Counter(_plain(article.slice(b.span)) for b in article.blocks if isinstance(b, Heading))
    text = "\n".join(article.slice(block.span) for block in article.blocks)
    return text, found, facts(article.byline, article.date, _title(article))


def _title(article: Article) -> str:
    return article.slice(article.title) if article.title else ""


def _theirs(page: bytes, address: str) -> tuple[str, Counter[str], Facts]:
    document = bare_extraction(page, url=address or None, include_comments=False, with_metadata=True)
    if document is None or isinstance(document, dict):
        return "", Counter(), facts("", "", "")
    heads = Counter(_plain("".join(map(str, head.itertext()))) for head in document.body.iter("head"))
    return document.text or "", heads, facts(document.author, document.date, document.title)


PEERS = (Peer("ours", _ours), Peer("trafilatura", _theirs))


def text_scores(root: Path) -> Iterator[tuple[str, Score, float]]:
    """Yield, for each peer, the mean precision and recall of its shingles and its seconds over all pages."""
    truth = cast("dict[str, dict[str, str]]", json.loads((root / "ground-truth.json").read_text("utf-8")))
    pages = {name: gzip.decompress((root / f"{name}.html.gz").read_bytes()) for name in truth}
    scores: dict[str, list[Score]] = {peer.name: [] for peer in PEERS}
    seconds = dict.fromkeys(scores, 0.0)
    for name, told in truth.items():
        for peer in PEERS:
            # once to warm up, once to measure: the peers take turns
            peer.read(pages[name], told["url"])
            start = process_time()
            text, _, _ = peer.read(pages[name], told["url"])
            seconds[peer.name] += process_time() - start
            scores[peer.name].append(score(shingles(text), shingles(told["articleBody"])))
    for reader, found in scores.items():
        means = Score(mean([one.precision for one in found]), mean([one.recall for one in found]))
        yield reader, means, seconds[reader]


def page_scores(root: Path) -> Iterator[tuple[str, Score, dict[str, float]]]:
    """Yield, for each peer, the score of its headings and the share of pages with each fact as expected."""
    folders = sorted(path.parent for path in root.glob("*/expected-metadata.json"))
    for peer in PEERS:
        pairs, right = [], Counter[str]()
        for folder in folders:
            _, heads, told = peer.read(gzip.decompress((folder / "source.html.gz").read_bytes()), "")
            expected = html.fromstring(gzip.decompress((folder / "expected.html.gz").read_bytes()).decode())
            marked = (_plain("".join(map(str, head.itertext()))) for head in expected.iter(*_HEADINGS))
            pairs.append((heads, Counter(filter(None, marked))))
            meta = json.loads((folder / "expected-metadata.json").read_text("utf-8"))
            answer = facts(meta["byline"], meta["publishedTime"], meta["title"])
            right.update(field for field in Facts._fields if getattr(told, field) == getattr(answer, field))
        yield peer.name, pooled(pairs), {field: right[field] / len(folders) for field in Facts._fields}


def main() -> None:
    """Print the tables."""
    root = folder_argument(__doc__)
    print_table(
        "Text: shingles of four words, means over the pages (scrapinghub)",
        ("", "precision", "recall", "F", "seconds"),
        [
            (name, told[0], told[1], told.f1, seconds)
            for name, told, seconds in text_scores(root / "scrapinghub")
        ],
    )
    print_table(
        "Headings, and the share of pages with each fact as expected, none included (mozilla)",
        ("", "precision", "recall", "F", *Facts._fields),
        [
            (name, told[0], told[1], told.f1, *shares.values())
            for name, told, shares in page_scores(root / "mozilla")
        ],
    )


if __name__ == "__main__":
    main()
