"""A stretch of an article → runs of text that are set alike."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Literal

from converter.model.article import Article, Mark, Span
from converter.model.document import Text

_Emphasis = Literal["strong", "emphasis", "code"]


class Cutter:
    """Cuts an article's text where its marks begin and end.

    Attributes:
        article: whose text and marks.
        language: of the article where it differs from the report's; otherwise empty.
    """

    def __init__(self, article: Article, language: str = "") -> None:
        """Prepare the search for marks: their starts, and how far any mark up to each one reaches."""
        self.article, self.language = article, language
        self._starts = [mark.span.start for mark in article.marks]
        self._reach = list(accumulate((mark.span.end for mark in article.marks), max))

    def runs(
        self,
        span: Span,
        record: int | None = None,
        *,
        lines: Literal["join", "keep"] = "join",
        strong: Sequence[Span] = (),
    ) -> tuple[Text, ...]:
        """Return the words of `span`, in order; together they are the source's words exactly.

        Args:
            span: of the article.
            record: index of the provenance that each run is to carry.
            lines: `join` turns line ends into spaces; `keep` leaves them, as preformatted text needs.
            strong: what of it the report sets off, beside what the article does.
        """
        marks = [*self._marks_in(span), *(Mark(one, "strong") for one in strong)]
        edges = {span.start, span.end, *(m.span.start for m in marks), *(m.span.end for m in marks)}
        cuts = sorted(edge for edge in edges if span.start <= edge <= span.end)
        return tuple(
            self._run(
                start, end, [m for m in marks if m.span.start <= start and end <= m.span.end], record, lines
            )
            for start, end in pairwise(cuts)
        )

    def plain(self, span: Span) -> str:
        """Return the words of `span` on one line, without marks."""
        return self.article.slice(span).replace("\n", " ")

    def _marks_in(self, span: Span) -> Sequence[Mark]:
        first, last = bisect_right(self._reach, span.start), bisect_left(self._starts, span.end)
        return [m for m in self.article.marks[first:last] if m.span.end > span.start and m.kind != "footnote"]

    def _run(
        self, start: int, end: int, marks: Sequence[Mark], record: int | None, lines: Literal["join", "keep"]
    ) -> Text:
        text = self.article.text[start:end]
        return Text(
            text.replace("\n", " ") if lines == "join" else text,
            emphasis=frozenset(_emphasis(marks)),
            link=next((m.target for m in marks if m.kind == "link"), ""),
            language=next((m.target for m in reversed(marks) if m.kind == "language"), self.language),
            record=record,
        )


def _emphasis(marks: Sequence[Mark]) -> Iterator[_Emphasis]:
    for mark in marks:
        if mark.kind in {"strong", "emphasis", "code"}:
            yield mark.kind
