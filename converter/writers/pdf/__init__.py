"""`Document` → PDF, in three steps: blocks into rows, rows onto pages, pages into a file.

1. `blocks` lays out: `inline` makes words, `linebreak` decides where lines end, `paragraph` sets them.
2. `flow` decides where pages end; now `contents` knows their numbers.
3. `drawing` writes each page's content, `embedding` the fonts, `file` all the rest.

`docs/why/pdf.md` says why it stands on its own flow and on ReportLab's and HarfBuzz's lowest layers.
"""

from converter.model.document import Document
from converter.model.report import Report
from converter.model.style import Style
from converter.writers.handling import with_room
from converter.writers.pdf.blocks import Blocks
from converter.writers.pdf.conformance import claims
from converter.writers.pdf.contents import number_entries
from converter.writers.pdf.file import write_file
from converter.writers.pdf.flow import place_rows
from converter.writers.pdf.fonts import missing_notices
from converter.writers.pdf.inline import Notes
from converter.writers.pdf.logo import read_logo
from converter.writers.pdf.looks import Looks
from converter.writers.pdf.marks import Row
from converter.writers.pdf.objects import Objects
from converter.writers.pdf.pages import PageMaker
from converter.writers.pdf.running import RunningLines
from converter.writers.pdf.stack import Stack


def write_pdf(document: Document, style: Style) -> Report:
    """Return `document` as a PDF in the look of `style`.

    Raises:
        StyleError: `font-unreadable`, `marking-room`; `style-invalid` when stationery shows to be damaged.
    """
    style = with_room(style, document)
    looks = Looks(style, document.language)
    stack = Stack(style, looks, Notes(document.blocks), document.language, document.direction)
    running = RunningLines(document, style, stack.words, stack.used, read_logo(stack))
    if running.lowering:
        stack.push([Row(running.lowering)], 0.0, 0.0, keep_with_next=True)
    blocks = Blocks(stack)
    blocks.add(document.blocks)
    pages = place_rows(stack.rows, float(style.page.text_height))
    stack.rows.clear()
    number_entries(stack, blocks.entries, pages)
    objects = Objects()
    maker = PageMaker(style, blocks, running, objects, leftwards=document.direction == "rtl")
    drawn = maker.draw(pages)
    size = float(style.page.width), float(style.page.height)
    standards, unclaimed = claims(style, document.blocks)
    data = write_file(objects, document, size, drawn, stack.used.add_to(objects), maker.images, standards)
    notices = (
        *looks.notices.values(),
        *stack.notices,
        *unclaimed,
        *missing_notices(stack.used.missing),
    )
    return Report("pdf", data, len(pages), notices)
