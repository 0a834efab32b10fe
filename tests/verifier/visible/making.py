"""Reports to be altered by other programs, and what is read of them."""

from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO

import pikepdf
from msgspec.structs import replace

from converter.model.document import Attachment
from converter.verifier.visible.pdf import read_pdf
from converter.verifier.visible.shown import Shown, Visible
from converter.writers import write
from tests.sample import sample_document, sample_style, with_contents


def font() -> pikepdf.Dictionary:
    """Return a font that every reader has."""
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )


@cache
def report() -> bytes:
    """Return the sample as a PDF of two pages."""
    return write(with_contents(sample_document()), sample_style(), "pdf").data


def changed(change: Callable[[pikepdf.Pdf], None], data: bytes = b"") -> bytes:
    """Return a report after `change`."""
    with pikepdf.open(BytesIO(data or report())) as pdf:
        change(pdf)
        saved = BytesIO()
        pdf.save(saved)
    return saved.getvalue()


def drawn(code: str, *, page: int = 0, before: bool = False) -> bytes:
    """Return the sample with `code` drawn on a page: over all that is there, or `before`."""

    def change(pdf: pikepdf.Pdf) -> None:
        sheet = pdf.pages[page]
        sheet.Resources.Font.Helv = pdf.make_indirect(font())
        sheet.contents_add(pdf.make_stream(f"\nq {code} Q\n".encode("latin-1")), prepend=before)

    return changed(change)


def text(said: str, at: str = "20 400", size: float = 10, more: str = "") -> str:
    """Return code that draws a text at a place, 20 400 being in the empty margin."""
    return f"{more} BT /Helv {size} Tf {at} Td ({said}) Tj ET"


def shown(data: bytes, *places: str) -> list[str]:
    """Return what stands in these places, without what is only said."""
    return texts(read_pdf(data), *places)


def texts(visible: Visible, *places: str) -> list[str]:
    """Return the texts of these places, without what is only said."""
    return [each.text for each in visible.shown if each.place in places and each.role != "alternative"]


def letters(lines: Iterable[str]) -> str:
    """Return the letters alone: signs and numbers before items and notes are each format's own affair."""
    return "".join(sign for line in lines for sign in line if sign.isalpha())


def where(visible: Visible, begin: str) -> Shown:
    """Return the first that begins so."""
    return next(each for each in visible.shown if each.text.startswith(begin))


def carrying() -> bytes:
    """Return the sample with its provenance and the article inside."""
    files = (
        Attachment("provenance.json", "application/json", b'{"briefing": 1}', "Data", "Lines"),
        Attachment("river.md", "text/markdown", b"# River", "Source", "Article"),
    )
    return write(replace(sample_document(), attachments=files), sample_style(), "pdf").data
