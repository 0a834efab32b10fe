"""Whole documents: what must hold whatever was chosen.

Each sentence says where it stands (`P2S3.`), so that what is on the page can be checked without knowing how
it came there.
"""

import re
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.model.briefing import Details
from converter.model.document import (
    Block,
    BoxBlock,
    Document,
    HeadingBlock,
    Inline,
    ListBlock,
    MethodBlock,
    NotesBlock,
    Reference,
    Text,
    TextBlock,
    TitleBlock,
)
from tests.composer.maker import BOXED, PLAIN, Maker, composed, section
from tests.document_text import document_lines, inline_text

PARAGRAPHS = (3, 1, 4, 2)
PLACES = [(p, s) for p, sentences in enumerate(PARAGRAPHS, 1) for s in range(1, sentences + 1)]
CHOICES = st.lists(st.lists(st.sampled_from(range(len(PLACES))), max_size=6), min_size=1, max_size=3)
FORMS = st.sampled_from(["paragraphs", "bullets"])
STYLES = st.sampled_from([PLAIN, BOXED, replace(PLAIN, numbering="paragraphs")])


def document_of(
    choices: list[list[int]],
    form: Literal["paragraphs", "bullets"],
    cite: Literal["notes", "inline", "none"],
    **rest: object,
) -> Document:
    maker = Maker()
    for paragraph, sentences in enumerate(PARAGRAPHS, 1):
        if paragraph == 3:
            maker.heading("Some older history")
        maker.paragraph(*(f"P{paragraph}S{number}." for number in range(1, sentences + 1)))
    keys = ("summary", "background", "implications")
    sections = [
        section(key, maker.verbatim(*chosen), form) for key, chosen in zip(keys, choices, strict=False)
    ]
    return composed(maker, *sections, details=Details(cite=cite), **rest)  # type: ignore[arg-type]


def contents(blocks: tuple[Block, ...]) -> list[tuple[Inline, ...]]:
    """Return the paragraphs and items of the sections."""
    found: list[tuple[Inline, ...]] = []
    for block in blocks:
        if isinstance(block, BoxBlock):
            found += contents(block.blocks)
        elif isinstance(block, ListBlock):
            found += [item.content for item in block.items]
        elif isinstance(block, TextBlock):
            found.append(block.content)
    return found


def places(text: str) -> list[tuple[int, int]]:
    return [(int(p), int(s)) for p, s in re.findall(r"P(\d)S(\d)\.", text)]


@given(CHOICES, FORMS, STYLES)
def test_all_that_was_chosen_stands_there_in_its_order_and_nothing_else(
    choices: list[list[int]], form: Literal["paragraphs", "bullets"], style: object
) -> None:
    document = document_of(choices, form, "none", style=style)
    text = " ".join(inline_text(content) for content in contents(document.blocks))
    assert places(text) == [PLACES[index] for chosen in choices for index in chosen]
    assert re.sub(r"P\dS\d\.|\[…\]|\s", "", text) == ""
    assert [record.text for record in document.records] == re.findall(r"P\dS\d\.", text)


@given(CHOICES, FORMS)
def test_sentences_stand_side_by_side_only_where_they_do_in_the_source(
    choices: list[list[int]], form: Literal["paragraphs", "bullets"]
) -> None:
    for content in contents(document_of(choices, form, "none").blocks):
        for run in inline_text(content).split(" […] "):
            (first, *_) = found = places(run)
            assert found == [(first[0], first[1] + step) for step in range(len(found))]
        assert found == sorted(found)
        assert len({paragraph for paragraph, _ in places(inline_text(content))}) == 1


@given(CHOICES, FORMS)
def test_each_reference_leads_to_a_note_that_names_the_place(
    choices: list[list[int]], form: Literal["paragraphs", "bullets"]
) -> None:
    document = document_of(choices, form, "notes")
    *_, last = document.blocks
    notes = (
        {note.number: inline_text(note.content) for note in last.notes}
        if isinstance(last, NotesBlock)
        else {}
    )
    met: list[int] = []
    for content in contents(document.blocks):
        for words, number in re.findall(
            r"([^\[]*)\[(\d+)\]", inline_text(content, "number").replace("[…]", "")
        ):
            met.append(int(number))
            for paragraph, sentence in places(words):
                assert notes[int(number)].startswith(f"Paragraph\u00a0{paragraph}, sentence")
                assert sentence in numbers(notes[int(number)])
    assert list(notes) == list(dict.fromkeys(met))
    repeats = [
        inline.repeat
        for content in contents(document.blocks)
        for inline in content
        if isinstance(inline, Reference)
    ]
    assert repeats == [number in met[:index] for index, number in enumerate(met)]


def numbers(note: str) -> set[int]:
    """Return the sentences that a note names."""
    found: set[int] = set()
    for first, last in re.findall(r"sentences?\u00a0(\d)(?:–(\d))?", note):
        found.update(range(int(first), int(last or first) + 1))
    return found


def test_blocks_stand_in_the_order_that_word_can_keep() -> None:
    document = document_of([[0], [5], [3]], "paragraphs", "notes")
    kinds = [type(block) for block in document.blocks]
    assert kinds[0] is TitleBlock
    assert kinds[-2:] == [MethodBlock, NotesBlock]
    assert kinds[1:-2] == [
        HeadingBlock,
        TextBlock,
        HeadingBlock,
        HeadingBlock,
        TextBlock,
        HeadingBlock,
        TextBlock,
    ]


def test_no_run_is_empty_and_every_record_is_shown() -> None:
    document = document_of([[0, 2], [5]], "paragraphs", "notes")
    runs = [inline for content in contents(document.blocks) for inline in content if isinstance(inline, Text)]
    assert all(run.text for run in runs)
    assert {run.record for run in runs} == {None, 0, 1, 2}
    assert all(document_lines(document))
