"""Remembers what was made of a language: making it takes as long as outlining a short article."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from converter.file_cache import on_forget

MOST = 32
"""So many results are kept, those that were asked for last."""

Given = TypeVar("Given")
Made = TypeVar("Made")


def remembered(make: Callable[[Given], Made]) -> Callable[[Given], Made]:
    """Return `make`, which is called once for each object: what is the same object has the same result."""
    kept: OrderedDict[int, tuple[Given, Made]] = OrderedDict()
    # a language that was read anew is another object, and what was made of the old one is of no more use
    on_forget(kept.clear)

    @wraps(make)
    def remember(given: Given) -> Made:
        # The object is kept with its result, so that its identity is not given to another.
        found = kept.get(id(given))
        if found is None:
            found = kept[id(given)] = given, make(given)
            if len(kept) > MOST:
                kept.popitem(last=False)
        return found[1]

    return remember
