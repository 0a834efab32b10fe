from converter.model.document import EndNote, HeadingBlock, NotesBlock, Reference, Text, TextBlock
from tests.writers.docx.opened import written

NOTES = NotesBlock(
    HeadingBlock(2, (Text("References"),), "references"),
    (EndNote(1, (Text("one"),)), EndNote(2, (Text("two", link="https://example.org/"),))),
)
CITING = TextBlock("body", (Text("cited"), Reference(1), Reference(2)))


def test_each_note_is_an_end_note_of_word_with_its_number() -> None:
    opened = written(CITING, NOTES)
    assert opened.values("//w:endnote[not(@w:type)]/@w:id", "endnotes") == ["1", "2"]
    assert opened.values("//w:endnoteReference/@w:id") == ["1", "2"]
    assert len(opened.find("//w:endnoteRef", "endnotes")) == 2
    assert opened.values("//w:endnote//w:t/text()", "endnotes") == ["one", "two"]


def test_the_heading_of_the_notes_is_the_last_paragraph() -> None:
    assert written(CITING, NOTES).styles()[-1] == "Heading2"


def test_the_separators_are_there_and_show_nothing() -> None:
    opened = written(CITING, NOTES)
    assert opened.values("//w:endnote/@w:type", "endnotes") == ["separator", "continuationSeparator"]
    assert not opened.find("//w:separator", "endnotes")
    assert opened.values("//w:endnotePr/w:endnote/@w:id", "settings") == ["-1", "0"]


def test_links_in_notes_are_their_own() -> None:
    opened = written(CITING, NOTES)
    targets = opened.values("//rel:Relationship/@Target", "word/_rels/endnotes.xml.rels")
    assert targets == ["https://example.org/"]


def test_a_document_that_cites_nothing_has_no_notes() -> None:
    opened = written(TextBlock("body", (Text("plain"),)))
    assert not opened.find("//w:endnote[not(@w:type)]", "endnotes")
