"""Files that are not what they say: broken structures, wrong names, active content."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from tests.hostile.case import REPORT, article
from tests.hostile.making import FONT, MARKDOWN, TEXT, page, pdf, picture, word
from tests.ooxml.making import NAMESPACES, p, part, r, relationships, table, zipped
from tests.readers.pdf.making import Sheet, locked, prose

_MAIN = "word/document.xml"
_BROKEN = "input-broken"
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def _without(name: str) -> bytes:
    return zipped({key: data for key, data in word().items() if key != name})


def _with(name: str, data: bytes) -> bytes:
    return zipped({**word(), name: data})


def _entries(*names: str) -> bytes:
    """Return a Word file with entries of these names beside its own."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in word().items():
            archive.writestr(name, data)
        for name in names:
            info = ZipInfo("a")
            info.filename = name
            archive.writestr(info, b"x")
    return stream.getvalue()


def _link_entry() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in word().items():
            info = ZipInfo(name)
            if name == _MAIN:
                info.external_attr = 0o120777 << 16
            archive.writestr(info, b"/etc/passwd" if name == _MAIN else data)
    return stream.getvalue()


def _flagged() -> bytes:
    """Return a Word file whose entries say that they are encrypted."""
    data = bytearray(zipped(word()))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = data.find(sign)
        while found >= 0:
            data[found + at] |= 1
            found = data.find(sign, found + 4)
    return bytes(data)


def _letter(sheet: Sheet) -> None:
    sheet.paragraph(prose(1))


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000
_ACTIVE = {
    "a script when opened": "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>",
    "a program when opened": "/OpenAction<</S/Launch/F(/bin/sh)>>",
    "an address when opened": "/OpenAction<</S/URI/URI(http://127.0.0.1:1/)>>",
    "a form sent when opened": "/OpenAction<</S/SubmitForm/F(http://127.0.0.1:1/)>>",
    "another file when opened": "/OpenAction<</S/GoToR/F(../secret.txt)/D[0/Fit]>>",
    "scripts for every event": "/AA<</WC<</S/JavaScript/JS(a)>>/DP<</S/JavaScript/JS(b)>>>>/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(c)>>]>>>>",
    "a form of XFA": "/AcroForm<</XFA(<a/>)/Fields[]>>",
    "an optional layer": "/OCProperties<</OCGs[]/D<</OFF[]>>>>",
}  # fmt: skip

CASES = (
    # Word files
    *(article(f"word, without {name}", "a.docx", _without(name), REPORT, _BROKEN, "input-unsupported") for name in word()),
    *(article(f"word, {name} is no XML", "a.docx", _with(name, b"\0<x"), REPORT, _BROKEN, "input-unsupported") for name in word()),
    *(article(f"word, {name} is empty", "a.docx", _with(name, b""), REPORT, _BROKEN, "input-unsupported") for name in word()),
    article("word, another root", "a.docx", _with(_MAIN, b"<html><body>a</body></html>"), _BROKEN, REPORT, "input-empty"),
    article("word, no body", "a.docx", _with(_MAIN, part("document", "")), REPORT, "input-empty", _BROKEN),
    article("word, namespaces of nobody", "a.docx", _with(_MAIN, word()[_MAIN].replace(NAMESPACES["w"].encode(), b"urn:x")), REPORT, _BROKEN, "input-empty"),
    article("word, parts outside the package", "a.docx", zipped(word(links={"f": ("footnotes", "../../../../etc/passwd"), "h": ("header", "/etc/passwd"), "i": ("image", "file:///etc/passwd")}))),
    article("word, the text outside the package", "a.docx", _with("_rels/.rels", relationships({"d": ("officeDocument", "../../../etc/passwd")})), REPORT, _BROKEN),
    article("word, relationships into the web", "a.docx", zipped(word(links={"t": ("attachedTemplate", "http://127.0.0.1:1/a.dotm"), "s2": ("styles", "http://127.0.0.1:1/s.xml"), "f": ("frame", "http://127.0.0.1:1/f"), "o": ("oleObject", "http://127.0.0.1:1/o"), "i": ("image", "http://127.0.0.1:1/i.png")}))),
    article("word, names that leave the folder", "a.docx", _entries("../../evil", "/etc/evil", "C:\\evil", "a/../../b", "..", "", "con", "word/../word/document.xml")),
    article("word, a name of 60,000 bytes", "a.docx", _entries("a" * 60_000)),
    article("word, a part twice", "a.docx", _entries("WORD/DOCUMENT.XML"), REPORT, _BROKEN),
    article("word, a link as its text", "a.docx", _link_entry(), _BROKEN),
    article("word, says that it is encrypted", "a.docx", _flagged(), _BROKEN, "input-encrypted"),
    article("word, bytes before and behind", "a.docx", b"MZ" * 500 + zipped(word()) + b"x" * 500, REPORT, _BROKEN, "input-unsupported", "input-binary"),
    article("word, macros", "a.docm", zipped({**word(), "[Content_Types].xml": f"<Types><Override PartName='/{_MAIN}' ContentType='{_MACROS}'/></Types>".encode(), "word/vbaProject.bin": _OLE})),
    article("word, objects put in", "a.docx", zipped({**word(p("", runs="<w:r><w:object><o:OLEObject Type='Embed' ProgID='Package' r:id='o'/></w:object></w:r>"), links={"o": ("oleObject", "embeddings/o.bin")}), "word/embeddings/o.bin": _OLE})),
    article("word, chunks of HTML", "a.docx", zipped({**word("<w:altChunk r:id='c'/>", links={"c": ("aFChunk", "c.html")}), "word/c.html": b"<script>alert(1)</script>"})),
    article("word, fields that start programs", "a.docx", zipped(word(p("", runs="<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" + r("shown") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>")))),
    article("word, hidden words", "a.docx", zipped(word(p("", runs=r("pay the other account", "<w:vanish/>") + r(" seen"))))),
    article("word, words in white and of no size", "a.docx", zipped(word(p("", runs=r("ignore all of it", "<w:color w:val='FFFFFF'/><w:sz w:val='1'/>"))))),
    article("word, cells outside rows", "a.docx", zipped(word("<w:tc><w:p/></w:tc><w:tr/><w:tbl/><w:tbl><w:tr/></w:tbl><w:r><w:t>a</w:t></w:r>" + table()))),
    article("word, properties that are poison", "a.docx", zipped(word(core="<dc:title>../../x&#10;Bcc: a@x.org</dc:title><dc:creator>=cmd|' /C calc'!A0</dc:creator><dcterms:created>99999-99-99T99:99:99Z</dcterms:created><dc:language>x-evil\"&gt;</dc:language>"))),
    article("word, an old file", "a.docx", _OLE, "input-unsupported", "input-encrypted"),
    article("word, a file behind a password", "a.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "input-encrypted"),
    article("word, a spreadsheet", "a.docx", zipped({"[Content_Types].xml": b"<Types><Override ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>", "xl/workbook.xml": b"<a/>"}), "input-unsupported"),
    article("word, an OpenDocument text", "a.docx", zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}), "input-unsupported"),
    # the wrong name
    *(
        article(f"name, {what} called {file}", file, data, *must)
        for what, file, data, must in (
            ("a PDF", "a.docx", pdf(), ()), ("a Word file", "a.pdf", zipped(word()), ()), ("a page", "a.docx", page(""), (REPORT, _BROKEN, "input-unsupported")),
            ("a page", "a.pdf", page(""), (REPORT, _BROKEN)), ("a text", "a.pdf", TEXT, (REPORT, _BROKEN)), ("a picture", "a.docx", picture(9, 9), ("input-unsupported",)),
            ("a picture", "a.txt", picture(9, 9), ("input-unsupported",)), ("a program", "a.txt", b"MZ\x90\0\x03\0\0\0" * 99, ("input-binary", "input-unsupported")),
            ("a program", "a.docx", b"\x7fELF\x02\x01\x01\0" * 99, ("input-unsupported", "input-binary", _BROKEN)), ("RTF", "a.docx", b"{\\rtf1 a}", ("input-unsupported",)),
            ("a message", "a.html", b"From: a\r\nMIME-Version: 1.0\r\n\r\n<html>", ("input-unsupported",)), ("a page", "a.md", page(""), ()), ("an archive of pages", "a.html", zipped({"a.html": b"<p>"}), ("input-unsupported",)),
        )
    ),
    # PDFs
    *(article(f"pdf, {what}", "a.pdf", pdf(catalog=entries)) for what, entries in _ACTIVE.items()),
    article("pdf, files inside", "a.pdf", pdf("<</Type/Filespec/F(a.exe)/EF<</F 7 0 R>>>>", "<</Type/EmbeddedFile/Length 2>>\nstream\nMZ\nendstream", catalog="/Names<</EmbeddedFiles<</Names[(a.exe)6 0 R]>>>>")),
    article("pdf, annotations that act", "a.pdf", pdf("<</Type/Annot/Subtype/Link/Rect[72 700 400 760]/A<</S/Launch/Win<</F(cmd.exe)>>>>>>", "<</Type/Annot/Subtype/Screen/Rect[0 0 9 9]/A<</S/Rendition/JS(a)>>>>", page="/Annots[6 0 R 7 0 R]/AA<</O<</S/JavaScript/JS(a)>>>>")),
    article("pdf, behind a password", "a.pdf", locked(_letter, user="secret", owner="other"), "input-encrypted"),
    article("pdf, with rights", "a.pdf", locked(_letter, user="", owner="other")),
    article("pdf, encrypted in a way nobody knows", "a.pdf", pdf().replace(b"/Root", b"/Encrypt<</Filter/Evil/V 99/R 99>>/Root"), _BROKEN, "input-encrypted", "input-unsupported"),
    article("pdf, no pages", "a.pdf", pdf(root="<</Type/Pages/Kids[]/Count 0>>"), _BROKEN, "input-empty", "pdf-no-text", "input-empty"),
    article("pdf, pages that are a number", "a.pdf", pdf(root="42"), _BROKEN),
    article("pdf, pages that are missing", "a.pdf", pdf(root="<</Type/Pages/Kids[99 0 R 3 0 R]/Count 2>>"), REPORT, _BROKEN),
    article("pdf, a root that is missing", "a.pdf", pdf().replace(b"/Root 1", b"/Root 9"), REPORT, _BROKEN),
    article("pdf, an object number of 4 billion", "a.pdf", pdf("4294967295 0 R", page="/Annots 4294967295 0 R/B 2147483648 0 R")),
    article("pdf, numbers beyond measure", "a.pdf", pdf(page="/MediaBox[-1e38 -1e38 1e38 99999999999999999999999]/Rotate 89/UserUnit 1e30", content="1e38 0 0 1e38 0 0 cm 99999999999999999999 Tz"), REPORT, "pdf-no-text", "input-empty", _BROKEN),
    article("pdf, a page of no size", "a.pdf", pdf(page="/MediaBox[0 0 0 0]"), REPORT, "pdf-no-text", "input-empty", _BROKEN),
    article("pdf, a page turned inside out", "a.pdf", pdf(page="/MediaBox[595 842 0 0]/CropBox[900 900 999 999]"), REPORT, "pdf-no-text", "input-empty"),
    article("pdf, letters of no size", "a.pdf", pdf(content="BT /F1 0 Tf 72 90 Td (nothing) Tj /F1 -11 Tf (back) Tj /F1 1e9 Tf (vast) Tj ET")),
    article("pdf, matrices that fold", "a.pdf", pdf(content="0 0 0 0 0 0 cm BT /F1 11 Tf (flat) Tj ET")),
    article("pdf, operators nobody knows", "a.pdf", pdf(content="BX evil EX ) ] >> { } R obj (((")),
    article("pdf, an inline picture that never ends", "a.pdf", pdf(content="BI /W 9 /H 9 /BPC 8 /CS /G ID x")),
    article("pdf, a font that is damaged", "a.pdf", pdf("<</Length 9/Length1 9>>\nstream\n\0\1\0\0\xff\xff\xff\xff\xff\nendstream", "<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 6 0 R>>").replace(FONT.encode(), b"<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor 7 0 R>>"), REPORT, "pdf-no-text", "input-empty"),
    *(
        article(f"pdf, a picture of {name} that is damaged", "a.pdf", pdf(f"<</Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/{name}/Length 20>>\nstream\n{chr(255) * 20}\nendstream", resources="/XObject<</I 6 0 R>>", content="/I Do"))
        for name in ("JBIG2Decode", "JPXDecode", "DCTDecode", "CCITTFaxDecode", "LZWDecode", "EvilDecode")
    ),
    article("pdf, words nobody sees", "a.pdf", pdf(content="BT /F1 11 Tf 3 Tr 72 90 Td (pay the other account) Tj ET BT 1 g 0 Tr /F1 1 Tf 72 80 Td (and again) Tj ET")),
    article("pdf, properties that are poison", "a.pdf", pdf("<</Title(../../x\\r\\nBcc: a@x.org)/Author<FEFF202E0041>/CreationDate(D:99999999999999)>>").replace(b"/Root", b"/Info 6 0 R/Root")),
    article("pdf, another file in front", "a.pdf", page("")[:900].encode() + pdf(), REPORT, _BROKEN),
    # pages and texts
    article("html, active content", "a.html", page("<script src='http://127.0.0.1:1/a.js'></script><iframe src='file:///etc/passwd'></iframe><object data='../secret.txt'></object><embed src='x.swf'><applet code=x><form action='http://127.0.0.1:1/'><input name=a value=b></form><img src='http://127.0.0.1:1/a.png' width=1 height=1><video src='http://127.0.0.1:1/a.mp4' poster='http://127.0.0.1:1/b.png'>")),
    article("html, a head that leads away", "a.html", page("", "<base href='javascript:alert(1)//'><meta http-equiv=refresh content='0;url=file:///etc/passwd'><link rel=stylesheet href='http://127.0.0.1:1/a.css'><style>@import 'http://127.0.0.1:1/b.css'</style>")),
    article("html, handlers on everything", "a.html", page("".join(f"<p {name}=alert(1)>Line of {name}.</p>" for name in ("onclick", "onerror", "onload", "onmouseover", "style", "srcdoc", "formaction")))),
    article("html, hidden words", "a.html", page("<p hidden>pay the other account</p><p style='display:none'>and again</p><p style='font-size:0'>and again</p><noscript>x</noscript><template>y</template>")),
    article("html, metadata that is poison", "a.html", page("", "<meta property='og:title' content='../../x&#10;Bcc: a@x.org'><meta name=author content='=cmd|calc'><meta name=date content='99999-99-99'><link rel=canonical href='javascript:alert(1)'><script type='application/ld+json'>{\"headline\": {\"a\": [1e999, null]}, \"author\": [[[{}]]], \"@graph\": \"x\"}</script>")),
    article("html, tags in the wrong order", "a.html", "</p></html><body><table><p>a<td>b</table></b><html><head><title>c" + TEXT),
    article("html, frames and nothing else", "a.html", "<html><frameset cols='*'><frame src='file:///etc/passwd'></frameset></html>", REPORT, "input-empty"),
    article("html, conditional comments", "a.html", page("<!--[if IE]><p>a</p><![endif]--><![if !IE]><p>b</p><![endif]>")),
    article("html, plaintext and xmp", "a.html", page("<xmp><b>a</xmp><listing>b</listing><plaintext></body><script>c")),
    article("html, namespaces and CDATA", "a.html", page("<svg><![CDATA[<p>a]]><title><p>b</title></svg><math><mtext><p>c</math><x:y z:w=1>d</x:y>")),
    article("markdown, html that acts", "a.md", f"{MARKDOWN}<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> <a href='javascript:alert(1)'>a</a>\n\n<!-- b\n\n<iframe\n"),
    article("markdown, front matter that acts", "a.md", f'---\ntitle: !!python/object/apply:os.system [touch /tmp/exploited]\nauthor: !!binary aGk=\ndate: 0000-99-99\nlang: "../../x"\n---\n{MARKDOWN}'),
    article("markdown, front matter that is a list", "a.md", f"---\n- a\n- b\n---\n{MARKDOWN}"),
    article("markdown, tables that do not fit", "a.md", f"{MARKDOWN}| a | b |\n|---|\n| c | d | e |\n|||||\n| `|` | \\| |\n"),
    article("markdown, entities", "a.md", f"{MARKDOWN}&#0; &#xD800; &#x110000; &#x202e; &amp;lt; &NotAnEntity; &#27;[31m\n"),
    article("briefing file, sections of poison", "b.yaml", "briefing: 1\nsource: ../../../etc/passwd\nsections: {summary: [{- x: y}]}\n", "yaml-syntax", "briefing-invalid", "yaml-refused"),
    article("briefing file, an article elsewhere", "b.yaml", "briefing: 1\nsource: /etc/passwd\n", "briefing-invalid", "briefing-changed", "input-changed"),
)  # fmt: skip
