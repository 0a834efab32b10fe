"""Figures in a sentence: amounts of money, shares, counts and measures; no dates, ages, places or names."""

import re
from collections.abc import Sequence

from converter.model.language import Language
from converter.outliner.panels.lexicon import alternatives, lexicon_of
from converter.outliner.panels.names import never_names
from converter.outliner.panels.times import AGO, Time
from converter.outliner.remembering import remembered

Range = tuple[int, int]
"""From where to where in a sentence."""

_SPACE = r"[ \u00a0\u202f\u2009]"
_NUMBER = (
    r"\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,3})?(?!\d)"
    rf"|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)"
    r"|\d+(?:[.,]\d+)?"
)
_SIGN = r"(?:US|A|C|NZ|HK)?[$€£¥₹₽֏₺₪₴]|\b(?:EUR|USD|GBP|CHF)\b"
_SHORT = r"(?:m|mn|bn|tn|k)\b"
"""What stands for millions and the like behind a number with the sign of a currency."""

_GROUPED = re.compile(rf"\d{{1,3}}(?:(?:[.,'’]|{_SPACE})\d{{3}})+")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_WORD = re.compile(r"[ \u00a0\u202f]?([^\W\d_]+(?:[-’'][^\W\d_]+)*)")
_LAST_WORD = re.compile(r"([^\W\d_]+\.?|№|#|°)[ \u00a0\u202f]?$")
_BEHIND = 40
"""So many characters before and behind a number are looked at."""

_CAPITAL_NOUNS = "de"
"""The language in which all nouns have capitals, names or not."""


def figures_in(text: str, language: Language, times: Sequence[Time]) -> list[Range]:
    """Return the figures of a sentence, in order, with signs, scales and currencies; `times` are none."""
    if not language.panels:
        return []
    judge = _Judge(text, language, times)
    shares = (match.span() for match in _shares(language).finditer(text))
    numbers = (match.span() for match in _numbers(language).finditer(text) if judge.is_figure(match))
    worded = (match.span("figure") for match in _worded(language).finditer(text))
    found: list[Range] = []
    for one in (*shares, *numbers, *worded):
        if not judge.is_other(*one) and not any(start < one[1] and one[0] < end for start, end in found):
            found.append(one)
    return sorted(found)


@remembered
def _numbers(language: Language) -> re.Pattern[str]:
    lexicon = lexicon_of(language)
    scale, unit = lexicon.pattern("scales"), lexicon.pattern("percent", "currencies")
    gap = rf"{_SPACE}?"
    edge, before = (r"(?![^\W_])", r"\w") if lexicon.is_spaced else ("", r"\d")
    return re.compile(
        rf"(?P<sign>(?:{_SIGN}|(?i:{lexicon.pattern('percent-before')})){gap})?(?<![{before}.,])(?P<number>{_NUMBER})"
        rf"(?:{gap}(?P<scale>(?i:{scale}){edge}|(?<=\d)(?P<short>{_SHORT})))?"
        rf"(?:{gap}(?P<unit>[%‰]|°[CF]|(?i:{unit}){edge}|[$€£¥₹₽֏₺₪₴]))?"
    )


@remembered
def _worded(language: Language) -> re.Pattern[str]:
    """Return what finds numbers in words that count something, or have a scale, such as "three million"."""
    lexicon = lexicon_of(language)
    number, scale = lexicon.pattern("numbers"), lexicon.pattern("scales")
    unit = lexicon.pattern("percent", "currencies")
    return re.compile(
        rf"(?<![\w-])(?i:(?P<figure>(?:{number})(?:\s(?:{scale}))?\s(?:{unit})|(?:{number})\s(?:{scale})"
        rf"|(?:{number})(?=\s(?:{lexicon.pattern('counted')})(?!\w))))(?![\w-])"
    )


@remembered
def _shares(language: Language) -> re.Pattern[str]:
    """Return what finds "one in five", of which neither number is an amount by itself."""
    lexicon = lexicon_of(language)
    number = lexicon.pattern("numbers")
    # "three in two months" is none
    ago = (phrase.partition("{n}")[2].split() for key in AGO for phrase in language.panels.get(key, ()))
    periods = alternatives(words[0] for words in ago if words)
    share = rf"(?:{number})\s(?:{lexicon.pattern('ratio')})\s(?:{number})"
    return re.compile(rf"(?<![\w-])(?i:{share}(?![\w-]|\s(?:{periods})(?!\w)))")


@remembered
def _ages(language: Language) -> re.Pattern[str]:
    """Return what finds an age, or what may be one: "aged 12", "de 12 años"."""
    phrases = (phrase.replace("?P<n>", "?:") for phrase in lexicon_of(language).phrases("ages"))
    return re.compile(rf"(?:(?<!\w)|(?=,))(?i:{'|'.join(phrases) or '(?!)'})(?!\w)")


class _Judge:
    """Tells figures from other numbers of one sentence."""

    def __init__(self, text: str, language: Language, times: Sequence[Time]) -> None:
        self._text, self._times = text, times
        lexicon = lexicon_of(language)
        self._is_spaced = lexicon.is_spaced
        self._has_capital_nouns = language.tag.partition("-")[0] == _CAPITAL_NOUNS
        self._words, self._capitals = lexicon.words, lexicon.capitals
        self._never_counted = never_names(language)
        self._ages = [match.span() for match in _ages(language).finditer(text)]
        self._counted = re.compile(lexicon.pattern("counted"))

    def is_other(self, start: int, end: int) -> bool:
        """Tell whether what stands there is a time or an age."""
        return self.is_time(start, end) or any(begin < end and start < until for begin, until in self._ages)

    def is_time(self, start: int, end: int) -> bool:
        """Tell whether what stands there belongs to a time."""
        return any(time.start < end and start < time.end for time in self._times)

    def is_figure(self, match: re.Match[str]) -> bool:
        """Tell whether a number is an amount; where that is not plain, it is none."""
        if match["short"] and not match["sign"]:
            return False
        before = self._text[max(match.start() - _BEHIND, 0) : match.start()]
        behind = self._text[match.end() : match.end() + _BEHIND]
        has_unit = match["sign"] or match["scale"] or match["unit"]
        if not self._is_spaced:
            return bool(has_unit or self._counted.match(behind))
        if re.match(r"[\w/–-]|[.:,]\d|\.\s", behind) or re.search(r"[\w/–-]$|\d[.:, \u00a0]$", before):
            return False
        if has_unit:
            return True
        return not self._is_name(before, match.start()) and self._counts(match["number"], behind)

    def _is_name(self, before: str, start: int) -> bool:
        """Tell whether the word before a number makes it the number of something: "Article 5", "Route 66"."""
        last = _LAST_WORD.search(before)
        if last is None:
            return False
        word = last[1]
        if word.casefold().rstrip(".") in self._words.get("numbered", ()) or word in {"№", "#", "°"}:
            return True
        at = start - len(before) + last.start()
        if self.is_time(at, at + 1):
            return False
        has_capital = word[0] != word[0].lower()
        return has_capital and at > 0

    def _counts(self, number: str, behind: str) -> bool:
        """Tell whether a bare number counts what follows it."""
        following = _WORD.match(behind)
        word = following[1] if following else ""
        if word.casefold() in self._words.get("clock", ()):
            return False
        if _GROUPED.fullmatch(number):
            return True
        if _YEAR.fullmatch(number):
            return False
        if word.casefold() in self._words.get("counted", ()):
            return True
        if not word or word.casefold() in self._never_counted:
            return False
        is_name = self._capitals and word[0] != word[0].lower()
        return not is_name or self._has_capital_nouns
