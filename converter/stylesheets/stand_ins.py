"""Which families stand in for those that are not installed."""

from collections.abc import Iterator

SERIF, SANS = "Source Serif Pro", "Source Sans Pro"
"""What stands in for others, and where none is named; they come along."""

MONOSPACED = ("DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono", "Menlo", "Consolas", "Courier New")
"""Families of fixed pitch that systems have; none comes along."""

_TWINS = {
    "arial": "Liberation Sans",
    "calibri": "Carlito",
    "cambria": "Caladea",
    "georgia": "Gelasio",
    "times new roman": "Liberation Serif",
}
_SERIFS = (
    *("antiqua", "baskerville", "bitter", "bodoni", "book", "cambria", "caslon", "constantia", "cormorant"),
    *("crimson", "didot", "garamond", "georgia", "literata", "lora", "merriweather", "minion", "palatino"),
    *("playfair", "roman", "sakkal", "slab", "spectral", "times", "traditional arabic", "vollkorn"),
)
_FIXED = ("code", "consolas", "courier", "mono", "typewriter")


def twin_of(family: str) -> str:
    """Return the free family whose letters are as wide as those of `family`; empty: there is none."""
    return _TWINS.get(family.casefold(), "")


def is_serif(family: str) -> bool:
    """Tell by its name whether a family has serifs."""
    told = family.casefold()
    return "sans" not in told and ("serif" in told or any(word in told for word in _SERIFS))


def is_fixed(family: str) -> bool:
    """Tell by its name whether the letters of a family are all of one width."""
    return any(word in _FIXED or word.endswith("mono") for word in family.casefold().split())


def stand_ins(family: str, *, fixed: bool = False) -> Iterator[str]:
    """Yield what may stand in for `family`, the likest first; the last comes along.

    Args:
        family: that is not installed.
        fixed: whether it sets code.
    """
    if twin := twin_of(family):
        yield twin
    if fixed or is_fixed(family):
        yield from MONOSPACED
    yield SERIF if is_serif(family) else SANS
