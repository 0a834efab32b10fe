"""What goes where, and what is told of places that take nothing."""

from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from converter.model.report import Report
from converter.writers.docx import write_docx
from tests.sample import sample_document, sample_style
from tests.writers.docx.opened import Opened
from tests.writers.docx.template.houses import add, paragraph, run, save
from tests.writers.docx.template.test_bookmarks import END, START
from tests.writers.docx.template.test_houses import texts

SUMMARY = "The quay opened <today> & ships came back."
BODY_MARK = START.replace("brief_reading_time", "brief_body")


def made(folder: Path, *blocks: str, header: str = "", fields: Mapping[str, str] | None = None) -> Report:
    template = docx.Document()
    add(template, *blocks)
    if header:
        template.sections[0].header.paragraphs[0].text = header
    style = replace(sample_style(), word={"template": str(save(template, folder / "t.docx"))})
    return write_docx(replace(sample_document(), fields=fields or {"title": "T"}), style)


def told(report: Report) -> list[str]:
    return [notice.code for notice in report.notices]


def test_a_section_that_cannot_stand_where_it_was_wanted_stands_in_the_body(tmp_path: Path) -> None:
    report = made(tmp_path, paragraph(run("{{body}}")), header="{{summary}}")
    found = texts(Opened(report.data))
    assert found.index("Summary") + 1 == found.index(SUMMARY)
    assert told(report) == ["template-place-unfit"]


def test_a_field_of_the_name_of_a_section_takes_its_place_and_the_section_stays(tmp_path: Path) -> None:
    report = made(tmp_path, paragraph(run("{{summary}}")), fields={"summary": "In one word"})
    found = texts(Opened(report.data))
    assert found[0] == "In one word"
    assert SUMMARY in found


def test_what_a_bookmark_swallows_is_not_lost(tmp_path: Path) -> None:
    report = made(tmp_path, paragraph(BODY_MARK + run("{{title}}") + END))
    assert texts(Opened(report.data)).count("River & Port: “Trade” Returns") == 1


def test_paragraphs_stand_once(tmp_path: Path) -> None:
    report = made(tmp_path, paragraph(run("{{summary}}")), paragraph(run("{{summary}}")))
    assert texts(Opened(report.data)).count(SUMMARY) == 1
    assert told(report) == ["template-place-repeated"]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("{{date}}", ["template-place-unfilled"]),
        ("{{clinet}}", ["template-place-unfilled"]),
        ("{{marking}} {{subtitle}} {{contents}} {{title}}", []),
    ],
)
def test_a_place_with_nothing_to_show_is_told_unless_that_is_usual(
    tmp_path: Path, words: str, codes: list[str]
) -> None:
    assert told(made(tmp_path, paragraph(run(words)), fields={"date": "", "marking": ""})) == codes


def test_a_marking_without_a_place_is_told(tmp_path: Path) -> None:
    marked = {"marking": "TLP:RED"}
    assert told(made(tmp_path, paragraph(run("x")), fields=marked)) == ["template-marking"]
    assert told(made(tmp_path, paragraph(run("x")), header="{{marking}}", fields=marked)) == []


def test_a_bookmark_across_cells_is_told_and_left(tmp_path: Path) -> None:
    cells = f"<w:tc>{paragraph(BODY_MARK + run('a'))}</w:tc><w:tc>{paragraph(run('b') + END)}</w:tc>"
    report = made(tmp_path, f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>")
    assert told(report) == ["template-place-unfit"]
    assert texts(Opened(report.data))[:2] == ["a", "b"]
