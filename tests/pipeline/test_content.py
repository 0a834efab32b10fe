"""What a report claims to show is what it shows, in the order of an independent reading of its document."""

from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter import pipeline
from converter.configuration import CITES, Settings
from converter.model.article import Image
from converter.model.document import (
    Block,
    BoxBlock,
    Cell,
    ContentsBlock,
    ContentsEntry,
    Document,
    EndNote,
    Fact,
    FigureBlock,
    HeadingBlock,
    Inline,
    Item,
    ListBlock,
    MethodBlock,
    NotesBlock,
    PageField,
    Record,
    Reference,
    RunningLine,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.style import Color, HandlingMark, Length
from converter.pipeline.content import content_data, running_data
from tests.document_text import document_lines
from tests.sample import png, sample_document, with_contents

Entry = dict[str, Any]
WORDS = st.text("abé […]\n", min_size=1, max_size=12).filter(lambda text: bool(text.strip()))


def content(document: Document) -> list[Entry]:
    return cast("list[Entry]", content_data(document))


def read_back(document: Document) -> list[str]:
    """Return the words of the content with its lines put in; of a part, that part."""
    texts = []
    for entry in content(document):
        if "line" in entry:
            start, end = entry.get("part", (0, None))
            texts.append(document.records[entry["line"]].text[start:end])
        else:
            texts.append(f"[{entry['text']}]" if entry["role"] == "number" else entry["text"])
    return texts


def letters(texts: list[str]) -> str:
    return "".join("".join(texts).split())


def without(document: Document, *roles: str) -> list[str]:
    """Return what `read_back` does, but for the entries of these roles."""
    return [
        text
        for text, entry in zip(read_back(document), content(document), strict=True)
        if entry.get("role") not in roles
    ]


def assert_same_words(document: Document) -> None:
    shown = without(document, "ordinal", "alternative")
    assert letters(shown) == letters(document_lines(document, references="number", separator=""))


def with_blocks(*blocks: Block) -> Document:
    """Return the sample with these blocks behind its title, and a record for each line in them."""
    document = sample_document()
    texts: dict[int, list[str]] = {}
    for line, text in _lines(blocks):
        texts.setdefault(line, []).append(text)
    records = [Record("verbatim", "summary", " ".join(texts[line]), source=0) for line in sorted(texts)]
    return replace(document, blocks=(document.blocks[0], *blocks), records=tuple(records))


def _lines(blocks: tuple[Block, ...]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for block in blocks:
        match block:
            case BoxBlock():
                found += _lines(block.blocks)
            case ListBlock():
                contents = [item.content for item in block.items]
                found += [piece for words in contents for piece in _of(words)]
            case TableBlock():
                contents = [block.caption, *(cell.content for row in block.rows for cell in row)]
                found += [piece for words in contents for piece in _of(words)]
            case TextBlock() | HeadingBlock():
                found += _of(block.content)
            case _:
                pass
    return found


def _of(content: tuple[Inline, ...]) -> list[tuple[int, str]]:
    texts = (inline for inline in content if isinstance(inline, Text))
    return [(text.record, text.text) for text in texts if text.record is not None]


@pytest.mark.parametrize("document", [sample_document(), with_contents(sample_document())])
def test_the_sample_is_read_back_whole_and_in_order(document: Document) -> None:
    assert_same_words(document)


@given(st.data())
def test_any_paragraphs_lists_and_tables_are_read_back(data: st.DataObject) -> None:
    lines = iter(range(1000))

    def words() -> tuple[Inline, ...]:
        """Return lines of one or two runs, with words of the report's own and references between them."""
        content: list[Inline] = []
        for _ in range(data.draw(st.integers(1, 3))):
            kind = data.draw(st.sampled_from(["line", "own", "gap", "reference"]))
            if kind == "line":
                line = next(lines)
                content += [Text(data.draw(WORDS), record=line) for _ in range(data.draw(st.integers(1, 2)))]
            elif kind == "reference":
                content.append(Reference(data.draw(st.integers(1, 9))))
            else:
                content.append(Text(" […] " if kind == "gap" else data.draw(WORDS)))
        return tuple(content)

    whole = next(lines)
    cells = [
        Cell((Text(data.draw(WORDS), record=whole), *data.draw(st.sampled_from([(), (Reference(1),)]))))
        for _ in range(4)
    ]
    document = with_blocks(
        HeadingBlock(1, (Text("Summary"),), "summary"),
        BoxBlock(
            (TextBlock("lead", words(), 1), ListBlock((Item(words(), number=7), Item(words(), depth=1))))
        ),
        TableBlock(((cells[0], cells[1]), (cells[2], cells[3])), 1, (Text("Table"), Reference(2))),
        TextBlock("comment", words()),
    )
    assert_same_words(document)


def test_numbers_of_items_and_paragraphs_stand_before_their_words() -> None:
    document = with_blocks(
        TextBlock("body", (Text("The quay opened."), Reference(1)), 12),
        ListBlock((Item((Text("Dredge"),), number=3), Item((Text("Wait"),)))),
    )
    assert content(document)[-6:] == [
        {"role": "ordinal", "text": "12."},
        {"role": "body", "text": "The quay opened."},
        {"role": "number", "text": "1"},
        {"role": "ordinal", "text": "3."},
        {"role": "item", "text": "Dredge"},
        {"role": "item", "text": "Wait"},
    ]


def test_a_line_that_is_interrupted_comes_in_parts_of_its_text() -> None:
    rows = ((Cell((Text("Year", record=0),)), Cell((Text("98", record=0),))),)
    table = TableBlock(rows, 0, (Text("Table 1", record=0), Reference(1)))
    document = replace(with_blocks(table), records=(Record("verbatim", "x", "Table 1\nYear\n98"),))
    assert content(document)[-3:] == [
        {"line": 0, "part": [0, 7]},
        {"role": "number", "text": "1"},
        {"line": 0, "part": [8, 15]},
    ]


def test_marks_among_lines_are_told_from_words_that_stand_alone() -> None:
    document = with_blocks(
        TextBlock(
            "body",
            (Text("It opened.", record=0), Text(" "), Text("(edited)"), Text(" […] "), Text("x", record=1)),
        ),
        TextBlock("comment", (Text("Comment"), Text(" – "), Text("Ask him.", record=2))),
        TextBlock("empty", (Text("The article says nothing."),)),
    )
    assert content(document)[-7:] == [
        {"line": 0},
        {"role": "mark", "text": "(edited)"},
        {"role": "gap", "text": "[…]"},
        {"line": 1},
        {"role": "comment", "text": "Comment –"},
        {"line": 2},
        {"role": "empty", "text": "The article says nothing."},
    ]


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ((), [{"line": 0, "role": "alternative"}]),
        (
            (Text("Figure"), Reference(1)),
            [{"line": 0, "role": "alternative"}, {"role": "caption", "text": "Figure"}],
        ),
        ((Text("The quay", record=0),), [{"role": "alternative", "text": "A quay"}, {"line": 0}]),
    ],
)
def test_a_picture_is_told_by_its_alternative_text_or_its_caption(
    caption: tuple[Inline, ...], expected: list[Entry]
) -> None:
    figure = FigureBlock(Image(png(2, 2), "image/png", 2, 2), "A quay", caption, 0)
    document = replace(with_blocks(figure), records=(Record("verbatim", "x", "The quay"),))
    assert [entry for entry in content(document)[6:] if entry.get("role") != "number"] == expected


def test_headers_footers_and_the_mark_are_told_by_their_place() -> None:
    document = sample_document()
    first = RunningLine(center=(Text("Page "), PageField("page")))
    assert running_data(replace(document, first_footer=first)) == [
        {"role": "header", "place": "right", "text": "TLP:GREEN"},
        {"role": "footer", "place": "left", "text": "River & Port: “Trade” Returns"},
        {"role": "footer", "place": "right", "text": "{page} / {pages}"},
        {"role": "first-footer", "place": "center", "text": "Page {page}"},
    ]


def test_a_first_page_of_its_own_is_told_also_where_it_says_nothing() -> None:
    special = RunningLine(left=(Text("Special"), Text(" issue")))
    document = replace(sample_document(), header=RunningLine(), footer=None, mark=None)
    assert running_data(document) == []
    mark = HandlingMark("TLP:AMBER", Color(255, 192, 0), Color(0, 0, 0), Length(12))
    assert running_data(replace(document, mark=mark)) == [{"role": "marking", "text": "TLP:AMBER"}]
    assert running_data(replace(document, first_header=special)) == [
        {"role": "first-header", "place": "left", "text": "Special issue"}
    ]
    assert running_data(replace(document, first_header=RunningLine(), first_footer=RunningLine())) == [
        {"role": "first-header", "text": ""},
        {"role": "first-footer", "text": ""},
    ]


def test_the_title_of_a_report_and_of_an_article_in_it_are_told_apart() -> None:
    title, facts = (Text("The "), Text("quay")), (Fact("source", "quay.md"), Fact("author", ""))
    own = TitleBlock("Briefing", title, (Text("A subtitle"),), facts)
    article = TitleBlock("Herald", title, (), facts, level=1, source=2)
    document = replace(sample_document(), blocks=(own, article, TitleBlock("", title, (), ())))
    assert content(document) == [
        {"role": "label", "text": "Briefing"},
        {"role": "title", "text": "The quay"},
        {"role": "subtitle", "text": "A subtitle"},
        {"role": "fact", "text": "quay.md"},
        {"role": "label", "text": "Herald"},
        {"role": "heading", "level": 1, "source": 2, "text": "The quay"},
        {"role": "fact", "text": "quay.md"},
        {"role": "title", "text": "The quay"},
    ]


def test_words_are_told_by_what_they_are() -> None:
    document = with_blocks(
        HeadingBlock(2, (Text("What "), Text("comes"), Reference(4), Reference(5)), "next"),
        TableBlock(((Cell((Text("Year"),)), Cell(())),), 1, (Text("Table "), Text("1"), Reference(6))),
        ListBlock((Item((Text("Dredge"), Reference(7))),)),
        FigureBlock(Image(png(2, 2), "image/png", 2, 2), "", (Text("Figure"),)),
    )
    told = [list(entry.values()) for entry in content(document)[6:]]
    assert [list(entry) for entry in content(document)[6:8]] == [["role", "level", "text"], ["role", "text"]]
    assert told == [
        ["heading", 2, "What comes"],
        ["number", "4"],
        ["number", "5"],
        ["caption", "Table 1"],
        ["number", "6"],
        ["cell", "Year"],
        ["item", "Dredge"],
        ["number", "7"],
        ["caption", "Figure"],
    ]


def test_the_contents_the_method_and_the_notes_are_the_reports_own() -> None:
    heading = HeadingBlock(1, (Text("Contents"),), "contents")
    contents = ContentsBlock(heading, (ContentsEntry(1, (Text("The "), Text("quay")), "quay"),))
    method = MethodBlock(
        HeadingBlock(1, (Text("Method"),), "method"), (TextBlock("method", (Text("By hand"),)),)
    )
    notes = NotesBlock(
        HeadingBlock(2, (Text("References"),), "notes"), (EndNote(3, (Text("Para"), Text("graph 1"))),)
    )
    assert content(with_blocks(contents, method, notes))[6:] == [
        {"role": "contents", "text": "Contents"},
        {"role": "contents", "text": "The quay"},
        {"role": "heading", "level": 1, "text": "Method"},
        {"role": "method", "text": "By hand"},
        {"role": "heading", "level": 2, "text": "References"},
        {"role": "reference", "number": 3, "text": "Paragraph 1"},
    ]


EVERYTHING = """# The quay

The quay opened on Monday. It was closed for ten years, the harbour master said. Ships *came* back.

## What the river did

It silted up after 1921. The Gazette called the port lost, and few people disagreed with it at the time.

3. Survey the bed
4. Dredge it by night

| Year | Ships |
|------|------:|
| 2025 | 1,204 |

> Nobody believed it.

![A blue quay](quay.png "The quay")

The quay will therefore bring more ships. Tolls may fall by a third.
"""


@pytest.mark.parametrize("cite", CITES)
@pytest.mark.parametrize("style", ["default", "government"])
def test_reports_of_an_article_are_read_back(cite: str, style: str, tmp_path: Path) -> None:
    (tmp_path / "quay.png").write_bytes(png(4, 4))
    article = tmp_path / "quay.md"
    article.write_text(EVERYTHING, "utf-8")
    for length in ("brief", "full"):
        settings = Settings(style=style, cite=cite, length=length, formats=("json",))  # type: ignore[arg-type]
        document = pipeline.convert(str(article), settings).document
        assert_same_words(document)
        assert {entry["line"] for entry in content(document) if "line" in entry} == set(
            range(len(document.records))
        )
