"""Mutants that make no difference: no test can notice them, each for the reason that stands beside it."""

import re

_CODECS = re.compile(r"""["'](?:utf-8|ascii|utf-16-be)["']""", re.IGNORECASE)

EQUIVALENTS: dict[tuple[str, str, str], str] = {}
"""Module, what was changed, into what → why nobody can tell."""


def why_equivalent(module: str, gone: str, come: str) -> str:
    """Return why nobody can tell the line `come` from the line `gone`; empty: one can."""
    if gone != come and _without_codecs(gone) == _without_codecs(come):
        return "Python knows encodings in capitals too"
    return EQUIVALENTS.get((module, gone, come), "")


def _without_codecs(line: str) -> str:
    return _CODECS.sub("", line)
