"""What a briefing file says, and its article → the briefing that a person made."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.briefing_file.dumping import WHOLE, default_title
from converter.briefing_file.panels import PanelReader
from converter.briefing_file.parsing import BriefingFile, FileLine, FileSection, fail
from converter.briefing_file.places import PlaceError, Places
from converter.errors import InputError
from converter.model.article import Article, Sentence, Span
from converter.model.briefing import Briefing, Decision, Edited, Line, Note, Section, Verbatim, Whole
from converter.model.language import Language
from converter.model.outline import PANELS, Outline, SectionRule, panel_rule
from converter.outliner import outline
from converter.suggestions import suggest
from converter.text import collapse

_GAP = re.compile(r"\[(?:…|\.\.\.)\]")


def restore(file: BriefingFile, article: Article, wanted: Outline, language: Language | None) -> Briefing:
    """Return the briefing that `file` describes, read against its article.

    Args:
        file: what a person made.
        article: read from the same bytes as when the file was written.
        wanted: the outline that the file names; a section with another key needs a title.
        language: of the article.

    Raises:
        InputError: `briefing-stale` when the article is not the one that the file was made from,
            `briefing-invalid` when a line or a section cannot be what it says.
    """
    if file.sha256 != article.source.sha256:
        raise InputError(
            "briefing-stale",
            f"{article.source.name} is not the article that this was made from, or has changed since",
            where=str(file.place),
            remedy="outline it anew",
        )
    made = outline(article, wanted, language)
    reader = LineReader(article, [decision.sentence for decision in made.decisions])
    panels = PanelReader(article, [decision.sentence for decision in made.decisions], language)
    sections = tuple(
        Section(
            rule,
            panels.lines(rule.panel, section.lines) if rule.panel else tuple(map(reader.line, section.lines)),
            _title(section, rule, language),
        )
        for section in file.sections
        for rule in [_rule(section, wanted)]
    )
    return replace(made, sections=sections, decisions=tuple(_decisions(made.decisions, sections)))


def _rule(section: FileSection, wanted: Outline) -> SectionRule:
    known = {rule.key: rule for rule in wanted.sections}
    if section.panel:
        panel = next((panel for panel in PANELS if panel == section.panel), None)
        if panel is None:
            fail(section.place, f"there is no panel {section.panel[:40]!r}", suggest(section.panel, PANELS))
        rule = known.get(section.key)
        return rule if rule and rule.panel == panel else panel_rule(panel, section.key)
    if section.key not in known and not section.title:
        what = f"the outline {wanted.name!r} has no section {section.key!r}"
        fail(section.place, what, f"{suggest(section.key, known)} A section of your own needs a title")
    rule = known.get(section.key) or SectionRule(section.key, ())
    return replace(rule, panel=None) if rule.panel else rule


def _title(section: FileSection, rule: SectionRule, language: Language | None) -> str:
    """Return the title that a person gave; empty where it is the one that the section has anyway."""
    return "" if section.title in {default_title(rule, language), *rule.titles.values()} else section.title


class LineReader:
    """Reads lines against the article; a sentence stands once."""

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        """Take an article and its sentences, in order."""
        self._article = article
        self._places = Places(article, sentences)
        self._by_words: dict[str, list[Sentence]] = {}
        self._by_block: dict[int, list[Sentence]] = {}
        for sentence in sentences:
            self._by_words.setdefault(collapse(article.slice(sentence.span)), []).append(sentence)
            self._by_block.setdefault(sentence.block, []).append(sentence)
        self._seen: dict[Sentence | int, FileLine] = {}

    def line(self, line: FileLine) -> Line:
        """Return what `line` is: a note, a block, a sentence, or an edited sentence.

        Raises:
            InputError: `briefing-invalid`.
        """
        if not line.at:
            return Note(line.text, line.author)
        try:
            found = self._places.find(line.at)
        except PlaceError as error:
            fail(line.place, str(error))
        if isinstance(found, Sentence):
            return self._sentence(found, line)
        if line.text not in {"", WHOLE}:
            what = f"{line.at} is taken over as it is and cannot be edited"
            fail(
                line.place,
                what,
                f"write '{line.at}: {WHOLE}', or the place of a sentence, such as {line.at}s1",
            )
        self._once(found, line)
        for sentence in self._by_block.get(found, ()):
            self._once(sentence, line)
        return Whole(found)

    def _sentence(self, sentence: Sentence, line: FileLine) -> Verbatim | Edited:
        if not line.text:
            self._once(sentence, line)
            return Verbatim((sentence.span,), sentence)
        spans = spans_in(self._article, sentence, line.text)
        # The words of another sentence are that sentence, wherever they were pasted.
        elsewhere = self._by_words.get(line.text, []) if not spans else []
        if elsewhere:
            sentence = min(elsewhere, key=lambda other: abs(other.span.start - sentence.span.start))
            spans = (sentence.span,)
        self._once(sentence, line)
        if spans:
            return Verbatim(spans, sentence)
        return Edited((sentence.span,), sentence, line.text, line.author)

    def _once(self, found: Sentence | int, line: FileLine) -> None:
        first = self._seen.setdefault(found, line)
        if first is not line:
            what = f"what {line.at} says stands here again, after line {first.place.line}"
            fail(line.place, what, "keep one of them")


def spans_in(article: Article, sentence: Sentence, text: str) -> tuple[Span, ...]:
    """Return which parts of `sentence` make up `text`, where "[…]" is a gap; none if its words differ."""
    whole, parts = article.slice(sentence.span), [part.strip() for part in _GAP.split(text)]
    if text == collapse(whole):
        # the case of nearly all lines of a long report; a pattern takes a millisecond to compile
        return (sentence.span,)
    spans: list[tuple[int, int]] = []
    position = 0
    for index, part in enumerate(parts):
        if not part:
            continue
        pattern = _pattern(part, begins=index == 0, ends=index == len(parts) - 1)
        found = pattern.search(whole, position)
        if not found:
            return ()
        if spans and not whole[position : found.start()].strip():
            spans[-1] = (spans[-1][0], found.end())
        else:
            spans.append(found.span())
        position = found.end()
    start = sentence.span.start
    return tuple(Span(start + begin, start + end, sentence.span.article) for begin, end in spans)


def _pattern(part: str, *, begins: bool, ends: bool) -> re.Pattern[str]:
    """Return what finds the words of `part`: whole words, at the sentence's edges where it must."""
    before = r"\A" if begins else r"(?<!\w)" if _is_cased(part[0]) else ""
    after = r"\Z" if ends else r"(?!\w)" if _is_cased(part[-1]) else ""
    return re.compile(before + r"\s+".join(map(re.escape, part.split())) + after)


def _is_cased(character: str) -> bool:
    """Say whether `character` is of a script that parts words by spaces, as far as case can tell."""
    return character.lower() != character.upper() or character.isdecimal()


def _decisions(decisions: tuple[Decision, ...], sections: tuple[Section, ...]) -> Iterator[Decision]:
    of_sentence: dict[Sentence, str] = {}
    of_block: dict[int, str] = {}
    for section in sections:
        for line in section.lines:
            match line:
                case Verbatim() | Edited():
                    of_sentence[line.sentence] = section.rule.key
                case Whole():
                    of_block[line.block] = section.rule.key
    for decision in decisions:
        sentence = decision.sentence
        key = of_sentence.get(sentence) or of_block.get(sentence.block, "")
        yield replace(decision, section=key, reason="person")
