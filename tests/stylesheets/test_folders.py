from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.stylesheets import folders
from converter.stylesheets.listing import available
from converter.stylesheets.outlines import load_outline
from converter.stylesheets.styles import load_style

from .houses import house


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the user's folder of styles."""
    monkeypatch.setattr(folders, "user_folder", lambda: tmp_path)
    return tmp_path


def test_in_a_checkout_the_files_that_ship_stand_at_the_top(root: Path) -> None:
    assert folders.shipped_folder() == root / "styles"


def test_in_a_wheel_they_stand_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_PACKAGE", tmp_path / "converter")
    # somebody else's package beside ours
    (tmp_path / "styles").mkdir(parents=True)
    (tmp_path / "converter" / "_styles").mkdir(parents=True)
    assert folders.shipped_folder() == tmp_path / "converter" / "_styles"


def test_the_users_folder_follows_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("platformdirs.user_config_path", lambda name, **_: tmp_path / name)
    assert folders.user_folder() == tmp_path / "briefing" / "styles"


def test_a_users_file_comes_before_one_that_ships(own: Path) -> None:
    (own / "outlines").mkdir()
    (own / "government.yaml").touch()
    (own / "outlines" / "default.yaml").touch()
    assert folders.find("style", "government") == own / "government.yaml"
    assert folders.find("outline", "default") == own / "outlines" / "default.yaml"
    assert folders.find("style", "default") == folders.shipped_folder() / "default.yaml"


def test_a_path_starts_beside_the_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").touch()
    assert folders.find("style", "base.yaml", beside=tmp_path) == tmp_path / "base.yaml"
    assert folders.find("style", str(tmp_path / "base.yaml")) == tmp_path / "base.yaml"
    assert folders.find("style", "..", beside=tmp_path) is None


def test_an_unknown_name_gets_the_nearest_one() -> None:
    with pytest.raises(StyleError) as caught:
        load_style("goverment")
    assert (caught.value.code, str(caught.value)) == (
        "style-unknown",
        "no style is called goverment; did you mean government?",
    )


@pytest.mark.parametrize("name", ["a" * 300, "a" * 300 + ".yaml", "a\0b", "a\0.yaml", "nowhere/\udcff.yaml"])
def test_a_name_that_cannot_be_a_file_is_unknown(name: str) -> None:
    with pytest.raises(StyleError) as caught:
        load_style(name)
    assert caught.value.code == "style-unknown"


def test_a_missing_file_is_told_by_its_path() -> None:
    with pytest.raises(StyleError) as caught:
        load_style("houses/mine.yaml")
    assert str(caught.value) == "there is no style file houses/mine.yaml; check its path"


@pytest.mark.parametrize(
    ("wanted", "there", "meant"),
    [
        ("mine", "mine.yaml", "mine.yaml"),
        ("mien.yaml", "mine.yaml", "mine.yaml"),
        ("looks/mine.yml", "looks/mine.yaml", "looks/mine.yaml"),
    ],
)
def test_a_file_that_is_there_is_offered_for_one_that_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str, there: str, meant: str
) -> None:
    monkeypatch.chdir(tmp_path)
    house(tmp_path, "numbering: none", there)
    with pytest.raises(StyleError, match=f"; did you mean {meant}\\?$"):
        load_style(wanted)


def test_what_is_extended_is_looked_for_beside_the_file(tmp_path: Path) -> None:
    house(tmp_path, "numbering: none", "mine.yaml")
    with pytest.raises(StyleError, match=r"extends: no style is called mine; did you mean mine\.yaml\?"):
        load_style(house(tmp_path, "extends: mine"))


def test_an_outline_is_looked_for_in_its_folder_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    house(tmp_path, "extends: default", "outlines/mine.yaml")
    with pytest.raises(StyleError, match=r"no outline is called mine; did you mean outlines/mine\.yaml\?"):
        load_outline("mine")


def test_everything_that_can_be_had_by_name_is_listed(own: Path) -> None:
    (own / "house.yaml").write_text("meta: {description: Ours}", "utf-8")
    (own / "broken.yaml").write_text("page: [", "utf-8")
    listed = {style.name: style for style in available("style")}
    shipped = ["default", "field-report", "government", "large-print", "memo", "think-tank"]
    assert list(listed) == sorted([*shipped, "broken", "house"])
    assert (listed["house"].description, listed["house"].path) == ("Ours", own / "house.yaml")
    assert listed["broken"].description.startswith(f"{own / 'broken.yaml'}:1:8: ")
    assert [one.name for one in available("outline")] == [
        "analyst",
        "bluf",
        "default",
        "key-points",
        "sbar",
    ]
    assert "Հայերեն" in {language.description for language in available("language")}
