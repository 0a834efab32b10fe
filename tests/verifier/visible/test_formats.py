"""What readers see of a report in HTML, Markdown, JSON and as a message, and what is in it unseen."""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from converter import Settings, convert
from converter.errors import InputError
from converter.model.document import Block, BoxBlock, Document, ListBlock
from converter.stylesheets.listing import available
from converter.verifier.visible import format_of, read_visible
from converter.verifier.visible.eml import read_eml
from converter.writers import write
from tests.conformance.articles import write_articles
from tests.conformance.scripts import SCRIPTS, article
from tests.sample import sample_document, sample_style, with_contents
from tests.verifier.visible.said import hidden, of_document, of_visible
from tests.writers.pdf.documents import documents

UNTRUE = "the minister resigned"
FORMATS = ("html", "md", "json")
STYLES = [style.name for style in available("style")]


def report(format_: str, document: Document | None = None) -> bytes:
    """Return a report of that format."""
    return write(document or sample_document(), sample_style(), format_).data


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("document", [sample_document(), with_contents(sample_document())])
def test_a_report_is_read_line_by_line(format_: str, document: Document) -> None:
    data = report(format_, document)
    visible = read_visible(data, format_of(data))
    assert visible.format == format_
    # a text in Markdown has no contents
    assert of_visible(visible) == of_document(sample_document() if format_ == "md" else document)
    assert hidden(visible) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_references_are_numbers_beside_the_words(format_: str) -> None:
    found = {shown.text: shown.references for shown in read_visible(report(format_), format_).shown}
    assert found["The quay opened <today> & ships came back."] == (1,)
    assert found["“Nobody believed it.”"] == (2,)
    assert found["Paragraph 4, sentence 1, under “A slow century”; line 9"] == (3,)


def unnumbered(block: Block) -> Block:
    """Return `block` with bullets for numbers: in an item, lists of Markdown begin with 1."""
    if isinstance(block, BoxBlock):
        return replace(block, blocks=tuple(map(unnumbered, block.blocks)))
    if isinstance(block, ListBlock):
        return replace(block, items=tuple(replace(item, number=None) for item in block.items))
    return block


@pytest.mark.parametrize("format_", FORMATS)
@given(document=documents())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_report_is_read_line_by_line(format_: str, document: Document) -> None:
    blocks = tuple(map(unnumbered, document.blocks)) if format_ == "md" else document.blocks
    data = report(format_, replace(document, blocks=blocks, sources=sample_document().sources))
    visible = read_visible(data, format_)
    assert of_visible(visible) == of_document(document)
    assert hidden(visible) == []


@pytest.mark.parametrize("style", STYLES)
def test_reports_of_every_style_and_script_are_read_line_by_line(style: str, tmp_path: Path) -> None:
    sources = dict(write_articles(tmp_path))
    for script in SCRIPTS:
        sources[script] = tmp_path / f"{script}.md"
        sources[script].write_text(article(script), "utf-8")
    for name in ("everything", "Arabic", "Thai", "Chinese"):
        made = convert(str(sources[name]), Settings(style=style, length="full", formats=FORMATS))
        for one in made.reports:
            visible = read_visible(one.data, one.format)
            assert of_visible(visible) == of_document(made.document), (name, one.format)
            assert hidden(visible) == [], (name, one.format)


# ------------------------------------------------------------------------------------------------- HTML

UNSEEN = {
    "display": f'<p style="display:none">{UNTRUE}</p>',
    "visibility": f'<p style="visibility:hidden">{UNTRUE}</p>',
    "size": f'<p style="font-size:0">{UNTRUE}</p>',
    "small": f'<p style="font-size:2pt">{UNTRUE}</p>',
    "shorthand": f'<p style="font:1px serif">{UNTRUE}</p>',
    "white": f'<p style="color:#fff">{UNTRUE}</p>',
    "like its ground": f'<p style="color:#123456;background:rgb(18,52,86)">{UNTRUE}</p>',
    "clear": f'<p style="color:transparent">{UNTRUE}</p>',
    "opacity": f'<p style="opacity:0">{UNTRUE}</p>',
    "off the page": f'<p style="position:absolute;left:-9999px">{UNTRUE}</p>',
    "indent": f'<p style="text-indent:-9999px">{UNTRUE}</p>',
    "cut away": f'<p style="position:absolute;clip:rect(0,0,0,0)">{UNTRUE}</p>',
    "no height": f'<p style="height:0;overflow:hidden">{UNTRUE}</p>',
    "scaled": f'<p style="transform:scale(0)">{UNTRUE}</p>',
    "attribute": f"<p hidden>{UNTRUE}</p>",
    "comment": f"<!-- {UNTRUE} -->",
    "template": f"<template><p>{UNTRUE}</p></template>",
    "dialog": f"<dialog>{UNTRUE}</dialog>",
    "class": f'<style>.x{{display:none}}</style><p class="x">{UNTRUE}</p>',
    "id": f'<style>@media screen{{p#x{{color:white}}}}</style><p id="x">{UNTRUE}</p>',
    "place": f"<style>div > span{{visibility:hidden}}</style><div><span>{UNTRUE}</span></div>",
    "importance": f'<style>b{{display:none!important}}</style><p><b style="display:inline">{UNTRUE}</b></p>',
    "inherited": f'<div style="display:none"><p style="display:block">{UNTRUE}</p></div>',
}


@pytest.mark.parametrize("kind", UNSEEN)
def test_words_of_a_page_that_are_not_seen_are_hidden(kind: str) -> None:
    page = f"<!DOCTYPE html><body><p>Before.</p>{UNSEEN[kind]}<p>After.</p></body>"
    found = {shown.text: shown.place for shown in read_visible(page.encode(), "html").shown}
    assert found == {"Before.": "body", UNTRUE: "hidden", "After.": "body"}


SEEN = {
    "hidden from screen readers": f'<p aria-hidden="true">{UNTRUE}</p>',
    "shown again": f'<div style="visibility:hidden"><p style="visibility:visible">{UNTRUE}</p></div>',
    "on paper only": f"<style>@media print{{p{{display:none}}}}</style><p>{UNTRUE}</p>",
    "white on dark": f'<p style="color:#fff;background:#123456">{UNTRUE}</p>',
    "put in": f'<style>p.x::after{{content:"{UNTRUE}"}}</style><p class="x"></p>',
    "while pointed at": f"<style>b:hover{{display:none}}</style><p><b>{UNTRUE}</b></p>",
    "more weight": f'<style>#x{{display:block}}p{{display:none}}</style><div id="x"><b>{UNTRUE}</b></div>',
}


@pytest.mark.parametrize("kind", SEEN)
def test_words_of_a_page_that_are_seen_are_not_taken_for_hidden_ones(kind: str) -> None:
    (shown,) = read_visible(f"<!DOCTYPE html><body>{SEEN[kind]}</body>".encode(), "html").shown
    assert (shown.text, shown.place) == (UNTRUE, "body")


# ------------------------------------------------------------------------------------- Markdown and JSON


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- {UNTRUE} -->",
        f"[//]: # ({UNTRUE})",
        f"[^9]: {UNTRUE}",
        f'<p style="display:none">{UNTRUE}</p>',
        f'[Before](https://example.org "{UNTRUE}")',
        f"Before <!-- {UNTRUE} --> after",
    ],
)
def test_words_of_markdown_that_are_not_seen_are_hidden(text: str) -> None:
    found = read_visible(f"Words.\n\n{text}\n".encode(), "md")
    assert [one.removeprefix("// ") for one in hidden(found)] == [UNTRUE]


def test_words_of_a_line_that_no_block_shows_are_hidden() -> None:
    data = json.loads(report("json"))
    data["sections"][0]["lines"][0]["text"] = UNTRUE
    assert hidden(read_visible(json.dumps(data).encode(), "json")) == [UNTRUE]


CLAIMS = '{"briefing": 1, "text": "a -- b --- c <&> \\"d\\""}\n'


def test_the_provenance_is_the_same_bytes_in_each_format() -> None:
    comment = f"<!-- briefing-provenance {CLAIMS.strip().replace('--', '-' + chr(92) + 'u002d')} -->"
    escaped = CLAIMS.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    page = f'<!DOCTYPE html><head><meta name="briefing-provenance" content="{escaped}"></head><p>x</p>'
    told = {**json.loads(report("json")), "provenance": json.loads(CLAIMS)}
    for format_, data in (
        ("md", report("md") + f"\n{comment}\n".encode()),
        ("html", page.encode()),
        ("json", json.dumps(told).encode()),
    ):
        visible = read_visible(data, format_)
        assert visible.claims == CLAIMS.encode()
        assert hidden(visible) == []
        assert read_visible(report(format_), format_).claims is None


# --------------------------------------------------------------------------------------------- messages


def test_a_message_is_read_by_its_body_and_its_files() -> None:
    message = EmailMessage()
    message["Subject"] = "Words"
    message["From"] = "a@example.org"
    message.set_content("Plain words.\n\nMore.")
    plain = message.as_bytes()
    message.add_alternative(report("html").decode(), subtype="html")
    message.add_attachment(report("docx"), maintype="application", subtype="x", filename="report.docx")
    data = message.as_bytes()
    assert read_eml(data).files == (("report.docx", report("docx")),)
    assert [kind for kind, _ in read_eml(data).bodies] == ["text/plain", "text/html"]
    assert of_visible(read_visible(data, format_of(data))) == of_document(sample_document())
    assert [(one.text, one.line) for one in read_visible(plain, format_of(plain)).shown] == [
        ("Plain words.", 1),
        ("More.", 3),
    ]


@pytest.mark.parametrize("format_", ["html", "md", "json", "eml", "docx"])
@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\0", b"[" * 100_000, b"<div>" * 100_000, b"{}", b"> " * 50_000, b"x" * 100]
)
def test_hostile_files_are_read_or_refused_in_one_line(format_: str, data: bytes) -> None:
    try:
        told = read_visible(data, format_).format
    except InputError as error:
        told = str(error)
    assert told == format_ or ("be " in told and "\n" not in told)
