import hashlib
from io import BytesIO
from pathlib import Path
from typing import Literal

import pikepdf
import pytest
from hypothesis import given, settings
from reportlab.pdfgen.canvas import Canvas

from converter import Settings, convert
from converter.model.document import Cell, Document, TableBlock, Text, TextBlock
from converter.stylesheets.listing import available
from converter.stylesheets.styles import load_style
from converter.verifier.visible.pdf import read_pdf
from converter.writers import write
from tests.conformance.articles import write_articles
from tests.conformance.scripts import SCRIPTS, article
from tests.document_text import document_lines
from tests.sample import sample_document, with_contents
from tests.verifier.visible.making import carrying, changed, letters, report, shown, texts, where
from tests.writers.pdf.documents import document, documents, small_page

STYLES = [style.name for style in available("style")]
HIDDEN = "Secretly added words"


def body(data: bytes) -> list[str]:
    return shown(data, "body", "note")


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


def test_what_travels_inside_is_found() -> None:
    visible = read_pdf(carrying())
    assert (visible.claims, visible.articles) == (b'{"briefing": 1}', (b"# River",))
    assert (read_pdf(report()).claims, read_pdf(report()).articles) == (None, ())


def test_facts_are_those_of_the_metadata() -> None:
    assert read_pdf(report()).facts == {
        "title": "River & Port: “Trade” Returns",
        "author": "Ada Example",
        "generator": "briefing 0.1.0",
        "language": "en",
        "conformance": "PDF/UA-1, PDF/A-3A",
        "tagged": "yes",
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


@pytest.mark.parametrize("cite", ["inline", "notes"])
@pytest.mark.parametrize("language", ["ar", "he"])
def test_brackets_and_quotation_marks_from_right_to_left_are_read_as_typed(
    language: str, cite: Literal["inline", "notes"], tmp_path: Path
) -> None:
    one, other = {"ar": ("ميناء", "فالو"), "he": ("נמל", "פאלו")}[language]
    said = f"{one} “{other}” ”{one}” ‘{other}’ «{one}» ({one}) [{other}] {other} (12) {one}."
    file = tmp_path / "article.md"
    file.write_text(f"# {one}\n\n{said}\n", "utf-8")
    settings = Settings(length="full", formats=("pdf",), cite=cite)
    visible = read_pdf(convert(str(file), settings).reports[0].data)
    mark = "¹" if cite == "notes" else " [¶ 1]"
    assert f"• {said}{mark}" in texts(visible, "body")
    assert visible.notices == ()


@pytest.mark.parametrize(
    "said", ["The council 😀 approved the plan 😁😀 of 𠮷野家.", "الميناء 😀 هو 😁😀 فالو."]
)
def test_characters_beyond_the_first_plane_are_read_whole(said: str, tmp_path: Path) -> None:
    file = tmp_path / "article.md"
    file.write_text(f"# {said[:-1]}\n\n{said}\n", "utf-8")
    data = convert(str(file), Settings(length="full", formats=("pdf",), cite="none")).reports[0].data
    assert f"• {said}" in shown(data, "body")


@pytest.mark.parametrize(
    "said",
    [
        "It says שלום 12:30 and no more.",
        "It says مرحبا (1) [2] <3> שלום -5% 12:30 and no more.",
        "It says 300 נמל 7 – 12:30 quay and no more.",
        "It says ميناء 1,5 (שלום) -5% and no more.",
    ],
)
def test_numbers_beside_words_that_run_the_other_way_are_read_in_their_order(
    said: str, tmp_path: Path
) -> None:
    file = tmp_path / "article.md"
    file.write_text(f"# The quay\n\n{said}\n", "utf-8")
    data = convert(str(file), Settings(length="full", formats=("pdf",), cite="none")).reports[0].data
    assert f"• {said}" in shown(data, "body")


def test_a_title_whose_second_line_begins_with_a_sign_of_the_other_direction_is_read_whole(
    tmp_path: Path,
) -> None:
    title = "The quay: a b c d e f مرحبا (1) [2] <3> שלום -5% 12:30"
    file = tmp_path / "article.md"
    file.write_text(f"# {title}\n\nThe quay is open.\n", "utf-8")
    assert title in shown(convert(str(file), Settings(formats=("pdf",))).reports[0].data, "body")


def test_numbers_of_references_are_superior_where_the_text_has_the_same_sign(tmp_path: Path) -> None:
    file = tmp_path / "article.md"
    file.write_text("# The quay\n\nIt holds 9 m¹ or so.\n", "utf-8")
    data = convert(str(file), Settings(length="full", formats=("pdf",))).reports[0].data
    assert "• It holds 9 m¹ or so.¹" in shown(data, "body")


def test_signs_that_run_leftwards_are_not_taken_apart(tmp_path: Path) -> None:
    file = tmp_path / "article.md"
    said = "قال المجلس… إن الخطة ½ جاهزة™ و№..."
    file.write_text(f"# {'ميناء فالو ' * 20}\n\n{said}\n", "utf-8")
    visible = read_pdf(convert(str(file), Settings(formats=("pdf",), cite="none")).reports[0].data)
    assert f"• {said}" in texts(visible, "body")
    assert "فالو…" in texts(visible, "running")[0]


def test_the_cells_of_a_row_that_breaks_over_pages_are_read_one_after_the_other() -> None:
    cells = ("Ada", "left " * 60, "right " * 150)
    rows = tuple(tuple(Cell((Text(f"{said}{row}"),)) for said in cells) for row in range(4))
    data = write(document(TableBlock(rows, header_rows=0)), small_page(), "pdf").data
    read = [each for each in read_pdf(data).shown if each.role == "cell"]
    assert [each.text for each in read] == [f"{said}{row}" for row in range(4) for said in cells]
    assert {each.page for each in read} > {1, 2}
