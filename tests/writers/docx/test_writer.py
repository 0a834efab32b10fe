"""The whole file: as expected part by part, the same in every run, and read alike by other programs."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import mammoth
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from converter.model.document import Cell, Item, ListBlock, TableBlock, Text, TextBlock
from converter.text import clean_text
from converter.writers.docx import write_docx
from tests.document_text import document_lines
from tests.sample import sample_document, sample_style, with_provenance
from tests.writers.docx.opened import Opened, document, parts, query, strings, written

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = write_docx(with_provenance(sample_document()), sample_style())
CLEAN = st.text(max_size=80).map(lambda text: clean_text(text).text.strip()).filter(bool)


def pretty(xml: bytes) -> str:
    """Return mark-up with one element to a line, so that a difference shows where it is."""
    root = etree.fromstring(xml)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def test_every_part_is_as_expected(accept: bool) -> None:  # noqa: FBT001 - a fixture
    found = {
        name: pretty(data) for name, data in parts(SAMPLE.data).items() if name.endswith((".xml", ".rels"))
    }
    if accept:
        for name, text in found.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_text(text, encoding="utf-8")
    assert {file for file in GOLDEN.rglob("*") if file.is_file()} == {GOLDEN / name for name in found}
    for name, text in found.items():
        expected = (GOLDEN / name).read_text(encoding="utf-8")
        assert text == expected, f"{name} differs; if it should, run with --accept"


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_docx(with_provenance(sample_document()), sample_style()).data == SAMPLE.data
    assert SAMPLE.format == "docx"
    assert SAMPLE.pages is None


@pytest.mark.parametrize(
    "environment", [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"}]
)
def test_hash_seeds_and_time_zones_leave_the_bytes_alone(environment: dict[str, str], root: Path) -> None:
    program = (
        "from tests.sample import *; from converter.writers.docx import write_docx; "
        "print(write_docx(with_provenance(sample_document()), sample_style()).sha256)"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == SAMPLE.sha256


def test_python_docx_is_not_imported_without_a_template(root: Path) -> None:
    program = (
        "import sys; from tests.sample import *; from converter.writers.docx import write_docx; "
        "write_docx(sample_document(), sample_style()); print('docx' in sys.modules, 'lxml' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


def body_lines(opened: Opened) -> list[str]:
    """Return the words of each paragraph, those of the end-notes last, without references and fields."""
    paragraphs = opened.find("//w:body//w:p") + opened.find("//w:endnote[not(@w:type)]/w:p", "endnotes")
    lines = []
    for paragraph in paragraphs:
        runs = query(paragraph, ".//w:r[not(w:rPr/w:rStyle/@w:val='EndnoteReference')]")
        lines.append("".join(_letters(run) for run in runs))
    return [line for line in lines if line]


def _letters(run: etree._Element) -> str:
    names = {"t": None, "br": "\n", "tab": "\t"}
    pieces = [(element.tag.rpartition("}")[2], element) for element in query(run, "*")]
    if any(name == "endnoteRef" for name, _ in pieces) or query(
        run, "preceding-sibling::w:r[1]/w:endnoteRef"
    ):
        return "" if all(name != "t" for name, _ in pieces) else strings(run, "string(w:t)")[0]
    return "".join((element.text or "") if name == "t" else names.get(name) or "" for name, element in pieces)


def test_the_words_are_those_of_the_document_in_its_order() -> None:
    assert body_lines(Opened(SAMPLE.data)) == document_lines(sample_document())


@given(CLEAN, CLEAN, CLEAN, st.lists(CLEAN, min_size=1, max_size=3))
def test_whatever_is_said_survives(body: str, code: str, cell: str, items: list[str]) -> None:
    said = document(
        TextBlock("body", (Text(body), Text(code, frozenset({"emphasis"})))),
        TextBlock("code", (Text(code, frozenset({"code"})),)),
        ListBlock(tuple(Item((Text(item),)) for item in items)),
        TableBlock(((Cell((Text(cell),)),),), 1),
        TextBlock("body", (Text(cell, link="https://example.org/"),)),
    )
    assert body_lines(Opened(write_docx(said, sample_style()).data)) == document_lines(said)


def test_python_docx_reads_headings_lists_tables_and_properties() -> None:
    read = docx.Document(BytesIO(SAMPLE.data))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in read.paragraphs if paragraph.style]
    assert [text for name, text in styles if name == "Heading 1"] == ["Summary", "Background", "Implications"]
    assert [text for name, text in styles if name == "Heading 2"] == [
        "A slow century",
        "Source and method",
        "References",
    ]
    assert [text for name, text in styles if name == "Title"] == ["River & Port: “Trade” Returns"]
    assert [text for name, text in styles if str(name).startswith("List Number")] == [
        "Survey the bed",
        "Dredge",
    ]
    assert [text for name, text in styles if str(name).startswith("List Bullet")] == ["by night"]
    assert [[cell.text for cell in row.cells] for row in read.tables[0].rows] == [
        ["Year", "Ships"],
        ["2025", "1,204"],
        ["2026", "98"],
    ]
    assert read.core_properties.title == "River & Port: “Trade” Returns"
    assert read.core_properties.language == "en"
    assert read.sections[0].footer.paragraphs[0].text.startswith("River & Port")


def test_mammoth_reads_headings_lists_tables_notes_and_links() -> None:
    html = mammoth.convert_to_html(BytesIO(SAMPLE.data)).value
    page = etree.HTML(html)
    assert strings(page, "//h1//text()") == ["Summary", "Background", "Implications"]
    assert strings(page, "//h2//text()") == ["A slow century", "Source and method", "References"]
    assert "Survey the bed" in strings(page, "//ol/li/text()")
    assert strings(page, "//th//text() | //thead//text()") or strings(page, "//table//td[1]//text()")
    assert "https://example.org/tolls?a=1&b=2" in strings(page, "//a/@href")
    notes = [
        note for note in strings(page, "//ol/li[starts-with(@id,'endnote')]//text()") if note.strip(" ↑")
    ]
    assert [note.strip() for note in notes] == document_lines(sample_document())[-3:]
    assert strings(page, "//img/@alt") == ["A blue quay"]


def test_a_report_of_one_word_is_complete() -> None:
    opened = written(TextBlock("body", (Text("word"),)))
    assert opened.values("//w:body//w:t/text()") == ["word"]
    assert opened.find("//w:body/w:sectPr")


def test_a_family_of_the_system_needs_no_files() -> None:
    style = sample_style()
    system = {role: replace(text, family="Corp Sans") for role, text in style.text.items()}
    opened = written(style=replace(style, text=system, fonts=()))
    assert opened.values("//a:minorFont/a:latin/@typeface", "word/theme/theme1.xml") == ["Corp Sans"]
    assert opened.values("//w:style[@w:styleId='Heading1']/w:rPr/w:b", "styles") or opened.find(
        "//w:style[@w:styleId='Heading1']/w:rPr/w:b", "styles"
    )
