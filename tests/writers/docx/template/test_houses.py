"""Six templates: the report is placed rightly, and everything else is as it was, part by part."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import get_args

import docx
import pytest
from lxml import etree
from msgspec.structs import replace

from converter.model.document import Document
from converter.model.report import Report
from converter.model.style import Style
from converter.writers.docx import write_docx
from tests.judges import libreoffice, ooxml
from tests.sample import sample_document, sample_style
from tests.writers.docx.opened import Opened, parts, strings
from tests.writers.docx.template.houses import HOUSES, save

FIELDS = {
    "title": "River & Port: “Trade” Returns",
    "date": "23 November 2026",
    "author": "Ada Example",
    "marking": "TLP:GREEN",
    "source": "river.md",
    "client": "The Ministry",
}
CHANGED = {
    "[Content_Types].xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
    "_rels/.rels",
}
"""Parts that a report adds to."""
TOUCHED = {
    "controls": {"word/footer1.xml"},
    "placeholders": {"word/footer1.xml", "word/header1.xml"},
}
"""Parts in which a template asks for words."""


def report() -> Document:
    return replace(sample_document(), fields=FIELDS)


def poured(name: str, folder: Path) -> tuple[Path, Report]:
    template = save(HOUSES[name](), folder / f"{name}.dotx.docx")
    return template, write_docx(report(), on(template))


def on(template: Path) -> Style:
    return replace(sample_style(), word={"template": str(template)})


@pytest.fixture(params=HOUSES)
def house(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path, Report]:
    return request.param, *poured(request.param, tmp_path)


def texts(opened: Opened) -> list[str]:
    """Return the words of each paragraph of the document that has any."""
    found = ["".join(strings(paragraph, ".//w:t/text()")) for paragraph in opened.find("//w:body//w:p")]
    return [text for text in found if text]


def canonical(xml: bytes) -> bytes:
    return etree.tostring(etree.fromstring(xml), method="c14n2")


def test_every_other_part_is_as_it_was(house: tuple[str, Path, Report]) -> None:
    name, template, made = house
    before, after = parts(template.read_bytes()), parts(made.data)
    # of a template the picture of its first page is kept back, since it shows another
    untouched = before.keys() - CHANGED - TOUCHED.get(name, set()) - {"docProps/thumbnail.jpeg"}
    assert untouched <= after.keys()
    for part in untouched:
        same = before[part] == after[part]
        assert same or canonical(before[part]) == canonical(after[part]), part


def test_styles_and_settings_of_the_template_stay(house: tuple[str, Path, Report]) -> None:
    _, template, made = house
    before, after = Opened(template.read_bytes()), Opened(made.data)
    for part, path in (
        ("styles", "/w:styles/*"),
        ("settings", "/w:settings/*"),
        ("numbering", "/w:numbering/*"),
    ):
        kept = {canonical(etree.tostring(element)) for element in after.find(path, part)}
        found = {canonical(etree.tostring(element)) for element in before.find(path, part)}
        assert found <= kept, part


def test_the_whole_report_is_there_once(house: tuple[str, Path, Report]) -> None:
    found = texts(Opened(house[2].data))
    for words in (
        "The quay opened <today> & ships came back.",
        "Survey the bed",
        "Source and method",
        "References",
    ):
        assert sum(words in text for text in found) == 1, words
    assert found[-1] == "References" or house[0] == "sections"


def test_python_docx_opens_it(house: tuple[str, Path, Report]) -> None:
    assert docx.Document(BytesIO(house[2].data)).core_properties.title == FIELDS["title"]


def test_the_same_bytes_come_out_again(house: tuple[str, Path, Report]) -> None:
    _, template, made = house
    assert write_docx(report(), on(template)).data == made.data


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("houses")
    return list(written(folder))


def written(folder: Path) -> Iterator[Path]:
    for name in HOUSES:
        path = folder / f"{name}.docx"
        path.write_bytes(poured(name, folder)[1].data)
        yield path


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "version",
    [
        version
        if version in {"Office2007", "Microsoft365"}
        else pytest.param(version, marks=pytest.mark.conformance)
        for version in get_args(ooxml.Version)
    ],
)
def test_every_version_of_word_takes_it(version: ooxml.Version, files: list[Path]) -> None:
    found = ooxml.findings(files, version)
    assert {file.name: [str(each) for each in findings] for file, findings in found.items() if findings} == {}


@pytest.mark.timeout(300)
def test_libreoffice_reads_every_word_of_it(files: list[Path], tmp_path: Path) -> None:
    read = libreoffice.convert(files, "txt", tmp_path)
    assert len(read) == len(files)
    for file, text in read.items():
        words, position = "".join(text.read_text("utf-8-sig").split()), 0
        for run in Opened(file.read_bytes()).find(
            "//w:body//w:r[not(w:rPr/w:rStyle/@w:val='EndnoteReference')]"
        ):
            wanted = "".join("".join(strings(run, "w:t/text()")).split())
            position = words.find(wanted, position)
            assert position >= 0, (file, wanted)


# ------------------------------------------------------------------------------- one template after the other


def test_a_letterhead_keeps_its_first_page_and_the_report_follows(tmp_path: Path) -> None:
    opened = Opened(poured("letterhead", tmp_path)[1].data)
    assert texts(opened)[:3] == ["To whom it may concern", "Briefing", FIELDS["title"]]
    assert opened.find("//w:body/w:sectPr/w:titlePg")


def test_a_cover_says_title_and_author_and_keeps_its_bindings(tmp_path: Path) -> None:
    opened = Opened(poured("cover", tmp_path)[1].data)
    assert texts(opened)[:3] == [FIELDS["title"], FIELDS["author"], "What the new quay changes"]
    assert len(opened.find("//w:sdt/w:sdtPr/w:dataBinding")) == 2
    assert set(opened.values("//w:sdt[1]//w:rPr/w:sz/@w:val")) == {"72"}
    assert "Briefing" not in texts(opened)


def test_controls_are_filled_in_their_own_format(tmp_path: Path) -> None:
    opened = Opened(poured("controls", tmp_path)[1].data)
    assert texts(opened)[:3] == [FIELDS["title"], "Client: The Ministry, of 23 November 2026", "Summary"]
    client = "//w:sdt[w:sdtPr/w:tag/@w:val='Brief:Client']"
    assert opened.find(f"{client}//w:r/w:rPr/w:b")
    assert not opened.find(f"{client}//w:rStyle | {client}//w:showingPlcHdr")
    assert opened.find("//w:sdt[w:sdtPr/w:tag/@w:val='brief:title']//w:r/w:rPr/w:i")
    assert opened.values("//w:sdt//w:t/text()", "footer1") == [FIELDS["author"]]
    cell = "".join(opened.values("//w:tc[1]//w:t/text()"))
    assert cell.startswith("The quay opened")
    assert texts(opened)[-2:] == ["Yours, the house", "References"]
    assert texts(opened).count("Summary") == 1


def test_bookmarks_give_way_and_stay_around_what_replaced_them(tmp_path: Path) -> None:
    opened = Opened(poured("bookmarks", tmp_path)[1].data)
    found = texts(opened)
    assert found[:3] == [FIELDS["title"], "Dated 23 November 2026.", "In short"]
    assert not {"first", "second", "third", "Summary"} & set(found)
    assert found.index("In full") > found.index("Tolls fall by a third, officials said.")
    assert found[-2:] == ["Yours, the house", "References"]
    names = opened.values("//w:bookmarkStart/@w:name")
    assert {"brief_title", "brief_date", "brief_summary", "Brief_Body", "their_own"} <= set(names)
    assert sorted(opened.values("//w:bookmarkStart/@w:id")) == sorted(opened.values("//w:bookmarkEnd/@w:id"))


def test_placeholders_are_found_across_runs_and_in_every_part(tmp_path: Path) -> None:
    template, made = poured("placeholders", tmp_path)
    opened = Opened(made.data)
    found = texts(opened)
    assert found[:3] == [
        f"Memo: {FIELDS['title']} of 23 November 2026",
        "For The Ministry and .",
        "By Ada Example",
    ]
    assert found[-2:] == ["Yours, The Ministry", "References"]
    assert opened.values("//w:t/text()", "header1") == ["TLP:GREEN", FIELDS["title"]]
    title = f"//w:r[w:t='{FIELDS['title']}']/w:rPr"
    assert opened.find(f"{title}/w:b")
    assert not opened.find(f"{title}/w:i")
    assert [str(notice).removeprefix(f"{template}: ") for notice in made.notices] == [
        "the placeholder 'unknown' in word/document.xml names nothing that this report has; --field adds what it lacks",
        "the placeholder 'body' in word/footer1.xml cannot hold paragraphs; move it into the document's own text",
    ]
    assert opened.values("//w:t/text()", "footer1") == []


def test_the_report_stays_in_the_section_of_its_place(tmp_path: Path) -> None:
    opened = Opened(poured("sections", tmp_path)[1].data)
    found = texts(opened)
    assert found[:2] == ["Report", "Briefing"]
    # Word sets the notes where the section ends that cites them, so their heading stands there
    assert found[-2:] == ["References", "Annex"]
    assert opened.values("//w:endnotePr/w:pos/@w:val", "settings") == ["sectEnd"]
    ends = opened.find("//w:p[w:pPr/w:sectPr]")
    assert len(ends) == 1
    assert "References" in "".join(strings(ends[0], ".//w:t/text()"))
    assert opened.values("//w:body/w:sectPr/w:pgSz/@w:orient") == ["landscape"]
    # the table is as wide as the upright page, not as the annex behind it
    (width,) = opened.values("//w:tbl/w:tblPr/w:tblW/@w:w")
    assert int(width) < 10_000
