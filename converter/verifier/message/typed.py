"""Plain text of a message as its readers see it: what is typed around the words is no word."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from converter.verifier.proof.letters import letters
from converter.verifier.visible.shown import Shown
from converter.verifier.visible.texts import as_read

_LINK = re.compile(r"\s*<https?://[^\s<>]+>")
_LABEL = re.compile(r"\s*(.{1,80}?): ")
_MARKER = re.compile(r"\s*(?:-|\d+\.|\[\d+\]) ")
_UNDERLINE = re.compile(r"[-=~\s]+")


class _Stretch(NamedTuple):
    """What stands between empty lines, markers and labels: where it begins, its label, its words."""

    line: int
    label: str
    words: str


def without_links(text: str) -> str:
    """Return `text` without addresses in angle brackets: where the words before them lead to."""
    return _LINK.sub("", text)


def typed_paragraphs(text: str, run: str) -> Iterator[Shown]:
    """Yield paragraphs and items, without underlines, bullets, and where links lead to.

    A table that is too wide has a line for each cell, behind the head of its column; heads are yielded once.

    Args:
        text: of a body.
        run: letters of all that it should say, so that a dash or a colon that is of the words is told apart.
    """
    for labelled, group in groupby(_stretches(text, run), key=lambda one: bool(one.label)):
        stretches = list(group)
        if labelled:
            head = " ".join(dict.fromkeys(one.label for one in stretches))
            yield Shown(as_read(head), None, stretches[0].line, "body", "cell")
        for one in stretches:
            words = as_read(without_links(one.words))
            yield Shown(words, None, one.line, "body", "cell" if labelled else "paragraph")


def _stretches(text: str, run: str) -> Iterator[_Stretch]:
    first, label, block = 1, "", list[str]()
    for number, line in enumerate([*text.splitlines(), ""], 1):
        before, words = _taken_apart(line, run)
        if block and (not line.strip() or before or _MARKER.match(line)):
            yield _Stretch(first, label, "\n".join(block))
            block = []
        if line.strip() and not _UNDERLINE.fullmatch(line):
            first, label = (first, label) if block else (number, before)
            block.append(words)


def _taken_apart(line: str, run: str) -> tuple[str, str]:
    """Return the label of a cell, if there is one, and a line without it and without its bullet."""
    if letters(without_links(line)) in run:
        return "", line
    if line.lstrip().startswith("- "):
        return "", line.replace("- ", "", 1)
    found = _LABEL.match(line)
    if found and letters(found[1]) in run and letters(without_links(line[found.end() :])) in run:
        return found[1], line[found.end() :]
    return "", line
