"""A corpus of any size: articles of many lengths, languages and formats, and every fiftieth of them broken.

An article depends on its number alone, so that every run has the same, and a larger corpus holds a smaller.
"""

import re
from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path
from random import Random

from markdown_it import MarkdownIt
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from tests.ooxml.making import p, zipped
from tests.readers.docx.making import package
from tests.sample import png
from tests.verifier.alterations.articles import article

FORMATS = ("txt",) * 6 + ("md",) * 4 + ("html",) * 5 + ("docx",) * 3 + ("pdf",) * 2
"""Twenty articles in a row are of these formats."""

_BROKEN_EVERY = 50
_FOLDER = 1000
"""So many articles lie in one folder."""

_IN_THE_FONT = ("en", "de", "fr")
"""Languages whose letters are in the fonts that every reader of PDFs has."""

_MARKS = re.compile(r"^(?:#+|>|-|\d+\.|\|.*?\|)\s*|\*\*|[ |]*\|$|^\|[-:| ]+$", re.MULTILINE)


def write_corpus(folder: Path, count: int) -> tuple[list[Path], list[Path]]:
    """Write so many articles below `folder`; return those that are good, and those that are broken."""
    good: list[Path] = []
    broken: list[Path] = []
    for number in range(count):
        name, data, is_good = made(number)
        path = folder / f"{number // _FOLDER:03}" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        (good if is_good else broken).append(path)
    return good, broken


def made(number: int) -> tuple[str, bytes, bool]:
    """Return name and bytes of the article of a number, and whether it can be read."""
    if number % _BROKEN_EVERY == _BROKEN_EVERY // 2:
        suffix, break_ = _BREAKS[number // _BROKEN_EVERY % len(_BREAKS)]
        return f"article-{number:08}.{suffix}", break_(number), False
    suffix = FORMATS[number % len(FORMATS)]
    return f"article-{number:08}.{suffix}", _WRITERS[suffix](_markdown(number, suffix)), True


def _markdown(number: int, suffix: str) -> str:
    """Return an article of 8 sentences or more; one in ten is five times as long."""
    random = Random(-number)  # noqa: S311 - the same in every run
    language = random.choice(_IN_THE_FONT) if suffix == "pdf" else ""
    first = article(number, language)
    parts = [first, *(article(number + more, first.language) for more in range(1, random.choice(_PARTS)))]
    return "\n".join(part.data.decode() for part in parts)


_PARTS = (1,) * 7 + (2, 2, 5)


def plain_of(markdown: str) -> bytes:
    """Return Markdown as text, its marks left out."""
    lines = (_MARKS.sub("", line) for line in markdown.splitlines())
    return "\n".join(lines).encode()


def html_of(markdown: str) -> bytes:
    """Return it as a page with navigation and a footer around it."""
    title = escape(markdown.partition("\n")[0].removeprefix("# "))
    body = MarkdownIt().enable("table").render(markdown)
    page = (
        f"<title>{title} – The Fallow Courier</title><nav><a href='/'>Home</a> <a href='/news'>News</a></nav>"
        f"<main><article>{body}</article></main>"
        "<footer><p>© The Fallow Courier. All rights reserved.</p></footer>"
    )
    return f"<!doctype html><meta charset='utf-8'>{page}".encode()


def docx_of(markdown: str) -> bytes:
    """Return it as a Word file of paragraphs."""
    blocks = (" ".join(block.split()) for block in plain_of(markdown).decode().split("\n\n"))
    return zipped(package("".join(p(escape(block, quote=False)) for block in blocks if block)))


def pdf_of(markdown: str) -> bytes:
    """Return it as a PDF with headings and paragraphs."""
    styles, made = getSampleStyleSheet(), BytesIO()
    flow: list[Flowable] = []
    for block in markdown.split("\n\n"):
        is_heading = block.startswith("#")
        text = escape(" ".join(plain_of(block).decode().split()), quote=False)
        flow.append(Paragraph(text, styles["Heading1" if is_heading else "BodyText"]))
    SimpleDocTemplate(made, invariant=1).build(flow)
    return made.getvalue()


_WRITERS: dict[str, Callable[[str], bytes]] = {
    "txt": plain_of,
    "md": str.encode,
    "html": html_of,
    "docx": docx_of,
    "pdf": pdf_of,
}


def _noise(number: int) -> bytes:
    return Random(number).randbytes(3000)  # noqa: S311 - the same in every run


_BREAKS: tuple[tuple[str, Callable[[int], bytes]], ...] = (
    ("txt", lambda _: b""),
    ("txt", lambda _: b" \n\t\n" * 40),
    ("txt", _noise),
    ("txt", lambda _: png(30, 20)),
    ("html", lambda _: b"<!doctype html><title></title><nav><a href='/'>Home</a></nav>"),
    ("docx", lambda number: docx_of(_markdown(number, "docx"))[:600]),
    ("docx", lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)),
    ("pdf", lambda number: pdf_of(_markdown(number, "pdf"))[:400]),
    ("pdf", lambda _: b"%PDF-1.7\n%%EOF\n"),
)
"""Suffix → what nothing can be read from."""
