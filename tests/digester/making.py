"""Briefings of short articles, made as the program makes them."""

from converter.digester import digest
from converter.model.briefing import Briefing, Line, Shared
from converter.model.language import Language
from converter.model.outline import Length
from converter.outliner import outline
from converter.readers import read_original
from converter.readers.original import Original
from converter.stylesheets.languages import load_language
from converter.stylesheets.outlines import load_outline


def briefing_of(text: str, language: str = "en", name: str = "article.txt") -> Briefing:
    """Return the briefing of an article in plain text."""
    article = read_original(Original(text.encode(), name), name, language=language)
    return outline(article, load_outline("default"), language_of(language))


def language_of(tag: str) -> Language:
    return load_language(tag)


def digest_of(*texts: str, language: str = "en", length: Length = "standard") -> Briefing:
    """Return the digest of articles in one language."""
    briefings = [briefing_of(text, language, f"{number}.txt") for number, text in enumerate(texts)]
    return digest(briefings, [language_of(language)] * len(briefings), length)


def joint(briefing: Briefing) -> tuple[Line, ...]:
    """Return the lines of the joint Summary."""
    return briefing.sections[0].lines


def said(briefing: Briefing, line: Line) -> str:
    """Return the words of a line."""
    if isinstance(line, Shared):
        line = line.line
    return briefing.text_of(line)  # type: ignore[arg-type] # no notes and blocks here


def story(first: str, number: int) -> str:
    """Return an article whose first sentence is `first`; its other sentences are like those of no other."""
    one, two, three, four = (f"{stem}{_LETTERS[number]}" for stem in ("bram", "clor", "dest", "feln"))
    return f"""\
The {one} of {two}

{first} Mayor {one.title()} of {two.title()} praised the {three} before {four} on Monday.

The {four} was once {two} and had a {one} of {three}. Nobody in {two.title()} had {four} for a {three}.

A {three} could {four} the {two} next year. It will probably {one} any {four} and {three}.
"""


_LETTERS = "aeiouybcdf"
