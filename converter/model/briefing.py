"""What was chosen: lines of the source, in sections.

A briefing cannot invent. A line is verbatim (spans of the source, nothing else), edited by a person (with
the spans it replaces) or a person's own note; there is no field in which untraceable prose could live.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from converter.model.article import Article, Sentence, Span
from converter.model.outline import Outline, Role, SectionRule
from converter.notices import Notice

GAP = "[…]"
"""Stands where a line leaves out part of its sentence, or a paragraph a sentence."""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A sentence of the source, word for word.

    Attributes:
        spans: inside `sentence.span`, in order, not touching; more than one where parts are left out.
        sentence: the sentence it was taken from.
    """

    spans: tuple[Span, ...]
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Edited:
    """A line that a person changed; the spans are what it was."""

    spans: tuple[Span, ...]
    sentence: Sentence
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A person's own words, shown as a comment with their author."""

    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """A block of the source taken over whole: a table, a list, a quotation, a figure.

    Attributes:
        block: index into `Article.blocks`.
        article: index into `Briefing.articles`.
    """

    block: int
    article: int = 0


Line = Verbatim | Edited | Note | Whole


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its lines, in the order in which they are to be read.

    Attributes:
        rule: what was wanted.
        lines: what was chosen.
        title: the heading a person gave it; empty: as the outline and the language say.
    """

    rule: SectionRule
    lines: tuple[Line, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Why a sentence stands where it stands.

    Attributes:
        sentence: which.
        role: what it does in the article.
        likelihoods: role → how likely, in thousandths.
        cues: what spoke for the role, such as `heading: Background` or `modality: will`.
        score: how much it deserves its place; comparable within one briefing.
        section: key of the section that took it; empty when it was left.
        reason: why it was taken or left: a stable word such as `lead`, `budget`, `repetition`.
    """

    sentence: Sentence
    role: Role
    likelihoods: tuple[tuple[Role, int], ...]
    cues: tuple[str, ...]
    score: float
    section: str
    reason: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """An article, or several, as an analyst would have it cut out.

    Attributes:
        articles: what it was made from; spans index into it.
        outline: what was wanted.
        sections: in the outline's order, those left out for being empty included.
        decisions: one for each sentence of the articles, in their order.
        notices: what was met on the way.
    """

    articles: tuple[Article, ...]
    outline: Outline
    sections: tuple[Section, ...]
    decisions: tuple[Decision, ...] = ()
    notices: tuple[Notice, ...] = ()

    def text_of(self, line: Verbatim | Edited) -> str:
        """Return the source's words of `line`, with every gap between its spans shown."""
        return f" {GAP} ".join(self.articles[span.article].slice(span) for span in line.spans)


@dataclass(frozen=True, slots=True)
class Details:
    """What a person says about the briefing; an empty field leaves it to the article.

    Attributes:
        title: instead of the article's.
        author: of the briefing or the article, as shown in the row of facts.
        date: of the briefing, ISO 8601.
        marking: a handling mark, such as `TLP:AMBER`.
        cite: how readers see where lines come from: end-notes, words in brackets behind the line, nothing.
        fields: further fields for headers, footers and templates.
    """

    title: str = ""
    author: str = ""
    date: str = ""
    marking: str = ""
    cite: Literal["notes", "inline", "none"] = "notes"
    fields: Mapping[str, str] = field(default_factory=dict)
