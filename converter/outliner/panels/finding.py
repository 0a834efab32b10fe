"""Sentences of an article → the entries of a panel, in the order of the article."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from converter.model.article import Article, Sentence, Span
from converter.model.briefing import Entry, Point, Verbatim
from converter.model.language import Language
from converter.model.outline import Panel
from converter.outliner.panels.actors import actors_in
from converter.outliner.panels.dating import computed_date, day_of, written_date
from converter.outliner.panels.figures import figures_in
from converter.outliner.panels.speakers import quotations_in, speakers_in
from converter.outliner.panels.tenses import tense_of
from converter.outliner.panels.times import Time, times_in
from converter.outliner.reading import Reading

LONGEST = 1_000
"""Sentences of more characters are nobody's key figure; and what looks all around in one stays quick."""


class Matter(Struct, frozen=True):
    """What panels gather from: an article, its sentences, and the language with its words for panels."""

    article: Article
    reading: Reading
    language: Language


def entries_of(panel: Panel, matter: Matter) -> list[Entry]:
    """Return all that could stand in `panel`, in the order of the article."""
    finder = _FINDERS[panel]
    return list(finder(matter)) if matter.language.panels else []


def _key_figures(matter: Matter) -> Iterator[Entry]:
    for sentence, text in _statements(matter.reading):
        found = figures_in(text, matter.language, times_in(text, matter.language))
        if found:
            points = (Point(_span(sentence, *one)) for one in found)
            yield Entry("key-figures", _whole(sentence), tuple(points))


def _timeline(matter: Matter) -> Iterator[Entry]:
    today = day_of(matter.article.date)
    before: tuple[Sentence, list[Time]] | None = None
    for sentence, text in _statements(matter.reading):
        times = times_in(text, matter.language)
        near = before[1] if before and before[0].block == sentence.block else []
        # a date without a year that stands beside one with a year may be of that year
        has_year = any(time.year is not None for time in (*near, *times))
        if times:
            dater = _Dater(text, matter.language, today, has_year)
            points = (_point(sentence, time, dater) for time in times)
            yield Entry("timeline", _whole(sentence), tuple(points))
        before = sentence, times


class _Dater(Struct, frozen=True):
    """Says which day, month or year a time of one sentence means.

    Attributes:
        text: of the sentence.
        language: of the article.
        today: the article's date; `None`: nothing is computed.
        has_year: whether a year is told nearby.
    """

    text: str
    language: Language
    today: date | None
    has_year: bool

    def computed(self, time: Time) -> str:
        """Return the date that a time means which does not tell its year; empty where that is doubtful."""
        quoted = quotations_in(self.text)
        if self.today is None or any(start < time.end and time.start < end for start, end in quoted):
            return ""  # what is quoted was said on another day
        if self.has_year and time.offset is None and time.weekday is None:
            return ""
        return computed_date(time, self.today, tense_of(self.text, time.start, time.end, self.language))


def _point(sentence: Sentence, time: Time, dater: _Dater) -> Point:
    written = written_date(time)
    computed = "" if written else dater.computed(time)
    return Point(_span(sentence, time.start, time.end), written or computed, bool(computed))


def _who_says_what(matter: Matter) -> Iterator[Entry]:
    for sentence, text in _statements(matter.reading):
        if found := speakers_in(text, matter.language):
            points = (Point(_span(sentence, *one)) for one in sorted(found))
            yield Entry("who-says-what", _whole(sentence), tuple(points))


def _actors(matter: Matter) -> Iterator[Entry]:
    known: set[str] = set()
    for sentence, text in _statements(matter.reading):
        for actor in actors_in(text, matter.language):
            name = " ".join(text[slice(*actor.name)].casefold().split())
            if name in known:
                continue
            known.add(name)
            line = Verbatim((_span(sentence, *actor.whole),), sentence)
            yield Entry("actors", line, (Point(_span(sentence, *actor.name)),))


_FINDERS: Mapping[Panel, Callable[[Matter], Iterator[Entry]]] = {
    "key-figures": _key_figures,
    "timeline": _timeline,
    "who-says-what": _who_says_what,
    "actors": _actors,
}


def _statements(reading: Reading) -> Iterator[tuple[Sentence, str]]:
    """Yield the sentences that say something, with their words: no questions, captions or datelines."""
    for sentence, text, kind in zip(reading.sentences, reading.texts, reading.kinds, strict=True):
        if kind == "statement" and len(text) <= LONGEST:
            yield sentence, text


def _whole(sentence: Sentence) -> Verbatim:
    return Verbatim((sentence.span,), sentence)


def _span(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.span.start + start, sentence.span.start + end, sentence.span.article)
