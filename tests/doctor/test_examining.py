"""The sections together, where something is amiss."""

from pathlib import Path

import pytest

from converter.doctor import Console, Section, examine, exit_code, styles
from converter.stylesheets import folders
from tests.stylesheets.houses import house

CONSOLE = Console("utf-8", is_terminal=False)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder; the user's own styles are below it."""
    monkeypatch.chdir(tmp_path)
    for room in (folders, styles):
        monkeypatch.setattr(room, "user_folder", lambda: tmp_path / "own")
    return tmp_path


def _sections(style: str = "") -> dict[str, Section]:
    return {one.title: one for one in examine(style, {}, CONSOLE)}


def _problems(sections: dict[str, Section]) -> list[str]:
    return [check.text for one in sections.values() for check in one.checks if check.status == "problem"]


def test_where_all_is_well_there_is_no_problem_and_nothing_is_written(folder: Path) -> None:
    sections = _sections()
    assert list(sections) == [
        *("Program", "Settings", "Styles", "Fonts", "Scripts in default", "Trial"),
        *("Optional parts", "Output"),
    ]
    assert _problems(sections) == []
    assert exit_code(list(sections.values())) == 0
    (trial,) = sections["Trial"].checks
    assert trial.text.startswith("a sample article becomes Word, PDF (")
    assert list(folder.iterdir()) == []


def test_a_broken_style_of_the_users_is_a_problem_that_keeps_the_others_going(folder: Path) -> None:
    house(folder, "color: {primary: 3}\ntypography: {base: {family: Corp}}", "own/house.yaml")
    house(folder, "sections: {}", "own/outlines/mine.yaml")
    sections = _sections()
    assert _problems(sections) == [
        f'{folder}/own/house.yaml:1:18: color.primary: "3" is not a colour (and 1 more)',
        f"{folder}/own/outlines/mine.yaml:1:1: sections: has no section",
    ]
    assert exit_code(list(sections.values())) == 4
    assert "Trial" in sections
    assert f"yours: {folder}/own (1 style, 1 outline)" in [one.text for one in sections["Styles"].checks]


def test_a_style_that_is_asked_for_and_broken_is_told_once_and_not_tried(folder: Path) -> None:
    house(folder, "typography: {base: {family: Corp Grotesk}}", "own/house.yaml")
    sections = _sections("house")
    assert _problems(sections) == [
        f'{folder}/own/house.yaml:1:29: typography.base.family: "Corp Grotesk" is not installed'
    ]
    assert "Trial" not in sections


def test_a_style_with_fields_of_its_own_is_tried_with_something_in_them(folder: Path) -> None:
    text = 'footer: {left: "{source} · {client}", right: "{page}"}\nfirst-header: {center: "{desk}"}'
    assert _problems(_sections(house(folder, text))) == []


def test_a_style_that_is_weak_can_be_used(folder: Path) -> None:
    path = house(folder, "color: {primary: '#99aabb'}")
    checks = _sections(path)["Styles"].checks
    assert (checks[-1].status, "contrast" in checks[-1].text) == ("missing", True)
    assert checks[-1].remedy == f"see briefing styles check {path}"


def test_faulty_settings_are_told_once_and_the_rest_is_looked_at_without_them(folder: Path) -> None:
    (folder / "briefing.yaml").write_text("lenth: 3")
    sections = _sections()
    assert _problems(sections) == ["briefing.yaml:1:1: there is no setting 'lenth'"]
    assert "Trial" in sections
    (folder / "briefing.yaml").write_text("- {")
    assert len(_problems(_sections())) == 1


def test_the_style_of_the_project_is_the_one_that_is_tried(folder: Path) -> None:
    (folder / "briefing.yaml").write_text("style: government")
    sections = _sections()
    assert "Scripts in government" in sections
    assert sections["Trial"].checks[0].text.endswith("in the style government")
    assert "Scripts in think-tank" in _sections("think-tank")


def test_a_place_for_reports_that_is_a_file_is_a_problem(folder: Path) -> None:
    (folder / "output").write_text("")
    sections = _sections()
    assert _problems(sections) == ["output: this is a file, not a folder"]
    assert exit_code(list(sections.values())) == 5


def test_a_writer_that_fails_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise ImportError("libharfbuzz.so: cannot open shared object file")

    monkeypatch.setattr("converter.previewer.rendering.rendering", fail)
    sections = _sections()
    assert _problems(sections) == [
        "ImportError that should not have happened: libharfbuzz.so: cannot open shared object file"
    ]
    assert exit_code(list(sections.values())) == 70
