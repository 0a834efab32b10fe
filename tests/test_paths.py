"""Tests of `converter.paths`."""

from pathlib import Path

import pytest

from converter.paths import is_folder, is_path


@pytest.mark.parametrize("name", ["house.yaml", "looks/house", "looks\\house", ".", "/house"])
def test_a_path_has_a_full_stop_or_a_slash(name: str) -> None:
    assert is_path(name)


@pytest.mark.parametrize("name", ["house", "think-tank", "en_GB", ""])
def test_a_name_has_neither(name: str) -> None:
    assert not is_path(name)


@pytest.mark.parametrize("output", ["output", "reports/", "reports.v2/", "reports.v2\\", ".", "", "x" * 5000])
def test_what_has_no_suffix_or_ends_in_a_slash_is_a_folder(output: str) -> None:
    assert is_folder(output)


def test_what_has_a_suffix_is_a_file_unless_a_folder_is_there(tmp_path: Path) -> None:
    output = tmp_path / "reports.v2"
    assert not is_folder(str(output))
    output.mkdir()
    assert is_folder(str(output))
