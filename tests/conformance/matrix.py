"""Which reports are made for the judges.

Every shipped style with every article in every length; paper, citing, what travels inside and the report's
language take turns, so that each style meets each of their values.
"""

from collections.abc import Iterator, Mapping
from itertools import cycle, product
from pathlib import Path

from msgspec import Struct

from converter import Settings, convert
from converter.configuration import CITES, EMBEDS, PAPERS
from converter.model.outline import LENGTHS
from converter.stylesheets.listing import available
from tests.conformance.articles import write_articles

FORMATS = ("docx", "pdf", "html", "md", "json")


class Case(Struct, frozen=True):
    """One combination; `name` is unique and a safe file name."""

    article: str
    settings: Settings

    @property
    def name(self) -> str:
        """Say what is combined."""
        chosen = self.settings
        turns = f"{chosen.paper}_{chosen.cite}_{chosen.report_language}"
        return f"{self.article}_{chosen.style}_{chosen.length}_{turns}"


def every_case(articles: Mapping[str, Path]) -> Iterator[Case]:
    """Yield every combination for the articles named."""
    styles = available("style")
    papers, cites, embeds = cycle(PAPERS), cycle(CITES), cycle(EMBEDS)
    # each style begins elsewhere among the languages, of which there are fewer than articles in all lengths
    tags = [language.name for language in available("language")]
    languages = {
        style.name: cycle(tags[3 * place :] + tags[: 3 * place]) for place, style in enumerate(styles)
    }
    for article, style, length in product(articles, styles, LENGTHS):
        settings = Settings(
            style=style.name,
            length=length,
            paper=next(papers),
            cite=next(cites),
            embed=next(embeds),
            report_language=next(languages[style.name]),
            formats=FORMATS,
            overrides={"contents": "always"} if length == "full" else {},
            marking="TLP:AMBER" if length == "brief" else "",
        )
        yield Case(article, settings)


def sampled_cases(articles: Mapping[str, Path]) -> Iterator[Case]:
    """Yield one combination for each style, each with another article and length."""
    cases = list(every_case(articles))
    for index, style in enumerate(available("style")):
        mine = [case for case in cases if case.settings.style == style.name]
        yield mine[index * (len(LENGTHS) + 1) % len(mine)]


def make(folder: Path, seed: Path, cases: str) -> Mapping[str, list[Path]]:
    """Convert the `sampled` or `every` case into `folder`; return format → files."""
    articles = {"seed": seed, **write_articles(folder)}
    chosen = {"every": every_case, "sampled": sampled_cases}[cases](articles)
    files: dict[str, list[Path]] = {name: [] for name in FORMATS}
    for case in chosen:
        for report in convert(str(articles[case.article]), case.settings).reports:
            path = folder / f"{case.name}.{report.format}"
            path.write_bytes(report.data)
            files[report.format].append(path)
    return files
