"""Word files."""

from tests.fuzz.packed.archives import change_archive
from tests.fuzz.target import Target
from tests.fuzz.targets.reading import reading
from tests.ooxml.making import NAMESPACES, STRICT, p, part, r, row, table, tc, zipped
from tests.readers.docx.making import item, package, style
from tests.sample import png, sample_document, sample_style

_NUMBERING = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='upperRoman'/>"
    "<w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='9'/>"
    "</w:lvlOverride></w:num>"
)
_STYLES = (
    style("T", "Title")
    + style("H", "heading 1", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>")
    + style("M", "Mine", base="H")
)
_PICTURE = (
    "<w:r><w:drawing><wp:inline><wp:extent cx='9525' cy='9525'/><wp:docPr id='1' name='p' descr='a ship'/>"
    "<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='i'/></pic:blipFill></pic:pic></a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></w:r>"
)
_FIELD = (
    '<w:r><w:fldChar w:fldCharType=\'begin\'/></w:r><w:r><w:instrText> HYPERLINK "https://example.org" \\l "a" '
    "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>field</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:fldSimple w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple>"
)
_BODY = (
    p("Harbour reopens", style="T")
    + p("Background", style="M")
    + p("It opened. ", runs=r("bold", "<w:b/><w:vanish/>") + "<w:r><w:footnoteReference w:id='2'/><w:tab/><w:br/></w:r>")
    + p(runs="<w:ins><w:r><w:t>in</w:t></w:r></w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del>"
        "<w:hyperlink r:id='l'><w:r><w:t>a link</w:t></w:r></w:hyperlink><w:bookmarkStart w:id='1' w:name='a'/>"
        "<w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:noBreakHyphen/></w:r>" + _FIELD + _PICTURE)
    + item("one", 1) + item("two", 1, 1) + item("three", 1)
    + table(row("a", "b", properties="<w:tblHeader/>"), row(tc("x", "<w:gridSpan w:val='2'/><w:vMerge w:val='restart'/>")),
            row(tc(table(row("n")) + p(), "<w:vMerge/>"), "y"))
    + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('control')}</w:sdtContent></w:sdt>"
    + "<w:p><m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
      "<m:rad><m:deg/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad></m:oMath></m:oMathPara></w:p>"
    + "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
    + p("in a box") + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>"
)  # fmt: skip


def _whole() -> dict[str, bytes]:
    return package(
        _BODY,
        styles=_STYLES,
        numbering=_NUMBERING,
        links={
            "f": ("footnotes", "footnotes.xml"),
            "l": ("hyperlink", "https://example.org/a"),
            "i": ("image", "media/i.png"),
            "h": ("header", "header1.xml"),
            "t": ("theme", "theme1.xml"),
        },
        core="<dc:title>T</dc:title><dc:creator>Ada</dc:creator><dcterms:created>2026-03-14T00:00:00Z</dcterms:created>",
        parts={
            "word/footnotes.xml": part("footnotes", f"<w:footnote w:id='2'>{p('a note')}</w:footnote>"),
            "word/header1.xml": part("hdr", p("Gazette")),
            "word/media/i.png": png(3, 2),
        },
    )


def _seeds() -> list[bytes]:
    from converter.writers.docx import write_docx

    whole = _whole()
    strict = dict(whole)
    for transitional, uri in STRICT.items():
        strict = {name: data.replace(transitional.encode(), uri.encode()) for name, data in strict.items()}
    return [
        zipped(whole),
        zipped(strict),
        zipped(package(p("Only a line."))),
        write_docx(sample_document(), sample_style()).data,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ]


TARGET = Target(
    "docx",
    reading("docx"),
    _seeds,
    tuple(f"<{prefix}:{name}>".encode() for prefix, names in {
        "w": "p r t tbl tr tc sdt sdtContent ins del moveFrom moveTo smartTag hyperlink fldSimple txbxContent pict object",
        "m": "oMath f num den e nary sSup m mr", "mc": "AlternateContent Choice Fallback",
    }.items() for name in names.split())
    + tuple(uri.encode() for uri in NAMESPACES.values())
    + (b"<!DOCTYPE x [<!ENTITY e 'x'>]>", b"&e;", b"]]>", b'w:val="', b"word/document.xml", b"_rels/.rels", b"%1.%2", b"../"),
    inside=change_archive,
)  # fmt: skip
