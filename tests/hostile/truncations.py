"""Files that were cut off, at every kind of place."""

from collections.abc import Callable
from functools import partial

from tests.hostile.case import REPORT, article
from tests.hostile.making import FONT, LINES, MARKDOWN, TEXT, page, pdf, picture, word
from tests.ooxml.making import zipped
from tests.readers.pdf.making import Sheet, drawn, prose

_SHARES = (1, 10, 50, 90, 99)


def _pages() -> bytes:
    def draw(sheet: Sheet) -> None:
        for number in range(3):
            sheet.paragraph(prose(number))
            sheet.new_page()

    return drawn(draw)


def _cut(whole: Callable[[], bytes], share: int) -> bytes:
    return whole()[: max(len(whole()) * share // 100, 1)]


_WHOLE: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "docx": (lambda: zipped(word()), (REPORT, "input-broken", "input-unsupported", "input-binary")),
    "pdf": (
        _pages,
        (REPORT, "input-broken", "pdf-no-text", "input-empty", "input-unsupported", "input-binary"),
    ),
    "html": (lambda: page("<table><tr><td>a</table><pre>b</pre>").encode(), (REPORT, "input-empty")),
    "md": (f"---\ntitle: a\n---\n{MARKDOWN}```\ncode\n```\n| a |\n|---|\n".encode, (REPORT, "input-empty")),
}

CASES = (
    *(
        article(
            f"{kind}, cut at {share} %",
            f"a.{kind}",
            partial(_cut, whole, share),
            *must,
        )
        for kind, (whole, must) in _WHOLE.items()
        for share in _SHARES
    ),
    article("pdf, its head and nothing else", "a.pdf", "%PDF-1.7\n", "input-broken"),
    article("pdf, its end and nothing else", "a.pdf", "%PDF-1.7\nstartxref\n0\n%%EOF\n", "input-broken"),
    article("pdf, without its table of objects", "a.pdf", pdf()[: pdf().index(b"xref")], REPORT, "input-broken"),
    article("pdf, a stream without an end", "a.pdf", pdf()[: pdf().index(b"endstream")], REPORT, "input-broken"),
    article("pdf, objects without ends", "a.pdf", pdf().replace(b"endobj", b"      "), REPORT, "input-broken"),
    article("pdf, only what is drawn", "a.pdf", f"%PDF-1.7\n{LINES}\n{FONT}\n", "input-broken"),
    article("word, the head of one part", "a.docx", zipped(word())[:60], "input-broken", "input-unsupported"),
    article("word, only its directory", "a.docx", zipped(word())[zipped(word()).index(b"PK\x01\x02"):], "input-broken", "input-unsupported", "input-binary"),
    article("word, an empty archive", "a.docx", zipped({}), "input-broken", "input-unsupported"),
    article("text, one byte", "a.txt", "a"),
    article("text, half a letter", "a.txt", TEXT.encode() + b"\xe2\x82"),
    article("text, half a unit of UTF-16", "a.txt", TEXT.encode("utf-16") + b"\0"),
    article("markdown, a fence that is never closed", "a.md", f"{MARKDOWN}```python\nwhile True: pass\n"),
    article("markdown, front matter that is never closed", "a.md", f"---\ntitle: a\n{MARKDOWN}"),
    article("html, a comment that is never closed", "a.html", page(f"<!-- {'a' * 1_000_000}")),
    article("html, a script that is never closed", "a.html", page("<script>for(;;);")),
    article("html, a tag that is never closed", "a.html", page(f"<p {'a' * 1_000_000}")),
    article("html, a title that is never closed", "a.html", f"<html><head><title>{TEXT}"),
    article("picture, cut in its head", "a.md", f"{MARKDOWN}![a](data:image/png;base64,iVBORw0KGgo=)\n"),
    article("picture, base64 of odd length", "a.md", f"{MARKDOWN}![a](data:image/png;base64,iVBORw0KG)\n"),
    article("picture, cut in its data", "a.html", lambda: page(f"<img alt=a src='data:image/png;base64,{_half()}'>")),
)  # fmt: skip


def _half() -> str:
    from base64 import b64encode

    data = picture(400, 400)
    return b64encode(data[: len(data) // 2]).decode()
