"""Markdown, as a Markdown parser reads it."""

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token
from msgspec.structs import replace

from converter.model.document import (
    Block,
    Cell,
    Document,
    Fact,
    HeadingBlock,
    Inline,
    Item,
    ListBlock,
    Reference,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.text import clean_text
from converter.writers import write
from tests.document_text import document_lines
from tests.sample import sample_document, sample_style
from tests.writers.reading import PARSER, markdown_lines, markdown_texts, markdown_words


def written(document: Document) -> str:
    return write(document, sample_style(), "md").data.decode("utf-8")


def of(*blocks: Block) -> Document:
    return replace(sample_document(), blocks=(TitleBlock("", (Text("T"),), (), ()), *blocks))


def paragraph(*content: Inline) -> str:
    """Return the Markdown of one paragraph."""
    return written(of(TextBlock("body", content))).split("\n\n", 2)[2].removesuffix("\n")


def characters(tokens: list[Token]) -> Iterator[tuple[str, frozenset[str], str]]:
    """Yield each character that is seen, with its emphasis and link."""
    kinds = {"strong": "strong", "em": "emphasis", "code": "code"}
    opened: list[str] = []
    for token in tokens:
        tag = token.content.strip("</>") if token.type == "html_inline" else token.tag
        if token.type.endswith("_close") or (token.content.startswith("</") and token.type == "html_inline"):
            opened.pop()
        elif token.type.endswith("_open") or token.type == "html_inline":
            opened.append(kinds.get(tag) or str(token.attrs["href"]))
        emphasis = {*opened} & {*kinds.values()} | ({"code"} if token.type == "code_inline" else set())
        link = next((name for name in opened if name not in kinds.values()), "")
        yield from (
            (c, frozenset(emphasis), link) for text in markdown_texts(token) for c in text if not c.isspace()
        )


def test_it_says_what_the_document_says_in_the_same_order() -> None:
    document = sample_document()
    found = markdown_lines(written(document).encode())
    expected = document_lines(document)
    # A parser puts footnotes where it likes; ours stand last, as they do in the file.
    assert sorted(found) == sorted(expected)
    assert [line for line in found if line in expected] == [line for line in expected if line in found]


def test_front_matter_is_yaml_that_says_what_the_file_is() -> None:
    document = sample_document()
    title = TitleBlock("", (Text("T"),), (), (Fact("date", "23 November 2026"),))
    properties = replace(document.properties, title='a: "b" # \\ {c}')
    markdown = written(replace(document, blocks=(title,), properties=properties))
    assert yaml.safe_load(markdown.split("---\n")[1]) == {
        "title": 'a: "b" # \\ {c}',
        "author": "Ada Example",
        "date": "2026-11-23",
        "lang": "en",
        "source": "river.md",
        "sha256": "0123456789abcdef" * 4,
        "generator": "briefing 0.1.0",
    }


def test_several_sources_are_lists_in_the_front_matter() -> None:
    document = sample_document()
    (source,) = document.sources
    markdown = written(replace(document, sources=(source, replace(source, name="b.txt"))))
    front = yaml.safe_load(markdown.split("---\n")[1])
    assert (front["source"], len(front["sha256"])) == (["river.md", "b.txt"], 2)


def test_a_date_that_nobody_knows_is_not_claimed() -> None:
    assert "date:" not in written(of())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost 1.5 million, they said […] in May.", "It cost 1.5 million, they said […] in May."),
        ("R&D, snake_case, C# and 5 > 4!", "R&D, snake_case, C# and 5 > 4!"),
        ("1. First", "1\\. First"),
        ("-5 degrees", "-5 degrees"),
        ("- item", "\\- item"),
        ("# Title", "\\# Title"),
        ("AT&T; &amp;", "AT\\&T; \\&amp;"),
        ("[x] done", "\\[x] done"),
        ("He [the mayor] left. [¶ 1]", "He [the mayor] left. [¶ 1]"),
        ("[a](b)", "\\[a\\](b)"),
        ("__init__", "\\_\\_init\\_\\_"),
        ("\u00a0x ", "&#160;x&#32;"),
    ],
)
def test_only_what_would_be_mark_up_is_escaped(text: str, expected: str) -> None:
    assert paragraph(Text(text)) == expected


@pytest.mark.parametrize(
    ("before", "core", "after", "expected"),
    [
        ("the ", "Gazette", " said", "the *Gazette* said"),
        ("(", "Gazette", ")", "(*Gazette*)"),
        ("", "“Never.”", "", "*“Never.”*"),
        ("the", " Gazette ", "said", "the *Gazette* said"),
        ("a", "b", "c", "a*b*c"),
        ("a", "“b”", "c", "a<em>“b”</em>c"),
    ],
)
def test_emphasis_is_marked_where_marks_are_understood(
    before: str, core: str, after: str, expected: str
) -> None:
    content = [Text(before), Text(core, frozenset({"emphasis"})), Text(after)]
    assert paragraph(*(run for run in content if run.text)) == expected


def test_code_gets_as_many_ticks_as_it_needs() -> None:
    for code, expected in (
        ("a", "`a`"),
        ("`a", "`` `a ``"),
        ("a``b", "```a``b```"),
        ("a|b", "<code>a\\|b</code>"),
    ):
        assert paragraph(Text(code, frozenset({"code"}))) == expected
    block = written(of(TextBlock("code", (Text("```\nx"), Reference(1)))))
    assert block.endswith("\n\n````\n```\nx\n````\n\n[^1]\n")


def test_lists_nest_below_the_text_of_their_parent_and_do_not_run_together() -> None:
    def items(*texts: str) -> tuple[Item, ...]:
        return tuple(Item((Text(text.lstrip("+")),), text.count("+")) for text in texts)

    markdown = written(
        of(
            ListBlock(items("a", "+b", "++c", "d", "+++e")),
            ListBlock(
                tuple(
                    replace(item, number=number)
                    for item, number in zip(items("f", "+g", "+h", "i"), (9, 1, None, 10), strict=True)
                )
            ),
            TextBlock("body", (Text("j"),), number=3),
        )
    )
    assert markdown.split("\n\n", 2)[2].splitlines() == [
        "- a",
        "  - b",
        "    - c",
        "- d",
        "  - e",
        "",
        "<!-- -->",
        "",
        "9. f",
        "   1. g",
        "   - h",
        "10. i",
        "",
        "<!-- -->",
        "",
        "3. j",
    ]


def test_a_table_without_header_gets_an_empty_one() -> None:
    table = TableBlock(((Cell((Text("a|b"),)), Cell((Text("1"),), "end")),), header_rows=0)
    assert written(of(table)).endswith("|  |  |\n| --- | ---: |\n| a\\|b | 1 |\n")


def test_references_lead_to_their_notes() -> None:
    tokens = PARSER.parse(written(sample_document()))
    references = [
        child.meta["id"] for token in tokens for child in token.children or [] if child.type == "footnote_ref"
    ]
    assert references == [0, 1, 2, 1]


PIECES = [*"\\`*_{}[]()#+-.!<>|~&:;=$^@\"'%/ ab1Ä文\u00a0", "&amp;", "](x)", "[^1]", "http://x.y", "1. "]
MARKUP = st.lists(st.sampled_from(PIECES), min_size=1).map("".join)
ANY_TEXT = MARKUP | st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)
TEXT = ANY_TEXT.map(lambda text: clean_text(text).text).filter(bool)


@given(TEXT)
def test_any_text_survives_exactly_wherever_it_stands(text: str) -> None:
    content = (Text(text),)
    document = of(
        TextBlock("body", content),
        HeadingBlock(2, content, "a"),
        TextBlock("quote", content),
        ListBlock((Item(content), Item(content, 1))),
        TextBlock("body", content, number=1),
        TableBlock(((Cell(content), Cell(content)), (Cell(content), Cell(()))), header_rows=1),
    )
    assert markdown_lines(written(document).encode()) == ["T", *[text] * 9]


KINDS = st.frozensets(st.sampled_from(["strong", "emphasis", "code"]), max_size=3)
LINKS = st.sampled_from(["", "", "https://example.org/a?b=1&copy=2&amp;c", "#summary"])
RUN: st.SearchStrategy[Text | Reference] = st.builds(Text, TEXT, KINDS, LINKS) | st.just(Reference(1))
RUNS = st.lists(RUN, min_size=1, max_size=5)


@given(RUNS)
def test_emphasis_and_links_survive_and_words_with_them(content: list[Text | Reference]) -> None:
    markdown = written(of(TextBlock("body", tuple(content)))) + "\n[^1]: note\n"
    _, inline, *_ = (token for token in PARSER.parse(markdown) if token.type == "inline")
    texts = [run for run in content if isinstance(run, Text)]
    assert markdown_words(inline.children or []) == "".join(run.text for run in texts)
    assert list(characters(inline.children or [])) == [
        (character, run.emphasis, run.link)
        for run in texts
        for character in run.text
        if not character.isspace()
    ]
    references = [token for token in inline.children or [] if token.type == "footnote_ref"]
    assert len(references) == len(content) - len(texts)
