"""py3langid, an optional part: asked for a language where the small words leave doubt.

It takes 0.1 s to import and 0.5 s or more to answer for the first time, so it is imported only when it is
asked. It knows languages by the frequencies of their letters, which tell short texts better than a small word
or none, but not close languages such as Indonesian and Malay.
"""

from collections.abc import Collection
from importlib import import_module
from typing import Any

_MOST_CHARACTERS = 5_000

_DECISIVE = 10.0
"""How far its answer must lead to overrule small words, as a logarithm of likelihoods."""

_NAMES = {"nb": "no", "sr-Latn": "sr"}
"""Our tag → its own, where they differ."""


def overrule(text: str, tag: str, tags: Collection[str]) -> str:
    """Return which of `tags` py3langid takes `text` for.

    It is `tag`, which may be empty, where py3langid is not installed, knows none of `tags`, or is not sure.
    """
    likelihoods = _likelihoods(text, tags)
    if not likelihoods:
        return tag
    first, *others = sorted(likelihoods, key=lambda each: -likelihoods[each])
    rival = tag if tag in likelihoods else next(iter(others), first)
    decisive = likelihoods[first] - likelihoods[rival] >= _DECISIVE or not others
    return first if decisive else tag


def _likelihoods(text: str, tags: Collection[str]) -> dict[str, float]:
    try:
        library: Any = import_module("py3langid")
    except ImportError:
        return {}
    ranking = dict(library.rank(text[:_MOST_CHARACTERS]))
    return {tag: float(ranking[name]) for tag in tags if (name := _NAMES.get(tag, tag)) in ranking}
