"""References: one end-note for each paragraph cited, numbered by first use."""

import pytest

from converter.composer.references import ranges
from converter.model.article import Origin
from converter.model.briefing import Details, Note, Whole
from converter.model.document import Block, Document, EndNote, NotesBlock, Reference, TextBlock
from tests.composer.maker import Maker, composed, river, section
from tests.document_text import document_lines, inline_text


def notes(document: Document) -> tuple[EndNote, ...]:
    last = document.blocks[-1]
    assert isinstance(last, NotesBlock)
    return last.notes


def references(block: Block) -> list[Reference]:
    assert isinstance(block, TextBlock)
    return [inline for inline in block.content if isinstance(inline, Reference)]


def test_a_run_of_neighbours_shares_one_number_behind_its_last_sentence() -> None:
    maker = river()
    document = composed(maker, section("summary", maker.verbatim(0, 1)), details=Details())
    assert inline_text(document.blocks[2].content, "number") == "The quay opened. Ships came back.[1]"  # type: ignore[union-attr]


def test_numbers_follow_first_use_and_repeats_keep_them() -> None:
    maker = river()
    sections = (
        section("summary", maker.verbatim(3, 0)),
        section("background", maker.verbatim(4, 6)),
        section("implications", maker.verbatim(1)),
    )
    document = composed(maker, *sections, details=Details())
    blocks = [block for block in document.blocks if isinstance(block, TextBlock)]
    assert [references(block) for block in blocks] == [
        [Reference(1)],
        [Reference(2)],
        [Reference(3), Reference(3, repeat=True)],
        [Reference(2, repeat=True)],
    ]
    assert [note.number for note in notes(document)] == [1, 2, 3]


def test_a_note_says_paragraph_sentences_heading_and_line() -> None:
    maker = river()
    lines = [*maker.verbatim(0), Note("Hm."), *maker.verbatim(5, 6, 4)]
    document = composed(maker, section("summary", lines), details=Details())
    assert [inline_text(note.content) for note in notes(document)] == [
        "Paragraph\u00a01, sentence\u00a01; line\u00a03",
        "Paragraph\u00a03, sentences\u00a01–3, under “A slow century”; line\u00a09",
    ]


def test_a_block_taken_whole_is_cited_without_sentences() -> None:
    maker = Maker().items("Survey", "Dredge")
    document = composed(maker, section("summary", [*maker.verbatim(0), Whole(0)]), details=Details())
    assert [inline_text(note.content) for note in notes(document)] == ["Paragraph\u00a01; line\u00a03"]


def test_pages_are_named_and_paragraphs_of_the_original_are_not() -> None:
    for origin, end in ((Origin("page", 7), "; page\u00a07"), (Origin("paragraph", 9), ""), (None, "")):
        maker = Maker().paragraph("It opened.", origin=origin)
        document = composed(maker, section("summary", maker.verbatim(0)), details=Details())
        assert inline_text(notes(document)[0].content) == f"Paragraph\u00a01, sentence\u00a01{end}"


def test_several_sources_are_named() -> None:
    makers = [Maker(name="a.txt").paragraph("One."), Maker(name="b.txt", index=1).paragraph("Two.")]
    lines = [line for maker in makers for line in maker.verbatim(0)]
    cited = composed(makers, section("summary", lines), details=Details())
    inline = composed(makers, section("summary", lines), details=Details(cite="inline"))
    assert [inline_text(note.content) for note in notes(cited)] == [
        "a.txt, paragraph\u00a01, sentence\u00a01; line\u00a03",
        "b.txt, paragraph\u00a01, sentence\u00a01; line\u00a03",
    ]
    assert [inline_text(b.content) for b in inline.blocks if isinstance(b, TextBlock)] == [
        "One.\u00a0[a.txt, ¶\u00a01]",
        "Two.\u00a0[b.txt, ¶\u00a01]",
    ]


def test_citing_inline_or_not_at_all_leaves_no_end_notes() -> None:
    maker = river()
    sections = (section("summary", maker.verbatim(4)),)
    inline = composed(maker, *sections, details=Details(cite="inline"))
    bare = composed(maker, *sections, details=Details(cite="none"))
    assert "The river silted up.\u00a0[¶\u00a03]" in document_lines(inline)
    assert "The river silted up." in document_lines(bare)
    assert not any(isinstance(block, NotesBlock) for block in (*inline.blocks, *bare.blocks))


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [(set(), []), ({3}, [(3, 3)]), ({1, 2, 4}, [(1, 2), (4, 4)]), ({9, 1, 10, 2}, [(1, 2), (9, 10)])],
)
def test_ranges_bring_neighbours_together(numbers: set[int], expected: list[tuple[int, int]]) -> None:
    assert ranges(numbers) == expected
