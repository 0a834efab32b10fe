"""How names and numbers are said: of a name that nobody knows the nearest one, of several a list."""

from collections.abc import Iterable, Sequence
from pathlib import Path


def suggest(name: str, known: Iterable[str]) -> str:
    """Return a remedy for the unknown `name`: the nearest of `known`, or all of them when none is near.

    `known` holds at least one name; its order is that of the list shown.
    """
    names = list(known)
    near = nearest(name.lower(), names)
    return f"did you mean {near}?" if near else f"choose {enumerated(names, 'or')}"


def nearest(name: str, known: Iterable[str], alike: float = 0.6) -> str:
    """Return the one of `known` that is nearest to `name`; empty when none is so much `alike`, 0 to 1."""
    # 5 ms to import, and needed only when something is wrong
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(known), n=1, cutoff=alike)), "")


def nearest_file(path: Path, suffixes: Sequence[str] = ()) -> str:
    """Return the name of the file beside the missing `path` that is nearest; empty when none is near.

    Suffixes are not compared: two files are not alike by being of one kind. `suffixes` are those that the
    file may have, with their dots; empty: any.
    """
    try:
        files = sorted(one for one in path.parent.iterdir() if one.is_file())
    except (OSError, ValueError):
        return ""
    names = {one.stem: one.name for one in files if not suffixes or one.suffix in suffixes}
    return names.get(nearest(path.stem, names), "")


def counted(count: int, noun: str) -> str:
    """Return so many of `noun`, a word whose plural ends in s: `1 page`, `2 pages`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def and_more(count: int) -> str:
    """Return what stands behind the first of several, ` (and 2 more)`; nothing where there are no more."""
    return f" (and {count} more)" if count else ""


def enumerated(names: Sequence[str], conjunction: str = "and", most: int = 0) -> str:
    """Return `names`, at least one, as a sentence lists them: `a, b and c`.

    Args:
        names: in their order.
        conjunction: before the last.
        most: how many parts are shown, the last of them how many more there are; 0: all.
    """
    if most and len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more"]
    return f" {conjunction} ".join(filter(None, (", ".join(names[:-1]), names[-1])))
