"""Items and lists."""

import pytest

from tests.readers.reading import Shape, from_text, shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b", [("list", "- a", "- b")]),
        ("- a\n\n- b\n\n\n- c", [("list", "- a", "- b", "- c")]),
        ("3. a\n4. b", [("list", "3. a", "4. b")]),
        ("(1) a\n(2) b", [("list", "1. a", "2. b")]),
        ("- a\n- b\n* c\n* d", [("list", "- a", "- b"), ("list", "- c", "- d")]),
        ("1. a\n2. b\n1. c\n2. d", [("list", "1. a", "2. b"), ("list", "1. c", "2. d")]),
        (
            "- a\n  - b\n    - c\n  - d\n- e",
            [("list", "- a", "  - b", "    - c", "  - d", "- e")],
        ),
        ("1. a\n   * b\n   * c\n2. d", [("list", "1. a", "  - b", "  - c", "2. d")]),
        ("  - a\n - b\n- c", [("list", "- a", "- b", "- c")]),
        ("• a", [("list", "- a")]),
        ("- alone", [("paragraph", "- alone")]),
        ("2. alone", [("paragraph", "2. alone")]),
        ("1. a\n3. b", [("paragraph", "1. a"), ("paragraph", "3. b")]),
        ("1. a\n\nprose\n\n2. b", [("paragraph", "1. a"), ("paragraph", "prose"), ("paragraph", "2. b")]),
        (
            "1. a\n\n   prose.\n\n2. b",
            [("list", "1. a"), ("paragraph", "prose."), ("list", "2. b")],
        ),
    ],
)
def test_an_item_is_one_by_its_neighbours(text: str, expected: list[Shape]) -> None:
    intro = "This is prose.\n\nIt goes on.\n\n"
    assert shapes(from_text(intro + text))[2:] == expected
