"""What we and our peers are given: the article of `seeds/`, and made ones of which no two are alike.

We are given articles. A peer of writing is given what we made of them, finished, as it takes it: reading
and choosing cost it nothing. All stand in one folder, under names that the contests know.
"""

import json
import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.batch.articles import docx_of, html_of, pdf_of
from bench.rendering.samples import TWO_PAGES, article_of, document_of, font_folders, mixed, typst_of
from bench.rendering.wordpeers import paragraphs_of, template
from converter.configuration import Settings
from converter.model.document import Document
from converter.outliner.sentences import sentences_of
from converter.pipeline import draft, render
from converter.pipeline.kit import Kit
from converter.stylesheets.languages import load_language
from converter.stylesheets.styles import load_style

SEED = Path(__file__).parents[2] / "seeds" / "strategic-dialogues.txt"
_WORDS_A_PAGE = 475


class Names(NamedTuple):
    """Files of one kind, without suffix."""

    articles: tuple[str, ...]
    grown: tuple[tuple[str, int], ...]


def make_inputs(folder: Path, articles: int, pages: Sequence[int]) -> Names:
    """Write everything into `folder`: the seed, so many articles, and reports of so many pages."""
    (folder / "fonts.json").write_text(json.dumps(font_folders()), "utf-8")
    (folder / "template.docx").write_bytes(template())
    _write(folder, "seed", SEED.read_text("utf-8"))
    names = tuple(f"article-{number:04}" for number in range(articles))
    (folder / "articles").mkdir()
    for number, name in enumerate(names):
        text = mixed(number, TWO_PAGES)
        _write(folder, name, text)
        (folder / "articles" / f"{name}.txt").write_text(text, "utf-8")
    grown = tuple((f"pages-{count:04}", count) for count in pages)
    style = load_style("default")
    for name, count in grown:
        document = document_of(mixed(1, count * _WORDS_A_PAGE), style)
        (folder / f"{name}.pickle").write_bytes(pickle.dumps(document))
        _write_document(folder, name, document)
    return Names(names, grown)


def _write(folder: Path, name: str, text: str) -> None:
    """Write an article, and its briefing as each peer takes it."""
    path = folder / f"{name}.txt"
    path.write_text(text, "utf-8")
    kit = Kit(Settings(formats=("md", "html")))
    made = render(draft(str(path), kit), kit)
    for report in made.reports:
        (folder / f"{name}.{report.format}").write_bytes(report.data)
    _write_document(folder, name, made.document)
    _write_readable(folder, name, text)
    _write_sentences(folder, name, text)


def _write_document(folder: Path, name: str, document: Document) -> None:
    (folder / f"{name}.typ").write_text(typst_of(document), "utf-8")
    paragraphs = [paragraph._asdict() for paragraph in paragraphs_of(document)]
    (folder / f"{name}.json").write_text(json.dumps({"paragraphs": paragraphs}), "utf-8")


def _write_readable(folder: Path, name: str, text: str) -> None:
    """Write the article in formats that are read."""
    for suffix, make in (("html", html_of), ("docx", docx_of), ("pdf", pdf_of)):
        (folder / f"{name}-read.{suffix}").write_bytes(make(f"# {text}"))


def _write_sentences(folder: Path, name: str, text: str) -> None:
    """Write the article as it was read, and its sentences by paragraphs."""
    article = article_of(text)
    (folder / f"{name}.article").write_bytes(pickle.dumps(article))
    paragraphs: dict[int, list[str]] = {}
    for sentence in sentences_of(article, load_language("en")):
        paragraphs.setdefault(sentence.block, []).append(article.slice(sentence.span))
    (folder / f"{name}.sentences").write_text(json.dumps(list(paragraphs.values())), "utf-8")
