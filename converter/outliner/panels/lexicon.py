"""The words of a language that panels are found by, as patterns."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from converter.model.language import Language
from converter.outliner.remembering import remembered

NEVER = re.compile(r"(?!)")
"""Matches nowhere: what a language has no words for is not found."""

_MONTHS = 12
_UNSPACED = frozenset({"zh", "ja"})


class Lexicon(Struct, frozen=True):
    """What panels are found by in one language.

    Attributes:
        language: whose.
        words: key of `Language.panels` → its words, case folded.
        months: form of a month's name → its number, from 1.
        weekdays: form of a weekday's name → its number, Monday 0.
        roles: finds a word for what somebody is: an office, a trade.
        kinds: finds one of these, or a word for what kind of organisation something is.
        said: finds a verb of saying.
        according: finds what stands before the name of who is cited.
        capitals: whether names are told from other words by their capitals.
    """

    language: Language
    words: dict[str, frozenset[str]]
    months: dict[str, int]
    weekdays: dict[str, int]
    roles: re.Pattern[str]
    kinds: re.Pattern[str]
    said: re.Pattern[str]
    according: re.Pattern[str]
    capitals: bool

    @property
    def is_spaced(self) -> bool:
        """Whether the language parts its words by spaces."""
        return self.language.tag.partition("-")[0] not in _UNSPACED

    @property
    def begins(self) -> str:
        """A pattern of where a word or number may begin."""
        return r"(?<![\w/-])(?<!\d[.,])" if self.is_spaced else r"(?<![\d/-])(?<!\d[.,])"

    @property
    def ends(self) -> str:
        """A pattern of where a word ends."""
        return r"(?!\w)" if self.is_spaced else ""

    def pattern(self, *keys: str) -> str:
        """Return a pattern of the words under `keys`, the longest first; without any, none fits."""
        return alternatives(word for key in keys for word in self.language.panels.get(key, ()))

    @property
    def number(self) -> str:
        """A pattern of a number of up to three figures, or of one in words."""
        return rf"(?:\d{{1,3}}|{self.pattern('numbers')})"

    def phrases(self, key: str) -> Iterator[str]:
        """Yield a pattern of each phrase under `key`; for its `{n}` stands a number, as the group `n`."""
        for phrase in self.language.panels.get(key, ()):
            parts = (part.strip() for part in re.split(r"(\{n\})", phrase))
            yield r"\s".join(
                rf"(?P<n>{self.number})" if part == "{n}" else alternatives([part]) for part in parts if part
            )


@remembered
def lexicon_of(language: Language) -> Lexicon:
    """Return what panels are found by in `language`."""
    given = language.panels
    words = {key: frozenset(word.casefold() for word in found) for key, found in given.items()}
    return Lexicon(
        language=language,
        words=words,
        months=_months(language),
        weekdays={
            form: number for number, forms in enumerate(given.get("weekdays", ())) for form in _forms(forms)
        },
        roles=_whole(given.get("roles", ())),
        kinds=_whole((*given.get("roles", ()), *given.get("bodies", ()))),
        said=_whole(given.get("said", ())),
        according=_whole(given.get("according", ())),
        capitals=any(month[:1].lower() != month[:1].upper() for month in language.months),
    )


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern of `words`, the longest first, with any white space between their parts."""
    found = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s".join(map(re.escape, word.split())) for word in found) or "(?!)"


def _months(language: Language) -> dict[str, int]:
    forms = {name: number for number, name in enumerate(language.months, start=1)}
    more = language.panels.get("months", ())
    if len(more) == _MONTHS:
        forms |= {form: number for number, each in enumerate(more, start=1) for form in _forms(each)}
    return forms


def _forms(words: str) -> Iterator[str]:
    """Yield the forms of one name; in a form of several words, `_` joins them."""
    return (form.replace("_", " ") for form in words.split())


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds one of `words` whole; `-sprecher` stands for every word that ends so."""
    given = list(words)
    whole = [word for word in given if not word.startswith("-")]
    endings = [word[1:] for word in given if word.startswith("-")]
    parts = [alternatives(whole)] if whole else []
    if endings:
        parts.append(rf"\w{{1,30}}(?:{alternatives(endings)})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) if parts else NEVER
