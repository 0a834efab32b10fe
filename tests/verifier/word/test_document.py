from tests.ooxml.making import p
from tests.verifier.word.making import opened, replaced, word


def test_stories_are_the_body_then_headers_footers_and_notes() -> None:
    data = word(
        p("Words."),
        running={"footer/default": p("7"), "header/default": p("Ada")},
        notes={"footnotes": p("A note."), "endnotes": p("Another.")},
    )
    document = opened(data)
    assert [story.kind for story in document.stories] == ["body", "header", "footer", "note", "note"]
    assert [story.part for story in document.stories] == [
        "", "header2.xml", "footer1.xml", "footnotes.xml", "endnotes.xml",
    ]  # fmt: skip
    assert [story.paragraphs[-1].text for story in document.stories] == [
        "Words.", "Ada", "7", "A note.", "Another.",
    ]  # fmt: skip


def test_the_line_above_notes_is_none() -> None:
    data = word(notes={"endnotes": p("A note.")})
    for kind in (' w:type="separator"', ""):
        (_, notes) = opened(replaced(data, "word/endnotes.xml", ' w:type="separator"', kind)).stories
        assert [paragraph.text for paragraph in notes.paragraphs] == ["A note."]


def test_the_title_is_that_of_the_properties() -> None:
    assert opened(word(title=" Ports ")).title == "Ports"
    assert opened(word(title=None)).title == ""
