"""Remembers what was made of a language: making it takes as long as outlining a short article."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from converter.file_cache import on_forget

MOST = 32
"""So many results are kept, those that were asked for last."""

Given = ParamSpec("Given")
Made = TypeVar("Made")


def remembered(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """Return `make`, which is called once for each object: what is the same object has the same result.

    Of several, each has to be the same.
    """
    kept: OrderedDict[tuple[int, ...], tuple[tuple[object, ...], Made]] = OrderedDict()
    # a language that was read anew is another object, and what was made of the old one is of no more use
    on_forget(kept.clear)

    @wraps(make)
    def remember(*given: Given.args, **named: Given.kwargs) -> Made:
        # The object is kept with its result, so that its identity is not given to another.
        key = tuple(map(id, given))
        found = kept.get(key)
        if found is None:
            found = kept[key] = given, make(*given, **named)
            if len(kept) > MOST:
                kept.popitem(last=False)
        return found[1]

    return remember
