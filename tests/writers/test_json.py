"""JSON, as another program reads it."""

import json
import re
from base64 import b64decode
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.model.document import Document, NotesBlock, Text, TextBlock
from converter.writers import write
from tests.document_text import document_lines
from tests.sample import png, sample_document, sample_style, with_contents, with_provenance
from tests.writers.reading import json_lines


def read(document: Document) -> Any:  # noqa: ANN401 - JSON is read as others read it
    return json.loads(write(document, sample_style(), "json").data)


def test_it_says_what_the_document_says_in_the_same_order() -> None:
    document = sample_document()
    assert json_lines(write(document, sample_style(), "json").data) == document_lines(document)


def test_it_keeps_to_its_schema_and_the_schema_is_strict(root: Path) -> None:
    schema = json.loads((root / "docs/formats/json.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(read(with_contents(sample_document())))
    report = read(sample_document())
    validator.validate(report)
    report["sections"][0]["lines"][0]["colour"] = "red"
    assert not validator.is_valid(report)


def test_with_and_without_provenance_it_keeps_to_its_schema(root: Path) -> None:
    schema = json.loads((root / "docs/formats/json.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    carrying = read(with_provenance(sample_document()))
    bare = read(replace(sample_document(), embed="none"))
    validator.validate(carrying)
    validator.validate(bare)
    assert carrying["provenance"]["lines"][0]["text"] == carrying["sections"][0]["lines"][0]["text"]
    assert (bare["provenance"], bare["sources"]) == (None, [])
    assert set(bare["sections"][0]["lines"][0]) == {"id", "kind", "text", "reference", "author"}


def test_contents_lead_to_the_headings() -> None:
    report = read(with_contents(sample_document()))
    entries = report["contents"]["entries"]
    assert [entry["anchor"] for entry in entries if entry["level"] == 1] == [
        section["anchor"] for section in report["sections"]
    ]
    assert read(sample_document())["contents"] is None


def test_every_key_of_the_schema_is_documented(root: Path) -> None:
    schema = (root / "docs/formats/json.schema.json").read_text("utf-8")
    page = (root / "docs/formats/json.md").read_text("utf-8")
    keys = {
        key for names in re.findall(r'"required": \[(.*?)\]', schema) for key in re.findall(r'"(\w+)"', names)
    }
    assert len(keys) > 40
    assert keys <= {*re.findall(r"[`\"](\w+)[`\"]", page), "type"}


def test_lines_lead_back_to_their_source() -> None:
    report = read(sample_document())
    summary = report["sections"][0]
    assert (summary["key"], summary["title"], summary["anchor"]) == ("summary", "Summary", "summary")
    assert summary["lines"][0] == {
        "id": 0,
        "kind": "verbatim",
        "text": "The quay opened <today> & ships came back.",
        "source": 0,
        "spans": [[40, 82]],
        "paragraph": 1,
        "sentence": 1,
        "origin": {"unit": "line", "number": 3},
        "reference": 1,
        "author": "",
    }
    assert report["sources"][0]["sha256"] == "0123456789abcdef" * 4


def test_each_line_knows_its_reference_also_when_it_is_repeated() -> None:
    sections = read(sample_document())["sections"]
    references = {line["id"]: line["reference"] for section in sections for line in section["lines"]}
    assert references == {0: 1, 1: 2, 2: 3, 3: 2}


def test_a_picture_travels_inside() -> None:
    blocks = [block for section in read(sample_document())["sections"] for block in section["blocks"]]
    (figure,) = (block for block in blocks if block["type"] == "figure")
    assert b64decode(figure["base64"]) == png(24, 12)


def test_without_end_notes_there_are_no_references() -> None:
    document = sample_document()
    bare = replace(document, blocks=tuple(b for b in document.blocks if not isinstance(b, NotesBlock)))
    assert read(bare)["references"] is None


def test_it_is_text_with_a_line_end_and_without_escapes() -> None:
    data = write(sample_document(), sample_style(), "json").data
    assert "“Trade”" in data.decode("utf-8")
    assert data.endswith(b"}\n")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_survives_exactly(text: str) -> None:
    document = sample_document()
    document = replace(document, blocks=(document.blocks[0], TextBlock("body", (Text(text),))))
    assert read(document)["sections"][0]["blocks"][0]["content"] == [{"text": text}]
