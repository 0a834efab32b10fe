"""Work grows with the length of a document, and not faster.

Python reports every call of a function: counts are the same in every run, times are not.
"""

import sys

import pytest

from converter.model.document import (
    Block,
    BoxBlock,
    Cell,
    ContentsBlock,
    ContentsEntry,
    Document,
    EndNote,
    HeadingBlock,
    Item,
    ListBlock,
    NotesBlock,
    Reference,
    TableBlock,
    Text,
    TextBlock,
)
from converter.writers.docx import write_docx
from tests.sample import sample_style
from tests.writers.docx.opened import document

STYLE = sample_style()
TIMES = 100
WORDS = (Text("The quay opened & ships came back; "), Text("officials", link="https://example.org/"))
RTL = (Text("The word שלום stands in it"),)
ITEMS = (Item(WORDS), Item(WORDS, number=2), Item(WORDS, 1, number=7))


def blocks(kind: str, times: int) -> tuple[Block, ...]:
    """Return blocks of one kind, or one block that holds so many of its kind."""
    numbers = range(1, times + 1)
    headings = [HeadingBlock(2, WORDS, f"heading-{number}") for number in numbers]
    made: dict[str, tuple[Block, ...]] = {
        "paragraphs": (TextBlock("body", WORDS),) * times,
        "numbered paragraphs": tuple(TextBlock("body", WORDS, number) for number in numbers),
        "one paragraph": (TextBlock("body", WORDS * times),),
        "two directions": (TextBlock("body", RTL * times),),
        "lists": (ListBlock(ITEMS),) * times,
        "one list": (ListBlock(ITEMS * times),),
        "tables": (TableBlock(((Cell(WORDS),),), 0),) * times,
        "rows": (TableBlock(((Cell(WORDS), Cell(WORDS)),) * times, 1),),
        "one box": (BoxBlock((TextBlock("lead", WORDS), ListBlock(ITEMS, "lead")) * times),),
        "headings": (
            ContentsBlock(
                HeadingBlock(2, WORDS, "contents"),
                tuple(ContentsEntry(2, (Text("x"),), heading.anchor) for heading in headings),
            ),
            *headings,
        ),
        "notes": (
            *(TextBlock("body", (Reference(number), Reference(number, repeat=True))) for number in numbers),
            NotesBlock(HeadingBlock(2, WORDS, "notes"), tuple(EndNote(number, WORDS) for number in numbers)),
        ),
    }
    return made[kind]


KINDS = (
    "paragraphs", "numbered paragraphs", "one paragraph", "two directions", "lists", "one list", "tables",
    "rows", "one box", "headings", "notes",
)  # fmt: skip


def calls(written: Document) -> int:
    """Return how many functions are called while `written` is written."""
    count = 0

    def called(_frame: object, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(called)
    try:
        write_docx(written, STYLE)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("kind", KINDS)
def test_twice_as_much_of_anything_takes_about_twice_the_work(kind: str) -> None:
    once, twice = (document(*blocks(kind, times)) for times in (TIMES, 2 * TIMES))
    write_docx(once, STYLE)  # what is made once for a style does not count
    assert 1.3 < calls(twice) / calls(once) < 2.1
