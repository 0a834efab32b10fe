"""Faults as lines, with the text around them."""

from pathlib import Path

import pytest

from converter.errors import InputError, StyleError
from converter.previewer.faults import FaultLine, fault_lines
from converter.stylesheets.styles import load_style


def lines_of(file: Path, *folders: Path) -> tuple[FaultLine, ...]:
    with pytest.raises(StyleError) as caught:
        load_style(str(file))
    return fault_lines(caught.value, folders)


def test_every_fault_has_its_place_and_the_lines_around_it(tmp_path: Path) -> None:
    file = tmp_path / "house.yaml"
    file.write_text("# ours\ncolour: red\n\npage:\n  size: A9\n", "utf-8")
    first, second = lines_of(file, tmp_path)
    assert (first.where, first.line, first.column) == (str(file), 2, 1)
    assert first.text == "colour: is not a key; did you mean color?"
    assert first.excerpt == ((1, "# ours"), (2, "colour: red"), (3, ""), (4, "page:"))
    assert (second.line, second.column) == (5, 9)
    assert second.excerpt == ((3, ""), (4, "page:"), (5, "  size: A9"))


def test_what_is_no_yaml_has_its_place(tmp_path: Path) -> None:
    file = tmp_path / "house.yaml"
    file.write_text("color: {\n", "utf-8")
    (fault,) = lines_of(file, tmp_path)
    assert (fault.line, fault.excerpt[0]) == (2, (1, "color: {"))


def test_no_line_of_a_file_elsewhere_is_shown(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside.yaml"
    inside.mkdir()
    outside.write_text("secret: word\n", "utf-8")
    (inside / "house.yaml").symlink_to(outside)
    for file in (outside, inside / "house.yaml", inside / "../outside.yaml"):
        (fault,) = lines_of(file, inside)
        assert fault.line == 1
        assert fault.excerpt == ()


def test_a_long_line_is_cut(tmp_path: Path) -> None:
    file = tmp_path / "house.yaml"
    file.write_text(f"colour: red # {'x' * 900}\n", "utf-8")
    (fault,) = lines_of(file, tmp_path)
    assert len(fault.excerpt[0][1]) == 160


def test_an_error_without_a_line_is_its_words() -> None:
    error = InputError("input-missing", "there is no such file", where="gone.txt", remedy="check the name")
    assert fault_lines(error, [Path()]) == (
        FaultLine("gone.txt", 0, 0, "there is no such file; check the name"),
    )
    assert fault_lines(InputError("input-empty", "it is empty"), []) == (FaultLine("", 0, 0, "it is empty"),)


def test_a_fault_of_ours_is_told_by_its_name_alone() -> None:
    (fault,) = fault_lines(KeyError("secret"), [Path()])
    assert fault.text == "a fault of ours: KeyError that should not have happened"
