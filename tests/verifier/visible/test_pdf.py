import hashlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from converter import Settings, convert
from converter.errors import InputError
from converter.model.document import Attachment, Cell, Document, TableBlock, Text, TextBlock
from converter.stylesheets import available, load_style
from converter.verifier.visible.pdf import read_pdf
from converter.writers import write
from tests.conformance.articles import write_articles
from tests.conformance.scripts import SCRIPTS, article
from tests.document_text import document_lines
from tests.judges import tool
from tests.sample import sample_document, sample_style, with_contents
from tests.verifier.visible.making import changed, drawn, font, letters, report, shown, text, texts, where
from tests.writers.pdf.documents import document, documents, small_page

STYLES = [style.name for style in available("style")]
HIDDEN = "Secretly added words"


def body(data: bytes) -> list[str]:
    return shown(data, "body", "note")


# ------------------------------------------------------------------------------------ what a reader sees


def test_a_report_is_read_line_by_line() -> None:
    visible = read_pdf(report())
    assert visible.format == "pdf"
    assert visible.notices == ()
    assert letters(texts(visible, "body", "note")) == letters(
        document_lines(with_contents(sample_document()))
    )
    assert texts(visible, "hidden") == []


def test_words_parted_at_the_ends_of_lines_are_joined() -> None:
    said = where(read_pdf(report()), "The river silted").text
    block = next(each for each in sample_document().blocks if isinstance(each, TextBlock))
    assert said == "".join(each.text for each in block.content if isinstance(each, Text)).strip() + "³"


def test_pages_and_lines_count_as_a_person_counts_them() -> None:
    visible = read_pdf(report())
    places = {begin: where(visible, begin) for begin in ("Briefing", "River & Port", "Year", "Ships", "2025")}
    assert [(each.page, each.line) for each in places.values()] == [(1, 1), (1, 2), (1, 29), (1, 29), (1, 30)]
    # the paragraph before takes nine lines
    assert where(visible, "“Nobody").line == where(visible, "The river").line + 9
    assert (where(visible, "Implications").page, where(visible, "Implications").line) == (1, 9)
    second = [each for each in visible.shown if each.page == 2 and each.place == "body"]
    assert (second[0].text, second[0].line) == ("Implications", 1)


def test_roles_are_told() -> None:
    visible = read_pdf(report())
    found = {
        begin: where(visible, begin).role for begin in ("A slow century 1", "• The", "1. Survey", "Year")
    }
    assert found == {"A slow century 1": "item", "• The": "item", "1. Survey": "item", "Year": "cell"}
    assert where(visible, "Table 1").role == "caption"
    assert [each.text for each in visible.shown if each.role == "alternative"] == ["A blue quay"]
    assert [each.text for each in visible.shown if each.role == "heading2"] == [
        "A slow century",
        "Source and method",
        "References",
    ]
    assert [each.text[:2] for each in visible.shown if each.place == "note"] == ["1.", "2.", "3."]


def test_headers_and_footers_run_along() -> None:
    running = shown(report(), "running")
    title = "River & Port: “Trade” Returns"
    assert running == ["TLP:GREEN", f"{title} 1 / 2", "TLP:GREEN", f"{title} 2 / 2"]


def test_numbers_of_references_are_superior() -> None:
    assert where(read_pdf(report()), "• Tolls").text == "• Tolls fall by a third, officials said.²"


def test_the_head_of_a_table_that_goes_on_is_read_once() -> None:
    rows = (
        (Cell((Text("Year"),)), Cell((Text("Ships"),))),
        *((Cell((Text("a"),)), Cell((Text("b"),))),) * 40,
    )
    table = document(TableBlock(rows, header_rows=1))
    data = write(table, small_page(), "pdf").data
    assert letters(body(data)) == letters(document_lines(table))
    assert "Year Ships" in shown(data, "running")


@pytest.mark.parametrize("style", STYLES)
def test_the_sample_is_read_whole_in_every_style(style: str) -> None:
    made = with_contents(sample_document())
    data = write(made, load_style(style), "pdf").data
    assert letters(body(data)) == letters(document_lines(made))
    assert shown(data, "hidden") == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_is_read_whole(script: str, tmp_path: Path) -> None:
    assert_read_whole(article(script), "default", tmp_path)


@pytest.mark.conformance
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("script", [*SCRIPTS, "everything", "seed"])
def test_every_style_is_read_whole_in_every_script(
    style: str, script: str, tmp_path: Path, seed: Path
) -> None:
    files = {"seed": seed, **write_articles(tmp_path)}
    source = files[script].read_text("utf-8") if script in files else article(script)
    assert_read_whole(source, style, tmp_path)


@pytest.mark.conformance
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", [language.name for language in available("language")])
def test_every_style_is_read_whole_in_every_language(style: str, language: str, tmp_path: Path) -> None:
    source = write_articles(tmp_path)["everything"].read_text("utf-8")
    assert_read_whole(source, style, tmp_path, report_language=language)


def assert_read_whole(source: str, style: str, folder: Path, report_language: str = "") -> None:
    file = folder / "article.md"
    file.write_text(source, "utf-8")
    made = convert(
        str(file),
        Settings(
            style=style,
            length="full",
            formats=("pdf",),
            overrides={"contents": "always"},
            marking="TLP:AMBER",
            report_language=report_language,
        ),
    )
    visible = read_pdf(made.reports[0].data)
    assert letters(texts(visible, "body", "note")) == letters(document_lines(made.document))
    assert "TLP:AMBER" in texts(visible, "running")
    assert texts(visible, "hidden") == []
    assert visible.notices == ()


@settings(max_examples=25)
@given(documents())
def test_any_document_is_read_whole(made: Document) -> None:
    data = write(made, small_page(), "pdf").data
    assert letters(body(data)) == letters(document_lines(made))
    assert shown(data, "hidden") == []


@pytest.mark.parametrize("language", ["ar", "he"])
def test_reports_from_right_to_left_on_other_articles_are_read_whole(language: str, tmp_path: Path) -> None:
    source = write_articles(tmp_path)["everything"].read_text("utf-8")
    assert_read_whole(source, "default", tmp_path, report_language=language)


@pytest.mark.parametrize("script", ["Arabic", "Hebrew"])
def test_lines_from_right_to_left_are_read_in_their_order(script: str, tmp_path: Path) -> None:
    file = tmp_path / "article.md"
    file.write_text(article(script), "utf-8")
    made = convert(str(file), Settings(length="full", formats=("pdf",)))
    said = body(made.reports[0].data)
    assert f"• {SCRIPTS[script][1]}¹" in said
    assert {"• MS Lund", "MS Lund", "1,5"} < {*said}


# ---------------------------------------------------------------------------------- what no reader sees


def test_words_in_the_margin_are_seen() -> None:
    assert HIDDEN in body(drawn(text(HIDDEN)))


@pytest.mark.parametrize(
    "code",
    [
        text(HIDDEN, more="1 1 1 rg"),
        text(HIDDEN, more=".98 g"),
        text(HIDDEN, more="0 .2 .4 rg 10 390 120 30 re f 0 .22 .4 rg"),
        text(HIDDEN, more="3 Tr"),
        text(HIDDEN, more="7 Tr"),
        text(HIDDEN, size=1),
        text(HIDDEN, size=2.9),
        text(HIDDEN, size=0.1),
        text(HIDDEN, at="-300 400"),
        text(HIDDEN, at="20 5000"),
        text(HIDDEN, more="0 0 10 10 re W n"),
        text(HIDDEN) + " 1 g 10 390 120 30 re f",
        text(HIDDEN) + " 1 g 10 390 m 130 390 l 130 430 l 10 430 l h f",
        text(HIDDEN, more="/Off gs"),
        "0.01 0 0 0.01 20 400 cm " + text(HIDDEN, at="0 0", size=12),
    ],
)
def test_hidden_words_are_found(code: str) -> None:
    def add_state(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources.ExtGState = pikepdf.Dictionary(Off=pikepdf.Dictionary(ca=0, CA=0))

    data = changed(add_state, drawn(code))
    assert letters(shown(data, "hidden")) == letters([HIDDEN])
    assert letters(body(data)) == letters(body(report()))


@pytest.mark.parametrize("at", ["70 736", "180 600", "180 604"])
def test_white_words_under_other_words_are_hidden(at: str) -> None:
    data = drawn(text(HIDDEN, at, more="1 1 1 rg"), before=True)
    assert letters(shown(data, "hidden")) == letters([HIDDEN])
    assert letters(body(data)) == letters(body(report()))


def test_words_under_a_picture_are_hidden() -> None:
    code = text(HIDDEN) + " q 130 0 0 40 0 380 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    assert shown(drawn(code), "hidden") == [HIDDEN]


def test_one_word_that_is_covered_is_found() -> None:
    data = drawn(text("They did not agree") + " 1 g 60.5 395 15 16 re f")
    assert shown(data, "hidden") == ["not"]
    assert "They did agree" in body(data)


def test_words_outside_the_crop_box_are_hidden() -> None:
    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].CropBox = [50, 0, 595.28, 841.89]

    hidden = drawn(text("Secret", at="10 400"))
    assert shown(changed(crop, hidden), "hidden") == ["Secret"]


def test_words_in_a_layer_that_is_off_are_hidden() -> None:
    def layer(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Layer"))
        pdf.Root.OCProperties = pikepdf.Dictionary(
            OCGs=[group], D=pikepdf.Dictionary(OFF=[group], Order=[group])
        )
        pdf.pages[0].Resources.Properties = pikepdf.Dictionary(Layer=group)

    data = changed(layer, drawn(f"/OC /Layer BDC {text(HIDDEN)} EMC"))
    assert shown(data, "hidden") == [HIDDEN]


# ------------------------------------------------------------------------------------------------- lies


def test_body_text_that_is_marked_as_no_content_is_body() -> None:
    code = f"/Artifact <</Type/Pagination/Subtype/Header>> BDC {text(HIDDEN)} EMC"
    assert HIDDEN in body(drawn(code))


def test_glyphs_are_read_and_not_what_their_marks_say() -> None:
    data = drawn(f"/Span <</ActualText (They agreed)>> BDC {text('They did not agree')} EMC")
    visible = read_pdf(data)
    assert "They did not agree" in texts(visible, "body")
    assert [notice.code for notice in visible.notices] == ["pdf-text-differs"]
    assert "'They agreed'" in visible.notices[0].text


@pytest.mark.parametrize("letters_swapped", ["od", "oe", "nu"])
def test_a_font_that_lies_about_its_letters_is_found(letters_swapped: str) -> None:
    one, other = (f"><{ord(letter):04x}>".encode() for letter in letters_swapped)

    def swap(pdf: pikepdf.Pdf) -> None:
        for face in pdf.pages[0].Resources.Font.as_dict().values():
            codes = face.ToUnicode.read_bytes()
            parts = [part.replace(other, one) for part in codes.split(one)]
            face.ToUnicode = pdf.make_stream(other.join(parts))

    notices = read_pdf(changed(swap)).notices
    assert {notice.code for notice in notices} == {"pdf-letters-differ"}
    told = "".join(sorted(letters_swapped))
    assert f"SourceSerifPro-Regular look like others than they say: {told}" in " ".join(
        notice.text for notice in notices
    )


def test_notes_and_fields_are_shown() -> None:
    def note(pdf: pikepdf.Pdf) -> None:
        annotation = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Text,
            Rect=[20, 400, 40, 420],
            Contents="Nobody agreed",
        )
        pdf.pages[0].Annots.append(pdf.make_indirect(annotation))

    assert "Nobody agreed" in body(changed(note))
    assert letters(body(changed(note))).replace("Nobodyagreed", "") == letters(body(report()))


def test_what_an_annotation_looks_like_is_shown() -> None:
    def stamp(pdf: pikepdf.Pdf) -> None:
        look = pdf.make_stream(
            b"BT /Helv 10 Tf 2 5 Td (Stamped words) Tj ET",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 200, 20],
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=pdf.make_indirect(font()))),
        )
        annotation = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Stamp,
            Rect=[20, 400, 220, 420],
            F=4,
            AP=pikepdf.Dictionary(N=look),
        )
        pdf.pages[0].Annots.append(pdf.make_indirect(annotation))

    assert "Stamped words" in body(changed(stamp))


# -------------------------------------------------------------------------------- what it says of itself


def carrying() -> bytes:
    files = (
        Attachment("provenance.json", "application/json", b'{"briefing": 1}', "Data", "Lines"),
        Attachment("river.md", "text/markdown", b"# River", "Source", "Article"),
    )
    return write(replace(sample_document(), attachments=files), sample_style(), "pdf").data


def test_what_travels_inside_is_found() -> None:
    visible = read_pdf(carrying())
    assert (visible.claims, visible.article) == (b'{"briefing": 1}', b"# River")
    assert (read_pdf(report()).claims, read_pdf(report()).article) == (None, None)


def test_facts_are_those_of_the_metadata() -> None:
    assert read_pdf(report()).facts == {
        "title": "River & Port: “Trade” Returns",
        "author": "Ada Example",
        "generator": "briefing 0.1.0",
        "language": "en",
        "conformance": "PDF/UA-1, PDF/A-3A",
    }


def test_metadata_that_contradict_are_both_told() -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = "Another title"

    facts = read_pdf(changed(rename)).facts
    assert (facts["title"], facts["info-title"]) == ("River & Port: “Trade” Returns", "Another title")


def test_the_digest_of_the_claims_is_a_fact() -> None:
    digest = hashlib.sha256(b"claims").hexdigest()

    def add(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        said = f'<b:provenanceSha256 xmlns:b="https://example.org/b/">{digest}</b:provenanceSha256>'.encode()
        packet = packet.replace(b"</rdf:Description></rdf:RDF>", said + b"</rdf:Description></rdf:RDF>")
        pdf.Root.Metadata = pdf.make_stream(packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)

    assert read_pdf(changed(add)).facts["claims-sha256"] == digest


# ------------------------------------------------------------------------------------------- other files


@pytest.mark.parametrize(
    "options",
    [
        ["--linearize"],
        ["--object-streams=disable"],
        ["--object-streams=generate", "--compress-streams=y", "--recompress-flate"],
        ["--stream-data=uncompress"],
        ["--qdf"],
        ["--coalesce-contents", "--normalize-content=y"],
    ],
)
def test_rewriting_by_qpdf_changes_nothing(options: list[str], tmp_path: Path) -> None:
    program = tool.require("qpdf", Path("/usr/bin/qpdf") if Path("/usr/bin/qpdf").exists() else None)
    before, after = tmp_path / "before.pdf", tmp_path / "after.pdf"
    before.write_bytes(carrying())
    done = tool.run([str(program), *options, str(before), str(after)], timeout_s=60)
    assert done.returncode == 0, done.stderr
    assert read_pdf(after.read_bytes()) == read_pdf(before.read_bytes())


def test_a_pdf_without_tags_is_read_by_its_lines() -> None:
    file = BytesIO()
    canvas = Canvas(file, (595, 842), invariant=1)
    canvas.setFont("Helvetica", 10)
    for index, line in enumerate(("The council met in", "the old hall.")):
        canvas.drawString(72, 700 - 12 * index, line)
    canvas.drawString(72, 640, "Nobody spoke.")
    canvas.save()
    visible = read_pdf(file.getvalue())
    assert texts(visible, "body") == ["The council met in the old hall.", "Nobody spoke."]
    assert [each.line for each in visible.shown] == [1, 3]


def test_a_page_that_is_turned_says_the_same() -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = 90

    assert read_pdf(changed(turn)).shown == read_pdf(report()).shown


# ------------------------------------------------------------------------------- damaged and hostile files


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "input-broken"),
        (b"%PDF-1.7\n", "input-broken"),
        (b"PK\x03\x04", "input-broken"),
    ],
)
def test_what_is_no_pdf_is_refused_in_one_line(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_pdf(data)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)


def test_a_file_behind_a_password_is_refused() -> None:
    saved = BytesIO()
    with pikepdf.open(BytesIO(report())) as pdf:
        pdf.save(saved, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    with pytest.raises(InputError) as caught:
        read_pdf(saved.getvalue())
    assert caught.value.code == "input-encrypted"


def test_a_page_of_more_than_anybody_reads_is_refused() -> None:
    with pytest.raises(InputError, match="too many characters") as caught:
        read_pdf(drawn("".join(text(f"word{index} and more", f"20 {index}") for index in range(4_000))))
    assert caught.value.code == "pdf-too-long"


def test_a_page_of_more_objects_than_anybody_draws_is_refused() -> None:
    with pytest.raises(InputError, match="too many objects") as caught:
        read_pdf(drawn("0 0 1 1 re f " * 50_001))
    assert caught.value.code == "pdf-too-long"


@given(st.data())
def test_a_damaged_file_is_read_or_refused_in_one_line(data: st.DataObject) -> None:
    damaged = bytearray(report())
    for _ in range(data.draw(st.integers(1, 40))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    del damaged[data.draw(st.integers(len(damaged) // 2, len(damaged))) :]
    said = ""
    try:
        read_pdf(bytes(damaged))
    except InputError as error:
        said = str(error)
    assert len(said.splitlines()) <= 1
