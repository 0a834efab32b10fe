"""What stands in a paragraph: pieces of text, seen or not, and what else hangs on it."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct, field

from converter.ooxml.xml import Element, attribute, hexadecimal, local, within
from converter.verifier.visible.texts import numbers
from converter.verifier.visible.word import hiding
from converter.verifier.visible.word.fields import Field, Fields
from converter.verifier.word.formatting import Formatting
from converter.verifier.word.story import Paragraph

_ALTERNATIVES = frozenset({"AlternateContent", "Choice", "Fallback"})
_WRAPPERS = _ALTERNATIVES | {
    "bdo",
    "customXml",
    "dir",
    "hyperlink",
    "ins",
    "moveTo",
    "sdt",
    "sdtContent",
    "smartTag",
}
_TEXTS = frozenset({"t", "delText"})
_FIELD_PARTS = frozenset({"fldChar", "instrText"})
_UNKNOWN = 0xFFFD
_REMOVED = frozenset({"del", "moveFrom"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}
_GRAPHICS = frozenset({"drawing", "pict", "object"})
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


class Content(Struct):
    """What was found in a paragraph.

    Attributes:
        seen: its words.
        unseen: groups of words that are not seen, each in one.
        references: to notes, in order: a number, or kind and id of a note that Word numbers.
        graphics: drawings and objects, and whether each is seen.
        comments: ids of the comments that hang on it.
        in_gap: whether the last piece was not seen.
    """

    seen: list[str] = field(default_factory=list)
    unseen: list[list[str]] = field(default_factory=list)
    references: list[int | tuple[str, str]] = field(default_factory=list)
    graphics: list[tuple[Element, bool]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    in_gap: bool = False

    def add(self, text: str, *, seen: bool) -> None:
        """Add a piece of text."""
        if seen:
            self.seen.append(text)
        elif self.in_gap:
            self.unseen[-1].append(text)
        else:
            self.unseen.append([text])
        self.in_gap = not seen


class Look(NamedTuple):
    """How a run looks.

    Attributes:
        there: whether it is not hidden as a whole.
        seen: whether its letters are seen, too.
        raised: whether they stand higher, as the numbers of notes do.
    """

    there: bool
    seen: bool
    raised: bool


class Runs:
    """Reads the runs of the paragraphs of one story.

    Attributes:
        fields: those that are open.
        read: the elements with text that were read.
        struck: whether words that are seen are struck through.
    """

    def __init__(self, formatting: Formatting, hidden: hiding.Hiding, read: set[Element]) -> None:
        """Take what tells how a run looks; the elements with text that are read go to `read`."""
        self._formatting = formatting
        self._hiding = hidden
        self.fields = Fields()
        self.read = read
        self.struck = False

    def content(self, paragraph: Paragraph, ground: object, *, seen: bool) -> Content:
        """Return what stands in `paragraph`, on `ground`; `seen`: whether the paragraph as a whole is."""
        found = Content()
        self._inlines(paragraph.element, paragraph, ground, found, seen=seen)
        for pending in self.fields.open:
            self._close(pending, found)
        return found

    def _inlines(
        self, parent: Element, paragraph: Paragraph, ground: object, found: Content, *, seen: bool
    ) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, paragraph, ground, found, seen=seen)
            elif name in _WRAPPERS:
                self._inlines(element, paragraph, ground, found, seen=seen)
            elif name in _REMOVED:
                self._inlines(element, paragraph, ground, found, seen=False)
            elif name == "fldSimple":
                simple = Field(attribute(element, "instr"), has_result=True)
                self.fields.open.append(simple)
                self._inlines(element, paragraph, ground, found, seen=seen)
                self.fields.open.remove(simple)
                self._close(simple, found)
            elif name in {"oMath", "oMathPara"}:
                for one in within(element, "t"):
                    self._text(one, found, seen=seen, raised=False)

    def _run(self, run: Element, paragraph: Paragraph, ground: object, found: Content, *, seen: bool) -> None:
        levels = self._formatting.levels(run, paragraph)
        there = seen and not hiding.is_vanished(levels)
        shown = there and not self._hiding.of_words(levels, paragraph, ground)
        self.struck |= shown and (levels.is_on("strike") or levels.is_on("dstrike"))
        self._signs(run, found, Look(there, shown, hiding.superior(levels)))

    def _signs(self, parent: Element, found: Content, look: Look) -> None:
        """Take what stands in a run, or in the alternative that is shown."""
        for element in parent:
            name = local(element)
            if name in _TEXTS:
                seen = look.seen and name != "delText"
                self._text(element, found, seen=seen, raised=look.raised)
            elif name in _SIGNS:
                found.add(_SIGNS[name], seen=look.seen)
            elif name == "sym":
                found.add(chr(hexadecimal(attribute(element, "char")[-4:]) or _UNKNOWN), seen=look.seen)
            elif name in _FIELD_PARTS:
                self._field_part(element, found)
            elif name in _ALTERNATIVES:
                self._signs(element, found, look)
            elif name == "ruby":
                for one in within(element, "t"):
                    self._text(one, found, seen=look.seen, raised=False)
            else:
                _take_hanging(element, found, look)

    def _field_part(self, element: Element, found: Content) -> None:
        if local(element) == "fldChar":
            ended = self.fields.mark(attribute(element, "fldCharType"))
            if ended:
                self._close(ended, found)
        elif self.fields.open and not self.fields.open[-1].has_result:
            self.fields.open[-1].code += element.text or ""

    def _text(self, element: Element, found: Content, *, seen: bool, raised: bool) -> None:
        self.read.add(element)
        text = element.text or ""
        if not text:
            return
        number = self.fields.number
        if self.fields.in_code or not seen:
            found.add(text, seen=False)
        elif number is not None:
            number.result.append(text)
            number.is_superior |= raised
        elif raised and numbers(text):
            found.references += numbers(text)
        else:
            found.add(text, seen=True)

    def _close(self, ended: Field, found: Content) -> None:
        """Take the result of a field that is a number; other words in it are words as all others."""
        text = "".join(ended.result)
        ended.result.clear()
        if ended.refers and numbers(text):
            found.references += numbers(text)
        elif text and not (ended.is_number and Field(result=[text]).is_count):
            found.add(text, seen=True)


def _take_hanging(element: Element, found: Content, look: Look) -> None:
    """Take what a run has beside words: references, comments, drawings."""
    name = local(element)
    if name in _NOTES:
        if look.seen and attribute(element, "customMarkFollows") not in {"1", "true", "on"}:
            found.references.append((_NOTES[name], attribute(element, "id")))
    elif name == "commentReference":
        found.comments.append(attribute(element, "id"))
    elif name in _GRAPHICS:
        found.graphics.append((element, look.there))


def words(element: Element) -> str:
    """Return all words within `element`, those of each paragraph apart."""
    return "".join(_words(element))


def _words(element: Element) -> Iterator[str]:
    for one in element.iter():
        name = local(one)
        if name in {"t", "delText"}:
            yield one.text or ""
        elif name in {"p", "tab", "br", "cr"}:
            yield " "
