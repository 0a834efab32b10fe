"""What was chosen: lines of the source, in sections.

A briefing cannot invent. A line is verbatim (spans of the source, nothing else), edited by a person (with
the spans it replaces) or a person's own note; there is no field in which untraceable prose could live.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from converter.model.article import Article, Sentence, Span
from converter.model.outline import Outline, Panel, Role, SectionRule
from converter.notices import Notice

GAP = "[…]"
"""Stands where a line leaves out part of its sentence, or a paragraph a sentence."""


class Verbatim(Struct, frozen=True):
    """A sentence of the source, word for word.

    Attributes:
        spans: inside `sentence.span`, in order, not touching; more than one where parts are left out.
        sentence: the sentence it was taken from.
    """

    spans: tuple[Span, ...]
    sentence: Sentence


class Edited(Struct, frozen=True):
    """A line that a person changed; the spans are what it was."""

    spans: tuple[Span, ...]
    sentence: Sentence
    text: str
    author: str = ""


class Note(Struct, frozen=True):
    """A person's own words, shown as a comment with their author."""

    text: str
    author: str = ""


class Whole(Struct, frozen=True):
    """A block of the source taken over whole: a table, a list, a quotation, a figure.

    Attributes:
        block: index into `Article.blocks`.
        article: index into `Briefing.articles`.
    """

    block: int
    article: int = 0


Likeness = Literal["same", "similar"]
"""Whether another article has all words of a line, or all but some that carry no meaning of their own."""


class Likewise(Struct, frozen=True):
    """Where another article says the same; its words are not shown.

    Attributes:
        sentence: of the other article.
        likeness: how much its wording is that of the line.
    """

    sentence: Sentence
    likeness: Likeness


class Shared(Struct, frozen=True):
    """A sentence that several articles of a digest have in common.

    That it stands in several is no confirmation: as a rule they took it from one agency.

    Attributes:
        line: as the first of them has it.
        likewise: the others that have its wording, each article once.
        otherwise: what others have in the same words but for figures, negations and the like; without any
            `otherwise` of their own.
        differing: what of `line` is not the same in all of them.
    """

    line: Verbatim
    likewise: tuple[Likewise, ...] = ()
    otherwise: tuple["Shared", ...] = ()
    differing: tuple[Span, ...] = ()


class Point(Struct, frozen=True):
    """What a panel sets off in a sentence: a figure, a time, a speaker, a name.

    Attributes:
        span: its words.
        date: of a time: the day, month or year that it means, ISO 8601 (`2026-05-14`, `2026-05`, `2026`);
            empty: it cannot be told.
        computed: whether the date follows from that of the article, and not from the words alone.
    """

    span: Span
    date: str = ""
    computed: bool = False


class Entry(Struct, frozen=True):
    """A line of a panel.

    Attributes:
        panel: of which kind.
        line: a whole sentence; among actors a name with its apposition.
        points: what of it is set off, in its order; at least one.
    """

    panel: Panel
    line: Verbatim
    points: tuple[Point, ...]


Line = Verbatim | Edited | Note | Whole | Shared | Entry


class Section(Struct, frozen=True):
    """A section with its lines, in the order in which they are to be read.

    Attributes:
        rule: what was wanted.
        lines: what was chosen.
        title: the heading a person gave it; empty: as the outline and the language say.
        article: index into `Briefing.articles` of the one that it is about, in a digest; `None`: it is about
            all there are.
    """

    rule: SectionRule
    lines: tuple[Line, ...]
    title: str = ""
    article: int | None = None


class Decision(Struct, frozen=True):
    """Why a sentence stands where it stands.

    Attributes:
        sentence: which.
        role: what it does in the article.
        likelihoods: role → how likely, in thousandths.
        cues: what spoke for the role, such as `heading: Background` or `modality: will`.
        score: how much it deserves its place; comparable within one briefing.
        section: key of the section that took it; empty when it was left.
        reason: why it was taken or left: a stable word such as `lead`, `budget`, `repetition`.
        stands_alone: whether it can be understood without the sentences around it.
    """

    sentence: Sentence
    role: Role
    likelihoods: tuple[tuple[Role, int], ...]
    cues: tuple[str, ...]
    score: float
    section: str
    reason: str
    stands_alone: bool = True


class Omission(Struct, frozen=True):
    """An article that was given for a digest and is not in it.

    Attributes:
        name: of its source, as `Source.name`.
        same_as: index into `Briefing.articles` of one with the same text; `None`: it could not be read.
        sha256: of its original bytes; empty where it could not be read.
    """

    name: str
    same_as: int | None = None
    sha256: str = ""


class Briefing(Struct, frozen=True):
    """An article, or several, as an analyst would have it cut out.

    Attributes:
        articles: what it was made from; spans index into it.
        outline: what was wanted.
        sections: in the outline's order, those left out for being empty included; of a digest those about
            all articles first, then those of each article.
        decisions: one for each sentence of the articles, in their order.
        notices: what was met on the way.
        omissions: of a digest: what is not in it, though it was given.
    """

    articles: tuple[Article, ...]
    outline: Outline
    sections: tuple[Section, ...]
    decisions: tuple[Decision, ...] = ()
    notices: tuple[Notice, ...] = ()
    omissions: tuple[Omission, ...] = ()

    @property
    def is_digest(self) -> bool:
        """Whether it has a part of its own for each article."""
        return any(section.article is not None for section in self.sections)

    @property
    def language(self) -> str:
        """The tag that most of the articles have, of several the first; empty where none has one."""
        tags = Counter(article.language for article in self.articles if article.language)
        return tags.most_common(1)[0][0] if tags else ""

    def text_of(self, line: Verbatim | Edited) -> str:
        """Return the source's words of `line`, with every gap between its spans shown."""
        return f" {GAP} ".join(self.articles[span.article].slice(span) for span in line.spans)


class Details(Struct, frozen=True):
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
