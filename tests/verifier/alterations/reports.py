"""Articles → reports: of several lengths and styles, some with edited lines and comments."""

from functools import cache
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from converter.configuration import Settings
from converter.model.briefing import Briefing, Edited, Note, Section, Verbatim
from converter.model.document import Document
from converter.model.style import Style
from converter.outliner import outline
from converter.pipeline import Draft, render
from converter.pipeline.kit import Kit
from converter.readers import read_original
from converter.readers.original import Original

from .articles import Article, article

NAME = "article.md"
FORMATS = ("docx", "pdf")
_LENGTHS = ("brief", "standard", "full")
_STYLES = ("default", "think-tank", "government", "memo", "field-report", "large-print")
_MARKS = ("", "", "", "TLP:AMBER")
_CITES = ("notes", "notes", "inline", "none")


class Made(Struct, frozen=True):
    """A report as it was made.

    Attributes:
        number: which.
        article: of which it was made.
        document: how it was composed.
        style: how it looks.
        files: by format.
    """

    number: int
    article: Article
    document: Document
    style: Style
    files: dict[str, bytes]


@cache
def _kit(choices: tuple[str, ...]) -> Kit:
    names = ("style", "length", "cite", "marking", "embed")
    return Kit(Settings(formats=FORMATS, **dict(zip(names, choices, strict=True))))  # type: ignore[arg-type]


@cache
def report(number: int, language: str = "", embed: str = "used") -> Made:
    """Return the report of a number."""
    made = article(number, language)
    random = Random(number + 1)  # noqa: S311 - the same in every run
    kit = _kit((*map(random.choice, (_STYLES, _LENGTHS, _CITES, _MARKS)), embed))
    original = Original(made.data, NAME)
    read = read_original(original, NAME)
    briefing = outline(read, kit.outline, kit.language(read.language), kit.settings.length, trim=True)
    briefing = _by_hand(briefing, random)
    done = render(Draft(briefing, NAME, original=original.data if embed == "source" else None), kit)
    files = {name: one.data for name, one in zip(FORMATS, done.reports, strict=True)}
    style = kit.style(read.language)
    return Made(number, made, done.document, style, files)


def _by_hand(briefing: Briefing, random: Random) -> Briefing:
    """Return a briefing as a person may leave it: a line edited, a comment, words cut out."""
    return replace(briefing, sections=tuple(_section(one, briefing, random) for one in briefing.sections))


def _section(section: Section, briefing: Briefing, random: Random) -> Section:
    lines = list(section.lines)
    for index, line in enumerate(lines):
        if not isinstance(line, Verbatim) or len(line.spans) > 1:
            continue
        span = line.spans[0]
        match random.randrange(8):
            case 0:
                text = briefing.text_of(line)
                lines[index] = Edited(line.spans, line.sentence, f"{text[:-1]}, 2031{text[-1:]}", "Ada E.")
            case 1:
                words = briefing.text_of(line).split(" ")
                first, last = len(" ".join(words[:2])), len(" ".join(words[:3]))
                parts = replace(span, end=span.start + first), replace(span, start=span.start + last + 1)
                lines[index] = replace(line, spans=parts)
    if lines and random.random() < 0.5:
        lines.append(Note(f"Ask about point {random.randint(2, 900)} again.", "Bo N."))
    return replace(section, lines=tuple(lines))
