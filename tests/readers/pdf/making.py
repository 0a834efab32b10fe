"""Makes PDFs by code: what was drawn is what must be read."""

import io
from collections.abc import Callable, Iterable, Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from converter.model.article import Article
from converter.readers.original import Original
from converter.readers.pdf import read_pdf
from tests.sample import png

WIDTH, HEIGHT = 595, 842
LEFT, TOP = 72, 770
BODY, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"

TEXT = (
    "the council met in the old hall and spoke about the harbour for most of the evening while the people of "
    "the town waited outside in the rain and asked each other what would become of the boats the sheds and "
    "the long wall that had kept the water out for as long as anybody could remember"
)
WORDS = TEXT.split()


def sentence(start: int, count: int = 14) -> str:
    """Return a sentence of `count` words that differs from those with other starts."""
    words = [WORDS[(start * 7 + index * 3) % len(WORDS)] for index in range(count)]
    words[0] = words[0].capitalize()
    return f"{' '.join(words)} {start}."


def prose(start: int, sentences: int = 5) -> str:
    """Return a paragraph."""
    return " ".join(sentence(start * 10 + index) for index in range(sentences))


class Sheet:
    """Draws text on pages from the top downwards."""

    def __init__(self, encryption: StandardEncryption | None = None) -> None:
        """Begin with an empty page."""
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, (WIDTH, HEIGHT), invariant=1, encrypt=encryption)
        self.y = float(TOP)

    def line(self, text: str, x: float = LEFT, *, size: float = 10, font: str = BODY, y: float = 0) -> None:
        """Draw a line at height `y`, or at the next one."""
        if not y:
            self.y -= 1.3 * size
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y or self.y, text)

    def paragraph(  # noqa: PLR0913 - how a paragraph is set
        self,
        text: str,
        x: float = LEFT,
        width: float = 450,
        *,
        size: float = 10,
        indent: float = 0,
        after: float = 7,
        font: str = BODY,
    ) -> None:
        """Draw a paragraph, its first line set in by `indent`, in lines no wider than `width`."""
        for number, line in enumerate(wrapped(text, width, size, font, indent)):
            self.line(line, x + (0 if number else indent), size=size, font=font)
        self.y -= after

    def heading(self, text: str, *, size: float = 16, x: float = LEFT) -> None:
        """Draw a heading in bold type."""
        self.y -= size / 2
        self.line(text, x, size=size, font=BOLD)
        self.y -= size / 3

    def new_page(self) -> None:
        """Begin another page."""
        self.canvas.showPage()
        self.y = float(TOP)

    def picture(self, x: float = 60, y: float = 60, width: float = 470, height: float = 700) -> None:
        """Draw a picture over most of the page."""
        self.canvas.drawImage(ImageReader(io.BytesIO(png(4, 4))), x, y, width, height)

    def pdf(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return self._buffer.getvalue()


def wrapped(text: str, width: float, size: float, font: str, indent: float = 0) -> Iterable[str]:
    """Yield the lines of a paragraph, each as full as its width allows."""
    line: list[str] = []
    for word in text.split():
        if line and stringWidth(" ".join([*line, word]), font, size) > width - indent:
            yield " ".join(line)
            line, indent = [], 0
        line.append(word)
    yield " ".join(line)


def drawn(draw: Callable[[Sheet], None], encryption: StandardEncryption | None = None) -> bytes:
    """Return the PDF that `draw` draws."""
    sheet = Sheet(encryption)
    draw(sheet)
    return sheet.pdf()


def from_pdf(data: bytes, name: str = "sample.pdf") -> Article:
    """Return the article that a PDF is read as."""
    return read_pdf(Original(data, name), "")


def read_drawn(draw: Callable[[Sheet], None]) -> Article:
    """Return the article that the PDF that `draw` draws is read as."""
    return from_pdf(drawn(draw))


def locked(draw: Callable[[Sheet], None], *, user: str, owner: str) -> bytes:
    """Return a PDF with passwords; an empty one for the user restricts what may be done, not who may read."""
    return drawn(draw, StandardEncryption(user, owner, canCopy=0, canPrint=0))


def raw_pdf(objects: Sequence[str], *, root: int = 1) -> bytes:
    """Return a PDF of these objects, numbered from 1."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<</Size {len(objects) + 1}/Root {root} 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def page_of(
    content: str, *objects: str, font: str = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
) -> bytes:
    """Return a PDF of one page in one font, `/F1`; more `objects` are numbered from 6."""
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/StructParents 0"
    return raw_pdf(
        [
            "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>/Lang(en-GB)>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            f"{page}/Resources<</Font<</F1 5 0 R>>>>>>",
            stream(content),
            font,
            *objects,
        ]
    )


def stream(content: str) -> str:
    """Return a content stream as an object."""
    return f"<</Length {len(content)}>>\nstream\n{content}\nendstream"
