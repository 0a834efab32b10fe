"""Articles marked by hand: what panels should find in them, read from the marks, and what they do find.

A mark stands in braces, with a letter before what it marks: `{f:…}` a figure, `{t:…}` a time, `{s:…}` who
says a quotation of the same sentence, `{a:…}` a name with its first apposition. Behind a time may stand the
day, month or year that it means in an article of that date: `{t:Thursday|2026-05-14}`. Marks may hold others.

What a reader would want is marked, whether or not a rule can find it:

- figures: counts, shares and measures, in digits or words, with sign, scale, currency, per cent and °C,
  without what is counted; no ordinals, ages, scores, times of day, names of lines, rooms, pages and laws;
- times: days, months, seasons, years, without the preposition and without “evening”, “late”, “the end of”;
  “today” where it means the day. No date for weeks, seasons, and days of the week to come;
- speakers: without “Dr” and “Mr”, of quotations of three words or more in the same sentence; persons and
  bodies, never documents; no pronouns;
- actors: with an office, a trade or a kind of organisation, before or behind the name, its article with it,
  up to a relative clause; not with “former” before.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from converter.model.article import Article
from converter.model.outline import PANELS, Panel
from converter.outliner.panels import Matter, entries_of
from converter.outliner.reading import read
from converter.outliner.sentences import sentences_of
from converter.readers import read_original
from converter.readers.original import Original
from converter.stylesheets.languages import load_language

ARTICLES = Path(__file__).parent / "articles"
"""Those on which the words and rules were mended."""

HELD_OUT = Path(__file__).parent / "held_out"
"""Those written and marked afterwards, by somebody who had not read the rules; mended on since, too."""

KINDS: dict[str, Panel] = {"f": "key-figures", "t": "timeline", "s": "who-says-what", "a": "actors"}

DATES = "dates"
"""What is counted beside the panels: times of which a date is computed."""


class Find(Struct, frozen=True):
    """Something that is marked, or found: its words, which of several alike it is, and its date."""

    kind: str
    words: str
    place: int
    date: str = ""


def marked_articles(folder: Path = ARTICLES) -> list[Path]:
    """Return the files of a set."""
    return sorted(folder.glob("*.md"))


def plain_original(path: Path) -> Original:
    """Return the article of a file without its marks, as it would be read."""
    return Original(_parted(path)[0].encode(), path.name)


_Marked = tuple[str, int, int, str]
"""What a mark is, where it begins and ends in the text without marks, and its date."""


def _parted(path: Path) -> tuple[str, list[_Marked]]:
    """Return the text of a file without its marks, and the marks."""
    text, plain = path.read_text("utf-8"), ""
    opened: list[tuple[str, int]] = []
    marks: list[_Marked] = []
    at = 0
    while at < len(text):
        if text[at] == "{" and text[at + 1] in KINDS and text[at + 2] == ":":
            opened.append((text[at + 1], len(plain)))
            at += 3
        elif text[at] in "|}" and opened:
            end = text.index("}", at)
            kind, start = opened.pop()
            marks.append((kind, start, len(plain), text[at + 1 : end] if text[at] == "|" else ""))
            at = end + 1
        else:
            plain += text[at]
            at += 1
    return plain, marks


def parts_of(path: Path) -> tuple[Article, list[Find]]:
    """Return the article of a file without its marks, and what is marked."""
    whole, marks = _parted(path)
    article = read_original(Original(whole.encode(), path.name), path.name)
    finds = []
    for kind, start, end, date in marks:
        finds.append(Find(KINDS[kind], whole[start:end], _place(whole, whole[start:end], start, article), ""))
        if date:
            finds.append(Find(DATES, whole[start:end], finds[-1].place, date))
    return article, finds


def _place(whole: str, words: str, start: int, article: Article) -> int:
    """Return where words of the file stand in the article: as often as before, they stand before."""
    before = whole.count(words, whole.index("\n# ") if "\n# " in whole else 0, start)
    at = -1
    for _ in range(before + 1):
        at = article.text.index(words, at + 1)
    return at


def found_in(article: Article) -> Iterator[Find]:
    """Yield all that the panels find in an article."""
    language = load_language(article.language)
    matter = Matter(article, read(article, sentences_of(article, language), language), language)
    for panel in PANELS:
        for entry in entries_of(panel, matter):
            for point in entry.points:
                span = entry.line.spans[0] if panel == "actors" else point.span
                yield Find(panel, article.slice(span), span.start)
                if point.computed:
                    yield Find(DATES, article.slice(span), span.start, point.date)


class Score(Struct, frozen=True):
    """How many were found rightly, found at all, and marked."""

    right: int
    found: int
    marked: int

    @property
    def precision(self) -> float:
        """The share of what was found that is marked."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is marked that was found."""
        return self.right / self.marked if self.marked else 1.0


def scores(paths: list[Path]) -> dict[str, Score]:
    """Return the scores over all articles by panel, and of the dates that are computed."""
    right, found, marked = Counter[str](), Counter[str](), Counter[str]()
    for path in paths:
        article, wanted = parts_of(path)
        finds = set(found_in(article))
        right.update(one.kind for one in finds & set(wanted))
        found.update(one.kind for one in finds)
        marked.update(one.kind for one in set(wanted))
    return {kind: Score(right[kind], found[kind], marked[kind]) for kind in (*PANELS, DATES)}
