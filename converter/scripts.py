"""Scripts that write no spaces between words, told from all others at next to no cost.

A class of many letters takes a millisecond or two to compile, and most articles have none of them: who needs
one asks here first, and compiles it when it is first needed.
"""

import re

_SOUTH_EAST = re.compile("[\u0e00-\u17ff]")
"""Thai, Lao, Burmese, Khmer, and what lies between."""

_EAST = "\u2e80"
"""The first letter of Han, kana and all behind them."""


def may_be_unspaced(text: str) -> bool:
    """Tell whether `text` may hold letters of such scripts; where it does, this is true."""
    return not text.isascii() and (max(text) >= _EAST or bool(_SOUTH_EAST.search(text)))
