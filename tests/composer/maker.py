"""Articles and briefings made by hand, so that the composer is tested without readers and outliner."""

from collections.abc import Mapping, Sequence
from itertools import count, repeat
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from converter.composer import compose
from converter.model.article import (
    Article,
    Block,
    Code,
    Figure,
    Heading,
    Image,
    ItemList,
    ListItem,
    Mark,
    Origin,
    Paragraph,
    Quote,
    Sentence,
    Source,
    Span,
    Table,
)
from converter.model.briefing import Briefing, Decision, Details, Line, Section, Verbatim
from converter.model.document import Document
from converter.model.language import Language
from converter.model.outline import Outline, SectionRule
from converter.model.style import Style
from tests.sample import sample_style

ENGLISH = Language(
    tag="en",
    name="English",
    labels={
        "briefing": "Briefing",
        "contents": "Contents",
        "summary": "Summary",
        "background": "Background",
        "implications": "Implications",
        "references": "References",
        "source-and-method": "Source and method",
        "briefing-date": "Briefing of {date}",
        "reading-time": "{minutes} min read",
        "paragraph": "paragraph {number}",
        "sentence": "sentence {number}",
        "sentences": "sentences {first}–{last}",
        "line": "line {number}",
        "page": "page {number}",
        "under": "under “{heading}”",
        "kept": "{kept} of {total} sentences kept word for word.",
        "kept-and-changed": "{kept} of {total} sentences kept; {edited} edited, {comments} comments.",
        "shortened-hash": "SHA-256 {hash}…",
        "made-with": "Made with {generator}.",
        "empty": "No sentence of the article was placed in this section.",
        "comment": "Comment",
        "comment-by": "Comment by {author}",
        "edited": "edited",
        "table": "Table",
        "figure": "Figure",
        "rest-attached": "The rest is attached.",
        "list-separator": ", ",
        "part-separator": "; ",
    },
    headings={"background": ("background", "history"), "implications": ("implications", "outlook")},
    months=("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "November", "Dec"),
    date_format="{day} {month} {year}",
)

UNCITED = Details(cite="none")
PLAIN = replace(sample_style(), box=None)
BOXED = sample_style()


class Maker(Struct):
    """Makes an article block by block.

    Attributes:
        title: of the article.
        name: of its source.
        index: of the article in its briefing.
    """

    title: str = "River and Port"
    name: str = "river.txt"
    index: int = 0
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def _add(self, text: str, gap: str = "\n\n") -> Span:
        self.text = self.text or self.title
        self.text += gap if self.text else ""
        start = len(self.text)
        self.text += text
        return Span(start, len(self.text), self.index)

    def _line(self) -> Origin:
        return Origin("line", 2 * len(self.blocks) + 3)

    def heading(self, text: str, level: int = 1) -> "Maker":
        self.blocks.append(Heading(self._add(text), level, self._line()))
        return self

    def paragraph(
        self, *sentences: str, space: str = " ", origin: Origin | Literal["line"] | None = "line"
    ) -> "Maker":
        span = self._add(space.join(sentences))
        self._sentences(span, sentences, len(space))
        self.blocks.append(Paragraph(span, self._line() if origin == "line" else origin))
        return self

    def quote(self, *sentences: str) -> "Maker":
        span = self._add(" ".join(sentences))
        self._sentences(span, sentences, 1)
        self.blocks.append(Quote(span, (span,), self._line()))
        return self

    def items(self, *texts: str, start: int | None = None) -> "Maker":
        spans = [self._add(text, "\n" if index else "\n\n") for index, text in enumerate(texts)]
        whole = Span(spans[0].start, spans[-1].end, self.index)
        self.sentences += [Sentence(span, len(self.blocks), number) for number, span in enumerate(spans, 1)]
        numbers = count(start) if start is not None else repeat(None)
        items = tuple(ListItem(span, 0, number) for span, number in zip(spans, numbers, strict=False))
        self.blocks.append(ItemList(whole, items, self._line()))
        return self

    def table(self, *rows: Sequence[str], caption: str = "") -> "Maker":
        cells = [[self._add(cell, "\n") if cell else None for cell in row] for row in rows]
        start = next(cell.start for row in cells for cell in row if cell)
        title = self._add(caption) if caption else None
        span = Span(start, len(self.text), self.index)
        self.blocks.append(Table(span, tuple(map(tuple, cells)), 1, title, self._line()))
        return self

    def code(self, text: str) -> "Maker":
        self.blocks.append(Code(self._add(text), self._line()))
        return self

    def figure(self, caption: str, image: Image | None) -> "Maker":
        span = self._add(caption)
        self.blocks.append(Figure(span, image, "A blue quay", span, self._line()))
        return self

    def wordless_figure(self, name: str, image: Image) -> "Maker":
        self.blocks.append(Figure(self._add(name), image, "", None, self._line()))
        return self

    def mark(
        self,
        words: str,
        kind: Literal["link", "strong", "emphasis", "code", "footnote", "language"],
        target: str = "",
    ) -> "Maker":
        start = self.text.rindex(words)
        self.marks.append(Mark(Span(start, start + len(words), self.index), kind, target))
        return self

    def _sentences(self, span: Span, sentences: Sequence[str], space: int) -> None:
        start = span.start
        for number, sentence in enumerate(sentences, 1):
            end = start + len(sentence)
            self.sentences.append(Sentence(Span(start, end, self.index), len(self.blocks), number))
            start = end + space

    def article(self, byline: str = "", date: str = "", language: str = "") -> Article:
        return Article(
            source=Source(self.name, "text/plain", "0123456789abcdef" * 4, len(self.text)),
            text=self.text,
            title=Span(0, len(self.title), self.index) if self.title else None,
            blocks=tuple(self.blocks),
            marks=tuple(sorted(self.marks, key=lambda mark: mark.span)),
            byline=byline,
            date=date,
            language=language,
        )

    def verbatim(self, *indices: int) -> list[Line]:
        """Return the sentences with these places in the article, counted from 0, as lines."""
        return [Verbatim((self.sentences[i].span,), self.sentences[i]) for i in indices]

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words), self.index)


def section(
    key: str, lines: Sequence[Line], form: Literal["paragraphs", "bullets"] = "paragraphs", **rest: object
) -> Section:
    return Section(SectionRule(key, (), form, **rest), tuple(lines))  # type: ignore[arg-type]


def briefing_of(
    makers: Maker | Sequence[Maker], *sections: Section, facts: Mapping[str, str] | None = None
) -> Briefing:
    makers = [makers] if isinstance(makers, Maker) else makers
    decisions = [
        Decision(sentence, "summary", (), (), 0.0, "", "lead")
        for maker in makers
        for sentence in maker.sentences
    ]
    outline = Outline("test", "", tuple(section.rule for section in sections))
    articles = tuple(maker.article(**(facts or {})) for maker in makers)
    return Briefing(articles, outline, sections, tuple(decisions))


def composed(
    makers: Maker | Sequence[Maker],
    *sections: Section,
    style: Style = PLAIN,
    report: Language = ENGLISH,
    details: Details = UNCITED,
    **facts: str,
) -> Document:
    """Compose `sections`; `facts` are fields of the articles, such as their language."""
    return compose(briefing_of(makers, *sections, facts=facts), style, report, details)


def river() -> Maker:
    """Return an article with two paragraphs before its only heading and one after."""
    return (
        Maker()
        .paragraph("The quay opened.", "Ships came back.", "Tolls fall.")
        .paragraph("Officials cheered.")
        .heading("A slow century")
        .paragraph("The river silted up.", "The port was lost.", "Dredging began.", "It cost much.")
    )
