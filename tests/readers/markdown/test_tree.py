"""Blocks out of the library's tokens."""

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from converter.readers.markdown.tree import Block, parse_blocks

Told = tuple[object, ...]


def _told(block: Block) -> Told:
    return block.kind, block.line, block.text or block.number or "", *map(_told, block.children)


def _blocks(text: str) -> list[Told]:
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin, move_to_end=False)
    return [_told(block) for block in parse_blocks(parser, text, {}).blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("a\n*b*\n\n## c", [("paragraph", 0, "a\n*b*"), ("heading", 3, "c")]),
        ("- a\n- b", [("bullet_list", 0, "", ("paragraph", 0, "a"), ("paragraph", 1, "b"))]),
        ("3. a", [("ordered_list", 0, 3, ("paragraph", 0, "a"))]),
        ("- # a", [("bullet_list", 0, "", ("list_item", 0, "", ("heading", 0, "a")))]),
        ("-\n- a", [("bullet_list", 0, "", ("list_item", 0, ""), ("paragraph", 1, "a"))]),
        (
            "- a\n\n  b",
            [("bullet_list", 0, "", ("list_item", 0, "", ("paragraph", 0, "a"), ("paragraph", 2, "b")))],
        ),
        ("x\n\n> a", [("paragraph", 0, "x"), ("blockquote", 2, "", ("paragraph", 2, "a"))]),
        ("x\n\n[^n]: a", [("paragraph", 0, "x"), ("footnote_reference", 2, "n", ("paragraph", 2, "a"))]),
        ("```\na\n```\n\n---", [("fence", 0, "a\n"), ("hr", 4, "")]),
        (
            "x\n\n|a|\n|-|",
            [("paragraph", 0, "x"), ("table", 2, "", ("thead", 2, "", ("tr", 2, "", ("th", 2, "a"))))],
        ),
    ],
)
def test_tokens_become_blocks(text: str, blocks: list[Told]) -> None:
    assert _blocks(text) == blocks


def test_headings_know_their_levels() -> None:
    blocks = parse_blocks(MarkdownIt("commonmark"), "# a\n\nb\n---\n\n###### c", {}).blocks
    assert [block.number for block in blocks] == [1, 2, 6]


def test_the_deepest_level_is_told() -> None:
    assert parse_blocks(MarkdownIt("commonmark"), "> > > a\n\nb", {}).deepest == 4


def test_children_that_are_taken_are_kept_no_longer() -> None:
    (block,) = parse_blocks(MarkdownIt("commonmark"), "- a\n- b", {}).blocks
    assert [child.text for child in block.take_children()] == ["a", "b"]
    assert not block.children


def test_links_find_their_targets() -> None:
    parser = MarkdownIt("commonmark")
    environment: dict[str, object] = {}
    parse_blocks(parser, "[a]: b 'c'\n[a]: d", environment)
    assert parser.renderInline("[a] [x]", environment) == '<a href="b" title="c">a</a> [x]'


def test_without_targets_there_are_none_to_look_for() -> None:
    environment: dict[str, object] = {}
    parse_blocks(MarkdownIt("commonmark"), "a", environment)
    assert "references" not in environment
