"""`Document` × `Style` → a Word file, in one pass over the blocks."""

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from converter.model.document import Document, NotesBlock
from converter.model.report import Report
from converter.model.style import Style
from converter.notices import Notice
from converter.writers.docx.carried import article_parts, carried_parts
from converter.writers.docx.document import Body
from converter.writers.docx.drawing import Media
from converter.writers.docx.endnotes import endnotes_xml
from converter.writers.docx.lines import LineMarks
from converter.writers.docx.markup import NAMESPACES
from converter.writers.docx.numbering import Numbering
from converter.writers.docx.package import Part, Relationships, assemble, xml_part
from converter.writers.docx.prepared import Prepared, prepare
from converter.writers.docx.properties import app_xml, core_xml, custom_xml
from converter.writers.docx.runs import Runs
from converter.writers.docx.section import Section
from converter.writers.docx.survey import Survey, survey
from converter.writers.handling import with_room

_MAIN, _ENDNOTES = "word/document.xml", "word/endnotes.xml"
_PACKAGE = {
    "officeDocument": _MAIN,
    "core-properties": "docProps/core.xml",
    "extended-properties": "docProps/app.xml",
}
_CUSTOM = "docProps/custom.xml"
_CONSTANT = {
    "styles": "styles.xml",
    "settings": "settings.xml",
    "fontTable": "fontTable.xml",
    "theme": "theme/theme1.xml",
    "numbering": "numbering.xml",
    "endnotes": "endnotes.xml",
}


def write_docx(document: Document, style: Style) -> Report:
    """Return `document` as a Word file in the look of `style`, on the house's template where it names one.

    It is valid for Word 2007 and later, asks nothing when it is opened, and is made of Word's own styles,
    numbering, end-notes and fields. The same arguments give the same bytes.

    Raises:
        StyleError: `font-unreadable` when a font file of the style cannot be read, `marking-room` when the
            page is too small, `style-invalid` when stationery shows to be damaged; what
            `template.write_on_template` raises.
    """
    template = style.word.get("template")
    if isinstance(template, str):
        # python-docx takes 60 ms to import, and only templates need it
        from converter.writers.docx.template import write_on_template

        report = write_on_template(document, style, template)
        return replace(report, notices=(*report.notices, *_stationery_left(style, template)))
    style = with_room(style, document)
    found = survey(document)
    prepared = prepare(style, document.language, document.direction, found.languages)
    custom = custom_xml(document)
    parts = [
        *_package_relationships(_CUSTOM if custom else ""),
        *_main_parts(document, prepared, found),
        *prepared.parts,
        *_endnote_parts(document, found),
        xml_part("docProps/core.xml", core_xml(document)),
        xml_part("docProps/app.xml", app_xml(document)),
        *([xml_part(_CUSTOM, custom)] if custom else []),
    ]
    types = {name: article.media_type for name, article in article_parts(document)}
    return Report("docx", assemble(parts, types), notices=prepared.notices)


def _stationery_left(style: Style, template: str) -> Iterator[Notice]:
    if style.stationery:
        text = "the Word file stands on the template's own paper; page.stationery is in the PDF alone"
        yield Notice("template-stationery", text, template)


@cache
def _package_relationships(custom: str) -> tuple[Part, ...]:
    relationships = Relationships()
    for kind, target in _PACKAGE.items():
        relationships.add(kind, target)
    if custom:
        relationships.add("custom-properties", custom)
    return relationships.parts("")


def _main_parts(document: Document, prepared: Prepared, found: Survey) -> Iterator[Part]:
    """Yield the main document, and the numbering, headers, footers and pictures that it refers to."""
    relationships, media, numbering = Relationships(), Media(), Numbering(prepared.definitions)
    for kind, target in _CONSTANT.items():
        relationships.add(kind, target)
    look = prepared.look
    runs = Runs(
        relationships, found.bookmarks, found.repeated, found.pages, look.style.emphasis, look.direction
    )
    text = Body(prepared.look, runs, numbering, media, LineMarks(document)).xml(document.blocks)
    running: list[Part] = []
    section = Section(document, prepared.look, found, relationships, media).xml(running)
    carried = list(carried_parts(document, relationships))
    yield xml_part(_MAIN, f"<w:document {NAMESPACES}><w:body>{text}{section}</w:body></w:document>")
    yield from relationships.parts(_MAIN)
    yield xml_part("word/numbering.xml", numbering.xml())
    yield from running
    yield from media.parts.values()
    yield from carried


def _endnote_parts(document: Document, found: Survey) -> Iterator[Part]:
    last = document.blocks[-1]
    notes = last.notes if isinstance(last, NotesBlock) else ()
    relationships = Relationships()
    yield xml_part(_ENDNOTES, endnotes_xml(notes, Runs(relationships, found.bookmarks, found.repeated)))
    yield from relationships.parts(_ENDNOTES)
