"""Blocks of Markdown."""

import pytest

from tests.readers.reading import Shape, from_markdown, lines, shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b", [("list", "- a", "- b")]),
        ("3. a\n4. b", [("list", "3. a", "4. b")]),
        ("0. a", [("list", "0. a")]),
        ("- a\n\n- b", [("list", "- a", "- b")]),
        ("- a\n* b", [("list", "- a"), ("list", "- b")]),
        ("1. a\n   - b\n     1. c\n2. d", [("list", "1. a", "  - b", "    1. c", "2. d")]),
        ("1. a\n\n   more\n\n2. b", [("list", "1. a"), ("paragraph", "more"), ("list", "2. b")]),
        ("1. a\n\n   ```\n   x\n   ```\n2. b", [("list", "1. a"), ("code", "x"), ("list", "2. b")]),
        (
            "- a\n\n  more\n\n  1. b\n  2. c\n- d",
            [
                ("list", "- a"),
                ("paragraph", "more"),
                ("list", "  1. b", "  2. c"),
                ("list", "- d"),
            ],
        ),
        ("- # a\n- b", [("paragraph", "a"), ("list", "- b")]),
        ("-\n- b", [("list", "- b")]),
        ("- > a\n- b", [("quote", "a"), ("list", "- b")]),
        ("> a\n>\n> b\n\n> c", [("quote", "a", "b"), ("quote", "c")]),
        ("> a\n\nb\n\n> c", [("quote", "a"), ("paragraph", "b"), ("quote", "c")]),
        ("> a\n> > b\n>\n> c", [("quote", "a", "b", "c")]),
        ("> # a\n> b", [("quote", "a", "b")]),
        ("> a\n>\n> - b\n>\n> c", [("quote", "a"), ("list", "- b"), ("quote", "c")]),
        ("    x\n\n      y\n", [("code", "x\n\n  y")]),
        ("```py\n\nx = 1\n\n```", [("code", "x = 1")]),
        ("a\n\n***\n\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("| a | b |\n|---|--:|\n| 1 |\n| | *2* |", [("table", 1, ("a", "b"), ("1", None), (None, "2"))]),
        ("| | |\n|-|-|\n| 1 | 2 |", [("table", 0, ("1", "2"))]),
        ("| a |\n|---|\n| ![b](c.png) |", [("table", 1, ("a",)), ("figure", "b", None, "b")]),
        ("- ![a](b.png)\n- c", [("figure", "a", None, "a"), ("list", "- c")]),
        ("![](maps/a%20b.png?x)", [("figure", "", None, "a b.png")]),
        ("![a ![b](c) d](e)", [("figure", "a db", None, "a db")]),
        ("hard\nwrapped\nprose", [("paragraph", "hard wrapped prose")]),
    ],
)
def test_blocks_are_what_they_are_in_the_text(text: str, expected: list[Shape]) -> None:
    assert shapes(from_markdown(f"intro\n\n{text}"))[1:] == expected


def test_every_block_knows_the_line_it_begins_at() -> None:
    text = "intro\n\n## A\n\nprose\ngoes on\n\n- a\n\n  more\n- b\n\n> q\n\n| a |\n|---|\n| 1 |\n\n"
    text += "<p>h</p>\n\n    code\n"
    assert lines(from_markdown(text)) == [1, 3, 5, 8, 10, 11, 13, 15, 19, 21]
