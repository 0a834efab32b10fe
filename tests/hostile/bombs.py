"""Small files that unfold: archives, pictures, streams, aliases, entities."""

import base64
from functools import partial
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZIP_STORED

from tests.hostile.case import LIMIT, REPORT, Case, Content, article, folder
from tests.hostile.making import (
    FONT,
    MARKDOWN,
    PROSE,
    TEXT,
    WORD,
    bomb,
    chunk,
    jpeg,
    lying,
    overlapping,
    packed_stream,
    page,
    pdf,
    picture,
    progressive,
    word,
    zeros,
)  # fmt: skip
from tests.ooxml.making import NAMESPACES, p, zipped

_MAIN = "word/document.xml"
_BROKEN, _BOMB = "input-broken", "input-bomb"
_LAUGHS = "<!DOCTYPE w [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)
) + "]>"  # fmt: skip
_WORDS = f"xmlns:w='{NAMESPACES['w']}'"


def _typed(doctype: str, reference: str) -> bytes:
    """Return a Word file whose text refers to an entity of its own."""
    body = f"<w:body>{WORD}<w:p><w:r><w:t>{reference}</w:t></w:r></w:p></w:body>"
    return zipped(
        {**word(), _MAIN: f"<?xml version='1.0'?>{doctype}<w:document {_WORDS}>{body}</w:document>".encode()}
    )


def _typed_part(name: str) -> bytes:
    """Return a Word file with an entity bomb in another part than its text."""
    parts = word()
    text = parts[name].decode().split("?>", 1)[-1]
    return zipped({**parts, name: f"<?xml version='1.0'?>{_LAUGHS}{text}".encode()})


def _with_picture(data: bytes) -> str:
    return f"{MARKDOWN}![Black](data:image/png;base64,{base64.b64encode(data).decode()})\n"


def _word_with_picture(data: bytes) -> bytes:
    drawing = (
        "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='a' descr='Black'/><a:graphic><a:graphicData>"
        "<pic:pic><pic:blipFill><a:blip r:embed='i'/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )
    parts = word(p("", runs=drawing), links={"i": ("image", "media/a.png")})
    return zipped({**parts, "word/media/a.png": data})


def _many(count: int, size_bytes: int) -> bytes:
    return zipped({**word(), **{f"word/media/{n}.bin": b" " * size_bytes for n in range(count)}})


def _packed_as(method: int) -> bytes:
    from io import BytesIO
    from zipfile import ZipFile

    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, data in word().items():
            archive.writestr(name, data + b" " * 30_000_000 if name == _MAIN else data)
    return stream.getvalue()


def _drawn_twice(levels: int) -> bytes:
    """Return a PDF with forms of which each draws the next twice."""
    forms = [
        _form("/A Do /A Do", f"<</XObject<</A {number + 7} 0 R>>>>") for number in range(levels)
    ]  # fmt: skip
    return pdf(
        *forms, _form("BT /F1 9 Tf (deep) Tj ET", "<<>>"), resources="/XObject<</A 6 0 R>>", content="/A Do"
    )


def _form(content: str, resources: str) -> str:
    head = f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources{resources}/Length {len(content)}>>"
    return f"{head}\nstream\n{content}\nendstream"


def _content(data: bytes, filters: str = "/FlateDecode") -> bytes:
    return pdf(packed_stream(data, filters), page="/Contents[4 0 R 6 0 R]")


def _letters_map(entries: str) -> bytes:
    body = f"/CIDInit /ProcSet findresource begin begincmap {entries} endcmap end"
    font = FONT.replace(">>", "/ToUnicode 6 0 R>>")
    return pdf(f"<</Length {len(body)}>>\nstream\n{body}\nendstream", resources="").replace(
        FONT.encode(), font.encode()
    )


def _aliases(levels: int, width: int = 10) -> str:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


def _style(name: str, yaml: Content, *must: str) -> Case:
    return folder(name, {"a.txt": TEXT, "s.yaml": yaml}, ["a.txt", "-s", "s.yaml"], *must)


_ENTITIES = "<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"

CASES = (
    # archives
    article("zip, a part of 300 MB", "a.docx", partial(bomb, word(), _MAIN, 300_000_000), _BOMB, heavy=True),
    article("zip, a part of 50 MB at 1 to 1000", "a.docx", partial(bomb, word(), _MAIN, 50_000_000), _BROKEN, _BOMB),
    article("zip, a picture of 190 MB", "a.docx", partial(bomb, word(), "word/media/a.png", 190_000_000), REPORT, _BOMB, heavy=True),
    article("zip, headers say 10 bytes", "a.docx", lambda: lying(bomb(word(), _MAIN, 60_000_000), _MAIN, 10), _BROKEN, _BOMB),
    article("zip, headers say 2 GB", "a.docx", lambda: lying(zipped(word()), _MAIN, 2_000_000_000), _BROKEN, _BOMB),
    article("zip, 3,000 entries", "a.docx", lambda: _many(3_000, 1), _BOMB),
    article("zip, 1,500 entries of 150 KB", "a.docx", lambda: _many(1_500, 150_000), _BOMB),
    article("zip, entries that overlap", "a.docx", lambda: overlapping(1_000, 1_000_000), _BOMB, _BROKEN, "input-unsupported"),
    article("zip, a zip in a zip", "a.docx", lambda: zipped({"a.zip": zipped({"b.zip": b" " * 9_000_000})}), "input-unsupported", _BROKEN),
    article("zip, packed as bzip2", "a.docx", lambda: _packed_as(ZIP_BZIP2), _BROKEN, _BOMB, heavy=True),
    article("zip, packed as lzma", "a.docx", lambda: _packed_as(ZIP_LZMA), _BROKEN, _BOMB, heavy=True),
    article("zip, not packed", "a.docx", lambda: _packed_as(ZIP_STORED), heavy=True),
    article("gzip of 50 MB", "a.txt.gz", lambda: b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + zeros(50_000_000)[2:-4] + b"\0" * 8, "input-unsupported"),
    # entities
    article("word, a billion laughs", "a.docx", lambda: _typed(_LAUGHS, "&a9;"), _BROKEN),
    article("word, quadratic laughs", "a.docx", lambda: _typed(f"<!DOCTYPE w [<!ENTITY a '{'ha' * 50_000}'>]>", "&a;" * 20_000), _BROKEN),
    article("word, an entity from a file", "a.docx", lambda: _typed("<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "&a;"), _BROKEN),
    article("word, an entity from the web", "a.docx", lambda: _typed("<!DOCTYPE w [<!ENTITY a SYSTEM 'http://127.0.0.1:1/a'>]>", "&a;"), _BROKEN),
    article("word, a parameter entity", "a.docx", lambda: _typed("<!DOCTYPE w [<!ENTITY % a SYSTEM '../secret.txt'>%a;]>", "a"), _BROKEN),
    article("word, a DTD from the web", "a.docx", lambda: _typed("<!DOCTYPE w SYSTEM 'http://127.0.0.1:1/a.dtd'>", "a"), _BROKEN),
    article("word, laughs in the styles", "a.docx", lambda: _typed_part("word/styles.xml")),
    article("word, laughs in the numbering", "a.docx", lambda: _typed_part("word/numbering.xml")),
    article("word, laughs in the relationships", "a.docx", lambda: _typed_part("word/_rels/document.xml.rels")),
    article("word, laughs in the properties", "a.docx", lambda: _typed_part("docProps/core.xml")),
    article("word, laughs in the content types", "a.docx", lambda: _typed_part("[Content_Types].xml")),
    article("word, XInclude", "a.docx", lambda: zipped(word("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>"))),
    article("xhtml, laughs", "a.xhtml", f"<?xml version='1.0'?>{_LAUGHS.replace('<!DOCTYPE w', '<!DOCTYPE html')}{page('<p>&a9;</p>')[15:]}"),
    article("xhtml, an entity from a file", "a.xhtml", f"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>{page('<p>&a;</p>')[15:]}"),
    article("html, a million entities", "a.html", lambda: page(f"<p>{'&amp;&#x41;&nbsp;' * 350_000}</p>"), REPORT, *LIMIT, heavy=True),
    article("html, numbers beyond Unicode", "a.html", page("<p>&#x110000; &#99999999999999999999; &#xD800; &#0; &#x80; &#xFFFE;</p>")),
    # pictures
    article("picture, 30,000 by 30,000 of one bit", "a.md", lambda: _with_picture(picture(30_000, 30_000)), heavy=True),
    article("picture, 6,300 by 6,300 of one bit", "a.md", lambda: _with_picture(picture(6_300, 6_300))),
    article("picture, 39 megapixels that are not there", "a.md", lambda: _with_picture(picture(6_240, 6_240, honest=False))),
    article("picture, no pixels", "a.md", lambda: _with_picture(picture(0, 0, honest=False))),
    article("picture, one by 4 billion", "a.md", lambda: _with_picture(picture(1, 0xFFFFFFFF, honest=False))),
    article("picture, a text that unfolds", "a.md", lambda: _with_picture(picture(8, 8, chunks=chunk(b"zTXt", b"a\0\0" + zeros(100_000_000))))),
    article("picture, a profile that unfolds", "a.md", lambda: _with_picture(picture(8, 8, chunks=chunk(b"iCCP", b"a\0\0" + zeros(100_000_000))))),
    article("picture, a JPEG of 4 gigapixels", "a.md", lambda: _with_picture(jpeg(65_535, 65_535))),
    article("picture, a JPEG of 40 megapixels in 500 scans", "a.md", lambda: _with_picture(progressive(6_320, 6_320, 500))),
    article("picture, a JPEG of 40 megapixels in 20,000 scans", "a.md", lambda: _with_picture(progressive(6_320, 6_320, 20_000))),
    article("picture, a JPEG without data", "a.md", lambda: _with_picture(jpeg(100, 100))),
    article("picture, an SVG that opens itself", "a.md", f"{MARKDOWN}![a](data:image/svg+xml;base64,PHN2Zz48dXNlIGhyZWY9IiMiLz48L3N2Zz4=)\n"),
    article("picture, in a page", "a.html", lambda: page(f"<img alt=a src='data:image/png;base64,{base64.b64encode(picture(30_000, 30_000)).decode()}'>"), heavy=True),
    article("picture, in a Word file", "a.docx", lambda: _word_with_picture(picture(30_000, 30_000)), heavy=True),
    article("picture, a metafile called PNG", "a.docx", lambda: _word_with_picture(b"\xd7\xcd\xc6\x9a" + b"\0" * 99)),
    # streams of PDFs
    article("pdf, a stream of 500 MB of spaces", "a.pdf", lambda: _content(zeros(500_000_000, b" ")), REPORT, *LIMIT, heavy=True),
    article("pdf, a stream of 500 MB packed twice", "a.pdf", lambda: _content(zeros(500_000_000, b" ", times=2), "[/FlateDecode/FlateDecode]"), REPORT, *LIMIT, heavy=True),
    article("pdf, 20 million saved states", "a.pdf", lambda: _content(zeros(40_000_000, b"q ")), REPORT, *LIMIT, heavy=True),
    article("pdf, a stream in hexadecimal of 20 MB", "a.pdf", lambda: _content(b"20" * 10_000_000 + b">", "/ASCIIHexDecode"), REPORT, *LIMIT, heavy=True),
    article("pdf, a run of 100 MB", "a.pdf", lambda: _content(b"\x81 " * 800_000 + b"\x80", "/RunLengthDecode"), REPORT, *LIMIT, heavy=True),
    article("pdf, 40 filters", "a.pdf", lambda: _content(b"q Q", "[" + "/ASCIIHexDecode" * 40 + "]")),
    article("pdf, forms that draw the next twice", "a.pdf", lambda: _drawn_twice(40), REPORT, *LIMIT, heavy=True),
    article("pdf, a page of a million letters", "a.pdf", lambda: _content(zeros(2_000_000, b"BT /F1 9 Tf (a) Tj ET ")), REPORT, "pdf-too-long", heavy=True),
    article("pdf, a picture of 10 gigapixels", "a.pdf", lambda: pdf(packed_stream(zeros(1_000_000), "/FlateDecode", "/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 1/ColorSpace/DeviceGray"), resources="/XObject<</I 6 0 R>>", content="/I Do")),
    article("pdf, letters that stand for a million", "a.pdf", lambda: _letters_map(f"1 beginbfrange <00> <FF> <{'0041' * 100_000}> endbfrange"), "pdf-too-long", *LIMIT, heavy=True),
    article("pdf, a map of 4 billion letters", "a.pdf", lambda: _letters_map("1 beginbfrange <00000000> <FFFFFFFF> <00000041> endbfrange")),
    article("pdf, 100,000 pages that are one", "a.pdf", lambda: pdf(root=f"<</Type/Pages/Kids[{'3 0 R ' * 100_000}]/Count 100000>>"), "input-too-large", "pdf-too-long", heavy=True),
    article("pdf, says 2 billion pages", "a.pdf", lambda: pdf(root="<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"), REPORT, "input-too-large", "input-broken"),
    # aliases
    article("yaml, laughs in front matter", "a.md", f"---\n{_aliases(12)}---\n\n{MARKDOWN}"),
    article("yaml, 200 KB of front matter", "a.md", lambda: f"---\nkeys: [{'a, ' * 60_000}]\n---\n\n{MARKDOWN}"),
    article("yaml, 5 MB of front matter", "a.md", lambda: f"---\nkeys: [{'a, ' * 1_700_000}]\n---\n\n{MARKDOWN}", heavy=True),
    _style("yaml, laughs in a style", _aliases(12), "yaml-limit"),
    _style("yaml, a style of 5 MB", lambda: "a: [" + "x, " * 1_700_000 + "]", "yaml-limit"),
    _style("yaml, a style 100,000 levels deep", lambda: "[" * 100_000, "yaml-limit"),
    _style("yaml, an alias inside itself", "a: &a [*a]\n", "yaml-refused"),
    _style("yaml, an object of Python", "a: !!python/object/apply:os.system [id]\n", "yaml-refused"),
    _style("yaml, a key twice", "extends: default\nextends: memo\n", "yaml-duplicate-key"),
    _style("yaml, a number of a million digits", lambda: f"page: {{margins: {'9' * 200_000}}}\n", "style-invalid"),
    _style("yaml, a style that extends itself", "extends: ./s.yaml\n", "style-cycle", "style-invalid", "style-unknown"),
    _style("yaml, a font from a device", "fonts: {serif: {regular: /dev/zero}}\n", "style-invalid", "font-unreadable"),
    article("yaml, a briefing file full of aliases", "b.yaml", f"briefing: 1\n{_aliases(12)}", "yaml-limit", "briefing-invalid"),
    article("yaml, a briefing file of itself", "b.yaml", "briefing: 1\nsource: b.yaml\nsections: {}\n", "briefing-invalid", "briefing-file-of-briefing-file", "input-unsupported"),
    # markup that takes the square of its size
    article("html, 100,000 attributes on a tag", "a.html", lambda: page("<p " + "".join(f"a{n}=1 " for n in range(100_000)) + f">{PROSE[0]}</p>")),
    article("html, 400 attributes on each of 5,000 tags", "a.html", lambda: page(("<i " + "".join(f"a{n}=1 " for n in range(400)) + ">x</i>") * 2_000), heavy=True),
    article("html, a cell over a billion rows", "a.html", page("<table><tr><td rowspan=1000000000 colspan=1000000000>a<td>b<tr><td>c</table>")),
    article("html, 20,000 cells over 60 by 60", "a.html", lambda: page("<table>" + ("<tr>" + "<td rowspan=60 colspan=60>a" * 100) * 200 + "</table>"), REPORT, *LIMIT, heavy=True),
    article("html, a negative span", "a.html", page("<table><tr><td rowspan=-1 colspan=-9>a<td colspan=0>b<tr><td>c<td>d</table>")),
    article("html, 10 MB of data in a picture", "a.html", lambda: page(f"<img alt=a src='data:image/png;base64,{'A' * 10_000_000}'>"), heavy=True),
    article("word, a cell over a billion columns", "a.docx", lambda: zipped(word("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='1000000000'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"))),
    article("word, 2 billion list levels", "a.docx", lambda: zipped(word("<w:p><w:pPr><w:numPr><w:ilvl w:val='2147483647'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"))),
    article("word, a number of 10,000 digits", "a.docx", lambda: zipped(word(f"<w:p><w:pPr><w:outlineLvl w:val='{'9' * 10_000}'/><w:numPr><w:numId w:val='{'9' * 10_000}'/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"))),
    article("markdown, brackets", "a.md", lambda: MARKDOWN + "[" * 50_000),
    article("markdown, links in links", "a.md", lambda: MARKDOWN + "[a](" * 20_000),
    article("markdown, stars", "a.md", lambda: MARKDOWN + "*a **b " * 30_000),
    article("markdown, backticks of every length", "a.md", lambda: MARKDOWN + "".join("`" * n + "a" for n in range(1, 800))),
    article("markdown, references to one long address", "a.md", lambda: MARKDOWN + f"[a]: https://x.org/{'a' * 100_000}\n\n" + "[a] " * 5_000),
    article("markdown, a table whose rows grow", "a.md", lambda: MARKDOWN + "|" + "a|" * 2_000 + "\n|" + "-|" * 2_000 + "\n" + "|a\n" * 5_000, REPORT, *LIMIT, heavy=True),
    article("markdown, a number of 10,000 digits", "a.md", MARKDOWN + "9" * 10_000 + ". a\n"),
)  # fmt: skip
