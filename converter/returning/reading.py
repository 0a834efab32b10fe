"""A Word file → its paragraphs, with changes that were tracked accepted (ECMA-376 part 1, 17.13.5)."""

import unicodedata

from msgspec import Struct, field

from converter.ooxml.xml import Element, attribute, child, is_on, local, value, within
from converter.returning.words import Hand, Paragraph, Words
from converter.verifier.visible.word.fields import Fields
from converter.verifier.word.document import Document
from converter.verifier.word.story import Paragraph as Found

_LINE = "line_"
_WRAPPERS = frozenset({"bdo", "customXml", "dir", "fldSimple", "hyperlink", "sdt", "sdtContent", "smartTag"})
_INSERTED = frozenset({"ins", "moveTo"})
_SIGNS = {"tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "‑"}
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_HEADING, _LEVELS = "heading ", 9
_MOST_OPEN = 100
"""So many lines' bookmarks are kept open at once: those of an honest report follow each other."""


def paragraphs_of(document: Document) -> list[Paragraph]:
    """Return the paragraphs of the body that have words, comments or pictures, in order."""
    reader = _Reader(document)
    return [
        one
        for one in map(reader.paragraph, document.body.paragraphs)
        if one.text or one.comments or one.pictures
    ]


class _Taken(Struct):
    """What is taken from one paragraph."""

    words: Words = field(default_factory=Words)
    anchors: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


class _Reader:
    """Reads paragraph by paragraph; bookmarks and fields may reach from one into others."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._fields = Fields()
        ends = {attribute(one, "id") for one in within(document.root, "bookmarkEnd")}
        self._ended = ends
        self._open: dict[str, int] = {}
        # of each run the same one, until a bookmark opens or ends
        self._lines: frozenset[int] = frozenset()

    def paragraph(self, found: Found) -> Paragraph:
        taken = _Taken()
        self._inlines(found.element, Hand(), taken)
        # LibreOffice parts a bookmark at the end of a paragraph, and does not always end the first half
        self._keep({mark: line for mark, line in self._open.items() if mark in self._ended})
        text, hands, cuts = taken.words.finished()
        styles = self._document.styles
        style = styles.known("paragraph", found.style)
        return Paragraph(
            found.number,
            text,
            hands,
            cuts,
            0 if found.cells else self._level(found, style),
            tuple(taken.anchors),
            styles.name(style),
            bool(found.cells),
            tuple(dict.fromkeys(taken.comments)),
            tuple(taken.pictures),
        )

    def _level(self, found: Found, style: str) -> int:
        """Return the level of a heading: by the name of a style it is based on, else by its outline."""
        for name in self._document.styles.names(style):
            digits = name.removeprefix(_HEADING)
            if name.startswith(_HEADING) and digits.isdecimal():
                return min(_number(digits), _LEVELS)
        outline = value(found.properties, "outlineLvl")
        return _number(outline) + 1 if outline.isdecimal() and _number(outline) < _LEVELS else 0

    def _inlines(self, parent: Element, hand: Hand, taken: _Taken) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, hand, taken)
            elif name in _INSERTED:
                self._inlines(element, hand._replace(author=_author(element)), taken)
            elif name in _WRAPPERS:
                self._inlines(element, hand, taken)
            elif name == "bookmarkStart":
                self._begin(element, taken)
            elif name == "bookmarkEnd":
                self._end(attribute(element, "id"))
            elif name == "commentRangeStart":
                taken.comments.append(attribute(element, "id"))

    def _begin(self, element: Element, taken: _Taken) -> None:
        name = attribute(element, "name")
        number = name.removeprefix(_LINE)
        if name.startswith(_LINE) and number.isdecimal():
            self._keep({**self._open, attribute(element, "id"): _number(number)})
        else:
            taken.anchors.append(name)

    def _end(self, mark: str) -> None:
        if mark in self._open:
            self._keep({one: line for one, line in self._open.items() if one != mark})

    def _keep(self, marks: dict[str, int]) -> None:
        """Hold the bookmarks that are open, of too many those that opened last."""
        if marks != self._open:
            self._open = dict(list(marks.items())[-_MOST_OPEN:])
            self._lines = frozenset(self._open.values())

    def _run(self, run: Element, hand: Hand, taken: _Taken) -> None:
        properties = child(run, "rPr")
        if is_on(properties, "vanish"):
            return
        hand = hand._replace(lines=self._lines, set_off=_is_set_off(properties))
        for element in run:
            self._piece(element, hand, taken)

    def _piece(self, element: Element, hand: Hand, taken: _Taken) -> None:
        name = local(element)
        if name == "commentReference":
            taken.comments.append(attribute(element, "id"))
        elif name in _NOTES:
            taken.words.cut()
        elif name == "drawing":
            taken.pictures += [attribute(one, "descr") for one in within(element, "docPr")]
        elif not self._field(name, element, taken):
            text = element.text if name == "t" else _SIGNS.get(name)
            taken.words.add(unicodedata.normalize("NFC", text or ""), hand)

    def _field(self, name: str, element: Element, taken: _Taken) -> bool:
        """Take what belongs to a field; tell whether it did. The number of a note is no word."""
        fields = self._fields
        if name == "fldChar":
            ended = fields.mark(attribute(element, "fldCharType"))
            if ended and ended.refers:
                taken.words.cut()
            return True
        if name == "instrText":
            if fields.open and not fields.open[-1].has_result:
                fields.open[-1].code += element.text or ""
            return True
        return fields.in_code or bool(fields.number and fields.number.refers)


def _number(digits: str) -> int:
    """Return the number of decimal digits, cut to nine: Python refuses those of thousands."""
    return int(digits[:9])


def _author(element: Element) -> str:
    return attribute(element, "author").strip()


def _is_set_off(properties: Element | None) -> bool:
    """Tell whether a person set a run off: what the report sets off has a style for it."""
    if properties is None or value(properties, "rStyle"):
        return False
    underlined = value(properties, "u") not in {"", "none"}
    return underlined or bool(is_on(properties, "b") or is_on(properties, "i"))
