"""Depth and width: mark-up that nests without end, and texts as large as they may be."""

from functools import partial

from tests.hostile.case import LIMIT, REPORT, article
from tests.hostile.making import MARKDOWN, PROSE, TEXT, page, pdf, word
from tests.ooxml.making import p, r, row, table, zipped
from tests.readers.docx.making import item
from tests.readers.pdf.making import page_of

_DEEP = 100_000
_MILLION = 1_000_000
_LARGE = 10_000_000
_ANY = (REPORT, *sorted(LIMIT))
_SENTENCE = "Line of the log. "


def _nested(element: str, depth: int, inside: str = "deep") -> str:
    return f"<{element}>" * depth + inside + f"</{element.split(maxsplit=1)[0]}>" * depth


def _deep_page(element: str) -> str:
    return page(_nested(element, _DEEP))


def _word_nested(opening: str, closing: str, depth: int, inside: str = "") -> bytes:
    return zipped(word(opening * depth + (inside or p("deep")) + closing * depth))


_DEPTH = (
    *(
        article(f"html, {name} nested 100,000 deep", "a.html", partial(_deep_page, name), *_ANY)
        for name in ("div", "b", "span", "blockquote", "ul><li", "a href=#x", "font", "section", "svg")
    ),
    article("html, tables nested 1,000 deep", "a.html", lambda: page("<table><tr><td>" * 1_000 + "deep" + "</table>" * 1_000)),
    article("html, 180 levels, which are followed", "a.html", page(_nested("div", 180))),
    article("html, b and i that overlap", "a.html", lambda: page("<b><i>a</b>" * 3_000), *_ANY),
    article("html, paragraphs in 500 open b", "a.html", lambda: page("<b>" * 500 + "<p>a" * 2_000), *_ANY),
    article("markdown, quotations nested 100,000 deep", "a.md", lambda: MARKDOWN + ">" * _DEEP + " deep\n"),
    article("markdown, lists nested 1,000 deep", "a.md", lambda: MARKDOWN + "".join("  " * n + "- a\n" for n in range(1_000)), *_ANY),
    article("markdown, lists on one line", "a.md", lambda: MARKDOWN + "- " * 50_000 + "deep\n", *_ANY),
    article("markdown, quotations and lists in turn", "a.md", lambda: MARKDOWN + "> - " * 20_000 + "deep\n", *_ANY),
    article("markdown, emphasis nested 50,000 deep", "a.md", lambda: MARKDOWN + "*a " * 50_000 + "*" * 50_000 + "\n", *_ANY),
    article("markdown, html nested 50,000 deep", "a.md", lambda: MARKDOWN + "<div>" * 50_000 + "\n", *_ANY),
    article("text, quotations nested 100,000 deep", "a.txt", lambda: TEXT + ">" * _DEEP + " deep\n"),
    article("text, lists nested 2,000 deep", "a.txt", lambda: TEXT + "".join(" " * n + "- a\n" for n in range(2_000))),
    article("word, tables nested 3,000 deep", "a.docx", lambda: _word_nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 3_000), REPORT, "input-broken"),
    article("word, controls nested 100,000 deep", "a.docx", lambda: _word_nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", _DEEP), REPORT, "input-broken"),
    article("word, insertions nested 50,000 deep", "a.docx", lambda: _word_nested("<w:ins>", "</w:ins>", 50_000, p("deep")), REPORT, "input-broken"),
    article("word, hyperlinks nested 200 deep", "a.docx", lambda: zipped(word(p("", runs="<w:hyperlink w:anchor='a'>" * 200 + r("deep") + "</w:hyperlink>" * 200)))),
    article("word, fractions nested 5,000 deep", "a.docx", lambda: zipped(word(p("", runs="<m:oMath>" + "<m:f><m:num>" * 5_000 + "<m:r><m:t>a</m:t></m:r>" + "</m:num><m:den/></m:f>" * 5_000 + "</m:oMath>"))), REPORT, "input-broken"),
    article("word, text boxes nested 240 deep", "a.docx", lambda: zipped(word(p("", runs="<w:r><w:pict><v:textbox><w:txbxContent><w:p>" * 40 + r("deep") + "</w:p></w:txbxContent></v:textbox></w:pict></w:r>" * 40)))),
    article("word, alternatives nested 5,000 deep", "a.docx", lambda: _word_nested("<mc:AlternateContent><mc:Choice Requires='wps'>", "</mc:Choice></mc:AlternateContent>", 5_000), REPORT, "input-broken"),
    article("word, elements nobody knows 240 deep", "a.docx", lambda: _word_nested("<w:unknown>", "</w:unknown>", 240)),
    article("pdf, arrays nested 100,000 deep", "a.pdf", lambda: pdf("[" * _DEEP + "]" * _DEEP, page="/Annots 6 0 R"), REPORT, "input-broken"),
    article("pdf, dictionaries nested 50,000 deep", "a.pdf", lambda: pdf("<</A" * 50_000 + " 1 " + ">>" * 50_000, page="/PieceInfo 6 0 R"), REPORT, "input-broken"),
    article("pdf, arrays in what is drawn", "a.pdf", lambda: pdf(content="[" * _DEEP), *_ANY),
    article("pdf, marked content nested 50,000 deep", "a.pdf", lambda: pdf(content="/P BMC " * 50_000), *_ANY),
    article("pdf, tags nested 1,000 deep", "a.pdf", lambda: page_of("BT /F1 11 Tf 72 760 Td /P <</MCID 0>> BDC (The quay of Lund reopened.) Tj EMC ET", f"<</Type/StructTreeRoot/K{'<</S/Div/K' * 1_000}<</S/P/Pg 3 0 R/K 0>>{'>>' * 1_000}>>")),
)  # fmt: skip

_WIDTH = (
    article("text, one line of 10 MB", "a.txt", lambda: "a" * _LARGE, *_ANY, heavy=True),
    article("text, one sentence of 10 MB", "a.txt", lambda: "word " * (_LARGE // 5), *_ANY, heavy=True),
    article("text, 10 MB of sentences on a line", "a.txt", lambda: _SENTENCE * (_LARGE // len(_SENTENCE)), *_ANY, heavy=True),
    article("text, a million paragraphs", "a.txt", lambda: "A title\n\n" + "Line of it.\n\n" * _MILLION, *_ANY, heavy=True),
    article("text, a million lines", "a.txt", lambda: "A title\n\n" + "Line of it.\n" * _MILLION, *_ANY, heavy=True),
    article("text, a million columns", "a.txt", lambda: TEXT + "a\t" * _MILLION + "\n" + "b\t" * _MILLION, *_ANY, heavy=True),
    article("text, a million items", "a.txt", lambda: TEXT + "- a\n" * _MILLION, *_ANY, heavy=True),
    article("text, 49 MB", "a.txt", lambda: "A title\n\n" + (" ".join(PROSE) + "\n\n") * 165_000, *_ANY, heavy=True),
    article("text, 51 MB", "a.txt", lambda: "a" * 51_000_000, "input-too-large", heavy=True),
    article("text, 40 MB of line ends", "a.txt", lambda: TEXT + "\n" * 40_000_000, *_ANY, heavy=True),
    article("text, 10 MB of spaces", "a.txt", lambda: TEXT + " " * _LARGE, *_ANY, heavy=True),
    article("text, 10 MB of no-break spaces", "a.txt", lambda: TEXT + "\u00a0" * (_LARGE // 2), *_ANY, heavy=True),
    article("text, a letter with a million accents", "a.txt", lambda: TEXT + "e" + "\u0301\u0316" * 500_000, *_ANY, heavy=True),
    article("text, one emoji of a million joiners", "a.txt", lambda: TEXT + "👩\u200d" * 300_000, *_ANY, heavy=True),
    article("text, a million turns of direction", "a.txt", lambda: TEXT + "a א " * 300_000, *_ANY, heavy=True),
    article("text, a million full stops", "a.txt", lambda: TEXT + "." * _MILLION, *_ANY, heavy=True),
    article("text, a million quotation marks", "a.txt", lambda: TEXT + "“a " * 300_000, *_ANY, heavy=True),
    article("text, a title of 1 MB", "a.txt", lambda: "Title " * 170_000 + f"\n\n{TEXT}", *_ANY, heavy=True),
    article("text, 3 MB of Chinese without a stop", "a.txt", lambda: "和平港口" * 250_000, *_ANY, heavy=True),
    article("text, 2 MB of Thai without a stop", "a.txt", lambda: "ภาษาไทย" * 100_000, *_ANY, heavy=True),
    article("markdown, a heading of 1 MB", "a.md", lambda: f"# {'word ' * 200_000}\n\n{TEXT}", *_ANY, heavy=True),
    article("markdown, a million paragraphs", "a.md", lambda: "# A title\n\n" + "Line.\n\n" * _MILLION, *_ANY, heavy=True),
    article("markdown, a table of a million columns", "a.md", lambda: MARKDOWN + "|a" * _MILLION + "|\n" + "|-" * _MILLION + "|\n", *_ANY, heavy=True),
    article("markdown, a table of 1,000 columns", "a.md", lambda: MARKDOWN + "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + "|b" * 1_000 + "|\n"),
    article("markdown, 100,000 headings", "a.md", lambda: "# A title\n\n" + "".join(f"## Part {n}\n\nLine of it.\n\n" for n in range(_DEEP)), *_ANY, heavy=True),
    article("markdown, 100,000 links", "a.md", lambda: MARKDOWN + "[a](https://x.org/b) " * _DEEP, *_ANY, heavy=True),
    article("markdown, 50,000 notes", "a.md", lambda: MARKDOWN + "".join(f"a[^{n}] " for n in range(50_000)) + "\n\n" + "".join(f"[^{n}]: b\n" for n in range(50_000)), *_ANY, heavy=True),
    article("markdown, 1,000 pictures", "a.md", lambda: MARKDOWN + "![a](b.png)\n\n" * 1_000),
    article("html, a million paragraphs", "a.html", lambda: page("<p>Line of it.</p>" * _MILLION), *_ANY, heavy=True),
    article("html, a row of a million cells", "a.html", lambda: page("<table><tr>" + "<td>a" * _MILLION + "<tr><td>b<td>c</table>"), *_ANY, heavy=True),
    article("html, a million breaks", "a.html", lambda: page("a<br>" * _MILLION), *_ANY, heavy=True),
    article("html, a million words in bold", "a.html", lambda: page("<p>" + "<b>a</b> " * _MILLION), *_ANY, heavy=True),
    article("html, 10 MB in one paragraph", "a.html", lambda: page(f"<p>{_SENTENCE * 600_000}</p>"), *_ANY, heavy=True),
    article("html, 4.9 MB that trafilatura sees", "a.html", lambda: page("<nav><a href=/a>a</a></nav>" + f"<p>{PROSE[0]}</p>" * 45_000), *_ANY, heavy=True),
    article("html, 4.9 MB of links", "a.html", lambda: page("<nav>a</nav>" + "<p><a href=/a>b</a></p>" * 200_000), *_ANY, heavy=True),
    article("html, 10 MB of script", "a.html", lambda: page(f"<script>{'a' * _LARGE}</script>"), *_ANY, heavy=True),
    article("html, 100,000 descriptions of itself", "a.html", lambda: page("", "<meta name=author content='A B'>" * _DEEP), *_ANY, heavy=True),
    article("html, JSON-LD 100,000 deep", "a.html", lambda: page("", f"<script type='application/ld+json'>{'[' * _DEEP}</script>")),
    article("word, a million paragraphs", "a.docx", lambda: zipped(word(p("Line of it.") * _MILLION)), "input-bomb", "input-broken", *_ANY, heavy=True),
    article("word, 300,000 paragraphs", "a.docx", lambda: zipped({**word(), "word/document.xml": _text("".join(p(f"Line {n} of it, {n * n}.") for n in range(300_000)))}), *_ANY, heavy=True),
    article("word, a row of 100,000 cells", "a.docx", lambda: zipped(word(table(row(*["a"] * _DEEP)))), "input-bomb", "input-broken", *_ANY, heavy=True),
    article("word, a row of 63 cells", "a.docx", lambda: zipped(word(table(row(*["a"] * 63), row(*["b"] * 63))))),
    article("word, 100,000 runs in a paragraph", "a.docx", lambda: zipped(word(p("", runs="".join(r(f"word {n} ") for n in range(_DEEP))))), "input-bomb", "input-broken", *_ANY, heavy=True),
    article("word, 50,000 items", "a.docx", lambda: zipped(word("".join(item(f"a {n}", n % 7) for n in range(50_000)))), "input-bomb", "input-broken", *_ANY, heavy=True),
    article("pdf, 2,000 pages", "a.pdf", lambda: pdf(root=f"<</Type/Pages/Kids[{'3 0 R ' * 2_000}]/Count 2000>>"), *_ANY, heavy=True),
    article("pdf, a sheet of 14,400 by 14,400", "a.pdf", pdf(page="/MediaBox[0 0 14400 14400]")),
    article("pdf, 100,000 annotations", "a.pdf", lambda: pdf("<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://x.org)>>>>", page=f"/Annots[{'6 0 R ' * _DEEP}]"), *_ANY, heavy=True),
)  # fmt: skip


def _text(body: str) -> bytes:
    return word()["word/document.xml"].replace(b"<w:body>", b"<w:body>" + body.encode())


CASES = (*_DEPTH, *_WIDTH)
