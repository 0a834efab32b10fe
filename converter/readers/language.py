"""The language of an article: what the user says, else what the document says, else what its words tell.

Words tell by their script first. Where several languages share it, small words tell (those of the language
files), the more so the fewer languages have them, and letters: foreign ones speak against a language.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from converter.model.article import Article
from converter.notices import Notice
from converter.readers.languages import known_languages
from converter.readers.orthography import LETTERS, SCRIPTS, WORDS

_MOST_WORDS = 2_000
"""How many words are looked at: enough to be sure, few enough to cost nothing."""

_FEWEST_WORDS_TO_DISAGREE = 50

_SMALL_WORD = 12
"""What a small word says for a language that alone has it; others share it."""

_OWN_LETTERS, _FOREIGN_LETTER = 3, -6
"""What a word says whose letters beyond ASCII are the language's, or not."""

_HAN_TO_KANA = 20
"""Japanese has at least one kana to so many Han characters; a Chinese text may quote a few."""

_SHARED = frozenset({"Latin", "Cyrillic", "Arabic"})
"""Scripts that several languages in the tables share."""

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS_OF = {name: re.compile(f"[{letters}]") for name, letters in SCRIPTS.items()}
_TAG = re.compile(r"([a-z]{2,3})((?:[-_][a-z0-9]{1,8})*)(?:[.@].*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A language that shares its script with others.

    Attributes:
        tag: of the language.
        script: name in `SCRIPTS`.
        words: its small words.
        letters: beyond ASCII; `None` where they are not known.
    """

    tag: str
    script: str
    words: frozenset[str]
    letters: frozenset[str] | None


def settle_language(article: Article, named: str) -> Article:
    """Return `article` with its language: the one `named`, else the document's own, else that of its words.

    What the document says is doubted in a notice when its words say otherwise.
    """
    if named:
        return replace(article, language=normal_tag(named) or named)
    own = normal_tag(article.language)
    told = tell_language(article.text)
    notice = None
    if not own and not told:
        notice = Notice(
            "language-undetected", "its language could not be told; --lang names it", article.source.name
        )
    elif own and told and _is_doubtful(own, told, article.text):
        what = f"it says that its language is {own}, but its words are of {told}; --lang settles it"
        notice = Notice("language-doubtful", what, article.source.name)
    return replace(article, language=own or told, notices=(*article.notices, *([notice] if notice else [])))


def normal_tag(tag: str) -> str:
    """Return a BCP 47 tag as it is usually written (`en-GB` for `en_gb.UTF-8`); empty when it is none."""
    match = _TAG.fullmatch(tag.strip())
    if not match:
        return ""
    language, *rest = f"{match[1]}{match[2]}".replace("_", "-").split("-")
    return "-".join((language.lower(), *(_subtag(part) for part in rest)))


def tell_language(text: str) -> str:
    """Return the tag of the language that `text` is written in; empty when it cannot be told."""
    words = _words(text)
    script = _script(words)
    if script not in _SHARED:
        return script
    (second, _), (best, tag) = _scores(words, script)[-2:]
    return tag if best > second and best >= 0 else ""


def fitness(text: str) -> int:
    """Return how well `text` reads in the language that fits it best: higher is better, 0 says nothing."""
    words = _words(text)
    script = _script(words)
    return _scores(words, script)[-1][0] if script in _SHARED else 0


def _words(text: str) -> list[str]:
    # \w counts fractions and Roman numerals (½, Ⅳ) among the letters
    return [word[0].lower() for word in islice(_WORD.finditer(text), _MOST_WORDS) if word[0].isalpha()]


def _scores(words: list[str], script: str) -> list[tuple[int, str]]:
    """Return score and tag of every language that is written in `script`, the best last."""
    candidates = [candidate for candidate in _candidates() if candidate.script == script]
    owners = Counter(word for candidate in candidates for word in candidate.words)
    return sorted((_score(words, candidate, owners), candidate.tag) for candidate in candidates)


def _subtag(part: str) -> str:
    """RFC 5646 2.1.1: scripts in title case, regions in capitals, all else in lower case."""
    if part.isalpha() and len(part) == 2:  # noqa: PLR2004 - ISO 3166-1
        return part.upper()
    return part.title() if part.isalpha() and len(part) == 4 else part.lower()  # noqa: PLR2004 - ISO 15924


def _is_doubtful(own: str, told: str, text: str) -> bool:
    known = {candidate.tag for candidate in _candidates()} | set(SCRIPTS)
    primary = own.partition("-")[0]
    enough = len(list(islice(_WORD.finditer(text), _FEWEST_WORDS_TO_DISAGREE))) == _FEWEST_WORDS_TO_DISAGREE
    return primary != told and primary in known and enough


def _script(words: list[str]) -> str:
    """Return the script that most letters are of; empty when there are none. Kana makes Japanese of Han."""
    sample = "".join(words)
    counts = {name: len(letters.findall(sample)) for name, letters in _LETTERS_OF.items()}
    best = max(counts, key=lambda name: counts[name])
    if not counts[best]:
        return ""
    return "ja" if best == "zh" and counts["ja"] * _HAN_TO_KANA > counts["zh"] else best


@cache
def _candidates() -> tuple[_Candidate, ...]:
    words = {tag: frozenset(words.split()) for tag, words in WORDS.items()}
    words |= {language.tag: frozenset(language.function_words) for language in known_languages()}
    return tuple(
        _Candidate(tag, _script(sorted(small)), small, frozenset(LETTERS[tag]) if tag in LETTERS else None)
        for tag, small in sorted(words.items())
    )


def _score(words: list[str], candidate: _Candidate, owners: Counter[str]) -> int:
    score = 0
    for word in words:
        if word in candidate.words:
            score += _SMALL_WORD // owners[word]
        if candidate.letters is not None and not word.isascii():
            fits = all(letter.isascii() or letter in candidate.letters for letter in word)
            score += _OWN_LETTERS if fits else _FOREIGN_LETTER
    return score
