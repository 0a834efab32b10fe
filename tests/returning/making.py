"""A report on a mill, and what becomes of it in somebody's hands."""

from pathlib import Path

from lxml import etree
from msgspec import Struct

from converter.configuration import Settings
from converter.model.briefing import Briefing, Edited, Line, Note, Verbatim, Whole
from converter.notices import Notice
from converter.pipeline import Conversion, convert
from tests.verifier.alterations.word import Element, W, WordFile

MILL = """\
---
title: Harrow loses its mill
author: Ada Byron
date: 2026-11-20
---

The old paper mill at Harrow closed on Friday. Its ninety workers learned of it by letter. The owners
said that orders had fallen by half in two years.

## Background

The mill was built in **1884** and has made newsprint ever since. It was sold twice, in 1990 and in 2011. "We
have always paid our bills", the manager said on Monday. Two other mills on the river closed in the last
decade.

## What it means

The council will decide about the site in the autumn. Prices for newsprint may rise in the region. Printers
could be forced to buy abroad, which would take weeks longer.

- The railway loses its largest customer.
- The school may lose a class.
"""

CLOSED = "The old paper mill at Harrow closed on Friday."
LEARNED = "Its ninety workers learned of it by letter."
SOLD = "It was sold twice, in 1990 and in 2011."
PRICES = "Prices for newsprint may rise in the region."

OWN = ("report-", "section-", "line-", "note-", "edit-")
"""How the codes begin of what is told of a report that came back."""


class Back(Struct, frozen=True):
    """A report after it came back.

    Attributes:
        conversion: what was made of it.
        notices: what was told of it, without the sum.
        summary: the sum.
    """

    conversion: Conversion
    notices: tuple[Notice, ...]
    summary: str

    @property
    def codes(self) -> list[str]:
        return [one.code for one in self.notices]

    @property
    def told(self) -> list[str]:
        return [one.text for one in self.notices]

    @property
    def briefing(self) -> Briefing:
        return self.conversion.briefing

    def section(self, key: str) -> list[str]:
        """Return the lines of a section: an edit ends in its old wording, a note begins with its author."""
        sections = {one.rule.key: one for one in self.briefing.sections}
        return [self._line(line) for line in sections[key].lines]

    def _line(self, line: Line) -> str:
        article = self.briefing.articles[0]
        match line:
            case Verbatim():
                return self.briefing.text_of(line)
            case Edited():
                return f"{line.text} <- {self.briefing.text_of(line)} ({line.author})"
            case Note():
                return f"{line.author}: {line.text}"
            case Whole():
                return " / ".join(article.slice(article.blocks[line.block].span).split("\n"))
        raise AssertionError(line)


class Desk:
    """A folder with an article and the report on it."""

    def __init__(self, folder: Path, text: str = MILL, settings: Settings | None = None) -> None:
        self.folder = folder
        self.article = folder / "mill.md"
        self.report = folder / "report.docx"
        self.article.write_text(text, "utf-8")
        settings = settings or Settings(date="2026-11-23")
        self.made = convert(self.article, settings)
        self.report.write_bytes(self.made.reports[0].data)

    @property
    def word(self) -> WordFile:
        return WordFile(self.report.read_bytes())

    def line(self, text: str) -> int:
        """Return the number of a line."""
        return [record.text for record in self.made.document.records].index(text)

    def back(self, word: WordFile | bytes | None = None, settings: Settings | None = None) -> Back:
        """Convert the report as somebody left it."""
        if word is not None:
            self.report.write_bytes(word.saved() if isinstance(word, WordFile) else word)
        conversion = convert(self.report, settings or Settings())
        mine = [one for one in conversion.notices if one.code.startswith(OWN)]
        return Back(conversion, tuple(mine[1:]), str(mine[0]) if mine else "")


def paragraph(word: WordFile, text: str) -> Element:
    """Return the first paragraph that holds `text`."""
    return next(one for one in word.body.iter(f"{W}p") if text in "".join(map(str, one.itertext())))


def xml(text: str) -> Element:
    """Return the one element of Word's that `text` writes, with the prefix `w`."""
    return etree.fromstring(f'<w:x xmlns:w="{W[1:-1]}">{text}</w:x>')[0]
