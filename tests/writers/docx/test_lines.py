"""Bookmarks around lines: one for each, whole, and none that Word would trip over."""

from collections import Counter

import pytest
from lxml import etree
from msgspec.structs import replace

from converter.model.article import Image
from converter.model.document import (
    BoxBlock,
    Cell,
    Document,
    FigureBlock,
    HeadingBlock,
    Item,
    ListBlock,
    Record,
    TableBlock,
    Text,
    TextBlock,
)
from converter.model.style import Style
from converter.writers.docx import write_docx
from tests.sample import png, sample_document, sample_style
from tests.writers.docx.opened import NAMESPACES, Opened, document

W = f"{{{NAMESPACES['w']}}}"


def embraced(opened: Opened) -> dict[str, str]:
    """Return the words inside each bookmark, read as Word reads them: from its start to its end."""
    names: dict[str, str] = {}
    inside: dict[str, str] = {}
    for each in opened.tree("document").iter(etree.Element):
        if each.tag == f"{W}bookmarkStart":
            assert each.get(f"{W}id") not in names
            names[each.get(f"{W}id", "")] = each.get(f"{W}name", "")
            inside[each.get(f"{W}name", "")] = ""
        elif each.tag == f"{W}bookmarkEnd":
            names.pop(each.get(f"{W}id", ""))
        elif each.tag in {f"{W}t", f"{W}drawing"}:
            for name in names.values():
                inside[name] += each.text or "" if each.tag == f"{W}t" else "<picture>"
    assert names == {}
    return {name: words for name, words in inside.items() if name.startswith("line_")}


def with_records(made: Document, count: int) -> Document:
    return replace(made, records=tuple(Record("verbatim", "x", "x") for _ in range(count)))


def written(made: Document, style: Style | None = None) -> Opened:
    return Opened(write_docx(made, style or sample_style()).data)


def test_each_line_of_the_sample_stands_in_its_bookmark_without_its_reference() -> None:
    records = sample_document().records
    found = embraced(written(sample_document()))
    assert found == {f"line_{number}": record.text for number, record in enumerate(records)}


def test_names_and_numbers_are_unique_and_begin_and_end_once() -> None:
    opened = written(sample_document())
    for path in ("//w:bookmarkStart/@w:name", "//w:bookmarkStart/@w:id", "//w:bookmarkEnd/@w:id"):
        counts = Counter(value.casefold() for value in opened.values(path))
        assert set(counts.values()) == {1}
    assert all(len(name) <= 40 for name in opened.values("//w:bookmarkStart/@w:name"))


@pytest.mark.parametrize("boxed", [False, True])
def test_a_block_that_was_taken_over_whole_stands_in_one_bookmark(boxed: bool) -> None:  # noqa: FBT001
    rows = tuple(tuple(Cell((Text(f"{row}{column}", record=0),)) for column in "ab") for row in (1, 2))
    blocks = (
        TableBlock(rows, 1, (Text("Caption", record=0),)),
        TableBlock((tuple(Cell((Text(word, record=1),)) for word in "cd"),), 0, (Text("Table"),)),
        ListBlock(tuple(Item((Text(word, record=2),)) for word in "efg")),
        FigureBlock(Image(png(2, 2), "image/png", 2, 2), "A quay", (Text("The quay", record=3),), 3),
        TextBlock(
            "body", (Text("one ", record=4), Text("two", link="https://example.org", record=4), Text("!"))
        ),
    )
    made = with_records(document(*((BoxBlock(blocks),) if boxed else blocks)), 5)
    assert embraced(written(made)) == {
        "line_0": "Caption1a1b2a2b",
        "line_1": "cd",
        "line_2": "efg",
        "line_3": "<picture>The quay",
        "line_4": "one two",
    }


def test_a_heading_called_like_a_bookmark_of_a_line_gives_way() -> None:
    made = with_records(
        document(
            HeadingBlock(1, (Text("Line 0"),), "line-0"), TextBlock("body", (Text("It rained.", record=0),))
        ),
        1,
    )
    opened = written(made)
    assert embraced(opened)["line_0"] == "It rained."
    names = opened.values("//w:bookmarkStart/@w:name")
    assert len(names) == len(set(names)) == 2


def test_where_nothing_travels_there_are_none() -> None:
    assert embraced(written(replace(sample_document(), embed="none"))) == {}
