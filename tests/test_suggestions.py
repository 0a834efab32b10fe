"""Tests of `converter.suggestions`."""

import pytest

from converter.suggestions import suggest


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
