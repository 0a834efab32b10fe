"""What a line may leave out of its sentence to say more in the same space.

A parenthesis, a relative clause between commas and an additive opening ("Furthermore,") may go; what goes is
shown as a gap. Nothing goes that would change what is said: no negation, condition, attribution or estimative
word, no figure, nothing of a quotation. Where it is not plain that the rest is a sentence, nothing goes.
"""

import re
from collections.abc import Iterable, Iterator

from converter.model.article import Span
from converter.model.briefing import Verbatim
from converter.model.language import Language
from converter.outliner.features import DANGLING, QUOTE
from converter.outliner.remembering import remembered
from converter.outliner.words import Phrases, count, words

LEAST_CUT, LEAST_REST = 4, 8
"""A gap is worth so many words; so many have to stay."""

KEPT = (
    "negation", "modality", "condition", "future", "expectation", "intention", "warning", "attribution",
    "opinion", "contrast", "cause", "consequence",
)  # fmt: skip
"""Cue classes of words that are never left out."""
VERBS = ("present", "past", "perfect", "future", "modality", "completed")
"""Cue classes that tell a verb."""

_BRACKETS = re.compile(r"(?<!\s)\s*(?:\([^()]*\)|（[^（）]*）)(?=[\s,;:.!?。，])")
_DASH = re.compile(r"(?<!\s)\s*(?:(?<=\s)[–—-](?=\s)|—)\s*")
_ANY_DASH = re.compile("[–—-]")
_PAIR = 2
"""So many dashes in a sentence are a pair; of more it is not plain which belong together."""
_FIGURE = re.compile(r"\d")


class Trimmer:
    """Finds what may be left out, by the cues of a language."""

    def __init__(self, language: Language | None) -> None:
        """Take the language; without it, or without its cues, nothing is left out."""
        cues = language.cues if language else {}
        self._able = all(cues.get(cue) for cue in KEPT[:4])
        self._kept = Phrases({cue: cues.get(cue, ()) for cue in KEPT})
        self._verbs = Phrases({cue: cues.get(cue, ()) for cue in VERBS})
        self._dangling = Phrases({DANGLING: cues.get(DANGLING, ())})
        self._relative = _clause(cues.get("relative", ()))
        self._addition = _opening(cues.get("addition", ()))

    def cuts(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return start and end of what may be left out inside the sentence `text`, in order, not touching."""
        if not self._able or QUOTE.search(text):
            return ()
        found: list[tuple[int, int]] = []
        for start, end in sorted(self._candidates(text)):
            if self._is_dispensable(text[start:end]) and (not found or start > found[-1][1]):
                found.append((start, end))
        return tuple(found) if found and count(without(text, found)) >= LEAST_REST else ()

    def connective(self, text: str) -> int:
        """Return where `text` goes on behind an additive opening; 0 if it has none or leans all the same."""
        found = self._addition.match(text) if self._able and self._addition else None
        rest = words(text[found.end() :]) if found else []
        leans = any(at == 0 for at, _, _ in self._dangling.find(rest))
        return found.end() if found and rest and not leans else 0

    def _candidates(self, text: str) -> Iterator[tuple[int, int]]:
        if "(" in text or "（" in text:
            yield from (found.span() for found in _BRACKETS.finditer(text))
        dashes = list(_DASH.finditer(text)) if _ANY_DASH.search(text) else []
        if len(dashes) == _PAIR:
            yield dashes[0].start(), dashes[1].end()
        # Behind another comma it is not plain what the clause belongs to.
        clause = self._relative.match(text, text.find(",")) if self._relative and "," in text else None
        if clause and self._is_whole_without(text[: clause.start()], text[clause.end() :]):
            yield clause.span()

    def _is_dispensable(self, part: str) -> bool:
        return count(part) >= LEAST_CUT and not _FIGURE.search(part) and not self._kept.find(words(part))

    def _is_whole_without(self, before: str, after: str) -> bool:
        """Tell whether what surrounds a relative clause is a sentence: it must have its verb on one side."""
        has_verb = bool(self._verbs.find(words(before)))
        if not any(map(str.isalnum, after)):
            return has_verb
        opens_with_verb = any(at == 0 for at, _, _ in self._verbs.find(words(after)))
        return opens_with_verb and not has_verb and "," not in after


@remembered
def trimmer_of(language: Language | None) -> Trimmer:
    """Return the trimmer of a language."""
    return Trimmer(language)


def without(text: str, cuts: Iterable[tuple[int, int]]) -> str:
    """Return `text` without what stands between start and end of each of `cuts`, which are in order."""
    kept, position = [], 0
    for start, end in cuts:
        kept.append(text[position:start])
        position = end
    return " ".join((*kept, text[position:]))


def line_without(line: Verbatim, article_text: str, cuts: tuple[Span, ...]) -> Verbatim:
    """Return `line`, a whole sentence, without the words of `cuts`, which are in order."""
    whole = line.sentence.span
    edges = [whole.start, *(edge for cut in cuts for edge in (cut.start, cut.end)), whole.end]
    spans = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = article_text[start:end]
        if any(map(str.isalnum, piece)):
            first = start + len(piece) - len(piece.lstrip())
            spans.append(Span(first, end - len(piece) + len(piece.rstrip()), whole.article))
    return Verbatim(tuple(spans), line.sentence)


def _clause(openings: tuple[str, ...]) -> re.Pattern[str] | None:
    if not openings:
        return None
    # What is left out ends at the next comma or with the sentence.
    names = "|".join(map(re.escape, openings))
    return re.compile(rf",\s+(?:{names})\s[^,;:()–—]*?(?:,\s+|(?=[.!?…]\Z)|\Z)", re.IGNORECASE)


def _opening(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    names = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    return re.compile(rf"(?:{names}),\s+", re.IGNORECASE)
