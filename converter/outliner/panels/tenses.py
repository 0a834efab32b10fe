"""Whether the words around a time tell of the past or of what is to come."""

import re
from typing import Literal

from converter.model.language import Language
from converter.outliner.panels.lexicon import lexicon_of
from converter.outliner.remembering import remembered
from converter.outliner.words import Phrases, words

Tense = Literal["past", "future", ""]
"""Empty: it tells of both, or of neither."""

_CUES: dict[Tense, tuple[str, ...]] = {
    "past": ("past", "perfect", "completed"),
    "future": ("future", "expectation", "intention", "condition", "modality"),
}
_NEAR = 24
"""So many characters lie at most between a verb of saying and the time that goes with it."""

_CLAUSE = re.compile(r"[,;:–—“”„«»\"،](?=\s|$)|(?<=\s)[–—“„«]")


def tense_of(text: str, start: int, end: int, language: Language) -> Tense:
    """Return the tense of what is told of the time from `start` to `end`: that of its clause."""
    if _is_past(text, start, language) or _is_said(text, start, end, language):
        return "past"
    begins = [match.end() for match in _CLAUSE.finditer(text, 0, start)]
    ends = _CLAUSE.search(text, end)
    clause = text[begins[-1] if begins else 0 : start] + text[end : ends.start() if ends else len(text)]
    found = {meaning for _, _, meaning in _phrases(language).find(words(clause))}
    if len(found) != 1:
        return ""
    return "past" if "past" in found else "future"


def _is_past(text: str, start: int, language: Language) -> bool:
    """Tell whether a word stands before a time that no time to come has: "since Monday"."""
    since = lexicon_of(language).pattern("since")
    return re.search(rf"(?<!\w)(?i:{since})\s$", text[max(start - _NEAR, 0) : start]) is not None


def _is_said(text: str, start: int, end: int, language: Language) -> bool:
    """Tell whether something was said at that time: "said on Thursday", "on Thursday announced"."""
    said = lexicon_of(language).said
    behind, before = text[end : end + _NEAR], text[max(start - _NEAR, 0) : start]
    if behind[:1] == " " and said.match(behind, 1):
        return True
    found = [match.end() for match in said.finditer(before)]
    return bool(found) and len(before[found[-1] :].split()) <= 1


@remembered
def _phrases(language: Language) -> Phrases:
    """Return what finds cues of the two tenses, and nothing that would keep an ending from telling."""
    return Phrases(
        {
            tense: [word for cue in cues for word in language.cues.get(cue, ())]
            for tense, cues in _CUES.items()
        }
    )
