"""A briefing → its file.

Words stand in folded block scalars (YAML 1.2, 8.1.3): no character in them has a meaning, so a person need
not know what to escape.
"""

import json
import re
from collections.abc import Iterator

from converter.briefing_file.places import Places
from converter.limits import LIMITS
from converter.model.article import (
    Article,
    Code,
    Figure,
    Footnote,
    Heading,
    ItemList,
    Paragraph,
    Quote,
    Table,
)
from converter.model.briefing import GAP, Briefing, Details, Edited, Entry, Line, Note, Verbatim, Whole
from converter.model.language import Language
from converter.model.outline import SectionRule
from converter.text import collapse

_INTRODUCTION = """\
# A briefing, to be edited and converted again:  briefing convert THIS_FILE
#
# p4s2 is sentence 2 of paragraph 4 of the article; its words stand below it. You may
#   - move a line within its section or into another one, or delete it;
#   - bring in a sentence from "left" at the end, or by its place alone:  - p4s2
#   - leave out words of a sentence: write [...] in their stead;
#   - change its words: the report marks the line as edited;
#   - add words of your own between the lines:  - note: Your comment
#     and below that, if you like:                by: Your name
#   - change the title of the report or of a section, reorder the sections, delete one.
"""
WHOLE = "whole"
"""What stands behind the place of a block that is taken over as it is."""

_WIDTH = 100
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.’'()&/–—-]*[\w.’')])?")
_NULLS = frozenset({"null", "Null", "NULL"})
_SHOWN_OF_BLOCK = 60
_KINDS: dict[type, str] = {
    Code: "code",
    Figure: "figure",
    Footnote: "footnote",
    ItemList: "list",
    Paragraph: "paragraph",
    Quote: "quotation",
    Table: "table",
}


def dump(briefing: Briefing, language: Language, details: Details | None = None) -> str:
    """Return the file of a `briefing` of one article.

    Args:
        briefing: with its decisions, from which the sentences that were left are known.
        language: of the report: names the sections that the outline and no person named.
        details: title, author, date and marking, where a person gave them.

    A file that would be larger than can be read back leaves out the sentences that were left.
    """
    (article,) = briefing.articles
    places = Places(article, [decision.sentence for decision in briefing.decisions])
    writer = _Writer(briefing, article, places)
    text = "\n".join([*_head(briefing, details or Details()), *writer.sections(language)]) + "\n"
    left = "\n".join(writer.left())
    whole = f"{text}\nleft:\n{left}\n" if left else text
    return whole if len(whole.encode()) <= LIMITS.yaml_bytes else text


def default_title(rule: SectionRule, language: Language | None) -> str:
    """Return the title that a section has when no person gave it one."""
    name = rule.key.replace("-", " ").capitalize()
    if language is None:
        return name
    base = language.tag.partition("-")[0]
    label = language.labels.get(rule.key) or language.labels.get(rule.panel or "")
    return rule.titles.get(language.tag) or rule.titles.get(base) or label or name


def _head(briefing: Briefing, details: Details) -> Iterator[str]:
    (article,) = briefing.articles
    yield _INTRODUCTION
    yield "briefing: 1"
    yield "source:"
    yield f"  name: {_scalar(article.source.name)}"
    yield f"  sha256: {article.source.sha256}"
    yield f"outline: {_scalar(briefing.outline.name)}"
    if article.language:
        yield f"language: {_scalar(article.language)}"
    yield ""
    title = details.title or (article.slice(article.title) if article.title else "")
    facts = {"title": title, "author": details.author, "date": details.date, "marking": details.marking}
    yield from (f"{key}: {_scalar(value)}" for key, value in facts.items() if value)
    yield ""
    yield "sections:"


class _Writer:
    """Writes lines with their places."""

    def __init__(self, briefing: Briefing, article: Article, places: Places) -> None:
        self._briefing = briefing
        self._article = article
        self._places = places

    def sections(self, language: Language) -> Iterator[str]:
        for section in self._briefing.sections:
            yield ""
            yield f"  {_scalar(section.rule.key)}:"
            yield f"    title: {_scalar(section.title or default_title(section.rule, language))}"
            if section.rule.panel:
                yield f"    panel: {section.rule.panel}"
            yield "    lines:" if section.lines else "    lines: []"
            for line in section.lines:
                yield from self._line(line, "      ")

    def left(self) -> Iterator[str]:
        """Write what no section took: sentences, and blocks that hold none."""
        lines = [line for section in self._briefing.sections for line in section.lines]
        taken = {line.sentence for line in lines if isinstance(line, Verbatim | Edited)}
        whole = {line.block for line in lines if isinstance(line, Whole)}
        sentences: dict[int, list[Line]] = {}
        for decision in self._briefing.decisions:
            sentence = decision.sentence
            sentences.setdefault(sentence.block, [])
            if sentence not in taken:
                sentences[sentence.block].append(Verbatim((sentence.span,), sentence))
        for index, block in enumerate(self._article.blocks):
            if isinstance(block, Heading) or index in whole:
                continue
            for line in sentences.get(index, [Whole(index)]):
                # as deep as the lines of a section, so that a line can be moved there as it is
                yield from self._line(line, "      ")

    def _line(self, line: Line, indent: str) -> Iterator[str]:
        match line:
            case Note():
                yield from _folded(f"{indent}- note", line.text)
                yield from _by(line.author, indent)
            case Whole():
                yield f"{indent}- {self._places.of_block(line.block)}: {WHOLE}{self._shown(line.block)}"
            case Edited():
                yield from _folded(f"{indent}- {self._places.of_sentence(line.sentence)}", line.text)
                yield from _by(line.author, indent)
            case Entry():
                place = self._places.of_sentence(line.line.sentence)
                yield from _folded(f"{indent}- {place}", self._briefing.text_of(line.line))
            case Verbatim():
                yield from _folded(f"{indent}- {self._places.of_sentence(line.sentence)}", self._marked(line))

    def _marked(self, line: Verbatim) -> str:
        """Return the words of `line` with a mark wherever words of its sentence are left out."""
        sentence, article = line.sentence.span, self._article
        before = article.text[sentence.start : line.spans[0].start].strip()
        after = article.text[line.spans[-1].end : sentence.end].strip()
        text = self._briefing.text_of(line)
        return (f"{GAP} " if before else "") + text + (f" {GAP}" if after else "")

    def _shown(self, block: int) -> str:
        """Return a comment that says what a block is."""
        found = self._article.blocks[block]
        beginning = collapse(self._article.slice(found.span))
        if len(beginning) > _SHOWN_OF_BLOCK:
            beginning = beginning[:_SHOWN_OF_BLOCK].rpartition(" ")[0] + " …"
        return f"  # {_KINDS[type(found)]}: {beginning}" if beginning else f"  # {_KINDS[type(found)]}"


def _by(author: str, indent: str) -> Iterator[str]:
    if author:
        yield f"{indent}  by: {_scalar(author)}"


def _folded(key: str, text: str) -> Iterator[str]:
    """Write `text` as a folded block scalar; only plain spaces fold, so only there it is wrapped."""
    yield f"{key}: >-"
    indent = " " * (len(key) - len(key.lstrip()) + 4)
    line = ""
    for word in collapse(text).split(" "):
        if line and len(indent) + len(line) + 1 + len(word) > _WIDTH:
            yield indent + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield indent + line


def _scalar(text: str) -> str:
    """Return a short text as YAML: plain where nothing in it has a meaning, otherwise in double quotes."""
    text = collapse(text)
    return text if _PLAIN.fullmatch(text) and text not in _NULLS else json.dumps(text, ensure_ascii=False)
