"""Words inside a paragraph: runs, links, references to end-notes and page fields (ECMA-376 17.3.2, 17.16)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from converter.model.document import Inline, PageField, Reference, Text
from converter.writers.docx.languages import language_attributes
from converter.writers.docx.markup import characters, escape
from converter.writers.docx.package import Relationships

# From the first to the last letter of a right-to-left script, with what stands between them.
_RTL_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RTL = re.compile(f"({_RTL_LETTER}(?:[^A-Za-z0-9\u00c0-\u058f\u1e00-\u1fff]*{_RTL_LETTER})*)")
_STYLES = {"strong": "Strong", "emphasis": "Emphasis", "code": "HTMLCode"}
_DIRECT = {"code": "", "strong": "<w:b/><w:bCs/>", "emphasis": "<w:i/><w:iCs/>"}
_INSTRUCTIONS = {"page": "PAGE", "pages": "NUMPAGES"}


@dataclass(slots=True)
class Runs:
    """Writes the words of one part; what they refer to is entered in that part's relationships.

    Attributes:
        relationships: of the part.
        bookmarks: anchor → name of its bookmark in Word.
        repeated: numbers of the end-notes that are referred to more than once.
        pages: the number of pages to show until Word has counted them.
    """

    relationships: Relationships
    bookmarks: Mapping[str, str] = field(default_factory=dict)
    repeated: frozenset[int] = frozenset()
    pages: int = 1

    def xml(self, content: Iterable[Inline]) -> str:
        """Return the mark-up of `content`."""
        pieces: list[str] = []
        for link, group in groupby(content, key=_link):
            inner = "".join([self._inline(inline, "Hyperlink" if link else "") for inline in group])
            pieces.append(self._hyperlink(link, inner) if link else inner)
        return "".join(pieces)

    def _inline(self, inline: Inline, style: str) -> str:
        if isinstance(inline, Text):
            return _text(inline, style)
        if isinstance(inline, Reference):
            return self._repeat(inline.number) if inline.repeat else self._reference(inline.number)
        return self._page_field(inline)

    def _hyperlink(self, link: str, inner: str) -> str:
        """Return `w:hyperlink` (ECMA-376 17.16.22); an anchor that is nowhere leaves the words alone."""
        if not link.startswith("#"):
            return f'<w:hyperlink r:id="{self.relationships.add("hyperlink", link, "External")}">{inner}</w:hyperlink>'
        return f'<w:hyperlink w:anchor="{self.bookmarks[link[1:]]}">{inner}</w:hyperlink>'

    def _reference(self, number: int) -> str:
        """Return a reference to an end-note (ECMA-376 17.11.7), with a bookmark when others repeat it."""
        run = f'<w:r><w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr><w:endnoteReference w:id="{number}"/></w:r>'
        return (
            bookmarked(run, note_bookmark(number), _NOTE_BOOKMARKS + number)
            if number in self.repeated
            else run
        )

    def _repeat(self, number: int) -> str:
        """Return a cross-reference to the first reference (NOTEREF, ECMA-376 17.16.5.42)."""
        return field_xml(
            f"NOTEREF {note_bookmark(number)} \\f \\h",
            str(number),
            '<w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr>',
        )

    def _page_field(self, page_field: PageField) -> str:
        return field_xml(
            _INSTRUCTIONS[page_field.kind], "1" if page_field.kind == "page" else str(self.pages)
        )


_NOTE_BOOKMARKS = 1_000_000
"""Bookmarks of references are numbered from here, those of headings from 1."""


def note_bookmark(number: int) -> str:
    """Return the name of the bookmark about the first reference to an end-note; Word hides names that begin so."""
    return f"_RefNote{number}"


def bookmarked(xml: str, name: str, number: int) -> str:
    """Return `xml` inside a bookmark (ECMA-376 17.13.6); `number` is unique in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{xml}<w:bookmarkEnd w:id="{number}"/>'


def field_xml(instruction: str, result: str, properties: str = "") -> str:
    """Return a field with its result inside (ECMA-376 17.16.18), so that nothing need be updated on opening."""
    run = f"<w:r>{properties}"
    return (
        f'{run}<w:fldChar w:fldCharType="begin"/></w:r>{run}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'{run}<w:fldChar w:fldCharType="separate"/></w:r>{run}<w:t>{escape(result)}</w:t></w:r>'
        f'{run}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def _link(inline: Inline) -> str:
    return inline.link if isinstance(inline, Text) else ""


def _text(text: Text, style: str) -> str:
    """Return the runs of `text`: one, or several where the direction of its script changes."""
    look, language = (
        _emphasis(text, style),
        f"<w:lang{language_attributes(text.language)}/>" if text.language else "",
    )
    if _RTL.search(text.text) is None:
        return _run(look + language, text.text)
    # re.split with one group: what it matched stands at the odd places
    return "".join(
        _run(f"{look}{'<w:rtl/>' if index % 2 else ''}{language}", piece)
        for index, piece in enumerate(_RTL.split(text.text))
        if piece
    )


def _emphasis(text: Text, style: str) -> str:
    """Return `w:rStyle` and what a single style cannot say as well."""
    names = [name for name in ("code", "strong", "emphasis") if name in text.emphasis]
    if not style and names:
        style = _STYLES[names.pop(0)]
    return (f'<w:rStyle w:val="{style}"/>' if style else "") + "".join(_DIRECT[name] for name in names)


def _run(properties: str, text: str) -> str:
    return (
        f"<w:r><w:rPr>{properties}</w:rPr>{characters(text)}</w:r>"
        if properties
        else f"<w:r>{characters(text)}</w:r>"
    )
