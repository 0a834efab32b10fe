"""What readers see of a Word file: of ours, of one that was saved again elsewhere, and of any."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings

from converter.errors import InputError
from converter.model.document import Document
from converter.verifier.visible import Shown, Visible, format_of
from converter.verifier.visible.word import read_word
from converter.writers import write
from tests.conformance.word import WordFile, in_every_script, of_every_article
from tests.conformance.word import sample as sample_files
from tests.judges import libreoffice
from tests.ooxml.making import p, part, r, row, table, zipped
from tests.sample import sample_document, sample_style, with_contents
from tests.verifier.visible.said import hidden, letters, of_document, of_visible
from tests.verifier.word.making import field, heading, inline, replaced, text_box, word
from tests.writers.pdf.documents import documents

OURS = write(sample_document(), sample_style(), "docx").data
RELATION = (
    '<Relationship Id="{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{0}" '
)


def with_part(data: bytes, kind: str, name: str, content: bytes) -> bytes:
    """Return a Word file with one more part, to which the text has a relationship of that kind."""
    with ZipFile(BytesIO(data)) as archive:
        files = {one: archive.read(one) for one in archive.namelist()}
    files[f"word/{name}"] = content
    relation = f'{RELATION.format(kind)}Target="{name}"/></Relationships>'
    links = files["word/_rels/document.xml.rels"]
    files["word/_rels/document.xml.rels"] = links.replace(b"</Relationships>", relation.encode())
    return zipped(files)


def told(data: bytes) -> list[tuple[str, str, str]]:
    """Return place, role and text of what is shown."""
    return [(shown.place, shown.role, shown.text) for shown in read_word(data).shown]


# -------------------------------------------------------------------------------------------- our reports


@pytest.mark.parametrize("document", [sample_document(), with_contents(sample_document())])
def test_a_report_is_read_line_by_line(document: Document) -> None:
    visible = read_word(write(document, sample_style(), "docx").data)
    assert of_visible(visible) == of_document(document)
    assert hidden(visible) == []


def test_roles_are_told_by_looks_and_not_by_names() -> None:
    other = replaced(replaced(OURS, "", "Heading1", "Nonsense"), "word/styles.xml", "heading 1", "nonsense")
    for data in (OURS, other):
        roles = {shown.text: shown.role for shown in read_word(data).shown}
        assert roles["Summary"] == "heading1"
        assert roles["A slow century"] == "heading2"
        assert roles["Survey the bed"] == roles["by night"] == "item"
        assert roles["1,204"] == "cell"
        assert roles["Figure 1. The quay"] == "caption"
        assert roles["A blue quay"] == "alternative"
        assert roles["The article says nothing about this."] == "paragraph"


def test_references_are_numbers_beside_the_words() -> None:
    found = {shown.text: shown.references for shown in read_word(OURS).shown if shown.references}
    assert found["The quay opened <today> & ships came back."] == (1,)
    assert found["“Nobody believed it.”"] == (2,)
    assert found["Paragraph 4, sentence 1, under “A slow century”; line 9"] == (3,)


def test_a_note_that_is_referred_to_in_the_place_of_another_changes_places_with_it() -> None:
    one, two = '<w:endnoteReference w:id="1"/>', '<w:endnoteReference w:id="2"/>'
    data = replaced(replaced(replaced(OURS, "", one, "<!-- -->"), "", two, one), "", "<!-- -->", two)
    notes = [(shown.references, shown.text) for shown in read_word(data).shown if shown.place == "note"]
    assert notes[0] == ((1,), "Paragraph 2, sentences 1–2; line 5")
    assert notes[1] == ((2,), "Paragraph 1, sentence 1; line 3")


def test_a_report_tells_its_properties() -> None:
    facts = read_word(OURS).facts
    assert facts["title"] == "River & Port: “Trade” Returns"
    assert facts["author"] == "Ada Example"
    assert facts["Source SHA-256"] == "0123456789abcdef" * 4


@given(documents())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_report_is_read_line_by_line(document: Document) -> None:
    visible = read_word(write(document, sample_style(), "docx").data)
    assert of_visible(visible) == of_document(document)
    assert hidden(visible) == []


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("sampled", id="sample"),
        pytest.param("every", id="all", marks=pytest.mark.conformance),
    ],
)
def files(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, seed: Path
) -> Sequence[WordFile]:
    folder = tmp_path_factory.mktemp("word")
    if request.param == "sampled":
        return sample_files(folder)
    return [*in_every_script(folder), *of_every_article(folder, seed)]


@pytest.mark.timeout(600)
def test_reports_of_every_style_and_script_are_read_line_by_line(files: Sequence[WordFile]) -> None:
    for file in files:
        visible = read_word(file.path.read_bytes())
        assert of_visible(visible) == of_document(file.document), file.path.stem
        assert hidden(visible) == [], file.path.stem


def lines(visible: Visible) -> list[tuple[str, str, tuple[int, ...]]]:
    """Return what must be the same after a file was saved again; empty words are none."""
    return [(shown.place, letters(shown.text), shown.references) for shown in visible.shown]


@pytest.mark.timeout(900)
def test_a_report_that_was_saved_again_elsewhere_is_read_alike(
    files: Sequence[WordFile], tmp_path: Path
) -> None:
    saved = libreoffice.convert([file.path for file in files], "docx", tmp_path)
    assert len(saved) == len(files)
    for path, again in saved.items():
        before, after = (lines(read_word(one.read_bytes())) for one in (path, again))
        assert [one for one in after if one[0] != "running"] == [one for one in before if one[0] != "running"]
        # LibreOffice leaves out the header of later pages where there are none
        assert {one for one in after if one[0] == "running"} <= set(before), path.stem


# ----------------------------------------------------------------------------------------- any Word file


def test_all_kinds_of_text_are_read_in_their_order() -> None:
    body = (
        p("Before the box.", runs=text_box("In the box.") + inline('descr="A quay"'))
        + table(row("Year", "Ships"))
        + heading(2, "Second")
        + f"<w:sdt><w:sdtContent>{p('Controlled.')}</w:sdtContent></w:sdt>"
        + p("See ", runs=field("REF x", "Table 1") + r("."))
        + p("Words", runs='<w:r><w:footnoteReference w:id="1"/></w:r>')
    )
    data = word(body, notes={"footnotes": p("A note.")}, running={"header/default": p("On top.")})
    assert told(data)[1:] == [
        ("body", "paragraph", "Before the box."),
        ("body", "paragraph", "In the box."),
        ("body", "alternative", "A quay"),
        ("body", "cell", "Year"),
        ("body", "cell", "Ships"),
        ("body", "heading2", "Second"),
        ("body", "paragraph", "Controlled."),
        ("body", "paragraph", "See Table 1."),
        ("body", "paragraph", "Words"),
        ("note", "paragraph", "A note."),
        ("running", "paragraph", "On top."),
    ]


def test_lines_count_paragraphs() -> None:
    found = {shown.text: shown.line for shown in read_word(word(p("two") + p() + p("four"))).shown}
    assert found == {"A heading": 1, "two": 2, "four": 4}


def test_deleted_words_stand_beside_what_is_left() -> None:
    data = word(
        p("The minister ", runs=f"<w:del>{r('did not ')}</w:del><w:ins>{r('will ')}</w:ins>{r('go.')}")
    )
    assert told(data)[1:] == [
        ("body", "paragraph", "The minister will go."),
        ("hidden", "paragraph", "did not"),
    ]


def test_comments_are_read_beside_the_text() -> None:
    comment = '<w:comment w:id="1">{}</w:comment><w:comment w:id="2">{}</w:comment>'
    data = word(p("Words", runs='<w:r><w:commentReference w:id="1"/></w:r>'))
    data = with_part(
        data, "comments", "comments.xml", part("comments", comment.format(p("Really?"), p("Nowhere.")))
    )
    assert told(data)[1:] == [
        ("body", "paragraph", "Words"),
        ("note", "comment", "Really?"),
        ("hidden", "comment", "Nowhere."),
    ]


def test_raised_numbers_are_references() -> None:
    raised = r("1, 3", '<w:vertAlign w:val="superscript"/>')
    data = word(p("Words.", runs=raised + field("NOTEREF x", "12")))
    assert read_word(data).shown[1] == Shown("Words.", None, 2, "body", "paragraph", (1, 3, 12))


@pytest.mark.parametrize("text", ['{"briefing": 1}\n', '{"text": "a & b < c"}\n'])
def test_the_provenance_is_what_the_custom_part_says(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    content = f'<provenance xmlns="urn:briefing:provenance">{escaped}</provenance>'.encode()
    data = with_part(OURS, "customXml", "item1.xml", content)
    assert read_word(data).claims == text.encode()
    assert read_word(OURS).claims is None
    assert read_word(with_part(OURS, "customXml", "item1.xml", b"<other>words</other>")).claims is None


def test_two_provenances_are_told() -> None:
    content = b'<provenance xmlns="urn:briefing:provenance">{}</provenance>'
    data = replaced(
        with_part(OURS, "customXml", "item1.xml", content),
        "word/_rels/document.xml.rels",
        '"customXml"',
        '"x"',
    )
    visible = read_word(with_part(data, "customXml", "item2.xml", content))
    assert [notice.code for notice in visible.notices] == ["claims-several"]


# ----------------------------------------------------------------------------------------- hostile files


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"word/document.xml": b"<w:document"},
        {"word/document.xml": b"\0" * 3_000_000},
        {"word/document.xml": part("document", "")},
        {"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "a">]><x/>'},
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line(parts: Mapping[str, bytes]) -> None:
    with pytest.raises(InputError, match=r"^[^\n]+$"):
        read_word(zipped(parts))


def test_elements_nested_beyond_measure_are_told_in_one_line() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + p("x") + "</w:sdtContent></w:sdt>" * 5_000
    with pytest.raises(InputError, match="not well-formed"):
        read_word(word(deep))


def test_a_word_file_is_known_by_its_content() -> None:
    assert format_of(OURS) == "docx"
