"""A quotation and who says it, in one sentence: a verb of saying joins the two, or words for "according to".

The speaker is a name, or a word for an office or a body with its article ("the ministry"). Whoever is only
"he" or "she" is left out, and so is a sentence in which more stands between a quotation and its speaker.
"""

import re

from converter.model.language import Language
from converter.outliner.panels.lexicon import lexicon_of
from converter.outliner.panels.names import NAME, WORD, trimmed, without_titles
from converter.outliner.remembering import remembered
from converter.outliner.words import count

Range = tuple[int, int]

_QUOTES = re.compile(
    r"“([^“”„\n]{1,2000})”|„([^“”„\n]{1,2000})[“”]|«([^«»\n]{1,2000})»|\"([^\"\n]{1,2000})\""
    # ’ is an apostrophe, too, but not behind a comma or a full stop
    r"|(?<!\w)‘([^‘“”\n]{1,2000}?[,.?!])’(?!\w)"
)
_LEAST_WORDS = 3
"""Fewer words in quotation marks are a name, or a word that somebody does not make their own."""

_JOINT = re.compile(r"[,.]?\s{0,2}(?:[-–—]\s{0,2})?")
"""Stands between a quotation and what follows."""

_NP_WORDS = 3
_APPOSITION = 80


_JOINED = re.compile(rf"\s|,[^,“”„«»\"]{{1,{_APPOSITION}}},\s")
"""Stands between a name and its verb: nothing, or an apposition."""


_OPENS = re.compile(r"(?:^|[.,;:–—“„«\"]\s?|[A-ZÀ-ÞА-ЯҐԱ-Ֆ][^\s]{0,40}\s)$")
"""Stands before whoever says what follows: the beginning of a clause, or a title."""


def quotations_in(text: str) -> list[Range]:
    """Return where quotations stand in a sentence, with their marks."""
    return [match.span() for match in _QUOTES.finditer(text)]


def speakers_in(text: str, language: Language) -> list[Range]:
    """Return who says the quotations in a sentence; one that nobody is found for has nobody here."""
    if not language.panels.get("said"):
        return []
    found: list[Range] = []
    for start, end in quotations_in(text):
        if count(text[start + 1 : end - 1]) < _LEAST_WORDS:
            continue
        speaker = _behind(text, end, language) or _before(text, start, language)
        if speaker and speaker not in found:
            found.append(speaker)
    return found


def _behind(text: str, end: int, language: Language) -> Range | None:
    """Return who says what ends at `end`: `” said Ana Ruiz`, `” Ana Ruiz said`."""
    joint = _JOINT.match(text, end)
    at = joint.end() if joint else end
    said = _verb(language).match(text, at)
    if said:
        return _person(text, said.end(), language)
    named = _name_at(text, at, language)
    if named is None:
        return None
    after = re.compile(rf"(?:,[^,“”„«»\"]{{1,{_APPOSITION}}},)?\s").match(text, named[1])
    return named if after and _verb(language).match(text, after.end()) else None


def _before(text: str, start: int, language: Language) -> Range | None:
    """Return who says what begins at `start`: `Ana Ruiz said: “`, `According to Ana Ruiz, “`."""
    lexicon = lexicon_of(language)
    for said in _verb(language).finditer(text, max(start - _APPOSITION, 0), start):
        if not re.fullmatch(r"\s?[,:]?\s?(?:that\s|dass\s)?", text[said.end() : start]):
            continue
        names = _names_before(text, said.start(), language)
        found = next((named for named in names if _JOINED.fullmatch(text, named[1], said.start())), None)
        # "a professor at the school in London said"
        if found and _OPENS.search(text[: found[0]]):
            return found
    for cited in lexicon.according.finditer(text, 0, start):
        named = _person(text, cited.end(), language)
        if named and re.fullmatch(rf",?\s(?:{WORD}\s){{0,2}}", text[named[1] : start]):
            return named
    return None


def _names_before(text: str, end: int, language: Language) -> list[Range]:
    """Return the names, and offices with their articles, in the words before `end`, the nearest first."""
    begin = max(end - 2 * _APPOSITION, 0)
    names = (_bare(text, match.span(), language) for match in NAME.finditer(text, begin, end))
    offices = (match.span() for match in _office(language).finditer(text, begin, end))
    return sorted((*filter(None, names), *offices), key=lambda one: -one[1])


def _person(text: str, at: int, language: Language) -> Range | None:
    """Return who is named from `at` on; "its president, Mark Oduya" is Mark Oduya."""
    space = re.compile(r"\s").match(text, at)
    if space is None:
        return None
    at = space.end()
    described = _description(language).match(text, at)
    if described:
        named = _name_at(text, described.end(), language)
        if named:
            return named
    return _name_at(text, at, language)


def _name_at(text: str, at: int, language: Language) -> Range | None:
    match = NAME.match(text, at)
    named = _bare(text, match.span(), language) if match else None
    if match and named and _follows_titles(text, match.start(), named[0]):
        return named
    described = _titled(language).match(text, at)
    if described and (match := NAME.match(text, described.end())):
        named = _bare(text, match.span(), language)
        # a language may have capitals for more than names: "der Minister Journalisten"
        if named and " " in text[slice(*named)]:
            return named
    office = _office(language).match(text, at)
    return office.span() if office else None


def _follows_titles(text: str, start: int, name: int) -> bool:
    """Tell whether what was cut off before a name, if anything, are words."""
    return start == name or bool(text[start:name].strip())


def _bare(text: str, span: Range, language: Language) -> Range | None:
    found = trimmed(text, *span, language)
    name = without_titles(text, *found, language) if found else None
    return _without_home(text, *name, language) if name else None


def _without_home(text: str, start: int, end: int, language: Language) -> Range:
    """Return a name without where its bearer belongs: "Ana Ruiz of Pell Bank"; not "Bank of Norland"."""
    of = re.search(r"(?<=\s)\S+\sof\s", text[start:end])
    if of is None or lexicon_of(language).kinds.search(text, start, start + of.end()):
        return start, end
    return start, start + of.end() - len(" of ")


@remembered
def _verb(language: Language) -> re.Pattern[str]:
    return lexicon_of(language).said


@remembered
def _office(language: Language) -> re.Pattern[str]:
    """Return what finds an article with a word for an office: "the ministry", "a police spokesman"."""
    lexicon = lexicon_of(language)
    articles, roles = lexicon.pattern("determiners"), lexicon.kinds.pattern
    return re.compile(
        rf"(?<!\w)(?i:{articles})\s(?:{WORD}\s){{0,{_NP_WORDS - 1}}}(?i:{roles})(?=\s?[,.]|\s{WORD}|$)"
    )


@remembered
def _titled(language: Language) -> re.Pattern[str]:
    """Return what finds "the economist ", "council leader " or "Dr. " before a name."""
    lexicon = lexicon_of(language)
    title = rf"(?:(?i:{lexicon.roles.pattern})|(?:{lexicon.pattern('titles')})\.?)"
    return re.compile(rf"(?:{WORD}\s){{0,{_NP_WORDS}}}?{title}\s(?=[A-ZÀ-ÞА-ЯҐԱ-Ֆ])")


@remembered
def _description(language: Language) -> re.Pattern[str]:
    """Return what finds "its president, " before a name."""
    lexicon = lexicon_of(language)
    return re.compile(rf"(?i:{lexicon.pattern('determiners')})\s(?:{WORD}\s?){{1,6}},\s")
