"""Tests of `converter.suggestions`."""

from pathlib import Path

import pytest

from converter.suggestions import counted, enumerated, nearest_file, suggest


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("dcox", "did you mean docx?"),
        ("PDF", "did you mean pdf?"),
        ("spreadsheet", "choose docx, pdf or html"),
    ],
)
def test_the_nearest_name_is_offered_or_else_all(name: str, remedy: str) -> None:
    assert suggest(name, ["docx", "pdf", "html"]) == remedy


def test_a_single_name_is_offered_without_a_list() -> None:
    assert suggest("x", ["default"]) == "choose default"


@pytest.mark.parametrize(
    ("names", "most", "said"),
    [
        (["a"], 0, "a"),
        (["a", "b"], 0, "a and b"),
        (["a", "b", "c"], 3, "a, b and c"),
        (["a", "b", "c", "d"], 3, "a, b and 2 more"),
    ],
)
def test_names_are_listed_as_a_sentence_lists_them(names: list[str], most: int, said: str) -> None:
    assert enumerated(names, most=most) == said


def test_the_nearest_file_is_that_with_the_nearest_stem(tmp_path: Path) -> None:
    for name in ("logo.png", "house.yaml", "notes.txt"):
        (tmp_path / name).touch()
    (tmp_path / "logos").mkdir()
    assert nearest_file(tmp_path / "logoo.jpg") == "logo.png"
    assert nearest_file(tmp_path / "logoo.jpg", (".yaml",)) == ""
    assert nearest_file(tmp_path / "zebra.yaml") == ""
    assert nearest_file(tmp_path / "nowhere" / "logo.png") == ""


@pytest.mark.parametrize(("count", "said"), [(0, "0 pages"), (1, "1 page"), (2, "2 pages")])
def test_a_number_agrees_with_its_noun(count: int, said: str) -> None:
    assert counted(count, "page") == said
