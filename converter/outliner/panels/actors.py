"""Names with their first apposition: what the article says somebody is, right before or behind the name.

It has to hold a word for an office, a trade or a kind of organisation (`roles` of the language file), and to
end where commas, brackets or the sentence say that it ends.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from converter.model.language import Language
from converter.outliner.panels.lexicon import lexicon_of
from converter.outliner.panels.names import NAME, WORD, never_names, trimmed, without_titles
from converter.outliner.remembering import remembered

Range = tuple[int, int]

_MOST_WORDS = 12
"""A longer apposition tells a story of its own."""

_ROLE_WITHIN = 6
"""So many words at most stand before the word for what somebody is."""


class Actor(Struct, frozen=True):
    """A name with its apposition: where both stand in a sentence, and the name alone."""

    whole: Range
    name: Range


def actors_in(text: str, language: Language) -> list[Actor]:
    """Return the names of a sentence that have an apposition, in order."""
    if not language.panels.get("roles"):
        return []
    found = [*_behind(text, language), *_before(text, language), *_titled(text, language)]
    actors: list[Actor] = []
    for one in sorted(found, key=lambda actor: (actor.whole[0], -actor.whole[1])):
        if not actors or one.whole[0] >= actors[-1].whole[1]:
            actors.append(one)
    return actors


def _behind(text: str, language: Language) -> Iterator[Actor]:
    """Yield `Ana Ruiz, the mayor of Lowmere`."""
    for name in _names(text, language):
        match = _apposition(language).match(text, name[1])
        if match and _is_apposition(match["said"], match["article"] or "", language):
            start = _with_article(text, name[0], language)
            yield Actor((start, match.end("said")), name)


def _before(text: str, language: Language) -> Iterator[Actor]:
    """Yield `its president, Mark Oduya`."""
    for match in _DESCRIBED.finditer(text):
        named = NAME.match(text, match.end())
        name = trimmed(text, *named.span(), language) if named else None
        if name is None or name[0] != match.end() or not _is_full(text, name):
            continue
        # "the committee, Senator Ana Ruiz" is a list
        is_bare = without_titles(text, *name, language) == name
        if is_bare and re.match(r"[,.;!?”»]|$", text[name[1] :]):
            start = _described_from(text, match.start(), language)
            yield from () if start is None else (Actor((start, name[1]), name),)


def _described_from(text: str, end: int, language: Language) -> int | None:
    """Return where the description begins that ends at `end`: at the last article with a role behind it."""
    begin = max(end - _LONGEST, 0)
    for article in reversed(list(_article(language).finditer(text, begin, end))):
        said = text[article.start() : end]
        if re.search(r"[,.;:()“”„«»\"]", said):
            return None
        if lexicon_of(language).roles.search(said):
            return article.start() if _is_apposition(said, article[0], language) else None
    return None


def _titled(text: str, language: Language) -> Iterator[Actor]:
    """Yield `Foreign Minister Ana Ruiz`, `council leader Joan Firth`."""
    lexicon = lexicon_of(language)
    for match in NAME.finditer(text):
        whole = trimmed(text, *match.span(), language)
        bare = without_titles(text, *whole, language) if whole else None
        if whole is None or bare is None or not _is_full(text, bare):
            continue
        if bare[0] > whole[0] and lexicon.roles.search(text, whole[0], bare[0]):
            start: int | None = whole[0]
        else:
            start = _small_title(text, whole[0], language)
        if start is not None and not _is_former(text, start, language):
            yield Actor((_with_article(text, start, language), bare[1]), bare)


def _small_title(text: str, name: int, language: Language) -> int | None:
    """Return where a word for what somebody is begins that stands before a name without a capital.

    Capitals before it belong to it: "Deutsche Bank trader Ana Ruiz".
    """
    found = lexicon_of(language).roles.finditer(text, max(name - _BEFORE, 0), name)
    role = next((one for one in found if text[one.end() : name] == " "), None)
    if role is None:
        return None
    before = _CAPITALS.search(text, max(role.start() - _BEFORE, 0), role.start())
    return before.start() if before else role.start()


def _is_former(text: str, start: int, language: Language) -> bool:
    """Tell whether a word before a title may change what it says: "former", "acting", "murdered"."""
    before = re.search(rf"({WORD})\s$", text[max(start - _BEFORE, 0) : start])
    # of "L’ex assessore" the word is "ex"
    last = re.split(r"['’](?=.{2})", before[1])[-1] if before else ""
    if before is None or last[0].isupper():
        return False
    word, lexicon = last.casefold(), lexicon_of(language)
    former = lexicon.words.get("former")
    if former and text[start].isupper():
        # before a title with a capital may stand any word, but for these
        return word in former
    known = word in language.function_words or word in lexicon.words.get("determiners", ())
    return not (known or word in never_names(language) or lexicon.said.fullmatch(before[1]))


_BEFORE = 60
"""So many characters before a name are looked at."""

_CAPITALS = re.compile(r"(?:(?<![\w.])[A-Z](?!['’][a-zà-ÿ])[\w’'-]{1,30}\s){1,2}$")


def _names(text: str, language: Language) -> Iterator[Range]:
    for match in NAME.finditer(text):
        found = trimmed(text, *match.span(), language)
        name = without_titles(text, *found, language) if found else None
        if name and found and name[0] == found[0] and _is_full(text, name):
            yield name


_FIRMS = frozenset(
    "Co Inc Corp Ltd LLC PLC AG SE SA NV BV GmbH Department Committee Court Council Office".split()  # noqa: SIM905
)
"""Names that end so are not those of persons, and the word before them is not what somebody is."""


def _is_full(text: str, name: Range) -> bool:
    """Tell whether a name has two words at least, or is an abbreviation."""
    words = [word for word in text[slice(*name)].split() if word[0].isupper()]
    if not text[name[0]].isupper() or not words or words[-1].rstrip(".") in _FIRMS:
        return False
    return len(words) > 1 or (len(words[0]) > 2 and words[0].isupper())  # noqa: PLR2004 - letters


def _with_article(text: str, start: int, language: Language) -> int:
    """Return where the article before `start` begins; `start` where there is none."""
    articles = lexicon_of(language).pattern("articles")
    match = re.compile(rf"(?<!\w)(?i:{articles})\s$").search(text, max(start - 12, 0), start)
    return match.start() if match else start


def _is_apposition(said: str, article: str, language: Language) -> bool:
    lexicon = lexicon_of(language)
    words = said.split()
    if not words or len(words) > _MOST_WORDS:
        return False
    role = lexicon.kinds.search(said)
    if role is None or len(said[: role.start()].split()) > _ROLE_WITHIN:
        return False
    if not article and role.start() and words[0][:1].isupper():
        return False
    return not lexicon.said.search(said) and not _verbs(language).search(said)


@remembered
def _verbs(language: Language) -> re.Pattern[str]:
    """Return what finds a finite verb, which no apposition has."""
    words = lexicon_of(language).pattern("finite")
    return re.compile(rf"(?<!\w)(?i:{words})(?!\w)")


@remembered
def _apposition(language: Language) -> re.Pattern[str]:
    """Return what finds an apposition behind a name, up to its end or a relative clause."""
    lexicon = lexicon_of(language)
    relative = "|".join(map(re.escape, language.cues.get("relative", ()))) or "(?!)"
    return re.compile(
        rf",\s(?P<said>(?:(?P<article>(?i:{lexicon.pattern('determiners')}))\s)?"
        rf"(?:(?!(?:{relative})(?!\w))[^\s,.;:()“”„«»\"!?]{{1,40}}\s?){{1,{_MOST_WORDS}}}?)"
        rf"(?=[,;:)]|\.$|[.!?]?[”»“\"]|\s[–—]\s|$|\s(?:{relative})(?!\w))"
    )


_DESCRIBED = re.compile(r"(?<=[^\W\d_]),\s")
"""Stands between what somebody is and the name."""

_LONGEST = 80


@remembered
def _article(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{lexicon_of(language).pattern('determiners')})(?=\s)")
