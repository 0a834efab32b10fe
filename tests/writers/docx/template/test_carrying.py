"""What travels inside a report on a template, which may have custom XML of its own."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from converter.model.document import Document
from converter.model.report import Report
from converter.writers.docx import write_docx
from tests.sample import sample_document, sample_style, with_provenance
from tests.unpacked import everything, provenance, unpacked
from tests.writers.docx.opened import Opened
from tests.writers.docx.template.test_pouring import house, on

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
CUSTOM = (
    f'<Properties xmlns="{OFFICE}custom-properties" xmlns:vt="{OFFICE}docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Client"><vt:lpwstr>Lund</vt:lpwstr>'
    "</property></Properties>"
)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return house(tmp_path / "letter.docx")


def poured(template: Path, document: Document) -> Report:
    return write_docx(document, on(template))


def test_a_template_takes_the_provenance_and_its_sum(template: Path) -> None:
    made = with_provenance(sample_document())
    report = poured(template, made)
    opened = Opened(report.data)
    assert provenance(report).decode() == made.provenance
    assert opened.values("//p:property/@name", "docProps/custom.xml") == [
        "Source",
        "Source SHA-256",
        "Provenance SHA-256",
    ]
    assert "line_0" in opened.values("//w:bookmarkStart/@w:name")


def test_an_article_is_a_part_with_a_type_of_its_own(template: Path) -> None:
    made = with_provenance(sample_document(), b"# The quay")
    for report in (poured(template, made), write_docx(made, sample_style())):
        opened = Opened(report.data)
        assert opened.parts["briefing/article.md"] == b"# The quay"
        types = opened.values(
            "//ct:Override[@PartName='/briefing/article.md']/@ContentType", "[Content_Types].xml"
        )
        assert types == ["text/markdown"]


def test_custom_properties_and_xml_of_the_template_stay(template: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.docx"
    with ZipFile(template) as old, ZipFile(own, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
                part = f'<Override PartName="/docProps/custom.xml" ContentType="{kind}"/></Types>'
                data = data.replace(b"</Types>", part.encode())
            if name == "_rels/.rels":
                link = f'<Relationship Id="rId99" Type="{OFFICE}relationships/custom-properties" Target="docProps/custom.xml"/>'
                data = data.replace(b"</Relationships>", f"{link}</Relationships>".encode())
            new.writestr(name, data)
        new.writestr("docProps/custom.xml", CUSTOM)
    made = with_provenance(sample_document())
    report = poured(own, made)
    opened = Opened(report.data)
    assert provenance(report).decode() == made.provenance
    with ZipFile(template) as old:
        # that of python-docx's own template
        assert opened.parts["customXml/item1.xml"] == old.read("customXml/item1.xml")
    assert opened.values("//p:property/@name", "docProps/custom.xml")[:2] == ["Client", "Source"]
    assert opened.values("//p:property/@pid", "docProps/custom.xml") == ["7", "8", "9", "10"]


def test_nothing_of_the_report_that_became_a_template_is_left(tmp_path: Path) -> None:
    first = tmp_path / "first.docx"
    before = with_provenance(sample_document(), b"# The old article")
    first.write_bytes(write_docx(before, sample_style()).data)
    properties = replace(before.properties, title="Another")
    made = with_provenance(
        replace(sample_document(), properties=properties, records=sample_document().records[:3])
    )
    report = poured(first, made)
    items = [name for name in unpacked(report) if name.startswith("customXml/item1")]
    assert json.loads(provenance(report)) == json.loads(made.provenance)
    assert len(items) == 1
    assert before.provenance_sha256 not in everything(report)
    assert "old article" not in everything(report)
    names = [name for name in Opened(report.data).values("//w:bookmarkStart/@w:name") if "line_" in name]
    assert sorted(names) == [f"line_{number}" for number in range(4)]


def test_without_provenance_a_template_gets_no_more_than_readers_see(template: Path) -> None:
    report = poured(template, replace(sample_document(), embed="none"))
    assert provenance(report) == b""
    assert sample_document().sources[0].sha256 not in everything(report)
    assert "line_" not in everything(report)
