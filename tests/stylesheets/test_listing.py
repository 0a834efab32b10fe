"""What can be had by name."""

from pathlib import Path

import pytest

from converter.stylesheets import folders
from converter.stylesheets.listing import available


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the user's folder of styles."""
    monkeypatch.setattr(folders, "user_folder", lambda: tmp_path)
    (tmp_path / "outlines").mkdir()
    return tmp_path


def test_those_that_ship_are_told_from_those_of_the_user(own: Path) -> None:
    (own / "house.yaml").write_text("meta: {description: Ours}", "utf-8")
    ships = {one.name: one.ships for one in available("style")}
    assert (ships["default"], ships["house"]) == (True, False)


def test_a_file_of_the_user_hides_the_one_that_ships(own: Path) -> None:
    (own / "outlines/sbar.yaml").write_text("extends: sbar\ndescription: Ours", "utf-8")
    (sbar,) = (one for one in available("outline") if one.name == "sbar")
    assert (sbar.description, sbar.path, sbar.ships) == ("Ours", own / "outlines/sbar.yaml", False)
    assert sbar.hides == folders.shipped_folder() / "outlines/sbar.yaml"


def test_a_faulty_file_stays_in_the_list_with_its_error(own: Path) -> None:
    (own / "house.yaml").write_text("colour: {}\nmarginz: {}", "utf-8")
    (house,) = (one for one in available("style") if one.name == "house")
    assert house.description == f"{own / 'house.yaml'}:1:1: colour: is not a key; did you mean color?"
    assert house.error is not None
    assert len(str(house.error).splitlines()) == 2
