"""Work grows with the length of an article, and not faster.

Python reports every call of a function; twice the text must not take much more than twice the calls.
"""

import re
import sys
from collections.abc import Callable
from itertools import count

import pytest

from converter.model.article import Article
from tests.ooxml.making import p, part, r, row, table
from tests.readers.docx.making import from_docx, item, package, style
from tests.readers.html.making import bare
from tests.readers.pdf.making import Sheet, drawn, from_pdf, prose
from tests.readers.reading import from_markdown, from_text

PROSE = "The talks went on until the evening, and both sides said that they were pleased with the result."

TEXTS = {
    "paragraphs": f"{PROSE}\n\n",
    "hard-wrapped": f"{PROSE[:60]}\n{PROSE[60:]}\n",
    "ragged lines": "The talks went\non until\nlate. ",
    "lists": "- a\n  - b\n  - c\n",
    "numbers": "1. a\n2. b\n\nprose\n\n",
    "headings": f"What comes next\n\n{PROSE}\n\n",
    "quotations": "> a\n> b\n\n",
    "deep quotations": "> > > > a\n> > b\n\n",
    "short lines": "a\n",
    "columns": "a    b\nc    d\n\n",
    "line ends": "a\r",
    "form feeds": "a\f",
    "accents": "e\u0301",
    "one word": "word",
}
MARKDOWNS = {
    "paragraphs": f"{PROSE}\n\n",
    "inline": "*a* **b** `c` [d](https://x.org) <i>e</i> ~~f~~ ",
    "lists": "- a\n\n  b\n- c\n",
    "nested lists": "- a\n  - b\n    - c\n",
    "headings": f"## A\n\n{PROSE}\n\n",
    "bold headings": f"**A**\n\n{PROSE}\n\n",
    "quotations": "> a\n>\n> b\n\n",
    "deep quotations": "> > > > a\n> > b\n\n",
    "short lines": "a\n",
    "one line": "a ",
    "definitions": "[a]: b\n",
    "references": "[a] b\n\n[a]: c\n\n",
    "rows": "| a | b |\n",
    "footnotes": "a^[b] ",
    "markup": "<div><b>a</b> <!-- c -->\n",
    "brackets": "[",
    "stars": "*a ",
    "angles": "<",
    "code": "`a ``b ",
    "pictures": "![a](b.png) ",
}
PAGES = {
    "paragraphs": f"<p>{PROSE}</p>",
    "inline": "<b>a</b> <i>b</i> <code>c</code> ",
    "breaks": "a<br><br>",
    "lists": "<ul><li>a<ol><li>b</ol></ul>",
    "quotations": "<blockquote><p>a</blockquote>",
    "rows": "<table><tr><td>a<td>b<tr><td rowspan=9>c<td>d</table>",
    "headings": f"<h2>a</h2><p>{PROSE}</p>",
    "notes": "<p>a<a href='#n'>1</a></p><p id=n>b c</p>",
}
OPEN_FIELD = "<w:r><w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='separate'/></w:r>"
WORD_FILES = {
    "paragraphs": p(PROSE),
    "items": item("a", 1) + item("b", 1, 1),
    "tables": table(row("a", "b"), row("c", "d")),
    "headings": p("a", properties="<w:outlineLvl w:val='1'/>") + p(PROSE),
    "titles": p("a", style="T") + p("b"),
    "captions": p("a", style="C") + p("b"),
    "notes": p("", runs="<w:r><w:footnoteReference w:id='1'/></w:r>"),
    "open fields": p("", runs=OPEN_FIELD + r("a")),
    "equations": p("", runs="<m:oMath><m:f><m:num/><m:den><m:r><m:t>a</m:t></m:r></m:den></m:f></m:oMath>"),
    "marks deleted": p("a", properties="<w:rPr><w:del/></w:rPr>"),
}
NUMBERING = "<w:abstractNum w:abstractNumId='0'/><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
STYLES = style("T", "Title") + style("C", "caption")


def word_file(body: str) -> Article:
    """Read a Word file with a note for each reference, and with headers that say what its text does not."""
    number = count(1)
    body = re.sub("(?<=footnoteReference w:id=')1", lambda _: str(next(number)), body)
    notes = "".join(f"<w:footnote w:id='{n}'>{p('a')}</w:footnote>" for n in range(1, next(number)))
    header = "".join(p(f"line {n} of a header") for n in range(len(body) // 1_000))
    parts = package(
        body,
        styles=STYLES,
        numbering=NUMBERING.replace(
            "</w:num>", "<w:lvlOverride w:ilvl='8'/>" * (len(body) // 100) + "</w:num>"
        ),
        links={"f": ("footnotes", "footnotes.xml"), "h": ("header", "header1.xml")},
        parts={"word/footnotes.xml": part("footnotes", notes), "word/header1.xml": part("hdr", header)},
    )
    return from_docx(parts)


def _calls(reading: Callable[[str], Article], text: str) -> int:
    count = 0

    def called(_frame: object, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(called)
    try:
        reading(text)
    finally:
        sys.setprofile(None)
    return count


def _growth(reading: Callable[[str], Article], opening: str, piece: str) -> float:
    times = max(2_000 // len(piece), 1)
    reading(opening + piece * 3 * times)  # what is loaded and kept once does not count
    return _calls(reading, opening + piece * 2 * times) / _calls(reading, opening + piece * times)


@pytest.mark.parametrize("piece", TEXTS.values(), ids=TEXTS)
def test_a_plain_text_of_twice_the_length_takes_twice_the_work(piece: str) -> None:
    assert _growth(from_text, "A title\n\n", piece) < 2.3


@pytest.mark.parametrize("piece", MARKDOWNS.values(), ids=MARKDOWNS)
def test_markdown_of_twice_the_length_takes_twice_the_work(piece: str) -> None:
    assert _growth(from_markdown, "| a | b |\n|---|---|\n", piece) < 2.3


def test_a_pdf_of_twice_the_pages_takes_twice_the_work() -> None:
    def of(pages: int) -> bytes:
        def draw(sheet: Sheet) -> None:
            for number in range(pages):
                sheet.heading(f"Part {number}")
                for paragraph in range(6):
                    sheet.paragraph(prose(number * 6 + paragraph, 8))
                sheet.new_page()

        return drawn(draw)

    def read(data: str) -> Article:
        return from_pdf(data.encode("latin-1"))

    one, two = (of(pages).decode("latin-1") for pages in (6, 12))
    read(one)
    assert _calls(read, two) / _calls(read, one) < 2.3


@pytest.mark.parametrize("piece", PAGES.values(), ids=PAGES)
def test_a_page_of_twice_the_length_takes_twice_the_work(piece: str) -> None:
    assert _growth(bare, "<p>A title</p>", piece * (2_000 // len(piece) + 1)) < 2.3


@pytest.mark.parametrize("piece", WORD_FILES.values(), ids=WORD_FILES)
def test_a_word_file_of_twice_the_length_takes_twice_the_work(piece: str) -> None:
    assert _growth(word_file, p("A title"), piece * (30_000 // len(piece))) < 2.3
