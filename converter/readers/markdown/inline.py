"""What stands within the blocks of a Markdown text → runs, and the pictures between them."""

import re
from collections.abc import Sequence
from sys import intern

from markdown_it.token import Token
from msgspec import Struct, field

from converter.readers.inline import Content, Kind, Run
from converter.readers.markdown.markup import is_comment, visible_text

_MARKS: dict[str, Kind] = {"strong_open": "strong", "em_open": "emphasis", "link_open": "link"}
_ENDS = frozenset({"strong_close", "em_close", "link_close"})
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


class Picture(Struct, frozen=True):
    """A picture as the text refers to it."""

    address: str
    alternative: str
    title: str


class Inline(Struct):
    """What one inline token holds.

    Attributes:
        runs: its text.
        pictures: between the words; they are not part of the runs.
        html: how many tags were dropped.
        struck: how many stretches were struck out; they stay, as ordinary text.
    """

    runs: list[Run] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    html: int = 0
    struck: int = 0

    @property
    def words(self) -> str:
        """The text without its marks."""
        return "".join(run.text for run in self.runs)

    @property
    def content(self) -> Content:
        """The runs, or their text alone where nothing is marked."""
        return self.runs if any(run.marks for run in self.runs) else self.words


def read_inline(tokens: Sequence[Token], notes: Sequence[str] = ()) -> Inline:
    """Return the runs of `tokens`, the children of an inline token.

    `notes` are the labels of footnotes that stand in the text itself, in order of their identifiers.
    """
    inline = Inline()
    marks: list[tuple[Kind, str]] = []
    for token in tokens:
        if token.type in _MARKS:
            marks.append((_MARKS[token.type], str(token.attrGet("href") or "")))
        elif token.type in _ENDS:
            marks.pop()
        else:
            text, *more = _leaf(token, inline, notes)
            inline.runs.append(Run(text, (*dict.fromkeys((*marks, *more)),)))
    return inline


def _leaf(token: Token, inline: Inline, notes: Sequence[str]) -> tuple[str, *tuple[tuple[Kind, str], ...]]:
    """Return the text of `token` and marks of its own; keep in `inline` what is no text."""
    match token.type:
        case "softbreak" | "hardbreak":
            return (" ",)
        case "code_inline":
            return token.content, ("code", "")
        case "footnote_ref":
            return "", ("footnote", intern(token.meta.get("label") or notes[token.meta["id"]]))
        case "image":
            inline.pictures.append(_picture(token))
            return ("",)
        case "html_inline":
            inline.html += not is_comment(token.content)
            return (" " if _BREAK.match(token.content) else " ".join(visible_text(token.content)),)
        case "s_open":
            inline.struck += 1
    return (token.content,)


def _picture(token: Token) -> Picture:
    inner = read_inline(token.children or ())
    words = [run.text for run in inner.runs] + [nested.alternative for nested in inner.pictures]
    return Picture(str(token.attrGet("src") or ""), "".join(words), str(token.attrGet("title") or ""))
