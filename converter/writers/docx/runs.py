"""Words inside a paragraph: runs, links, references to end-notes and page fields (ECMA-376 17.3.2, 17.16)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from converter.model.document import Inline, PageField, Reference, Text
from converter.model.style import Emphasis
from converter.writers.docx.languages import language_attributes
from converter.writers.docx.look import Look
from converter.writers.docx.markup import Properties, characters, escape
from converter.writers.docx.package import Relationships
from converter.writers.docx.stylenames import CODE, EMPHASIS, HYPERLINK, REFERENCE, STRONG

# From the first to the last letter of a right-to-left script, with what stands between them.
_RTL_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RTL = re.compile(f"({_RTL_LETTER}(?:[^A-Za-z0-9\u00c0-\u058f\u1e00-\u1fff]*{_RTL_LETTER})*)")
_STYLES = {"code": CODE, "strong": STRONG, "emphasis": EMPHASIS}
_BOLD, _ITALIC = {"b": "<w:b/>", "bCs": "<w:bCs/>"}, {"i": "<w:i/>", "iCs": "<w:iCs/>"}
EMPHASIS_LOOKS: Mapping[Emphasis, Mapping[str, Properties]] = {
    "italic": {"code": {}, "strong": _BOLD, "emphasis": _ITALIC},
    "bold": {"code": {}, "strong": _BOLD, "emphasis": _BOLD},
}
"""`Style.emphasis` → kind of emphasis → what it says of characters beside their font."""
_INSTRUCTIONS = {"page": "PAGE", "pages": "NUMPAGES"}
_ENDS_IN_NUMBER = re.compile(r"\d\W*\Z")
TO_THE_LEFT = "\u200f"
"""The right-to-left mark: unseen, and as strong as a letter."""

_PARTED = f"<w:r><w:rPr><w:rtl/></w:rPr><w:t>{TO_THE_LEFT}</w:t></w:r>"
# Bookmarks of headings are numbered from 1, those of references from here.
_NOTE_BOOKMARKS = 1_000_000


class Runs(Struct):
    """Writes the words of one part; what they refer to is entered in that part's relationships.

    Attributes:
        relationships: of the part.
        bookmarks: anchor → name of its bookmark in Word.
        repeated: numbers of the end-notes that are referred to more than once.
        pages: the number of pages to show until Word has counted them.
        emphasis: how stressed words are set.
        direction: of the document.
        link_color: `w:color` of links where they have not that of their style; empty: they have.
        around: puts what marks a line around a piece of it; `None`: lines are not marked.
    """

    relationships: Relationships
    bookmarks: Mapping[str, str] = field(default_factory=dict)
    repeated: frozenset[int] = frozenset()
    pages: int = 1
    emphasis: Emphasis = "italic"
    direction: Literal["ltr", "rtl"] = "ltr"
    link_color: str = ""
    around: Callable[[Sequence[int], str], str] | None = None

    def on_head(self, look: Look) -> "Runs":
        """Return what writes into the same part, on the head of a table."""
        color = look.style.table.head_link
        return replace(self, link_color=look.color(color)) if color else self

    def xml(self, content: Iterable[Inline]) -> str:
        """Return the mark-up of `content`; a comma parts references that follow each other."""
        pieces: list[str] = []
        before: Inline | None = None
        said = ""
        for inline in content:
            if isinstance(inline, Text):
                words = self._link(inline) if inline.link else self._text(inline)
                if self.around and inline.record is not None:
                    words = self.around((inline.record,), words)
                pieces.append(words)
                said += inline.text
            elif isinstance(inline, Reference):
                pieces += [self._between(before, said), self._reference(inline)]
                said = ""
            else:
                pieces.append(self._page_field(inline))
            before = inline
        return "".join(pieces)

    def entry(self, content: Iterable[Inline], anchor: str) -> str:
        """Return `content` as a link to the heading at `anchor`, in the look of its paragraph."""
        name, words = self.bookmarks[anchor], self.xml(content)
        return f'<w:hyperlink w:anchor="{name}" w:history="1">{words}</w:hyperlink>'

    def _link(self, text: Text) -> str:
        """Return `w:hyperlink` (ECMA-376 17.16.22); an anchor that is nowhere leaves the words alone."""
        if not text.link.startswith("#"):
            target = f'r:id="{self.relationships.add("hyperlink", text.link, "External")}"'
        elif name := self.bookmarks.get(text.link[1:]):
            target = f'w:anchor="{name}"'
        else:
            return self._text(text)
        words = self._text(text, HYPERLINK, self.link_color)
        return f'<w:hyperlink {target} w:history="1">{words}</w:hyperlink>'

    @property
    def _superior(self) -> str:
        return f'<w:rPr><w:rStyle w:val="{REFERENCE}"/>{self.link_color}</w:rPr>'

    def _between(self, before: Inline | None, said: str) -> str:
        """Return what stands between a reference and what is before it, `said` since the last reference.

        In a document that runs to the left, a note's number behind another number would go with that
        (UAX #9 W4): "2019.¹" would stand together, the full stop inside, at the wrong end of the line.
        """
        if isinstance(before, Reference):
            return f"<w:r>{self._superior}<w:t>,</w:t></w:r>"
        return _PARTED if self.direction == "rtl" and _ENDS_IN_NUMBER.search(said) else ""

    def _reference(self, reference: Reference) -> str:
        """Return a reference to an end-note (ECMA-376 17.11.7); a repeated one is a cross-reference to it."""
        number, name = reference.number, f"_RefNote{reference.number}"
        if reference.repeat:
            return field_xml(f"NOTEREF {name} \\f \\h", str(number), self._superior)
        run = f'<w:r>{self._superior}<w:endnoteReference w:id="{number}"/></w:r>'
        return bookmarked(run, name, _NOTE_BOOKMARKS + number) if number in self.repeated else run

    def _text(self, text: Text, style: str = "", color: str = "") -> str:
        """Return the runs of `text`: one, or several where the direction of its script changes."""
        look = self._character_look(text, style) + color
        language = f"<w:lang{language_attributes(text.language)}/>" if text.language else ""
        if text.text.isascii() or _RTL.search(text.text) is None:
            return _run(look + language, text.text)
        # re.split with one group: what it matched stands at the odd places
        return "".join(
            _run(f"{look}{'<w:rtl/>' if index % 2 else ''}{language}", piece)
            for index, piece in enumerate(_RTL.split(text.text))
            if piece
        )

    def _character_look(self, text: Text, style: str) -> str:
        """Return `w:rStyle` for one kind of emphasis, and direct properties for what it cannot say."""
        if not text.emphasis and not style:
            return ""
        kinds = [kind for kind in _STYLES if kind in text.emphasis]
        if not style:
            style = _STYLES[kinds.pop(0)]
        looks = EMPHASIS_LOOKS[self.emphasis]
        direct = {name: value for kind in kinds for name, value in looks[kind].items()}
        return f'<w:rStyle w:val="{style}"/>{"".join(direct.values())}'

    def _page_field(self, page_field: PageField) -> str:
        return field_xml(
            _INSTRUCTIONS[page_field.kind], "1" if page_field.kind == "page" else str(self.pages)
        )


def bookmarked(xml: str, name: str, number: int) -> str:
    """Return `xml` inside a bookmark (ECMA-376 17.13.6); `number` is unique in the document."""
    start, end = bookmark_ends(name, number)
    return start + xml + end


def bookmark_ends(name: str, number: int) -> tuple[str, str]:
    """Return where a bookmark begins and where it ends, which may be in another paragraph."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'


def field_xml(instruction: str, result: str, properties: str = "") -> str:
    """Return a field with its result inside (ECMA-376 17.16.18); nothing need be updated on opening."""
    words = f"<w:r>{properties}<w:t>{escape(result)}</w:t></w:r>"
    return opened_field(instruction, properties) + words + closed_field(properties)


def opened_field(instruction: str, properties: str = "") -> str:
    """Return the beginning of a field; its result, which may go on over paragraphs, and its end follow."""
    run = f"<w:r>{properties}"
    return (
        f'{run}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{run}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'{run}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def closed_field(properties: str = "") -> str:
    """Return the end of a field."""
    return f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'


def _run(properties: str, text: str) -> str:
    return (
        f"<w:r><w:rPr>{properties}</w:rPr>{characters(text)}</w:r>"
        if properties
        else f"<w:r>{characters(text)}</w:r>"
    )
