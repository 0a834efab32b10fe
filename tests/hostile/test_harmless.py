"""The judge of reports would notice."""

from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.hostile.harmless import harms
from tests.ooxml.making import p, part, r, relationships, zipped

DOCUMENT, LINKS = "word/document.xml", "word/_rels/document.xml.rels"


def word(body: str = "", parts: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    return zipped({DOCUMENT: part("document", f"<w:body>{p('a')}{body}</w:body>"), **parts})


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (p("", runs=r("a", "<w:vanish/>")), "vanish"),
        (p("", runs=r("a", "<w:sz w:val='1'/>")), "1 half points"),
        ("<w:altChunk r:id='a'/>", "altChunk"),
        ("<w:fldSimple w:instr=' DDEAUTO cmd '/>", "DDEAUTO"),
        ("<w:r><w:instrText>INCLUDEPICTURE x</w:instrText></w:r>", "INCLUDEPICTURE"),
        (p("a\u202eb"), "u202e"),
    ],
)
def test_a_word_file_that_hides_or_acts_is_seen(body: str, says: str) -> None:
    assert list(harms(word(), "docx")) == []
    assert says in "".join(harms(word(body), "docx"))


@pytest.mark.parametrize(
    ("kind", "target"),
    [("image", "http://x.org/a.png"), ("hyperlink", "javascript:a"), ("oleObject", "https://x.org")],
)
def test_a_word_file_that_leads_elsewhere_is_seen(kind: str, target: str) -> None:
    assert (
        list(harms(word(parts={LINKS: relationships({"a": ("hyperlink", "https://x.org")})}), "docx")) == []
    )
    assert list(harms(word(parts={LINKS: relationships({"a": (kind, target)})}), "docx")) != []
    assert list(harms(word(parts={"word/vbaProject.bin": b""}), "docx")) != []


def pdf(change: object = None) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 72, "a")
    canvas.linkURL("https://x.org/", (0, 0, 9, 9))
    canvas.save()
    with pikepdf.open(BytesIO(buffer.getvalue())) as opened:
        if callable(change):
            change(opened)
        out = BytesIO()
        opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JavaScript", "Launch", "SubmitForm", "GoToR"])
def test_a_pdf_that_acts_is_seen(kind: str) -> None:
    def act(opened: pikepdf.Pdf) -> None:
        action = pikepdf.Dictionary(Type=pikepdf.Name.Action, S=pikepdf.Name(f"/{kind}"))
        opened.Root.Names = opened.make_indirect(action)

    assert list(harms(pdf(), "pdf")) == []
    assert list(harms(pdf(act), "pdf")) != []


def test_a_pdf_that_leads_elsewhere_or_hides_words_is_seen() -> None:
    def lead(opened: pikepdf.Pdf) -> None:
        annotations = opened.pages[0].obj.get("/Annots")
        annotations[0].A.URI = pikepdf.String("file:///etc/passwd")  # type: ignore[index]

    def hide(opened: pikepdf.Pdf) -> None:
        opened.pages[0].contents_add(b"BT 3 Tr (a) Tj ET")

    assert "file:///etc" in "".join(harms(pdf(lead), "pdf"))
    assert "without ink" in "".join(harms(pdf(hide), "pdf"))


@pytest.mark.parametrize(
    ("kind", "bad"),
    [
        ("html", "<script>a</script>"),
        ("html", "<p onclick=a>"),
        ("html", "<a href='javascript:a'>b</a>"),
        ("html", "<img src='https://x.org/a.png'>"),
        ("html", "<p style='background:url(//x.org)'>"),
        ("html", "<p style='display: none'>a</p>"),
        ("html", "<meta http-equiv=refresh content=0>"),
        ("html", "<svg><foreignObject>"),
        ("md", "<b>a</b>"),
        ("md", "[a](javascript:b)"),
        ("md", "![a](https://x.org/b.png)"),
        ("md", "<!-- a -->"),
        ("json", '{"a": [{"link": "file:///a"}]}'),
    ],
)
def test_a_text_that_acts_is_seen(kind: str, bad: str) -> None:
    good = {
        "html": "<!doctype html><p><a href='https://x.org'>a</a><img src='data:image/png;base64,'>",
        "md": "# a\n\n[a](https://x.org) \\<b>\n",
        "json": '{"a": [{"link": "https://x.org"}]}',
    }[kind]
    assert list(harms(good.encode(), kind)) == []
    assert list(harms((bad if kind == "json" else f"{good}\n\n{bad}\n").encode(), kind)) != []
