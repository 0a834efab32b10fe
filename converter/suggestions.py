"""What to say of a name that nobody knows: the nearest one that exists."""

from collections.abc import Iterable


def suggest(name: str, known: Iterable[str]) -> str:
    """Return a remedy for the unknown `name`: the nearest of `known`, or all of them when none is near.

    `known` holds at least one name; its order is that of the list shown.
    """
    # 5 ms to import, and needed only when something is wrong
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(name.lower(), names, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]}?"
    return f"choose {' or '.join(filter(None, (', '.join(names[:-1]), names[-1])))}"
