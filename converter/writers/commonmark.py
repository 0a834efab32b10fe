"""Runs of text as CommonMark 0.31 in-line mark-up; nothing in their words is ever taken for mark-up."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from converter.model.document import Inline, Reference, Text

# What CommonMark, tables and footnotes would read as mark-up; "~", "$" and "{" mean something to GitHub or
# pandoc. Underscores inside words are only themselves, and so are brackets that nothing follows, but not in
# the words of a link.
_MARKUP = r"[\\`*<|~$^{]|(?<![^\W_])_|_(?![^\W_])|(?<!\S)#|&(?=#?\w+;)"
_IN_LINE = re.compile(_MARKUP + r"|\A\[|\[(?=\^)|\](?=[(\[:])")
_IN_BRACKETS = re.compile(_MARKUP + r"|[\[\]]")
_LINE_END = re.compile(r"[\r\n]")
# A list, a quotation, a heading's underline, a definition: only where it stands first in its line.
_FIRST = re.compile(r"\d{1,9}(?=[.)](?:\s|\Z))|(?=[-+](?:[\s-]|\Z)|[=>:])")
_EDGE = re.compile(r"\A\s+|\s+\Z")
_MARK = "]"
"""Stands for a neighbour that begins or ends with mark-up."""
_Place = Literal["line", "brackets"]
_MARKS = {"strong": "**", "emphasis": "*"}
_TAGS = {"strong": "strong", "emphasis": "em"}


def line(content: Iterable[Inline]) -> str:
    """Return `content` as one line that can stand as a paragraph, an item, a heading or a cell of a table."""
    runs = _merged(content)
    parts: list[str] = []
    for link, group in groupby(range(len(runs)), lambda index: _link_of(runs[index])):
        words = "".join(_inline(runs, index) for index in group)
        parts.append(f"[{words}](<{link.replace('&', '&amp;')}>)" if link else words)
    text = "".join(parts)
    if first := _FIRST.match(text):
        text = f"{first[0]}\\{text[first.end() :]}"
    # Space at a line's edges would be dropped, or make it a block of code.
    return _EDGE.sub(lambda edge: "".join(f"&#{ord(space)};" for space in edge[0]), text)


def escape(text: str, place: _Place) -> str:
    """Return `text` so that it means itself in the midst of a line, or as the words of a link or picture."""
    escaped = (_IN_LINE if place == "line" else _IN_BRACKETS).sub(r"\\\g<0>", text)
    return _LINE_END.sub(lambda end: f"&#{ord(end[0])};", escaped)


def _merged(content: Iterable[Inline]) -> list[Text | Reference]:
    """Return `content` with neighbours that are set alike in one run: what matters here is how they look."""
    runs: list[Text | Reference] = []
    for inline in content:
        last = runs[-1] if runs else None
        if isinstance(inline, Text) and isinstance(last, Text) and _look(last) == _look(inline):
            runs[-1] = Text(last.text + inline.text, last.emphasis, last.link)
        elif isinstance(inline, Text):
            runs.append(Text(inline.text, inline.emphasis, inline.link))
        elif isinstance(inline, Reference):
            runs.append(inline)
    return runs


def _look(run: Text) -> tuple[frozenset[str], str]:
    return run.emphasis, run.link


def _link_of(run: Text | Reference) -> str:
    return run.link if isinstance(run, Text) else ""


def _inline(runs: Sequence[Text | Reference], index: int) -> str:
    run = runs[index]
    if isinstance(run, Reference):
        return f"[^{run.number}]"
    place: _Place = "brackets" if run.link else "line"
    if run.emphasis:
        return _emphasised(run, _edge(runs, index - 1, -1), _edge(runs, index + 1, 0), place)
    words = escape(run.text, place)
    # "(" behind a reference would make a link of it, ":" its definition; "!" before a bracket, a picture;
    # "]" before one, the words of a link.
    if words.startswith(("(", ":")) and index and isinstance(runs[index - 1], Reference):
        words = f"\\{words}"
    if not run.link and words.endswith(("!", "]")) and _edge(runs, index + 1, 0) == _MARK:
        words = f"{words[:-1]}\\{words[-1]}"
    return words


def _edge(runs: Sequence[Text | Reference], index: int, place: int) -> str:
    """Return the character with which the run at `index` touches its neighbour; a space if there is none."""
    if not 0 <= index < len(runs):
        return " "
    run = runs[index]
    return run.text[place] if isinstance(run, Text) and not run.emphasis and not run.link else _MARK


def _emphasised(run: Text, before: str, after: str, place: _Place) -> str:
    """Return `run` between marks, or between tags where marks would not be understood.

    Marks work (CommonMark 6.2) where there is space outside of them, or a letter or digit inside and no other
    mark outside.
    """
    core = run.text.strip()
    if not core:
        return escape(run.text, place)
    start = run.text.index(core)
    lead, tail = escape(run.text[:start], place), escape(run.text[start + len(core) :], place)
    code = "code" in run.emphasis
    inner = _code(core, place) if code else escape(core, place)
    opens = lead or before.isspace() or (core[0].isalnum() and before != _MARK and not code)
    closes = tail or after.isspace() or (core[-1].isalnum() and after != _MARK and not code)
    for kind in ("emphasis", "strong"):
        if kind in run.emphasis:
            mark, tag = _MARKS[kind], _TAGS[kind]
            inner = f"{mark}{inner}{mark}" if opens and closes else f"<{tag}>{inner}</{tag}>"
    return lead + inner + tail


def _code(text: str, place: _Place) -> str:
    if "|" in text or _LINE_END.search(text):
        return f"<code>{escape(text, place)}</code>"
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if "`" in (text[0], text[-1]) else ""
    return f"{fence}{space}{text}{space}{fence}"
