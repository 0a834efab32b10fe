"""Source and method."""

from converter.composer.properties import GENERATOR
from converter.model.briefing import Details, Edited, Note, Verbatim, Whole
from converter.model.document import Document, MethodBlock, Text
from tests.composer.maker import Maker, composed, river, section
from tests.document_text import document_lines, inline_text


def method(document: Document) -> list[str]:
    (block,) = (block for block in document.blocks if isinstance(block, MethodBlock))
    return [inline_text(paragraph.content) for paragraph in block.paragraphs]


def test_it_says_what_was_kept_from_what_and_by_what() -> None:
    maker = river()
    document = composed(
        maker, section("summary", maker.verbatim(0, 1)), section("background", maker.verbatim(0))
    )
    assert method(document) == [
        "2\u00a0of 8\u00a0sentences kept word for word.",
        "river.txt, SHA-256 0123456789ab…",
        f"Made with {GENERATOR}.",
    ]


def test_sentences_of_blocks_taken_whole_are_kept_and_edited_ones_are_not() -> None:
    maker = river()
    sentence = maker.sentences[3]
    edited = Edited((sentence.span,), sentence, "Officials smiled.")
    document = composed(maker, section("summary", [Whole(0), edited, Note("Hm.")]))
    assert method(document)[0] == "3\u00a0of 8\u00a0sentences kept; 1\u00a0edited, 1\u00a0comments."


def test_a_part_of_a_sentence_counts_once() -> None:
    maker = river()
    sentence = maker.sentences[0]
    line = Verbatim((maker.span("The quay"),), sentence)
    assert method(composed(maker, section("summary", [line, line])))[0].startswith("1\u00a0of 8")


def test_several_sources_are_told_apart() -> None:
    makers = [
        Maker("First", "a.txt").paragraph("One."),
        Maker("", "https://example.org/b?c", index=1).paragraph("Two."),
    ]
    document = composed(makers, section("summary", []), date="2026-11-03")
    assert method(document)[1:3] == [
        "a.txt, “First”, 3\u00a0November\u00a02026, SHA-256 0123456789ab…",
        "https://example.org/b?c, 3\u00a0November\u00a02026, SHA-256 0123456789ab…",
    ]
    (block,) = (block for block in document.blocks if isinstance(block, MethodBlock))
    assert [p.content[0].link for p in block.paragraphs if isinstance(p.content[0], Text)] == [
        "",
        "",
        "https://example.org/b?c",
        "",
    ]


def test_it_stands_behind_the_sections_and_before_the_references() -> None:
    maker = river()
    document = composed(maker, section("summary", maker.verbatim(0)), details=Details())
    lines = document_lines(document)
    assert lines.index("Summary") < lines.index("Source and method") < lines.index("References")
