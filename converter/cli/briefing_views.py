"""A briefing as `briefing outline` shows it: to read, with its reasons, or as data."""

import textwrap
from collections.abc import Iterator
from itertools import accumulate

from msgspec.structs import asdict

from converter.cli.terminal import accented, printable
from converter.model.article import Article, Footnote, Heading, Span
from converter.model.briefing import Briefing, Edited, Entry, Line, Note, Section, Shared, Verbatim, Whole
from converter.model.language import Language
from converter.model.outline import ROLES

NO_LIMIT = 1_000_000
"""Width at which no line is broken: what goes into a pipe stays on one line."""

_START_WORDS = 12


def plain_lines(briefing: Briefing, language: Language, width: int) -> Iterator[str]:
    """Yield the briefing for a person: title, facts, and each section's lines with their paragraphs."""
    article = briefing.articles[0]
    taken = sum(bool(decision.section) for decision in briefing.decisions)
    if article.title:
        yield accented(printable(article.slice(article.title)), "bold")
    facts = (
        f"{article.source.name} · {article.language or '?'} · {taken} of {len(briefing.decisions)} sentences"
    )
    yield accented(printable(facts), "dim")
    for section in briefing.sections:
        if section.rule.panel and not section.lines:
            continue
        yield ""
        yield accented(printable(section_title(section, language)), "bold")
        for line in section.lines:
            yield from _wrapped(*_labelled(line, briefing), width)
        if not section.lines:
            yield accented("  (nothing)", "dim")


def explained_lines(briefing: Briefing, width: int) -> Iterator[str]:
    """Yield a row for each sentence: where it stands, what it does, how likely that is, what became of it.

    The likelihoods of the three roles (summary, background, implications) are in hundredths. Below each row
    stand the cues and the sentence.
    """
    numbers = [paragraph_numbers(article) for article in briefing.articles]
    yield accented(f"{'¶':8}{'role':14}{'S':>4}{'B':>4}{'I':>4}{'score':>8}  {'goes to':14}because", "bold")
    for decision in briefing.decisions:
        sentence = decision.sentence
        place = f"{numbers[sentence.span.article][sentence.block]}.{sentence.number}"
        shares = "".join(f"{round(dict(decision.likelihoods)[role] / 10):4}" for role in ROLES)
        target = decision.section or "–"
        yield f"{place:8}{decision.role:14}{shares}{decision.score:8.2f}  {target:14}{decision.reason}"
        if decision.cues:
            yield from _wrapped("", "cues: " + "; ".join(decision.cues), width)
        yield from _wrapped("", briefing.articles[sentence.span.article].slice(sentence.span), width)


def briefing_data(briefing: Briefing, language: Language) -> dict[str, object]:
    """Return the briefing as `--json` shows it; offsets count code points of the article's cleaned text."""
    article = briefing.articles[0]
    return {
        "title": article.slice(article.title) if article.title else "",
        "language": article.language,
        "outline": briefing.outline.name,
        "sources": [asdict(one.source) for one in briefing.articles],
        "sections": [
            {
                "key": section.rule.key,
                "title": section_title(section, language),
                "lines": [_line_data(line, briefing) for line in section.lines],
            }
            for section in briefing.sections
        ],
        "sentences": _decisions_data(briefing),
        "notices": [asdict(notice) for notice in (*article.notices, *briefing.notices)],
    }


def section_title(section: Section, language: Language) -> str:
    """Return the heading of `section`: a person's, the outline's, or that of the language."""
    titles = section.rule.titles
    own = section.title or titles.get(language.tag) or titles.get(language.tag.partition("-")[0])
    label = language.labels.get(section.rule.key) or language.labels.get(section.rule.panel or "")
    return own or label or section.rule.key.capitalize()


def paragraph_numbers(article: Article) -> list[int]:
    """Return `Article.paragraph_number` of every block."""
    return list(accumulate(int(not isinstance(block, Heading | Footnote)) for block in article.blocks))


def _labelled(line: Line, briefing: Briefing) -> tuple[str, str]:
    """Return where `line` comes from, and its words."""
    match line:
        case Note():
            return "note", f"{line.text} ({line.author})" if line.author else line.text
        case Shared() | Entry():
            return _labelled(line.line, briefing)
        case Whole():
            article = briefing.articles[line.article]
            block = article.blocks[line.block]
            words = article.slice(block.span).split()
            start = " ".join(words[:_START_WORDS]) + (" …" if len(words) > _START_WORDS else "")
            return f"¶{article.paragraph_number(line.block)}", f"[{type(block).__name__.lower()}] {start}"
        case Verbatim() | Edited():
            article = briefing.articles[line.sentence.span.article]
            label = f"¶{article.paragraph_number(line.sentence.block)}"
            return label, f"{line.text} (edited)" if isinstance(line, Edited) else briefing.text_of(line)


def _wrapped(label: str, text: str, width: int) -> Iterator[str]:
    """Yield `text` behind `label`, its further lines hanging below its first."""
    indent = "  " + label.ljust(5) if label else " " * 8
    body = textwrap.wrap(printable(" ".join(text.split())), max(width - len(indent), 20)) or [""]
    yield accented(indent, "dim") + body[0]
    yield from (" " * len(indent) + line for line in body[1:])


def _line_data(line: Line, briefing: Briefing) -> dict[str, object]:
    match line:
        case Note():
            return {"kind": "note", "text": line.text, "author": line.author}
        case Shared():
            return _line_data(line.line, briefing)
        case Entry():
            return {**_line_data(line.line, briefing), "panel": _panel_data(line)}
        case Whole():
            article = briefing.articles[line.article]
            span = article.blocks[line.block].span
            return {
                "kind": "whole",
                "text": article.slice(span),
                "paragraph": article.paragraph_number(line.block),
                "spans": [_offsets(span)],
            }
        case Verbatim() | Edited():
            article = briefing.articles[line.sentence.span.article]
            return {
                "kind": type(line).__name__.lower(),
                "text": line.text if isinstance(line, Edited) else briefing.text_of(line),
                "paragraph": article.paragraph_number(line.sentence.block),
                "sentence": line.sentence.number,
                "spans": [_offsets(span) for span in line.spans],
            }


def _panel_data(entry: Entry) -> dict[str, object]:
    return {
        "kind": entry.panel,
        "points": [
            {"span": _offsets(point.span), "date": point.date or None, "computed": point.computed}
            for point in entry.points
        ],
    }


def _decisions_data(briefing: Briefing) -> list[dict[str, object]]:
    numbers = [paragraph_numbers(article) for article in briefing.articles]
    return [
        {
            "paragraph": numbers[decision.sentence.span.article][decision.sentence.block],
            "sentence": decision.sentence.number,
            "span": _offsets(decision.sentence.span),
            "text": briefing.articles[decision.sentence.span.article].slice(decision.sentence.span),
            "role": decision.role,
            "likelihoods": dict(decision.likelihoods),
            "cues": list(decision.cues),
            "score": decision.score,
            "section": decision.section,
            "reason": decision.reason,
        }
        for decision in briefing.decisions
    ]


def _offsets(span: Span) -> list[int]:
    return [span.start, span.end]
