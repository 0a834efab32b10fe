"""The language of an article: what the user says, else what the document says, else what its words tell."""

import re
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from converter.language_tags import customary_tag
from converter.model.article import Article
from converter.notices import Notice
from converter.readers.evidence import SHARED, all_tags, known_tags, scores, script_of, words_of

_LEAST = 12
"""What must speak for a language to name it: as much as a small word that two have."""

_SURE_LEAD = 48
"""How far the best language must lead to be sure: by two small words that it alone has."""

_SURE_SHARE = 10
"""How far it must lead as well: by one part in so many of all that speaks for it."""

_SURE_WORDS = 10
"""One word in so many, at the least, is a small word of the language that a text is written in."""

_FEWEST_WORDS_TO_DISAGREE = 50

_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"([a-z]{2,3})((?:[-_][a-z0-9]{1,8})*)(?:[.@].*)?", re.IGNORECASE)


class Told(NamedTuple):
    """The language that a text's words tell; `tag` is empty when they tell none.

    It is `sure` when its small words are frequent and no other language comes near.
    """

    tag: str
    sure: bool


def settle_language(article: Article, named: str) -> Article:
    """Return `article` with its language: the one `named`, else the document's own, else that of its words.

    What the document says is doubted in a notice when its words say otherwise. Where they leave doubt and the
    document says nothing, py3langid is asked, if it is installed.
    """
    if named:
        return replace(article, language=normal_tag(named) or named)
    own = normal_tag(article.language)
    told = tell_language(article.text)
    if own:
        doubt = _contradiction(own, told, article)
        return replace(article, language=own, notices=(*article.notices, *doubt))
    tag, doubt = (told.tag, ()) if told.sure else _second_opinion(told.tag, article)
    return replace(article, language=tag, notices=(*article.notices, *doubt))


def normal_tag(tag: str) -> str:
    """Return a BCP 47 tag as it is usually written (`en-GB` for `en_gb.UTF-8`); empty when it is none."""
    match = _TAG.fullmatch(tag.strip())
    if not match:
        return ""
    return customary_tag(f"{match[1]}{match[2]}")


def tell_language(text: str) -> Told:
    """Return the language that `text` is written in, by its script and its words."""
    words = words_of(text)
    script = script_of(words)
    if script not in SHARED:
        return Told(script, bool(script))
    found = scores(words, script)
    (best, tag), (second, _) = found.ranking[:2]
    lead = best - second
    sure = lead >= max(_SURE_LEAD, best / _SURE_SHARE) and found.small * _SURE_WORDS >= len(words)
    return Told(tag if best >= _LEAST else "", sure)


def ask_langid(text: str, tag: str) -> str:
    """Return what py3langid takes `text` for where it contradicts `tag`, which may be empty; else `tag`."""
    # half a second: not before there is doubt
    from converter.readers.langid import overrule

    script = script_of(words_of(text))
    return overrule(text, tag, known_tags(script)) if script else tag


def _contradiction(own: str, told: Told, article: Article) -> tuple[Notice, ...]:
    """Say that the words of `article` are not of its `own` language, where they are enough to be sure."""
    primary = own.partition("-")[0]
    known = primary in {tag.partition("-")[0] for tag in all_tags()}
    words = islice(_WORD.finditer(article.text), _FEWEST_WORDS_TO_DISAGREE)
    enough = sum(1 for _ in words) == _FEWEST_WORDS_TO_DISAGREE
    if not (told.sure and known and enough) or primary == told.tag.partition("-")[0]:
        return ()
    what = f"it says that its language is {own}, but its words are of {told.tag}; --lang settles it"
    return (Notice("language-doubtful", what, article.source.name),)


def _second_opinion(tag: str, article: Article) -> tuple[str, tuple[Notice, ...]]:
    """Return the language of words that leave doubt, and what to say of it."""
    asked = ask_langid(article.text, tag)
    if not asked:
        what = "its language could not be told; --lang names it"
        return "", (Notice("language-undetected", what, article.source.name),)
    if asked == tag or not tag:
        return asked, ()
    what = f"its words are of {tag}, but py3langid takes it for {asked}, which counts; --lang settles it"
    return asked, (Notice("language-doubtful", what, article.source.name),)
