"""Word files as mammoth reads them.

It knows end-notes, but takes a cross-reference to one for plain text, so it is told of the style of these.
It joins lists that follow each other, whatever their numbers, so that a numbered paragraph and a numbered
list after it are one list: items are compared one by one.
"""

from copy import deepcopy
from pathlib import Path
from typing import Any

import mammoth
from lxml import html

from tests.conformance.readback.structure import Structure, as_seen

_STYLES = "r[style-name='endnote reference'] => sup"
_LINES = "//p | //h1 | //h2 | //h3 | //li[not(p)]"


def read(file: Path) -> Structure:
    """Return what mammoth finds."""
    with file.open("rb") as opened:
        page: Any = html.document_fromstring(
            "<body>" + mammoth.convert_to_html(opened, style_map=_STYLES).value + "</body>"
        )
    found = Structure(notes=_take_notes(page))
    _mark_references(page)
    for element in page.xpath(_LINES):
        _add_line(element, found)
    for table in page.iter("table"):
        rows = [[_words(cell) for cell in row.xpath("./th | ./td")] for row in table.iter("tr")]
        found.tables.append((len(table.xpath("./thead/tr")), rows))
    return found


def _take_notes(page: Any) -> list[str]:  # noqa: ANN401 - lxml's
    """Take the end-notes out of the page, without the arrows that lead back."""
    notes = page.xpath("//li[starts-with(@id, 'endnote-')]")
    for arrow in page.xpath("//a[starts-with(@href, '#endnote-ref-')]"):
        arrow.drop_tree()
    texts = [_words(note) for note in notes]
    for note in notes:
        note.drop_tree()
    return texts


def _mark_references(page: Any) -> None:  # noqa: ANN401
    """Write `[1]` for each reference and cross-reference; the comma between two of them goes."""
    for superior in page.xpath("//sup[not(ancestor::sup)]"):
        text = superior.text_content().strip("[],")
        superior[:] = []
        superior.text = f"[{text}]" if text else ""


def _add_line(element: Any, found: Structure) -> None:  # noqa: ANN401
    text = _words(element)
    if not text:
        return
    found.lines.append(text)
    if element.tag in {"h1", "h2", "h3"}:
        found.headings.append((int(element.tag[1]), text))
    elif element.tag == "li":
        depth = len(element.xpath("ancestor::ol | ancestor::ul")) - 1
        found.items.append((depth, element.getparent().tag == "ol", text))


def _words(element: Any) -> str:  # noqa: ANN401
    alone = deepcopy(element)
    for nested in alone.xpath("./ol | ./ul"):
        nested.drop_tree()
    for line_end in alone.iter("br"):
        line_end.tail = f"\n{line_end.tail or ''}"
    return as_seen(alone.text_content())
