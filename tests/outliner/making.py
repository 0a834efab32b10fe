"""Articles, outlines and a language made by hand, so that the outliner is tested without its neighbours."""

from collections.abc import Sequence

from converter.model.article import (
    Article,
    Block,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Quote,
    Source,
    Span,
)
from converter.model.briefing import Briefing, Entry, Line, Note, Shared, Whole
from converter.model.language import Language
from converter.model.outline import Length, Outline, SectionRule

ENGLISH = Language(
    tag="en",
    name="English",
    labels={"summary": "Summary", "background": "Background", "implications": "Implications"},
    headings={
        "summary": ("summary", "key points", "at a glance"),
        "background": ("background", "history", "how we got here"),
        "implications": ("implications", "outlook", "what next"),
    },
    cues={
        "future": ("will", "in the future"),
        "past": ("was", "were", "last year"),
        "dangling": ("this", "it", "he", "however", "such", "these"),
    },
    abbreviations=("Gen", "Prof"),
    function_words=("the", "a", "of", "and", "to", "in", "is", "was", "it", "this", "she"),
)


def rule(key: str, *roles: str, standard: int = 100, brief: int = 40, **rest: object) -> SectionRule:
    """Return a section with budgets for both short lengths."""
    words: dict[Length, int] = {"brief": brief, "standard": standard}
    return SectionRule(key, roles, words=words, **rest)  # type: ignore[arg-type]


THREE = Outline(
    "three",
    "For tests",
    (
        rule("summary", "summary", standard=120, brief=60),
        rule("background", "background", standard=250, brief=90),
        rule("implications", "implications", standard=200, brief=80),
    ),
)


def article(*parts: str, title: str = "", language: str = "en") -> Article:
    """Return an article of `parts`: `# heading`, `> quotation`, `- item` on each line, or a paragraph."""
    text, title_span = title, Span(0, len(title)) if title else None
    blocks: list[Block] = []
    for part in parts:
        text += "\n\n" if text else ""
        start = len(text)
        kind, level, lines = _kind(part)
        text += "\n".join(lines)
        span = Span(start, len(text))
        if kind == "heading":
            blocks.append(Heading(span, level))
        elif kind == "list":
            blocks.append(ItemList(span, tuple(ListItem(item) for item in _lines(start, lines))))
        elif kind == "quote":
            blocks.append(Quote(span, tuple(_lines(start, lines))))
        else:
            blocks.append(Paragraph(span))
    source = Source("made.txt", "text/plain", "0" * 64, len(text.encode()), "utf-8")
    return Article(source, text, title_span, tuple(blocks), language=language)


def _kind(part: str) -> tuple[str, int, list[str]]:
    for mark, kind in (("#", "heading"), ("- ", "list"), ("> ", "quote")):
        if part.startswith(mark):
            level = len(part) - len(part.lstrip("#"))
            return kind, level, [line.lstrip("#->").strip() for line in part.split("\n")]
    return "paragraph", 0, [part]


def _lines(start: int, lines: Sequence[str]) -> list[Span]:
    spans = []
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def texts(briefing: Briefing, key: str) -> list[str]:
    """Return the words of the lines of the section `key`."""
    section = next(section for section in briefing.sections if section.rule.key == key)
    return [text(briefing, line) for line in section.lines]


def text(briefing: Briefing, line: Line) -> str:
    """Return the words of a line, those of a whole block included."""
    if isinstance(line, Note):
        return line.text
    if isinstance(line, Shared | Entry):
        return text(briefing, line.line)
    if isinstance(line, Whole):
        return briefing.articles[line.article].slice(briefing.articles[line.article].blocks[line.block].span)
    return briefing.text_of(line)
