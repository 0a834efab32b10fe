"""Which files a style, an outline or a language is made of."""

from pathlib import Path

import pytest

from converter.errors import UsageError
from converter.stylesheets import folders
from converter.stylesheets.folders import shipped_folder
from converter.stylesheets.sources import language_files, outline_files, style_files

from .houses import house

DEFAULT = shipped_folder() / "default.yaml"
MARKS = shipped_folder() / "schemes" / "tlp.yaml"
"""Named by the default style."""


def test_a_style_is_made_of_itself_what_it_extends_and_what_these_name(tmp_path: Path) -> None:
    house(tmp_path, "logo: {path: logo.png, alt: House}\nword: {template: corp.dotx}")
    team = house(tmp_path, "extends: ../house.yaml\ntypography: {fonts: [{files: [a]}]}", "team/team.yaml")
    folder = tmp_path / "team"
    assert set(style_files(team)) == {
        Path(team),
        folder / "../house.yaml",
        DEFAULT,
        folder / "a",
        folder / "../logo.png",
        folder / "../corp.dotx",
        MARKS,
    }


def test_files_named_by_an_option_belong_to_it() -> None:
    assert set(style_files("default", ("logo.path=logo.png",))) == {DEFAULT, MARKS, Path("logo.png")}


def test_an_option_that_sets_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="sets nothing"):
        style_files("default", ("logo",))


@pytest.mark.parametrize("text", ["color: {", "!tag", "[]"], ids=["no YAML", "refused", "no mapping"])
def test_a_file_that_cannot_be_read_is_one_of_its_files(tmp_path: Path, text: str) -> None:
    base = house(tmp_path, text, "base.yaml")
    top = house(tmp_path, "extends: base.yaml")
    assert style_files(base) == (Path(base),)
    assert style_files(top) == (Path(top), Path(base))


def test_a_faulty_value_hides_no_file(tmp_path: Path) -> None:
    path = house(tmp_path, "colour: red\nlogo: {path: gone.png}\npage: {size: []}")
    assert set(style_files(path)) == {Path(path), DEFAULT, MARKS, tmp_path / "gone.png"}


def test_a_file_that_is_not_there_is_told_where_it_would_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "user_folder", lambda: tmp_path)
    top = house(tmp_path, "extends: gone.yaml")
    assert style_files(top) == (Path(top), tmp_path / "gone.yaml")
    assert style_files("mine") == (tmp_path / "mine.yaml",)
    assert outline_files("mine") == (tmp_path / "outlines/mine.yaml",)
    assert language_files("tlh") == (tmp_path / "languages/tlh.yaml",)


def test_a_circle_ends(tmp_path: Path) -> None:
    one = house(tmp_path, "extends: two.yaml", "one.yaml")
    two = house(tmp_path, "extends: one.yaml", "two.yaml")
    assert set(style_files(one)) == {Path(one), Path(two)}


def test_an_outline_and_a_language_are_made_of_what_they_extend(tmp_path: Path) -> None:
    mine = house(tmp_path, "extends: default", "mine.yaml")
    assert outline_files(mine) == (Path(mine), shipped_folder() / "outlines/default.yaml")
    tongue = house(tmp_path, "extends: en", "xx.yaml")
    assert language_files(tongue) == (Path(tongue), shipped_folder() / "languages/en.yaml")
    assert language_files("en-GB") == (shipped_folder() / "languages/en.yaml",)


def test_the_schemes_of_handling_marks_belong_to_a_style_with_what_they_extend(tmp_path: Path) -> None:
    house(tmp_path, "extends: tlp", "marks.yaml")
    path = house(tmp_path, "handling: [marks.yaml, tlp, gone]")
    files = style_files(path)
    assert {tmp_path / "marks.yaml", MARKS} < set(files)
    assert [file.name for file in files if not file.exists()] == ["gone.yaml"]
