"""Things that refer to themselves, or to each other in a circle."""

from tests.hostile.case import REPORT, article, folder
from tests.hostile.making import MARKDOWN, TEXT, page, pdf, word
from tests.ooxml.making import p, part, zipped
from tests.readers.docx.making import item, style

_BROKEN = "input-broken"
_FORM = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 6 0 R>>>>/Length 5>>\nstream\n/A Do\nendstream"
_TO_NOTE, _TO_COMMENT = (f"<w:r><w:{kind}Reference w:id='1'/></w:r>" for kind in ("footnote", "comment"))
_TREE = "/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>"


def _chain(count: int) -> str:
    return "".join(style(f"s{n}", f"s{n}", base=f"s{n + 1}") for n in range(count))


CASES = (
    # pages and objects of PDFs
    article("pdf, pages that hold themselves", "a.pdf", pdf(root="<</Type/Pages/Kids[2 0 R]/Count 1>>"), _BROKEN, "input-empty", "pdf-no-text", "input-empty"),
    article("pdf, pages that hold each other", "a.pdf", pdf("<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", root="<</Type/Pages/Kids[6 0 R 3 0 R]/Count 3>>"), REPORT, _BROKEN),
    article("pdf, pages whose parents go round", "a.pdf", pdf(root="<</Type/Pages/Kids[3 0 R]/Count 1/Parent 2 0 R>>")),
    article("pdf, an object that is a reference to itself", "a.pdf", pdf("6 0 R", page="/Contents 6 0 R/Rotate 6 0 R"), REPORT, _BROKEN, "pdf-no-text", "input-empty"),
    article("pdf, objects that are references to each other", "a.pdf", pdf("7 0 R", "6 0 R", page="/Contents 6 0 R/Annots 7 0 R"), REPORT, _BROKEN, "pdf-no-text", "input-empty"),
    article("pdf, a stream as long as itself", "a.pdf", pdf("<</Length 6 0 R>>\nstream\nq Q\nendstream", page="/Contents[4 0 R 6 0 R]")),
    article("pdf, a form that draws itself", "a.pdf", pdf(_FORM, resources="/XObject<</A 6 0 R>>", content="/A Do")),
    article("pdf, tables of objects that go round", "a.pdf", pdf().replace(b"/Root", b"/Prev 9/Root")),
    article("pdf, bookmarks that go round", "a.pdf", pdf("<</First 7 0 R/Last 7 0 R/Count 1>>", "<</Title(a)/Parent 6 0 R/Next 7 0 R/First 6 0 R/Dest[3 0 R/Fit]>>", catalog="/Outlines 6 0 R")),
    article("pdf, tags that hold themselves", "a.pdf", pdf("<</Type/StructTreeRoot/K 7 0 R>>", "<</Type/StructElem/S/P/P 6 0 R/Pg 3 0 R/K[7 0 R 0]>>", catalog=_TREE)),
    article("pdf, names of tags that go round", "a.pdf", pdf("<</Type/StructTreeRoot/RoleMap<</A/B/B/A>>/K 7 0 R>>", "<</Type/StructElem/S/A/P 6 0 R/Pg 3 0 R/K 0>>", catalog=_TREE)),
    article("pdf, a font that is its own descendant", "a.pdf", pdf().replace(b"/Subtype/Type1/BaseFont", b"/Subtype/Type0/DescendantFonts[5 0 R]/BaseFont"), REPORT, "pdf-no-text", "input-empty"),
    article("pdf, resources of themselves", "a.pdf", pdf("<</Font<</F1 5 0 R>>/Pattern<</P 6 0 R>>/Resources 6 0 R>>", page="/Resources 6 0 R")),
    article("pdf, a tree of files that goes round", "a.pdf", pdf("<</Kids[6 0 R]>>", catalog="/Names<</EmbeddedFiles 6 0 R/Dests 6 0 R>>")),
    article("pdf, metadata of itself", "a.pdf", pdf("<</Type/Metadata/Subtype/XML/Length 3/Metadata 6 0 R>>\nstream\n<a>\nendstream", catalog="/Metadata 6 0 R")),
    # parts of Word files
    article("word, notes that are the text", "a.docx", zipped(word(p("", runs=_TO_NOTE), links={"f": ("footnotes", "document.xml"), "h": ("header", "document.xml")}))),
    article("word, a note that refers to itself", "a.docx", zipped(word(p("a", runs=_TO_NOTE), links={"f": ("footnotes", "footnotes.xml")}, parts={"word/footnotes.xml": part("footnotes", f"<w:footnote w:id='1'>{p('b', runs=_TO_NOTE)}</w:footnote>")}))),
    article("word, relationships that go round", "a.docx", zipped(word(links={"d": ("officeDocument", "document.xml"), "s2": ("styles", "../word/./styles.xml")}, parts={"word/_rels/styles.xml.rels": b"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' Type='x/styles' Target='styles.xml'/></Relationships>"}))),
    article("word, a style based on itself", "a.docx", zipped(word(p("a", style="A"), styles=style("A", "A", base="A")))),
    article("word, styles based on each other", "a.docx", zipped(word(p("a", style="A"), styles=style("A", "heading 9", base="B") + style("B", "B", base="A")))),
    article("word, 10,000 styles each based on the next", "a.docx", lambda: zipped(word(p("a", style="s0"), styles=_chain(10_000)))),
    article("word, numbering that goes round", "a.docx", zipped(word(item("a", 1), numbering="<w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='L'/></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>", styles=style("L", "L", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>", kind="numbering")))),
    article("word, a list style of its own", "a.docx", zipped(word(item("a", 1), numbering="<w:abstractNum w:abstractNumId='0'><w:styleLink w:val='L'/><w:numStyleLink w:val='L'/></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"))),
    article("word, a text in chunks of itself", "a.docx", zipped(word("<w:altChunk r:id='c'/>", links={"c": ("aFChunk", "document.xml")}))),
    article("word, a comment on itself", "a.docx", zipped(word(p("", runs=_TO_COMMENT), links={"c": ("comments", "comments.xml")}, parts={"word/comments.xml": part("comments", f"<w:comment w:id='1'>{p('', runs=_TO_COMMENT)}</w:comment>")}))),
    article("word, fields that never end", "a.docx", zipped(word("".join(p("", runs="<w:r><w:fldChar w:fldCharType='begin'/></w:r>") for _ in range(5_000))))),
    article("word, fields that only end", "a.docx", zipped(word("".join(p("", runs="<w:r><w:fldChar w:fldCharType='end'/></w:r>") for _ in range(5_000))))),
    # texts
    article("markdown, a note that refers to itself", "a.md", f"{MARKDOWN}a[^1]\n\n[^1]: b[^1] c[^2]\n[^2]: d[^1]\n"),
    article("markdown, a reference to itself", "a.md", f"{MARKDOWN}[a]\n\n[a]: <#a>\n[b]: [b]\n"),
    article("html, a note that refers to itself", "a.html", page("<p id=n>a<sup><a href='#n'>1</a></sup></p><ol><li id=m>b <a href='#m'>2</a></ol>")),
    article("html, labels that go round", "a.html", page("<p id=a aria-labelledby=b>x</p><p id=b aria-labelledby=a>y</p><svg id=s><use href='#s'/></svg>")),
    folder("yaml, styles that extend each other", {"a.txt": TEXT, "s.yaml": "extends: ./t.yaml\n", "t.yaml": "extends: ./s.yaml\n"}, ["a.txt", "-s", "s.yaml"], "style-cycle"),
)  # fmt: skip
