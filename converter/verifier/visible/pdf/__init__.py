"""PDF files, as they are drawn.

Text is what the glyphs say by their fonts, where they stand; tags only tell which of it is one paragraph, and
what it is. What leaves no trace in the page as it is drawn is hidden.

What is not detected: letters of one height that look like others than they say, in fonts that did not come
along with us, and figures that do so in any (`shapes.py`); text that is a picture, or drawn as shapes; in
scripts whose letters share glyphs (Arabic, Thai, the scripts of India) an `ActualText` that is wrong and made
of the same letters; what only programs inside the file show; words so small that PDFium does not see them
either (below a hundredth of a point).

- `document.py`, `facts.py`, `attached.py`: the file around the pages.
- `sources.py` → `glyphs.py`, `mirrors.py` → `seen.py` → `words.py` → `lines.py`, `order.py` →
  `paragraphs.py`: a page.
- `tags.py`, `annotations.py`, `saying.py`: what is said beside the glyphs; `shapes.py`: what they look like.
"""

from collections.abc import Sequence

import pypdfium2

from converter.limits import LIMITS
from converter.notices import Notice
from converter.verifier.visible.pdf.annotations import read_remarks
from converter.verifier.visible.pdf.attached import Attached, read_attached
from converter.verifier.visible.pdf.document import open_document, open_page, too_long
from converter.verifier.visible.pdf.facts import asks_for_leftwards, language_of, read_facts
from converter.verifier.visible.pdf.pages import Context, Page, read_page
from converter.verifier.visible.pdf.running_on import put_together
from converter.verifier.visible.shown import Visible

_LEFTWARDS = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
_MOST_CHARACTERS = 40 * LIMITS.pdf_page_characters


def read_pdf(data: bytes) -> Visible:
    """Return a PDF as a reader sees it.

    Raises:
        InputError: `input-broken`, `input-encrypted`, `pdf-too-long`; `where` is left to the caller.
    """
    with open_document(data) as document:
        pages = _pages(document)
        attached, facts = read_attached(document), read_facts(document, data)
    notices = (*_lies(pages), *_disguises(pages), *_others(attached))
    return Visible("pdf", put_together(pages), attached.claims, attached.articles, facts, notices)


def _pages(document: pypdfium2.PdfDocument) -> list[Page]:
    pages: list[Page] = []
    characters = 0
    leftwards = language_of(document).partition("-")[0] in _LEFTWARDS
    turned = asks_for_leftwards(document)
    for index in range(len(document)):
        context = Context(index + 1, pages[-1].rows if pages else (), leftwards, turned)
        with open_page(document, index) as page:
            remarks, changed = read_remarks(page)
            if not changed:
                pages.append(read_page(page, remarks, context))
        if changed:
            with open_page(document, index) as page:
                pages.append(read_page(page, remarks, context))
        characters += sum(len(piece.text) for piece in pages[-1].pieces)
        if characters > _MOST_CHARACTERS:
            raise too_long("is longer than any report", _MOST_CHARACTERS)
    return pages


def _lies(pages: Sequence[Page]) -> list[Notice]:
    return [
        Notice(
            "pdf-text-differs",
            f"its marks say {actual!r} to programs where a reader sees {drawn!r}",
            f"page {number}",
        )
        for number, page in enumerate(pages, 1)
        for actual, drawn in page.lies
    ]


def _disguises(pages: Sequence[Page]) -> list[Notice]:
    return [
        Notice(
            "pdf-letters-differ",
            f"letters of the font {name} look like others than they say: {letters}",
            f"page {number}",
        )
        for number, page in enumerate(pages, 1)
        for name, letters in page.disguises.items()
    ]


def _others(attached: Attached) -> list[Notice]:
    return [
        Notice("pdf-files-inside", f"another file travels inside that no report has: {name!r}")
        for name in attached.others
    ]
