"""Files that are small and unfold without measure, made by code."""

import zlib
from collections.abc import Sequence

from tests.readers.pdf.making import raw_pdf, stream

_PAGE = (
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    "/Resources<</XObject<</X 6 0 R>>/Font<</F1 5 0 R>>>>>>"
)
_WORDS = "BT /F1 12 Tf 72 700 Td (Hello there) Tj ET"


def _pdf(content: str, further: Sequence[str] = (), kids: str = "3 0 R", count: int = 1) -> bytes:
    tree = f"<</Type/Pages/Kids[{kids}]/Count {count}>>"
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return raw_pdf(["<</Type/Catalog/Pages 2 0 R>>", tree, _PAGE, content, font, *further])


def unfolding_pdf(size_bytes: int = 800_000_000) -> bytes:
    """Return a PDF whose one page is described by so many bytes, nearly all of them spaces."""
    packer = zlib.compressobj(9)
    packed = packer.compress(_WORDS.encode())
    for _ in range(size_bytes // 1_000_000):
        packed += packer.compress(b" " * 1_000_000)
    packed = zlib.compress(packed + packer.flush(), 9)
    dictionary = f"<</Length {len(packed)}/Filter[/FlateDecode/FlateDecode]>>"
    return _pdf(f"{dictionary}\nstream\n{packed.decode('latin-1')}\nendstream")


def branching_pdf(levels: int = 12) -> bytes:
    """Return a PDF of forms that each draw the next ten times over."""
    forms = []
    for number in range(6, 6 + levels):
        content, resources = "/X Do " * 10, f"/XObject<</X {number + 1} 0 R>>"
        if number == 5 + levels:
            content, resources = _WORDS, "/Font<</F1 5 0 R>>"
        head = (
            f"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<{resources}>>/Length {len(content)}>>"
        )
        forms.append(f"{head}\nstream\n{content}\nendstream")
    return _pdf(stream("/X Do " * 10), forms)


def deep_pdf(levels: int = 500_000) -> bytes:
    """Return a PDF with arrays inside arrays."""
    return _pdf(stream(_WORDS), ["[" * levels + "]" * levels])


def spanning_page(rows: int = 2_000) -> bytes:
    """Return a page whose cells span more than anybody could show."""
    row = "<tr><td rowspan=65534 colspan=1000>a</td></tr>"
    return f"<!doctype html><html><body><p>Hello there.</p><table>{row * rows}</table></body></html>".encode()


def deep_page(levels: int = 200_000) -> bytes:
    """Return a page of elements inside elements."""
    return f"<!doctype html><html><body>{'<div>' * levels}Hello there.</body></html>".encode()


def bracketed_markdown(count: int = 300_000) -> bytes:
    """Return Markdown that opens brackets and closes none."""
    return b"# Title\n\n" + b"[" * count + b"![a](" * count
