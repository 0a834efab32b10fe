"""Web pages as their readers see them, with what stands in them unseen."""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import _Comment as Comment
from lxml.etree import _Element as Element

from converter.errors import InputError
from converter.limits import LIMITS
from converter.notices import Notice
from converter.verifier.visible.cascade import Cascade, declarations, strings
from converter.verifier.visible.effects import effects
from converter.verifier.visible.looks import Look, look_of
from converter.verifier.visible.shown import Place, Shown, Visible
from converter.verifier.visible.texts import as_read, number, numbers, smuggled

CLAIMS = "briefing-provenance"
"""Name of the `meta` element that holds the provenance."""
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_ROLES = {
    **{name: f"heading{name[1]}" for name in _HEADINGS},
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
}
_BLOCKS = frozenset(
    {
        *_ROLES,
        *("address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "dl"),
        *("fieldset", "figure", "footer", "form", "header", "hr", "html", "legend", "main", "nav", "ol", "p"),
        *("pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"),
    }
)
_UNSEEN = frozenset({"template", "noscript", "datalist"})
_NOT_WORDS = frozenset({"script", "style", "meta", "link", "base", "title"})
_FRAMES = frozenset({"iframe", "object", "embed", "frame", "audio", "video", "canvas"})
_NOTES = frozenset({"doc-endnotes", "doc-footnote", "doc-endnote"})


class _Around(NamedTuple):
    """What is around a text."""

    look: Look
    role: str = "paragraph"
    place: Place = "body"
    in_notes: bool = False


def read_html(data: bytes) -> Visible:
    """Return what a reader sees of a web page in UTF-8, on a screen with its own style sheets alone.

    Raises:
        InputError: `input-broken` when there is nothing to be read in it.
    """
    root = _tree(data)
    page = _Page(Cascade("\n".join(one.text or "" for one in root.iter("style"))))
    page.walk(root, _Around(Look()))
    page.flush()
    page.take_margins()
    names = {(one.get("name") or "").lower(): one.get("content") or "" for one in root.iter("meta")}
    claims = names.pop(CLAIMS, None)
    facts = {name: content for name, content in names.items() if name}
    title = root.find(".//title")
    if title is not None:
        facts["title"] = as_read(title.text_content())
    facts["language"] = root.get("lang") or ""
    notices = [*page.notices, *effects(root)]
    if sum((one.get("name") or "").lower() == CLAIMS for one in root.iter("meta")) > 1:
        notices.append(Notice("claims-several", "several elements say where the lines come from"))
    return Visible(
        "html",
        tuple(page.shown),
        claims=None if claims is None else claims.encode(),
        facts={name: content for name, content in facts.items() if content},
        notices=tuple(notices),
    )


def shown_in(fragment: str, line: int) -> list[Shown]:
    """Return what is seen of HTML that begins at `line` of another text."""
    page = _Page(Cascade(""), line - 1)
    page.walk(_tree(f"<div>{fragment}</div>".encode()), _Around(Look()))
    page.flush()
    return page.shown


def _tree(data: bytes) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        if len(data) > LIMITS.input_bytes:
            raise ValueError  # noqa: TRY301 - both are told alike
        root = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise InputError("input-broken", "this web page cannot be read: nothing is in it") from None
    return root


class _Page:
    """Reads a page from its beginning to its end."""

    def __init__(self, cascade: Cascade, offset: int = 0) -> None:
        self._cascade = cascade
        self._offset = offset
        self._pieces: list[tuple[str, bool]] = []
        self._references: list[int] = []
        self._block: tuple[_Around, int] = (_Around(Look()), 1)
        self.shown: list[Shown] = []
        self.notices: list[Notice] = []

    # ------------------------------------------------------------------------------------------- elements

    def walk(self, element: Element, around: _Around) -> None:
        """Read an element and what is in it."""
        if isinstance(element, Comment):
            self._single(element.text or "", element, "hidden", "comment")
            return
        name = element.tag if isinstance(element.tag, str) else ""
        if not name or name in _NOT_WORDS:
            return
        inner = self._inner(element, name, around)
        if name in {"img", "area"} or (name == "input" and element.get("type") == "image"):
            self._single(element.get("alt") or "", element, _place(inner), "alternative")
        elif name in _FRAMES:
            self._frame(element, name, inner)
        elif name == "br":
            self._pieces.append(("\n", True))
        elif not self._is_number(element, name, inner):
            self._inside(element, name, inner)

    def _inside(self, element: Element, name: str, inner: _Around) -> None:
        if name in _BLOCKS:
            self.flush()
            self._block = (inner, self._line(element))
        outer = self._block
        self._put_in(element, "before", inner)
        self._take(element.text, inner)
        for child in element:
            self.walk(child, inner)
            self._take(child.tail, inner)
        self._put_in(element, "after", inner)
        if name in _BLOCKS:
            self.flush()
            parent = element.getparent()
            line = self._line(parent) if parent is not None else 1
            self._block = (outer[0], line)

    def _inner(self, element: Element, name: str, around: _Around) -> _Around:
        look = look_of(self._cascade.told(element), around.look)
        hidden = element.get("hidden") is not None or name in _UNSEEN
        hidden |= name == "input" and element.get("type") == "hidden"
        hidden |= name == "dialog" and element.get("open") is None
        if hidden:
            look = look._replace(there=False)
        in_notes = around.in_notes or element.get("role") in _NOTES
        role = _ROLES.get(name, around.role if around.role in {"item", "cell", "caption"} else "paragraph")
        if name not in _BLOCKS:
            role = around.role
        place: Place = "note" if in_notes and not role.startswith("heading") else "body"
        return _Around(look, role, place, in_notes)

    def _is_number(self, element: Element, name: str, inner: _Around) -> bool:
        """Tell whether an element is the number of a note, an item or a paragraph, and take a note's."""
        text = as_read("".join(map(str, element.itertext())))
        if name == "sup" and numbers(text) and inner.look.seen:
            self._references += numbers(text)
            return True
        if name not in {"a", "span"} or "number" not in (element.get("class") or "").split():
            return False
        found = number(text.removesuffix("."))
        if found is not None and element.get("role") == "doc-backlink":
            self._references.append(found)
        return found is not None and not any(piece.strip() for piece, _ in self._pieces)

    def _frame(self, element: Element, name: str, inner: _Around) -> None:
        self._single(element.get("src") or element.get("data") or name, element, _place(inner), "object")
        self.notices.append(
            Notice("object-unread", f"{name} is shown in this report, but what it says cannot be checked")
        )

    # ---------------------------------------------------------------------------------------------- words

    def _take(self, text: str | None, around: _Around) -> None:
        if text:
            self._pieces.append((text, around.look.seen))

    def _put_in(self, element: Element, part: str, inner: _Around) -> None:
        """Take the words that a style sheet puts in before or after the others."""
        says = self._cascade.told(element, part)
        if strings(says.get("content", "")):
            self._pieces.append((strings(says["content"]), look_of(says, inner.look).seen))

    def _single(self, text: str, element: Element, place: Place, role: str) -> None:
        if as_read(text):
            self.shown.append(Shown(as_read(text), None, self._line(element), place, role))

    def flush(self) -> None:
        """Take the block that ends."""
        around, line = self._block
        seen = as_read("".join(text for text, is_seen in self._pieces if is_seen))
        if seen or self._references:
            references = tuple(self._references)
            self.shown.append(Shown(seen, None, line, around.place, around.role, references))
        unseen = ["".join(text for text, _ in group) for group in _groups(self._pieces) if not group[0][1]]
        unseen.append(smuggled("".join(text for text, _ in self._pieces)))
        for text in map(as_read, unseen):
            if text:
                self.shown.append(Shown(text, None, line, "hidden", around.role))
        self._pieces.clear()
        self._references.clear()

    def take_margins(self) -> None:
        """Take the words that stand in the margins of each page on paper."""
        contents = (declarations(margin).get("content", "") for margin in self._cascade.margins)
        for margin in dict.fromkeys(map(strings, contents)):
            if as_read(margin):
                self.shown.append(Shown(as_read(margin), None, 1, "running", "paragraph"))

    def _line(self, element: Element) -> int:
        line: object = element.sourceline
        return (line if isinstance(line, int) else 1) + self._offset


def _place(around: _Around) -> Place:
    return around.place if around.look.there and around.look.visible else "hidden"


def _groups(pieces: Iterable[tuple[str, bool]]) -> list[list[tuple[str, bool]]]:
    """Return pieces that follow each other and are alike in groups."""
    found: list[list[tuple[str, bool]]] = []
    for piece in pieces:
        if found and found[-1][0][1] == piece[1]:
            found[-1].append(piece)
        else:
            found.append([piece])
    return found
