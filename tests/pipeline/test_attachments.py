"""What travels inside a report says where each line comes from, and nothing that was left out."""

import io
import json
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from converter import pipeline
from converter.configuration import Embed, Settings
from converter.model.document import PROVENANCE
from converter.pipeline.attachments import attachments
from tests.sample import sample_document

PDF = Settings(formats=("pdf",))


def attached(location: str, settings: Settings) -> dict[str, bytes]:
    (report,) = pipeline.convert(location, settings).reports
    with pikepdf.open(io.BytesIO(report.data)) as pdf:
        return {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}


@pytest.mark.parametrize(
    ("embed", "names"),
    [("used", {PROVENANCE}), ("source", {PROVENANCE, "strategic-dialogues.txt"}), ("none", set())],
)
def test_no_more_travels_than_was_asked_for(seed: Path, embed: Embed, names: set[str]) -> None:
    found = attached(str(seed), replace(PDF, embed=embed))
    assert set(found) == names
    assert all(data == seed.read_bytes() for name, data in found.items() if name != PROVENANCE)


def test_where_each_line_stands_can_be_looked_up(seed: Path) -> None:
    told = json.loads(attached(str(seed), PDF)[PROVENANCE])
    text = seed.read_text("utf-8")
    shown = [record.text for record in pipeline.convert(str(seed), PDF).document.records]
    assert [line["text"] for line in told["lines"]] == shown
    for line in told["lines"]:
        assert "".join(text[start:end] for start, end in line["spans"]) == line["text"]


def test_nothing_that_was_left_out_and_no_path_travels(seed: Path) -> None:
    told = attached(str(seed), replace(PDF, length="brief"))[PROVENANCE].decode()
    shown = {
        record.text for record in pipeline.convert(str(seed), replace(PDF, length="brief")).document.records
    }
    left_out = [
        record.text
        for record in pipeline.convert(str(seed), replace(PDF, length="full")).document.records
        if record.text not in shown
    ]
    assert left_out
    assert [text for text in left_out if text in told] == []
    assert str(seed.parent) not in told


def test_an_article_with_the_name_of_the_provenance_keeps_its_bytes(tmp_path: Path) -> None:
    article = tmp_path / PROVENANCE
    article.write_text("The harbour of Lund reopened on Monday after ten years of work.\n", "utf-8")
    found = attached(str(article), replace(PDF, embed="source", input_format="txt"))
    assert found.pop(f"article {PROVENANCE}") == article.read_bytes()
    assert set(found) == {PROVENANCE}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("https://example.org/news/quay.html?x=1#y", "quay.html"),
        ("https://example.org/", "article"),
        ("https://example.org/provenance.json", "article provenance.json"),
        ("stdin", "stdin"),
    ],
)
def test_an_article_from_the_web_is_a_file_without_folders(name: str, shown: str) -> None:
    document = sample_document()
    source = replace(document.sources[0], name=name)
    made = list(attachments(replace(document, sources=(source,)), {}, [b"The quay"]))
    assert [each.name for each in made] == [PROVENANCE, shown]
