"""Word files as python-docx reads them.

It knows styles and tables, but no lists and no end-notes: both are looked up in its trees of the parts.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.conformance.readback.structure import Structure, as_seen

_REFERENCE = "EndnoteReference"


def read(file: Path) -> Structure:
    """Return what python-docx finds."""
    document = docx.Document(str(file))
    found = Structure(notes=list(_notes(document)))
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            _add_table(block, found)
        else:
            _add_paragraph(block, document, found)
    return found


def _add_paragraph(paragraph: Paragraph, document: Document, found: Structure) -> None:
    text = _words(paragraph._p)
    if not text:
        return
    found.lines.append(text)
    name = paragraph.style.name if paragraph.style else ""
    if name and name.startswith("Heading "):
        found.headings.append((int(name[-1]), text))
    if numbering := _numbering(paragraph):
        number_id, depth = numbering
        found.items.append((depth, _is_numbered(document, number_id, depth), text))


def _add_table(table: Table, found: Structure) -> None:
    rows = [[_words(cell._tc) for cell in row.cells] for row in table.rows]
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    found.lines += [text for row in rows for text in row if text]
    found.tables.append((heads.count(True), rows))


def _numbering(paragraph: Paragraph) -> tuple[int, int] | None:
    """Return number and level of the list that a paragraph, or a style it is based on, is part of."""
    style: Any = paragraph.style
    properties = [paragraph._p.pPr]
    while style is not None:
        properties.append(style.element.pPr)
        style = style.base_style
    numbers: Any
    for numbers in (each.numPr for each in properties if each is not None and each.numPr is not None):
        return int(numbers.numId.val), int(numbers.ilvl.val)
    return None


def _is_numbered(document: Document, number_id: int, level: int) -> bool:
    numbering: Any = document.part.numbering_part.element
    (definition,) = numbering.xpath(f"w:num[@w:numId={number_id}]/w:abstractNumId/@w:val")
    path = f"w:abstractNum[@w:abstractNumId={definition}]/w:lvl[@w:ilvl={level}]/w:numFmt/@w:val"
    (kind,) = numbering.xpath(path)
    return bool(kind != "bullet")


def _notes(document: Document) -> Iterator[str]:
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.ENDNOTES)
    except KeyError:
        return
    notes: Any = parse_xml(part.blob)
    for note in notes.iter(qn("w:endnote")):
        if note.get(qn("w:type")) is None:
            yield _words(note)


def _words(element: Any) -> str:  # noqa: ANN401 - python-docx's
    return as_seen("".join(map(_run_text, element.iter(qn("w:r")))))


def _run_text(run: Any) -> str:  # noqa: ANN401
    """Return the words of a run, or the number of the note that it refers to in brackets."""
    for reference in run.iter(qn("w:endnoteReference")):
        return f"[{reference.get(qn('w:id'))}]"
    if run.style == _REFERENCE:
        text = run.text.strip(",")
        return f"[{text}]" if text else ""
    return str(run.text)
