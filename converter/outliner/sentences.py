"""Sentences: where they begin and end.

The library `sentencex` finds the boundaries; a thin layer of rules adds some that it is known to miss and
takes back some that are none. Nothing is lost between two sentences: every character of a text that is not
white space belongs to exactly one of them.
"""

import re
from collections.abc import Iterator
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
# What is quoted stays in one piece; it belongs to the words that say who said it.
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]")
_SURELY_WHOLE = 4
"""Letters from which on a word in small letters is no abbreviation."""

_LAST_WORD = re.compile(r"[^\s(\[“«\"'‘„]+\Z")
_ABBREVIATED = re.compile(r"(?:[^\W\d_]{1,4}|\S*\w\.\w+)\.\Z")
_INITIAL = re.compile(r"[^\W\d_a-zI]\.\Z")
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
    starts = sorted({0, *_found(text, tag), *_missed(text, language)})
    kept = [0]
    for start, end in pairwise([*starts[1:], len(text)]):
        if not _continues(text[kept[-1] : start].rstrip(), text[start:end].lstrip(), language):
            kept.append(start)
    return list(_trimmed(text, kept))


def _found(text: str, tag: str) -> Iterator[int]:
    # a compiled library, imported when the first sentence is wanted
    from sentencex import get_sentence_boundaries

    for boundary in get_sentence_boundaries(tag.partition("-")[0] or "en", text):
        yield boundary["start_index"]


def _missed(text: str, language: Language | None) -> Iterator[int]:
    yield from (gap.end() for gap in _FULL_WIDTH.finditer(text))
    yield from (gap.end() for gap in _BRACKETS.finditer(text) if not gap[1].islower())
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    for gap in _PLAIN.finditer(text):
        if gap[2].isupper() and _ends_sentence(gap[1]) and not any(s < gap.end() < e for s, e in quoted):
            yield gap.end()
    if language:
        openers = _openers(language.function_words)
        yield from (gap.end() for gap in _DOTTED.finditer(text) if gap[1] in openers)


@cache
def _openers(function_words: tuple[str, ...]) -> frozenset[str]:
    """Return what opens a sentence even after an abbreviation: "in the U.S. The"; a name might not."""
    return frozenset(word.capitalize() for word in function_words)


def _ends_sentence(word: str) -> bool:
    return word.isupper() or (word.islower() and len(word) >= _SURELY_WHOLE)


def _continues(before: str, after: str, language: Language | None) -> bool:
    """Say whether the sentence `before` goes on with `after`, although there is a boundary between them."""
    if not before or _LONE_LABEL.match(before) or _is_tail(before, after):
        return True
    found = _LAST_WORD.search(before)
    last = found[0] if found else ""
    if after[0].islower():
        return not last.endswith((".", ":", ";")) or bool(_ABBREVIATED.match(last))
    if not last.endswith(".") or "." in last[:-1]:
        return False
    if _INITIAL.match(last):
        return True
    if language is None or last[:-1] not in language.abbreviations:
        return False
    return after.split(None, 1)[0] not in _openers(language.function_words)


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
