"""What a report has for a template, by name."""

from msgspec.structs import replace

from converter.model.document import HeadingBlock, MethodBlock, NotesBlock, Text, TitleBlock
from converter.writers.docx.template.content import content_of
from tests.sample import sample_document, with_contents

DOCUMENT = replace(with_contents(sample_document()), fields={"title": "x", "date": "today", "my_own": "mine"})
CONTENT = content_of(DOCUMENT)


def said(name: str) -> str:
    return "".join(text.text for text in CONTENT.words[name])


def title_left(*placed: str) -> TitleBlock | None:
    first = CONTENT.rest((), placed)[0]
    return first if isinstance(first, TitleBlock) else None


def test_words_are_those_of_the_title_block_the_fields_and_the_headings() -> None:
    assert said("title") == "River & Port: “Trade” Returns"
    assert said("subtitle") == "What the new quay changes"
    assert (said("label"), said("reading-time")) == ("Briefing", "2 min read")
    assert (said("date"), said("my-own")) == ("today", "mine")
    assert (said("summary-heading"), said("background-heading")) == ("Summary", "Background")


def test_blocks_are_the_sections_without_their_headings_the_contents_and_the_method() -> None:
    assert list(CONTENT.blocks) == ["summary", "background", "implications", "contents", "method"]
    assert not any(
        isinstance(block, HeadingBlock) and block.level == 1
        for name in ("summary", "background", "implications")
        for block in CONTENT.blocks[name]
    )


def test_the_rest_is_everything_but_the_notes_where_nothing_has_a_place() -> None:
    assert CONTENT.rest((), ()) == tuple(
        block for block in DOCUMENT.blocks if not isinstance(block, NotesBlock)
    )


def test_what_has_a_place_is_not_in_the_rest() -> None:
    rest = CONTENT.rest(["summary", "method", "contents"], ())
    assert not any(isinstance(block, MethodBlock) for block in rest)
    headings = [block.anchor for block in rest if isinstance(block, HeadingBlock)]
    assert headings == ["background", "a-slow-century", "implications"]
    everything = [
        *rest,
        *(block for name in ("summary", "method", "contents") for block in CONTENT.blocks[name]),
    ]
    assert len(everything) == len(DOCUMENT.blocks) - 2  # the notes, and the heading left to the template


def test_the_title_block_closes_up_where_the_template_has_places() -> None:
    whole = title_left()
    assert whole is not None
    assert whole.label
    left = title_left("title", "author")
    assert left is not None
    assert (left.label, left.title, [fact.kind for fact in left.facts]) == (
        "",
        (),
        ["source", "reading-time"],
    )
    assert left.subtitle == (Text("What the new quay changes"),)
    assert title_left("title", "subtitle", "source", "author", "reading-time") is None
