"""HTML elements; the one place where text becomes mark-up."""

from html import escape
from typing import NewType

Markup = NewType("Markup", str)
"""Text in which everything that is not mark-up of ours is escaped."""

_VOID = frozenset({"img", "meta"})


def text(words: str) -> Markup:
    """Return `words` so that a browser shows them as they are."""
    return Markup(escape(words))


def join(*parts: Markup) -> Markup:
    """Return `parts` one behind the other."""
    return Markup("".join(parts))


def lines(*parts: Markup) -> Markup:
    """Return `parts`, each on a line of its own; for blocks, between which white space does not matter."""
    return Markup("\n".join(parts))


def element(tag: str, *children: Markup, **attributes: str | None) -> Markup:
    """Return an element.

    Args:
        tag: its name, also where HTML has no end tag for it.
        children: what it holds.
        attributes: by name; a low line stands for a hyphen, and one at the end is dropped (`class_`). `None`
            leaves the attribute out.
    """
    given = {
        name.rstrip("_").replace("_", "-"): value for name, value in attributes.items() if value is not None
    }
    start = "".join(f' {name}="{escape(value)}"' for name, value in given.items())
    end = "" if tag in _VOID else f"</{tag}>"
    return Markup(f"<{tag}{start}>{''.join(children)}{end}")
