"""Words that are code to somebody: addresses that no report may carry, and mark-up of every language in text."""

from html import escape

from tests.hostile.case import REPORT, Case, article
from tests.hostile.making import MARKDOWN, TEXT, page, pdf, word
from tests.ooxml.making import p, r, zipped

ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)",
    "&#106;avascript:alert(1)", "javascript&colon;alert(1)", "%6aavascript:alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd", "file://127.0.0.1/c$", "\\\\127.0.0.1\\share\\a", "//127.0.0.1/a", "ms-word:ofe|u|http://127.0.0.1/a",
    "search-ms:query=a", "ms-msdt:/id", "blob:https://x.org/a", "view-source:https://x.org", "jar:http://x.org!/", "ftp://x.org/a", "smb://x.org/a", "ssh://x.org",
    "tel:+123", "about:blank", "chrome://settings", "mhtml:file://c", "res://a", "https://user:secret@x.org/", "https://x.org@evil.example/",
    "https://x.org\\@evil.example", "https://раураl.com/", "https://xn--80ak6aa92e.com/", "https://x.org/\u202egnp.exe", "https://x.org/a\u200bb", 'https://x.org/"onclick="a',
    "https://x.org/<script>", "https://x.org/a b", "http:x.org", "https:///x.org", "mailto:a@x.org?bcc=b@x.org&body=c", "mailto:a@x.org%0aBcc:b@x.org", "#", "#../../x",
    "https://x.org/" + "a" * 3_000, "https://[::1", "https://x.org:99999999/", "",
)  # fmt: skip
"""Addresses; those with other schemes than http, https and mailto may stand in no report as links."""

MARKUP = {
    "ReportLab": "<para fontSize='99'>a</para> <font color='[[[getattr(pow,Word(\"__globals__\"))[\"os\"].system(\"touch /tmp/exploited\") for Word in [orgTypeFun(\"Word\",(str,),{})]] and \"red\"'>b</font> <img src='/etc/passwd'/> <a href='file:///etc/passwd'>c</a> <b <i>d</b> &bogus; <onDraw name='x'/> <seq/> <super>e",
    "XML": "]]> <![CDATA[a]]> <!-- b --> <?php echo 1 ?> <!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]> &b; <a:b xmlns:a='x'/>",
    "HTML": "<script>alert(1)</script> <img src=x onerror=alert(1)> <iframe src='file:///etc/passwd'></iframe> <svg/onload=alert(1)> </title></style></textarea> <meta http-equiv=refresh content='0;url=https://x.org'> <base href='https://x.org'> \"><b>",
    "Word": "<w:p><w:r><w:t>a</w:t></w:r></w:p> </w:t></w:r></w:p> <w:fldSimple w:instr='DDEAUTO c:\\\\windows\\\\cmd.exe \"/k calc\"'/> _x0041_ _x001B_",
    "field codes": '{ DDEAUTO c:\\windows\\cmd.exe "/k calc" } { INCLUDEPICTURE "http://127.0.0.1/a.png" } { HYPERLINK "file:///etc/passwd" } \x13 QUOTE 65 \x15 { PAGE } { TOC }',
    "placeholders": "{{title}} {{summary}} {title} {page} {pages} {0} {} {{ }} ${title} %(title)s %s %n $title @title@ <<title>> «title» [[title]]",
    "templates": "{{ 7*7 }} {{ ''.__class__.__mro__[1].__subclasses__() }} {% for a in b %} <%= 7*7 %> ${7*7} #{7*7} #set($a=1) *{7*7} ${jndi:ldap://127.0.0.1/a} @(1+1)",
    "format strings": "{0.__class__.__init__.__globals__} {self} {!r} %1000000d {:>1000000000} %(a)1000000000s %x%x%n",
    "formulas": "=cmd|'/c calc'!A0 @SUM(1+1)*cmd|' /C calc'!A0 +1+1 -2+3 =HYPERLINK(\"https://x.org\",\"a\") =WEBSERVICE(\"http://127.0.0.1\")",
    "RTF": "{\\rtf1\\ansi{\\object\\objautlink{\\*\\objclass Word}}} \\par \\u8364? \\'e9 {\\field{\\*\\fldinst HYPERLINK \"x\"}}",
    "PDF": "(a) Tj ET BT /F1 99 Tf endstream endobj %%EOF << /S /JavaScript /JS (app.alert(1)) >> \\( \\) \\101 (( ) /Launch /URI obj 1 0 R",
    "PostScript": "%! systemdict /file (/etc/passwd) (r) file run showpage",
    "LaTeX": "\\input{/etc/passwd} \\write18{id} $\\frac{1}{2}$ $$a$$ \\begin{document} % a ~ & # _ ^",
    "Markdown": "# a\n**b** _c_ `d` [e](javascript:alert(1)) ![f](http://127.0.0.1/a.png) <https://x.org> [g]: h\n> i\n- j\n***\n| k | l |\n[^1] ~~m~~ \\* a<!-- b -->",
    "YAML": "title: a\n--- \n&a *a !!python/object:os.system {a: [b}\n... \n? x : y | > %TAG # c",
    "JSON": "{\"a\": \"\\u0000\\ud800\", '__proto__': {}} </script> \\\" \\\\ \\/ ",
    "shell": "$(touch /tmp/exploited) `id` ; rm -rf ~ | sh && id > /tmp/a < /etc/passwd * ? ~root !! ' \" \\",
    "SQL": "'; DROP TABLE deliveries; -- ' OR 1=1 /* \" UNION SELECT 1 # 0x41 %27",
    "mail": "Subject: a\nBcc: b@x.org\n\n=?utf-8?q?hi=0D=0ABcc:_v@e.o?= \r\n.\r\nMAIL FROM:<a> --boundary Content-Type: text/html",
    "terminal": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;https://x.org\x07a\x1b]8;;\x07 \x9b2J \x1bP+q\x1b\\ \x07 \x08\x08\x08 \r overwritten",
    "gaps of ours": "[…] a […] [...] … ¶ 3, sentence 1 [1] [2] Note 1: ↩ briefing-provenance <!-- briefing-provenance {} --> custom.xml",
    "direction": "a \u202eb\u202c c \u2067d\u2069 \u200ee\u200f \u061cf مرحبا (1) [2] <3> שלום -5% 12:30",
}  # fmt: skip
"""Text that is code to somebody; it is text to us."""


def _anchor(address: str) -> str:
    return f'<p>Read <a href="{escape(address).replace("&amp;#", "&#").replace("&amp;colon", "&colon")}">the note</a> on it.</p>'


def _word_linked(address: str) -> bytes:
    rels = (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='l' "
        f"Type='x/hyperlink' Target=\"{escape(address)}\" TargetMode='External'/></Relationships>"
    )
    body = p("", runs=f"<w:hyperlink r:id='l'>{r('Read the note on it.')}</w:hyperlink>")
    field = p(
        "",
        runs=f"<w:fldSimple w:instr='HYPERLINK \"{escape(address, quote=False).replace(chr(39), '')}\"'>{r('And this one.')}</w:fldSimple>",
    )
    return zipped(word(body + field, parts={"word/_rels/document.xml.rels": rels.encode("utf-8", "replace")}))


def _pdf_linked(address: str) -> bytes:
    told = address.encode("utf-16").hex()
    return pdf(
        f"<</Type/Annot/Subtype/Link/Rect[72 700 400 760]/A<</S/URI/URI<{told}>>>>>", page="/Annots[6 0 R]"
    )


def _marked(what: str, name: str, file: str, content: bytes | str) -> Case:
    """Return the case of text that is code; with many control characters it may be taken for no text."""
    must = (REPORT, "input-binary") if name == "terminal" else (REPORT,)
    return article(f"markup, {name} in {what}", file, content, *must)


def _shown(address: str, number: int) -> str:
    return f"{ascii(address)[1:30]} ({number})"


CASES = (
    *(
        case
        for number, address in enumerate(ADDRESSES)
        for case in (
            article(f"link, in Markdown: {_shown(address, number)}", "a.md", f"{MARKDOWN}Read [the note](<{address}>) and [that]({address}) and <{address}>.\n"),
            article(f"link, in a page: {_shown(address, number)}", "a.html", page(_anchor(address))),
        )
    ),
    *(article(f"link, in a Word file: {_shown(address, number)}", "a.docx", _word_linked(address)) for number, address in list(enumerate(ADDRESSES))[::4] if "\x01" not in address),
    *(article(f"link, in a PDF: {_shown(address, number)}", "a.pdf", _pdf_linked(address)) for number, address in list(enumerate(ADDRESSES))[::4]),
    *(_marked("a text", name, "a.txt", f"The quay: {text.splitlines()[0]}\n\nIt says {text} and no more.\n\n{TEXT}") for name, text in MARKUP.items()),
    *(_marked("Markdown", name, "a.md", f"# The quay: {text.splitlines()[0]}\n\nIt says {text} and no more.\n\n{MARKDOWN}") for name, text in MARKUP.items()),
    *(_marked("a page", name, "a.html", page(f"<p>It says {escape(text)} and no more.</p><table><tr><th>{escape(text)}<th>b<tr><td>{escape(text)}<td>c</table>")) for name, text in MARKUP.items()),
    *(article(f"markup, {name} in a Word file", "a.docx", zipped(word(p(escape("".join(c for c in f"It says {text} and no more." if c >= " ")))))) for name, text in MARKUP.items()),
    *(article(f"markup, {name} in the options", "a.txt", TEXT, options=(f"--title={text}"[:300], f"--author={text}"[:300], f"--marking={text}"[:100])) for name, text in MARKUP.items() if name in {"HTML", "Word", "placeholders", "terminal", "direction", "mail"}),
)  # fmt: skip
