"""What every part of the composition needs, and what it collects on the way."""

import re

from msgspec import Struct, field
from msgspec.structs import replace

from converter.composer.anchors import Anchors
from converter.composer.handling import find_mark
from converter.composer.labels import Labels, labels_of
from converter.composer.names import short_names
from converter.composer.places import Shelf
from converter.composer.references import References
from converter.composer.runs import Cutter
from converter.model.briefing import Briefing, Details
from converter.model.document import Record
from converter.model.language import Language
from converter.model.style import HandlingMark, Style
from converter.scripts import may_be_unspaced
from converter.text import plain

# Two of these characters are read like a word of other scripts.
_IDEOGRAPHS = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0003ffff]"


class Context(Struct):
    """One composition.

    Attributes:
        briefing: what is composed.
        style: how it will look.
        language: of the report.
        details: what a person said about it, cleaned.
        labels: the report's own words.
        tag: BCP 47 tag of the report.
        shelves: the articles, in the briefing's order.
        references: to their paragraphs.
        mark: the handling mark that `details` name, where it is of a scheme of the style.
        anchors: given out so far.
        records: provenance of the lines composed so far.
        numbered: how many paragraphs were numbered so far.
        article_anchors: of the title of each article, in a digest.
    """

    briefing: Briefing
    style: Style
    language: Language
    details: Details
    labels: Labels
    tag: str
    shelves: tuple[Shelf, ...]
    references: References
    mark: HandlingMark | None = None
    anchors: Anchors = field(default_factory=Anchors)
    records: list[Record] = field(default_factory=list)
    numbered: int = 0
    article_anchors: tuple[str, ...] = ()

    @property
    def words(self) -> float:
        """How many words the lines composed so far have."""
        return sum(_words(record.text) for record in self.records)

    def record(self, record: Record) -> int:
        """Keep `record` and return its index."""
        self.records.append(record)
        return len(self.records) - 1

    def next_number(self) -> int | None:
        """Return the number of the next paragraph; `None` where the style does not number them."""
        if self.style.numbering == "none":
            return None
        self.numbered += 1
        return self.numbered


def context_of(briefing: Briefing, style: Style, language: Language, details: Details) -> Context:
    """Return the context in which `briefing` is composed.

    Raises:
        UsageError: `marking-unknown`.
    """
    labels = labels_of(style, language)
    tag = _report_tag(briefing, language)
    names = [plain(article.source.name) for article in briefing.articles]
    shelves = tuple(
        Shelf(
            article,
            Cutter(article, "" if article.language == tag else article.language),
            index,
            names[index],
            short_name,
        )
        for index, (article, short_name) in enumerate(
            zip(
                briefing.articles,
                short_names(briefing.articles) if briefing.is_digest else names,
                strict=True,
            )
        )
    )
    details = _cleaned(details)
    mark = find_mark(details.marking, style.handling)
    if mark:
        details = replace(details, marking=mark.text)
    references = References(shelves, labels, details.cite)
    context = Context(briefing, style, language, details, labels, tag, shelves, references, mark)
    if briefing.is_digest:
        numbers = range(1, len(shelves) + 1)
        context.article_anchors = tuple(context.anchors.take("article", str(number)) for number in numbers)
    return context


def _words(text: str) -> float:
    bare, ideographs = re.subn(_IDEOGRAPHS, " ", text) if may_be_unspaced(text) else (text, 0)
    return len(bare.split()) + ideographs / 2


def _report_tag(briefing: Briefing, language: Language) -> str:
    """Return the articles' tag where it says the report's language more exactly (`en-GB` for `en`)."""
    tags = {article.language for article in briefing.articles}
    tag = tags.pop() if len(tags) == 1 else ""
    return tag if tag.startswith(f"{language.tag}-") else language.tag


def _cleaned(details: Details) -> Details:
    return Details(
        title=plain(details.title),
        author=plain(details.author),
        date=plain(details.date),
        marking=plain(details.marking),
        cite=details.cite,
        fields={name: plain(value) for name, value in details.fields.items()},
    )
