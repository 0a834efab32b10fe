"""Sentences: where they begin and end.

The library `sentencex` finds the boundaries; a thin layer of rules adds some that it is known to miss and
takes back some that are none. Nothing is lost between two sentences: every character of a text that is not
white space belongs to exactly one of them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from converter.model.article import Article, Block, ItemList, Paragraph, Quote, Sentence, Span
from converter.model.language import Language

_OPENING = r"[(\[“«\"'‘¿¡„]*"

# Ends that the library does not see: of a whole sentence in brackets, of a full-width sentence before a
# figure, of a word that it takes for an initialism ("of the NBA. Then") or an abbreviation.
_BRACKETS = re.compile(rf"(?<=[.!?…][)\]])\s+(?={_OPENING}(\w))")
_FULL_WIDTH = re.compile(r"(?<=[。！？])(?=[^\s。！？”’」』）》…])")
_PLAIN = re.compile(rf"\b([^\W\d_]{{2,}})\.\s+(?={_OPENING}(\w))")
_DOTTED = re.compile(r"(?<=[^\W\d_]\.[^\W\d_]\.)\s+(?=([^\W\d_]+))")
# Of a sentence that closes with brackets or quotation marks, and in Armenian of any.
_CLOSED = re.compile(rf"[)\]»”';]\.\s+(?={_OPENING}[^\W\d_a-z])")
_ARMENIAN = re.compile(r"(?:[։:…]|\.{3}[»”]?)\s+(?=[«“]?[^\W\d_a-z])")
_CYRILLIC = {"ru", "uk", "be", "bg", "sr", "mk"}
# Marks that the library leaves with the sentence before; a straight one opens where no space follows it.
_OPENED = re.compile(r"(?<=\s)(?:(?:[“«„‘「『]|``)\s*|[\"'])\Z")
_MARKS = 5
# What is quoted stays in one piece; it belongs to the words that say who said it.
# Its length has a bound, so that many marks that nothing closes are not each followed to the end.
_QUOTED = re.compile(r"“[^”]{0,5000}”|\"[^\"]{0,5000}\"|«[^»]{0,5000}»|„[^“”]{0,5000}[“”]")
_SURELY_WHOLE = 4
"""Letters from which on a word in small letters is no abbreviation."""

_STRETCH = 10_000
"""So many characters the library sees at once: marks that nothing closes take it time with their square."""

_REACH = 100
"""So many characters before a boundary tell whether the sentence goes on behind it."""
# Initials in Hebrew have a mark before their last letter, which many write as a straight quotation mark.
_GERSHAYIM = '(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])'
# "den 1. Bauabschnitt", "im 19. Jahrhundert": a number behind one of these tells a place in a row.
_GERMAN_ORDINAL = (
    r"\b(?:de[rmns]|das|die|[ai]m|vom|zu[mr]|beim|ins|(?:k?ein|jed|dies)e?[rmns]?)"
    r"\s+(?:\d{1,3}|[IVX]{1,5})\.\Z"
)
_LAST_WORD = re.compile(r"[^\s(\[“«\"'‘„]+\Z")
_ABBREVIATED = re.compile(r"(?:[^\W\d_]{1,2}|\S*\w\.\w+)\.\Z")
_INITIAL = re.compile(r"[^\W\d_a-zI]\.\Z")
_LABEL = re.compile(r"\s*[•⁃*-]?\s*(\d{1,3}|[a-z])([.)]{1,2})(?=\s)")
_LONE_LABEL = re.compile(r"\W*(?:\d{1,3}|[^\W\d_])[.)]{1,2}\Z")


def sentences_of(article: Article, language: Language | None) -> tuple[Sentence, ...]:
    """Return the sentences of every paragraph, quotation and list item, in reading order."""
    tag = article.language or (language.tag if language else "")
    found: list[Sentence] = []
    for index, block in enumerate(article.blocks):
        number = 0
        for span in prose_of(block):
            for start, end in split(article.slice(span), tag, language):
                number += 1
                found.append(
                    Sentence(Span(span.start + start, span.start + end, span.article), index, number)
                )
    return tuple(found)


def prose_of(block: Block) -> tuple[Span, ...]:
    """Return the parts of `block` that hold sentences: none in headings, tables, figures, code and notes."""
    match block:
        case Paragraph():
            return (block.span,)
        case Quote():
            return block.paragraphs
        case ItemList():
            return tuple(item.span for item in block.items)
        case _:
            return ()


def split(text: str, tag: str, language: Language | None = None) -> list[tuple[int, int]]:
    """Return start and end of each sentence of `text`, without the white space around it.

    Args:
        text: a paragraph; line ends in it count as spaces.
        tag: BCP 47; a language that the library does not know is treated like English.
        language: brings abbreviations and function words; may be missing.
    """
    text = re.sub(_GERSHAYIM, "״", text) if '"' in text and not text.isascii() else text
    starts = sorted(
        {
            0,
            *_labels(text),
            *(_before_quote(text, start) for start in _found(text, tag)),
            *_missed(text, tag, language),
        }
    )
    kept = [0]
    for start, end in pairwise([*starts[1:], len(text)]):
        before = text[max(kept[-1], start - _REACH) : start]
        if not _continues(before.rstrip(), text[start:end].lstrip(), language):
            kept.append(start)
    return list(_trimmed(text, kept))


def _found(text: str, tag: str) -> Iterator[int]:
    # a compiled library, imported when the first sentence is wanted
    from sentencex import get_sentence_boundaries

    language = tag.partition("-")[0] or "en"
    start = 0
    goes_on = False
    while start < len(text):
        stretch = text[start : start + _STRETCH]
        found = [boundary["start_index"] for boundary in get_sentence_boundaries(language, stretch)]
        is_last = start + len(stretch) == len(text)
        # A sentence that the end of a stretch may have cut is looked at again from its beginning.
        whole = found if is_last or found[-1] == 0 else found[:-1]
        yield from (start + index for index in whole if index or not goes_on)
        goes_on = whole is found
        start += len(stretch) if goes_on else found[-1]


def _labels(text: str) -> Iterator[int]:
    """Yield where the items of a list begin that stands in one paragraph: "1. Wait 2. Go"."""
    label = _LABEL.match(text)
    while label:
        number = int(label[1]) + 1 if label[1].isdigit() else chr(ord(label[1]) + 1)
        following = re.compile(rf"(?<=\s)(?:[•⁃*-]\s*)?{re.escape(str(number))}{re.escape(label[2])}\s")
        found = following.search(text, label.end())
        if not found:
            return
        yield found.start()
        label = _LABEL.match(text, found.start())


def _before_quote(text: str, start: int) -> int:
    """Return `start`, or where the quotation marks stand that open the sentence, not the one before it."""
    first = max(0, start - _MARKS)
    marks = _OPENED.search(text[first:start])
    return first + marks.start() if marks else start


def _missed(text: str, tag: str, language: Language | None) -> Iterator[int]:
    yield from (gap.end() for gap in _FULL_WIDTH.finditer(text))
    yield from (gap.end() for gap in _BRACKETS.finditer(text) if not gap[1].islower())
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    gaps = [gap for gap in _PLAIN.finditer(text) if _ends_sentence(gap[1], gap[2], tag)]
    gaps += _CLOSED.finditer(text)
    gaps += _ARMENIAN.finditer(text) if tag.startswith("hy") else ()
    yield from (gap.end() for gap in gaps if not _is_inside(gap.end(), quoted))
    if language:
        openers = _openers(language.function_words)
        yield from (gap.end() for gap in _DOTTED.finditer(text) if gap[1] in openers)


def _is_inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether `position` lies inside one of `spans`, which are in order and do not overlap."""
    before = bisect_left(spans, (position,))
    return before > 0 and position < spans[before - 1][1]


@cache
def _openers(function_words: tuple[str, ...]) -> frozenset[str]:
    """Return what opens a sentence even after an abbreviation: "in the U.S. The"; a name might not."""
    return frozenset(word.capitalize() for word in function_words)


def _ends_sentence(word: str, after: str, tag: str) -> bool:
    """Say whether a full stop behind `word` ends a sentence when a word that begins with `after` follows."""
    # The library takes the last words of many Russian sentences for abbreviations.
    cyrillic = tag.partition("-")[0] in _CYRILLIC
    if after.isdigit():
        return cyrillic and word.islower() and len(word) > _SURELY_WHOLE
    long = len(word) >= _SURELY_WHOLE
    return after.isupper() and (word.isupper() or (long and (cyrillic or word.islower())))


def _continues(before: str, after: str, language: Language | None) -> bool:
    """Say whether the sentence `before` goes on with `after`, although there is a boundary between them."""
    if not before or _LONE_LABEL.match(before) or _is_tail(before, after):
        return True
    found = _LAST_WORD.search(before)
    last = found[0] if found else ""
    if after.lstrip("([")[:1].islower():
        return not _ends_before_small_letters(last, language)
    if not last.endswith(".") or "." in last[:-1]:
        return False
    return bool(_INITIAL.match(last)) or (
        language is not None
        and (_is_abbreviation(last[:-1], language) or _is_ordinal(before, language))
        and after.split(None, 1)[0] not in _openers(language.function_words)
    )


def _is_abbreviation(word: str, language: Language) -> bool:
    shouted = word.isupper() and word.casefold() in _folded(language.abbreviations)
    return shouted or word in language.abbreviations


def _is_ordinal(before: str, language: Language) -> bool:
    return language.tag.startswith("de") and bool(re.search(_GERMAN_ORDINAL, before, re.IGNORECASE))


def _ends_before_small_letters(last: str, language: Language | None) -> bool:
    """Say whether the word `last` ends a sentence although the next word begins with a small letter."""
    if last.endswith("!"):
        return last.islower()  # "Yahoo! in" goes on
    folded = _folded(language.abbreviations) if language else ()
    abbreviated = last[:-1].casefold() in folded or _ABBREVIATED.match(last)
    return last.endswith((".", ":", ";", "?")) and not abbreviated


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


def _is_tail(before: str, after: str) -> bool:
    """Say whether `after` is none by itself: punctuation, or the particle behind a quotation in Japanese."""
    if not any(map(str.isalnum, after)) or after[0] in ",;)]”»":
        return True
    return before.endswith(("」", "』")) and after.startswith(("と", "って"))


def _trimmed(text: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    for start, end in pairwise([*starts, len(text)]):
        piece = text[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
