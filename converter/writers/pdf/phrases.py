"""Where lines may end in Thai, which writes no spaces between words (UAX #14, class SA).

The library `budoux` tells phrases by a small model; it is loaded when the first Thai word is set.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

_THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4f]{2,}")


def has_thai(text: str) -> bool:
    """Tell whether there are words in `text` that only a dictionary or a model can part."""
    return bool(_THAI.search(text))


def phrases(text: str) -> list[str]:
    """Return `text`, which holds no space, parted where a line may end inside its Thai."""
    cuts = {0, len(text)}
    for run in _THAI.finditer(text):
        at = run.start()
        for phrase in _parser()(run[0]):
            cuts.add(at)
            at += len(phrase)
        cuts.add(at)
    return [text[begin:end] for begin, end in pairwise(sorted(cuts))]


@cache
def _parser() -> Callable[[str], list[str]]:
    import budoux

    return budoux.load_default_thai_parser().parse
