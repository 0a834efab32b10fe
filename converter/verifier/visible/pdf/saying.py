"""What glyphs say, beside what their marks say that they stand for.

Where both agree, what the marks say is taken: it has the order of reading, and the case of words that are set
in capitals. Where they do not, a reader sees what the glyphs say.
"""

import unicodedata
from collections import Counter

from converter.verifier.visible.pdf.glyphs import HYPHEN

SOFT_HYPHEN = "\u00ad"
_UNDIRECTED = str.maketrans(")]}»›」』】〉》", "([{«‹「『【〈《")
_PLAIN = str.maketrans(
    {HYPHEN: "-", SOFT_HYPHEN: "-", "\u2010": "-", "\u2011": "-"}
    # Fonts draw letters of several scripts with one glyph, whose text is that of the first that was met.
    | dict(
        zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕКМНОРСТХаеорсхуіјѕЅІЈ", "ABEZHIKMNOPTYXoABEKMHOPCTXaeopcxyijsSIJ", strict=True)
    )
)


def agree(actual: str, drawn: str) -> bool:
    """Say whether glyphs that say `drawn` may stand for `actual`.

    Letters that change their shape or place with their neighbours (Arabic, Thai, the scripts of India) share
    glyphs, each of which says what it stood for where it was met first: of these, every letter must be there.
    """
    one, other = _plain(actual), _plain(drawn)
    if one == other or _plain(actual.upper()) == other or (actual == SOFT_HYPHEN and other == "-"):
        return True
    # Beside text that runs from right to left a bracket's glyph says that it is the other one of its pair.
    if one.translate(_UNDIRECTED) == other.translate(_UNDIRECTED):
        return True
    directions = set(map(unicodedata.bidirectional, one))
    leftwards = bool(directions & {"R", "AL"})
    # On lines from right to left signs stand at the other side, and brackets share a glyph with others.
    moved = leftwards or ("L" not in directions and _number(one) == _number(other))
    if moved and Counter(one.translate(_UNDIRECTED)) == Counter(other.translate(_UNDIRECTED)):
        return True
    return shares_glyphs(one + other) and _has_letters(other, one, in_order=not leftwards)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    return "".join(sign for sign in folded if not sign.isspace() and unicodedata.category(sign) != "Cf")


def shares_glyphs(text: str) -> bool:
    """Say whether any of the characters may share a glyph, or its place, with others."""
    return any(
        unicodedata.category(sign)[0] == "M" or unicodedata.bidirectional(sign) == "AL" for sign in text
    )


def _number(text: str) -> str:
    """Return what stands from the first figure to the last, as in `[12.5`."""
    figures = [index for index, sign in enumerate(text) if sign.isdigit()]
    return text[figures[0] : figures[-1] + 1] if figures else ""


def _has_letters(drawn: str, actual: str, *, in_order: bool) -> bool:
    letters = [sign for sign in actual if unicodedata.category(sign)[0] in "LN"]
    if not in_order:
        return not Counter(letters) - Counter(drawn)
    left = iter(drawn)
    return all(letter in left for letter in letters)
