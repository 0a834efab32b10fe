from tests.verifier.word.making import opened, p, word


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
    (_, notes) = opened(word(notes={"endnotes": p("A note.")})).stories
    assert len(notes.paragraphs) == 1


def test_the_title_is_that_of_the_properties() -> None:
    assert opened(word(title=" Ports ")).title == "Ports"
    assert opened(word(title=None)).title == ""
