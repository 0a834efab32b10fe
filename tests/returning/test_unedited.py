"""A report that nobody edited comes back as it was, byte for byte."""

from pathlib import Path

import pytest

from converter.configuration import Settings
from converter.pipeline import convert
from tests.judges import libreoffice
from tests.returning.making import MILL, OWN, Desk
from tests.verifier.alterations.reports import NAME, report

UNCHANGED = "is a report of this program; nothing was changed in it"


def test_it_is_the_same_file_in_each_format(desk: Desk) -> None:
    back = desk.back()
    assert back.summary == UNCHANGED
    assert back.notices == ()
    assert [one.data for one in back.conversion.reports] == [one.data for one in desk.made.reports]


@pytest.mark.parametrize(
    "settings",
    [
        Settings(style="government", length="full", cite="inline"),
        Settings(style="think-tank", length="brief", trim=False),
        Settings(outline="sbar", report_language="fr", marking="TLP:AMBER"),
        Settings(outline="key-points", title="Mine", author="Berta", date="2026-11-24", cite="none"),
        Settings(embed="source"),
        Settings(sections=("summary",)),
        Settings(notes=("Implications: Ask Harrow.",), by="Berta"),
    ],
    ids=lambda one: one.style or one.outline + one.embed + "".join(one.sections) + one.by,
)
def test_it_is_made_as_it_was_made(tmp_path: Path, settings: Settings) -> None:
    desk = Desk(tmp_path, MILL, settings)
    back = desk.back()
    assert (back.summary, back.told) == (UNCHANGED, [])
    assert back.conversion.reports[0].data == desk.made.reports[0].data


def test_some_of_its_sections_can_be_shown_alone(desk: Desk) -> None:
    back = desk.back(settings=Settings(sections=("summary",)))
    assert [section.rule.key for section in back.conversion.briefing.sections] == ["summary"]


@pytest.mark.parametrize("number", range(12))
def test_reports_of_all_kinds_are_recognised_line_by_line(number: int, tmp_path: Path) -> None:
    """Lists, tables, quotations, five languages, lines edited before, six styles."""
    made = report(number)
    (tmp_path / NAME).write_bytes(made.article.data)
    (tmp_path / "report.docx").write_bytes(made.files["docx"])
    assert _told(tmp_path / "report.docx") == [UNCHANGED]


def test_so_they_are_when_libreoffice_has_saved_them(tmp_path: Path) -> None:
    folders = [tmp_path / str(number) for number in range(6)]
    for number, folder in enumerate(folders):
        folder.mkdir()
        (folder / NAME).write_bytes(report(number).article.data)
        (folder / "report.docx").write_bytes(report(number).files["docx"])
    saved = libreoffice.convert([one / "report.docx" for one in folders], "docx", tmp_path)
    for file, again in saved.items():
        file.write_bytes(again.read_bytes())
    assert len(saved) == len(folders)
    assert [_told(folder / "report.docx") for folder in folders] == [[UNCHANGED]] * len(folders)


def _told(file: Path) -> list[str]:
    notices = convert(file, Settings(formats=("docx",))).notices
    return [str(one) for one in notices if one.code.startswith(OWN)]
