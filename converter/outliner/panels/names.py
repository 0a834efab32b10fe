"""Names in a sentence: words with capitals one behind the other, with what may stand among them."""

import re

from converter.model.language import Language
from converter.outliner.panels.lexicon import lexicon_of
from converter.outliner.remembering import remembered

_PARTICLES = (
    "de|da|do|dos|das|del|della|di|du|des|la|le|van|von|der|den|ter|ten|zu|zur|al|el|bin|ibn|y|e|of|ould|af"
)
"""May stand inside a name, in the languages that part words by spaces and capitals."""

_MOST_WORDS = 6

_LETTERS = r"(?:[^\W\d_]|['’-](?=[^\W\d_])){0,40}"
WORD = rf"[^\W\d_]{_LETTERS}"
"""A pattern of a word, with apostrophes and hyphens inside."""

_UPPER = "[A-ZÀ-ÖØ-ÞĀ-ſΑ-ΩЀ-ЯҐԱ-Ֆ]"
"""Capitals of the Latin, Greek, Cyrillic and Armenian scripts."""


_CAPITAL = rf"{_UPPER}{_LETTERS}(?:(?<=\b[A-Z])\.)?(?:['’](?=\s)|['’]s(?=\s[A-Z]))?"
NAME = re.compile(
    rf"(?<![\w'’.-]){_CAPITAL}(?:\s(?:(?:{_PARTICLES})\s){{0,2}}{_CAPITAL}){{0,{_MOST_WORDS - 1}}}"
)
"""Finds runs of capitals, such as `Foreign Minister Ana de la Ruiz`."""


@remembered
def never_names(language: Language) -> frozenset[str]:
    """Return words that have a capital at the beginning of a sentence, or always, and are no names."""
    lexicon = lexicon_of(language)
    words = {
        *language.function_words,
        *lexicon.words.get("determiners", ()),
        *lexicon.words.get("no-names", ()),
    }
    forms = (*lexicon.months, *lexicon.weekdays)
    named = {word.casefold() for form in forms for word in form.split()}
    return frozenset(word.casefold() for word in words) | named


def trimmed(text: str, start: int, end: int, language: Language) -> tuple[int, int] | None:
    """Return a run of capitals without the words at its beginning that belong to no name."""
    none = never_names(language)
    end -= 2 * text.endswith(("'s", "’s"), start, end)
    while start < end:
        word = text[start:end].split(None, 1)
        if word[0].casefold().rstrip(".") not in none:
            return start, end
        start = start + len(text[start:end]) - len(word[1]) if len(word) > 1 else end
    return None


def without_titles(text: str, start: int, end: int, language: Language) -> tuple[int, int] | None:
    """Return a name without the words before it for what its bearer is, such as `Foreign Minister`."""
    lexicon = lexicon_of(language)
    roles = [match.end() for match in lexicon.roles.finditer(text, start, end)]
    titles = [match.end() for match in _titles(language).finditer(text, start, end)]
    begin = max([start, *roles, *titles])
    while begin < end and text[begin] in " \u00a0\t\n.":
        begin += 1
    return (begin, end) if begin < end else None


@remembered
def _titles(language: Language) -> re.Pattern[str]:
    words = lexicon_of(language).pattern("titles")
    return re.compile(rf"(?<!\w)(?:{words})\.?(?!\w)")
