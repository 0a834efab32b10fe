"""Handling marks: which mark of which scheme a text is."""

import re
from collections.abc import Iterable

from converter.errors import UsageError
from converter.model.style import HandlingMark, Scheme
from converter.suggestions import nearest, suggest


def find_mark(text: str, schemes: Iterable[Scheme]) -> HandlingMark | None:
    """Return the mark that `text` is, in whatever capitals; `None` where it is of no scheme, and so free.

    Raises:
        UsageError: `marking-unknown` when it begins as the marks of a scheme do and is none of them.
    """
    for scheme in schemes:
        marks = {mark.text.casefold(): mark for mark in scheme.marks}
        if text.casefold() in marks:
            return marks[text.casefold()]
        former = {name.casefold(): became for name, became in scheme.former.items()}
        if text.casefold() in former:
            became = marks[former[text.casefold()].casefold()].text
            raise UsageError(
                "marking-unknown",
                f"{text} is no mark of the {scheme.title} any more",
                where="--marking",
                remedy=f"write {became}",
            )
        if _claims(scheme, text):
            raise UsageError(
                "marking-unknown",
                f"{text} is no mark of the {scheme.title}",
                where="--marking",
                remedy=_suggestion(text, scheme),
            )
    return None


def _claims(scheme: Scheme, text: str) -> bool:
    """Tell whether `text` begins as the scheme's marks do, and not only its first word in part."""
    start = re.escape(scheme.prefix)
    return bool(scheme.prefix and re.match(rf"{start}(?:(?<=[\W_])|(?![^\W_]))", text, re.IGNORECASE))


def _suggestion(text: str, scheme: Scheme) -> str:
    """Return the nearest mark, or all where none is near; what all marks have in common says nothing."""
    marks = {_bare(mark.text, scheme): mark.text for mark in scheme.marks}
    near = nearest(_bare(text, scheme), marks)
    return f"did you mean {marks[near]}?" if near else suggest("", marks.values())


def _bare(text: str, scheme: Scheme) -> str:
    return text.casefold().removeprefix(scheme.prefix.casefold()).lstrip(" :-/")
