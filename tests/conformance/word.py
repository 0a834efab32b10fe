"""Word files beside the documents that they were made of, for other programs to read back."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import NamedTuple

from converter import Settings, convert
from converter.model.document import Document
from converter.stylesheets import available_styles
from tests.conformance.articles import write_articles
from tests.conformance.matrix import every_case
from tests.conformance.scripts import SCRIPTS, article


class WordFile(NamedTuple):
    """A report as Word file; the stem of `path` says what is combined."""

    path: Path
    document: Document


def in_every_script(folder: Path) -> list[WordFile]:
    """Write the article of `scripts` in each script and style."""
    styles = [style.name for style in available_styles()]
    return list(_scripts(folder, tuple(product(SCRIPTS, styles))))


def of_every_article(folder: Path, seed: Path) -> list[WordFile]:
    """Write each article in each style and length; the rest takes turns, as in `matrix`."""
    return list(_articles(folder, {"seed": seed, **write_articles(folder)}))


def sample(folder: Path) -> list[WordFile]:
    """Write one article with everything in each style, in full, and one script in each style."""
    styles = [style.name for style in available_styles()]
    articles = {"everything": write_articles(folder)["everything"]}
    full = [file for file in _articles(folder, articles) if "_full_" in file.path.stem]
    return full + list(_scripts(folder, tuple(zip(("Arabic", "Chinese", "Thai"), styles, strict=False))))


def _scripts(folder: Path, wanted: tuple[tuple[str, str], ...]) -> Iterator[WordFile]:
    for script, style in wanted:
        source = folder / f"{script}.md"
        source.write_text(article(script), "utf-8")
        yield _written(folder, f"{script}_{style}", source, Settings(style=style, length="full"))


def _articles(folder: Path, articles: Mapping[str, Path]) -> Iterator[WordFile]:
    for case in every_case(articles):
        # in the matrix it is reports in full that cite nothing; here they must have notes to read back
        settings = case.settings if case.settings.cite == "inline" else replace(case.settings, cite="notes")
        yield _written(folder, case.name, articles[case.article], settings)


def _written(folder: Path, name: str, source: Path, settings: Settings) -> WordFile:
    made = convert(str(source), replace(settings, formats=("docx",)))
    path = folder / f"{name}.docx"
    path.write_bytes(made.reports[0].data)
    return WordFile(path, made.document)
