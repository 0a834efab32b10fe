"""Word files beside the documents that they were made of, for other programs to read back."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import cycle, product
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from converter import Settings, convert
from converter.model.document import Document
from converter.model.outline import LENGTHS
from converter.stylesheets.listing import available
from tests.conformance.articles import write_articles
from tests.conformance.matrix import Case, every_case
from tests.conformance.scripts import SCRIPTS, article

STYLES = [style.name for style in available("style")]


class WordFile(NamedTuple):
    """A report as Word file; the stem of `path` says what is combined."""

    path: Path
    document: Document


def in_every_script(folder: Path) -> list[WordFile]:
    """Write the article of `scripts` in each script and style."""
    return list(_scripts(folder, tuple(product(SCRIPTS, STYLES))))


def of_every_article(folder: Path, seed: Path) -> list[WordFile]:
    """Write each article in each style; length and all the rest take turns, as in `matrix`."""
    articles = {"seed": seed, **write_articles(folder)}
    numbers = {name: number for number, name in enumerate((*articles, *STYLES))}
    chosen = [
        case
        for case in every_case(articles)
        if (numbers[case.article] + numbers[case.settings.style]) % len(LENGTHS)
        == LENGTHS.index(case.settings.length)
    ]
    return list(_articles(folder, articles, chosen))


def sample(folder: Path) -> list[WordFile]:
    """Write one article with everything in each style, in full, and one script in each style."""
    articles = {"everything": write_articles(folder)["everything"]}
    full = [case for case in every_case(articles) if case.settings.length == "full"]
    scripts = tuple(zip(cycle(("Arabic", "Chinese", "Thai")), STYLES, strict=False))
    return list(_articles(folder, articles, full)) + list(_scripts(folder, scripts))


def _scripts(folder: Path, wanted: tuple[tuple[str, str], ...]) -> Iterator[WordFile]:
    for script, style in wanted:
        source = folder / f"{script}.md"
        source.write_text(article(script), "utf-8")
        yield _written(folder, f"{script}_{style}", source, Settings(style=style, length="full"))


def _articles(folder: Path, articles: Mapping[str, Path], cases: Iterable[Case]) -> Iterator[WordFile]:
    for case in cases:
        # in the matrix it is reports in full that cite nothing; here they must have notes to read back
        settings = case.settings if case.settings.cite == "inline" else replace(case.settings, cite="notes")
        yield _written(folder, case.name, articles[case.article], settings)


def _written(folder: Path, name: str, source: Path, settings: Settings) -> WordFile:
    made = convert(str(source), replace(settings, formats=("docx",)))
    path = folder / f"{name}.docx"
    path.write_bytes(made.reports[0].data)
    return WordFile(path, made.document)
