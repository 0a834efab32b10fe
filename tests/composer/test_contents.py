"""Contents: only where the style wants them or a report is long, and a word for each heading."""

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from converter.composer.contents import LONG_WORDS, MANY_HEADINGS, VERY_MANY_HEADINGS
from converter.model.document import ContentsBlock, Document, HeadingBlock
from tests.composer.maker import Maker, composed, section
from tests.document_text import inline_text
from tests.sample import sample_style

if TYPE_CHECKING:
    from converter.model.style import Style

KEYS = ("summary", "background", "implications", "assessment", "recommendation", "situation")


def made(words: int, sections: int, **changes: str) -> Document:
    """Return a report with so many words, spread evenly over sections."""
    maker = Maker()
    share = words // sections
    for number in range(sections):
        maker.paragraph(" ".join([f"Word{number}"] * share) + ".")
    style: Style = replace(sample_style(), **changes)
    return composed(
        maker,
        *(section(KEYS[number], maker.verbatim(number)) for number in range(sections)),
        style=style,
    )


def contents(document: Document) -> list[ContentsBlock]:
    return [block for block in document.blocks if isinstance(block, ContentsBlock)]


@pytest.mark.parametrize(
    ("words", "sections", "count"),
    [
        (LONG_WORDS, MANY_HEADINGS, 1),
        (LONG_WORDS - MANY_HEADINGS, MANY_HEADINGS, 0),
        (2 * LONG_WORDS, MANY_HEADINGS - 1, 0),
    ],
)
def test_a_long_report_with_many_headings_has_contents(words: int, sections: int, count: int) -> None:
    assert len(contents(made(words, sections))) == count


@pytest.mark.parametrize(("wish", "count"), [("always", 1), ("never", 0)])
def test_a_style_may_want_them_always_or_never(wish: str, count: int) -> None:
    assert len(contents(made(20, 2, contents=wish))) == count
    assert len(contents(made(2 * LONG_WORDS, 6, contents=wish))) == count


def test_they_name_every_heading_behind_the_title_block() -> None:
    document = made(20, 3, contents="always")
    headings = [block for block in document.blocks if isinstance(block, HeadingBlock)]
    (block,) = contents(document)
    assert document.blocks[1] is block
    assert inline_text(block.heading.content) == "Contents"
    assert [(entry.level, inline_text(entry.content), entry.anchor) for entry in block.entries] == [
        (each.level, inline_text(each.content), each.anchor) for each in headings
    ]


def test_an_entry_is_no_line_of_the_article() -> None:
    (block,) = contents(made(20, 3, contents="always"))
    assert all(getattr(text, "record", None) is None for entry in block.entries for text in entry.content)


@pytest.mark.parametrize(("headings", "count"), [(VERY_MANY_HEADINGS - 1, 0), (VERY_MANY_HEADINGS, 1)])
def test_very_many_headings_are_listed_whatever_the_words(headings: int, count: int) -> None:
    maker = Maker()
    for number in range(1, headings):  # the section itself has one
        maker.heading(f"Part {number}").paragraph("One.", "Two.")
    lines = maker.verbatim(*range(2 * headings - 2))
    assert len(contents(composed(maker, section("background", lines)))) == 0  # the first section shows none
    document = composed(maker, section("summary", lines[:0], when_empty="omit"), section("background", lines))
    assert len(contents(document)) == count


def test_scripts_without_spaces_are_long_too() -> None:
    maker = Maker()
    for _ in range(MANY_HEADINGS):
        maker.paragraph("港" * (2 * LONG_WORDS // MANY_HEADINGS))
    sections = (section(KEYS[number], maker.verbatim(number)) for number in range(MANY_HEADINGS))
    assert len(contents(composed(maker, *sections))) == 1
