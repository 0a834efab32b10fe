"""Placeholders such as `{{title}}`, which Word may have spread over several runs (ECMA-376 17.3.2.1)."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import ClassVar

from converter.writers.docx.template.controls import is_in_control
from converter.writers.docx.template.editing import (
    PARAGRAPH,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    formatted,
    new,
    replace_or_follow,
    run_format,
)
from converter.writers.docx.template.place import Place, is_deleted, known_as
from converter.writers.docx.template.trees import Element, remove

_PLACEHOLDER = re.compile(r"\{\{\s*([^\W\d][\w.-]{0,60})\s*\}\}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Placeholder(Place, frozen=True):
    """A placeholder; `element` is the `w:r` that holds it and nothing else."""

    kind: ClassVar[str] = "placeholder"

    def fill(self, runs: Sequence[Element]) -> list[Element]:
        """See `Place.fill`."""
        made = formatted(runs, run_format(self.element))
        for run in made:
            self.element.addprevious(run)
        remove(self.element)
        return made

    def put(self, blocks: Sequence[Element]) -> None:
        """See `Place.put`."""
        paragraph = next(self.element.iterancestors(PARAGRAPH))
        remove(self.element)
        replace_or_follow(paragraph, blocks)


def placeholder_places(part: str, story: Element) -> Iterator[Placeholder]:
    """Yield the placeholders in a part, each of which is given a run of its own."""
    for paragraph in list(story.iter(PARAGRAPH)):
        texts = [text for text in paragraph.iter(TEXT) if _belongs(text, paragraph)]
        words = "".join(text.text or "" for text in texts)
        if "{{" not in words:
            continue
        # from the last to the first, since what is isolated shifts what follows it
        found = [
            (known_as(match[1]), _isolated(texts, *match.span()))
            for match in reversed([*_PLACEHOLDER.finditer(words)])
        ]
        for name, run in reversed(found):
            yield Placeholder(name, part, run)


def _belongs(text: Element, paragraph: Element) -> bool:
    """Tell whether words stand in `paragraph` itself, not in a text box or in a control that has a name."""
    if next(text.iterancestors(PARAGRAPH)) is not paragraph or next(text.iterancestors(RUN), None) is None:
        return False
    return not is_in_control(text) and not is_deleted(text)


def _isolated(texts: Sequence[Element], start: int, end: int) -> Element:
    """Return a new run with the characters from `start` to `end` of `texts`, which lose them."""
    position, first, tail = 0, None, ""
    taken = ""
    for text in texts:
        words = text.text or ""
        low, high = max(start - position, 0), min(end - position, len(words))
        if low < high:
            taken += words[low:high]
            if first is None:
                first, tail = text, words[high:]
                _set(text, words[:low])
            else:
                _set(text, words[high:])
        position += len(words)
    assert first is not None  # noqa: S101 - a match is never empty
    return _split(first, taken, tail)


def _split(text: Element, taken: str, tail: str) -> Element:
    """Part the run of `text` behind it: return a run with `taken`, followed by one with the rest."""
    run = next(text.iterancestors(RUN))
    middle, rest = _like(run), _like(run)
    middle.append(_text(taken))
    if tail:
        rest.append(_text(tail))
    rest.extend([*text.itersiblings()])
    run.addnext(middle)
    if [child for child in rest if child.tag != RUN_PROPERTIES]:
        middle.addnext(rest)
    return middle


def _like(run: Element) -> Element:
    """Return an empty run in the format of `run`."""
    made = new("<w:r/>")
    if (format_ := run_format(run)) is not None:
        made.append(deepcopy(format_))
    return made


def _text(words: str) -> Element:
    made = new("<w:t/>")
    _set(made, words)
    return made


def _set(text: Element, words: str) -> None:
    text.text = words
    text.set(_SPACE, "preserve")
