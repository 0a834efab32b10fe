"""Word files by other means: docxtpl, python-docx, and a floor of strings and `zipfile`.

All say the same words in the same order and in styles of the same names. None has what ours has besides:
end-notes and references, links, records, numbering, headers and footers of the document's own.
"""

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import docx

from converter.model.document import (
    Block,
    BoxBlock,
    Document,
    HeadingBlock,
    ListBlock,
    MethodBlock,
    NotesBlock,
    TextBlock,
    TitleBlock,
)
from tests.document_text import inline_text

Write = Callable[[Document], bytes]

STYLES = ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Body Text", "List Bullet")
"""The styles that paragraphs have, by Word's names for them."""
_MAIN = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Paragraph(NamedTuple):
    """What a peer is given of a paragraph: the name of its style, and its words."""

    style: str
    text: str


def paragraphs_of(document: Document) -> list[Paragraph]:
    """Return the paragraphs of `document` in reading order, the end-notes last."""
    return [paragraph for paragraph in _paragraphs(document.blocks) if paragraph.text]


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        match block:
            case TitleBlock():
                yield Paragraph("Title", inline_text(block.title))
                yield Paragraph("Subtitle", inline_text(block.subtitle))
                yield Paragraph("Body Text", " · ".join(fact.text for fact in block.facts))
            case HeadingBlock():
                yield Paragraph(f"Heading {block.level}", inline_text(block.content))
            case TextBlock():
                yield Paragraph("Body Text", inline_text(block.content))
            case ListBlock():
                yield from (Paragraph("List Bullet", inline_text(item.content)) for item in block.items)
            case BoxBlock():
                yield from _paragraphs(block.blocks)
            case MethodBlock():
                yield from _paragraphs((block.heading, *block.paragraphs))
            case NotesBlock():
                yield from _paragraphs((block.heading,))
                yield from (Paragraph("Body Text", inline_text(note.content)) for note in block.notes)


def python_docx(document: Document) -> bytes:
    """Write `document` with python-docx on its default template."""
    made = docx.Document()
    for style, text in paragraphs_of(document):
        made.add_paragraph(text, style)
    return _saved(made.save)


def docxtpl() -> Write:
    """Return what writes with docxtpl on a template that is made here; each document needs it opened anew."""
    from docxtpl import DocxTemplate

    made_once = template()

    def write(document: Document) -> bytes:
        opened = DocxTemplate(BytesIO(made_once))
        opened.render({"paragraphs": paragraphs_of(document)}, autoescape=True)
        return _saved(opened.save)

    return write


def template() -> bytes:
    """Return a template with a loop over the paragraphs, and a case for each style."""
    made = docx.Document()
    made.add_paragraph("{%p for paragraph in paragraphs %}")
    for index, style in enumerate(STYLES):
        made.add_paragraph(f"{{%p {'elif' if index else 'if'} paragraph.style == '{style}' %}}")
        made.add_paragraph("{{ paragraph.text }}", style)
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    return _saved(made.save)


def _saved(save: Callable[[BytesIO], None]) -> bytes:
    file = BytesIO()
    save(file)
    return file.getvalue()


def strings(constant: bytes) -> Write:
    """Return what writes the main document as a string, and beside it all other parts of a Word file of ours.

    A floor for programs that compress every part each time.
    """
    with ZipFile(BytesIO(constant)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != _MAIN}

    def write(document: Document) -> bytes:
        body = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/></w:pPr>'
            f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
            for style, text in paragraphs_of(document)
        )
        file = BytesIO()
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
            archive.writestr(
                _MAIN, f'<w:document xmlns:w="{_W}"><w:body>{body}<w:sectPr/></w:body></w:document>'
            )
        return file.getvalue()

    return write
