"""Reports in Markdown, as a program shows them that knows footnotes and tables."""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from converter.errors import InputError
from converter.limits import LIMITS
from converter.verifier.visible.html import shown_in
from converter.verifier.visible.shown import Place, Shown, Visible
from converter.verifier.visible.texts import as_read, smuggled

_CLAIMS = re.compile(r"<!-- briefing-provenance (\{.*\})\s*-->\s*\Z", re.DOTALL)
_FACT = re.compile(r"^([A-Za-z][\w-]*):[ \t]*(.*)$", re.MULTILINE)
_ROLES = {"td": "cell", "th": "cell", "dt": "item", "dd": "item"}


def read_markdown(data: bytes) -> Visible:
    """Return what a reader sees of a report in Markdown; lines are those of the file.

    Raises:
        InputError: `input-broken` when it is no text in UTF-8, or nested beyond measure.
    """
    try:
        if len(data) > LIMITS.input_bytes:
            raise ValueError  # noqa: TRY301 - all are told alike
        text = data.decode("utf-8-sig")
        claims = _CLAIMS.search(text)
        reader = _Reader()
        reader.read(text[: claims.start()] if claims else text)
    except (ValueError, RecursionError):
        raise InputError(
            "input-broken",
            "this is no report in Markdown that can be read",
            remedy="save it as text in UTF-8",
        ) from None
    return Visible(
        "md",
        tuple(reader.shown),
        claims=unescaped(claims[1]).encode() if claims else None,
        facts=reader.facts,
    )


def unescaped(claims: str) -> str:
    r"""Return the provenance as it was before its `--`, which would end a comment, became `-\u002d`."""
    return claims.replace("-\\u002d", "--") + "\n"


class _Reader:
    """Reads a text from its beginning to its end."""

    def __init__(self) -> None:
        self._parser = (
            MarkdownIt("commonmark")
            .enable(["table", "strikethrough"])
            .use(footnote_plugin)
            .use(front_matter_plugin)
        )
        self.shown: list[Shown] = []
        self.facts: dict[str, str] = {}
        self._line = 1
        self._around: list[str] = []
        self._note: tuple[int, ...] = ()

    def read(self, text: str) -> None:
        """Read all of it, and what stands in it unseen."""
        environment: dict[str, Any] = {}
        used: set[str] = set()
        for token in self._parser.parse(text, environment):
            self._block(token, used)
        for label, told in environment.get("references", {}).items():
            if told.get("title") or told.get("href") not in used:
                line = (told.get("map") or [0])[0] + 1
                self._add(f"{label} {told.get('title') or ''}", "hidden", "", line=line)
        self._unused_notes(text, environment.get("footnotes", {}).get("refs", {}))

    def _block(self, token: Token, used: set[str]) -> None:
        if token.map:
            self._line = token.map[0] + 1
        name = token.type
        if name == "front_matter":
            self._front_matter(token.content)
        elif name == "footnote_open":
            self._note = (_label(token.meta),)
        elif name == "footnote_close":
            self._note = ()
        elif name == "inline":
            self._inline(token.children or [], used)
        elif name in {"fence", "code_block"}:
            self._add(token.content, self._place, self._role)
            self._add(token.info, "hidden", "")
        elif name == "html_block":
            self._html(token.content)
        elif token.nesting > 0:
            self._around.append(token.tag)
        elif token.nesting < 0 and self._around:
            self._around.pop()

    @property
    def _place(self) -> Place:
        return "note" if self._note else "body"

    @property
    def _role(self) -> str:
        for tag in reversed(self._around):
            if re.fullmatch("h[1-6]", tag):
                return f"heading{tag[1]}"
            if tag in _ROLES:
                return _ROLES[tag]
            if tag == "li" and not self._note:
                return "item"
        return "paragraph"

    def _inline(self, tokens: Iterable[Token], used: set[str]) -> None:
        words: list[str] = []
        references = list(self._note)
        apart: list[tuple[str, Place, str]] = []
        html: list[str] = []
        for token in tokens:
            used.add(str(token.attrs.get("href", token.attrs.get("src", ""))))
            if token.type in {"text", "code_inline", "text_special"}:
                words.append(token.content)
            elif token.type in {"softbreak", "hardbreak"}:
                words.append("\n")
            elif token.type == "image":
                apart.append((token.content, self._place, "alternative"))
            elif token.type == "footnote_ref":
                references.append(_label(token.meta))
            elif token.type == "html_inline":
                html.append(token.content)
                words.append(token.content)
            if token.attrs.get("title"):
                apart.append((str(token.attrs["title"]), "hidden", ""))
        if html:
            self._html("".join(words), tuple(references))
        else:
            self._add("".join(words), self._place, self._role, tuple(references))
        for text, place, role in apart:
            self._add(text, place, role)

    def _html(self, text: str, references: tuple[int, ...] = ()) -> None:
        """Take HTML; what is seen of it has its place here."""
        for shown in shown_in(text, self._line):
            hidden = shown.place == "hidden"
            place = "hidden" if hidden else self._place
            role = self._role if shown.role == "paragraph" else shown.role
            told = () if hidden else references + shown.references
            self.shown.append(Shown(shown.text, None, shown.line, place, role, told))
            references = references if hidden else ()

    def _front_matter(self, text: str) -> None:
        for name, value in _FACT.findall(text):
            # Texts of JSON, which are texts of YAML too (`docs/formats/json.md`).
            with suppress(ValueError):
                self.facts[name] = str(json.loads(value))

    def _unused_notes(self, text: str, labels: Mapping[str, int]) -> None:
        for label, index in labels.items():
            if index < 0:
                found = re.search(
                    rf"^ {{0,3}}\[\^{re.escape(label.removeprefix(':'))}\]:(.*)$", text, re.MULTILINE
                )
                if found:
                    line = text.count("\n", 0, found.start()) + 1
                    self._add(found[1], "hidden", "", line=line)

    def _add(
        self, raw: str, place: Place, role: str, references: tuple[int, ...] = (), *, line: int = 0
    ) -> None:
        text = as_read(raw)
        if text or references:
            self.shown.append(Shown(text, None, line or self._line, place, role, references))
        if smuggled(raw):
            self.shown.append(Shown(smuggled(raw), None, line or self._line, "hidden", role))


def _label(meta: Mapping[str, Any]) -> int:
    """Return the number of a note as written, or as it is counted where it is none."""
    label = str(meta.get("label", ""))
    return int(label) if re.fullmatch("[0-9]{1,6}", label) else int(meta["id"]) + 1
