"""Every format carries the same provenance, and no more than was asked for."""

import getpass
import json
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter import pipeline
from converter.configuration import CITES, Settings
from converter.pipeline import Conversion
from tests.unpacked import everything, provenance, unpacked, words

FORMATS = ("docx", "pdf", "html", "md", "json")
ALL = Settings(formats=FORMATS, author="A. Example -- <Desk> & 'Co'")
FIRST = """The quay of Lund reopened on Monday -- it's <not> a "toy" & costs 4 million."""
OTHERS = tuple(
    f"In the year {year} the {what} of the harbour was {done}, as the annals of the town of Lund tell."
    for year, what, done in zip(
        range(1901, 1931), ("quay", "crane", "light") * 10, ("mended", "sold") * 15, strict=True
    )
)
LAST = "Tolls will therefore fall by a third --- officials said so."


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder whose name is a person's, with an article, a style and a briefing file."""
    folder = tmp_path_factory.mktemp("home") / "ada-lovelace-1815"
    folder.mkdir()
    paragraphs = ["Quay of Lund reopens -- after ten years", FIRST, *OTHERS, LAST]
    (folder / "quay.txt").write_text("\n\n".join(paragraphs), "utf-8")
    (folder / "house.yaml").write_text("extends: default\ncontents: always\n", "utf-8")
    return folder


def edited(house: Path) -> Path:
    """Return a briefing file in which a person changed one line, left others out and added a note."""
    digest = sha256((house / "quay.txt").read_bytes()).hexdigest()
    file = house / "quay.yaml"
    file.write_text(
        f"""briefing: 1
source: {{name: quay.txt, sha256: {digest}}}
outline: default
language: en
sections:
  summary:
    lines:
      - p2s1: In 1901 the quay was mended.
      - note: Ask the desk -- today.
        by: Ada
""",
        "utf-8",
    )
    return file


def converted(location: Path, **settings: object) -> Conversion:
    return pipeline.convert(str(location), replace(ALL, **settings))


@pytest.fixture(scope="module")
def used(house: Path) -> Conversion:
    return converted(house / "quay.txt", style=str(house / "house.yaml"), length="brief")


def test_every_format_carries_the_same_bytes(used: Conversion) -> None:
    claimed = used.document.provenance.encode()
    assert json.loads(claimed)["lines"]
    assert [provenance(report) for report in used.reports] == [claimed] * len(FORMATS)


def test_word_and_pdf_know_the_sum_of_what_they_carry(used: Conversion) -> None:
    reports = {report.format: everything(report) for report in used.reports}
    digest = sha256(used.document.provenance.encode()).hexdigest()
    assert digest in reports["pdf"]
    assert digest in reports["docx"]


def test_json_holds_it_as_an_object(used: Conversion) -> None:
    report = json.loads(used.reports[-1].data)
    assert report["provenance"] == json.loads(used.document.provenance)


def test_markdown_ends_with_a_comment_that_nothing_in_it_ends(used: Conversion) -> None:
    text = used.reports[3].data.decode()
    inside = text[text.rindex("<!--") + 4 : -len("-->\n")]
    assert text.endswith("-->\n")
    assert not {"--", ">", "\n"} & {inside[at : at + width] for at in range(len(inside)) for width in (1, 2)}


def test_no_path_no_user_and_no_sentence_that_is_not_shown_is_inside(used: Conversion, house: Path) -> None:
    shown = {record.text for record in used.document.records}
    left_out = [sentence for sentence in OTHERS if sentence not in shown]
    assert left_out
    for report in used.reports:
        found = everything(report)
        for secret in (*left_out, str(house), house.name, str(Path.home()) + "/", f"/{getpass.getuser()}/"):
            assert secret not in found, report.format


def test_nothing_says_what_an_edited_line_was(house: Path) -> None:
    conversion = converted(edited(house))
    configuration = json.loads(conversion.document.provenance)["configuration"]
    assert (configuration["length"], configuration["trim"]) == (None, None)
    assert [record.kind for record in conversion.document.records] == ["edited", "note"]
    for report in conversion.reports:
        found = everything(report)
        assert "In 1901 the quay was mended." in found
        for secret in (*OTHERS, house.name):
            assert secret not in found, report.format


@pytest.mark.parametrize("kind", ["txt", "yaml"])
def test_with_none_no_format_says_more_than_it_shows(kind: str, house: Path) -> None:
    location = house / "quay.txt" if kind == "txt" else edited(house)
    conversion = converted(location, embed="none")
    (source,) = conversion.document.sources
    for report in conversion.reports:
        found = everything(report)
        assert provenance(report) == b"", report.format
        for trace in (
            source.sha256,
            "data-",
            "line_0",
            "briefing-provenance",
            "urn:briefing",
            '"spans"',
            '"origin"',
        ):
            assert trace not in found.replace("data-fact", ""), report.format


def test_with_source_the_article_travels_in_word_and_pdf_alone(house: Path) -> None:
    article = (house / "quay.txt").read_bytes()
    reports = converted(house / "quay.txt", embed="source", length="brief").reports
    holders = {report.format for report in reports if article in unpacked(report).values()}
    assert holders == {"docx", "pdf"}
    assert not any(all(sentence in everything(report) for sentence in OTHERS) for report in reports[2:])


def test_a_style_and_an_outline_given_as_paths_are_known_by_their_names(used: Conversion) -> None:
    configuration = json.loads(used.document.provenance)["configuration"]
    assert (configuration["style"], configuration["outline"], configuration["given"]) == (
        "house",
        "default",
        ["author"],
    )


def test_another_folder_makes_the_same_bytes(used: Conversion, house: Path, tmp_path: Path) -> None:
    for name in ("quay.txt", "house.yaml"):
        (tmp_path / name).write_bytes((house / name).read_bytes())
    again = converted(tmp_path / "quay.txt", style=str(tmp_path / "house.yaml"), length="brief")
    assert [report.sha256 for report in again.reports] == [report.sha256 for report in used.reports]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"overrides": {"typography.base.size": "11pt"}}, "style_sha256"),
        ({"paper": "Letter"}, "style_sha256"),
        ({"style": "government"}, "style"),
        ({"length": "full"}, "length"),
        ({"trim": False}, "trim"),
        ({"cite": "none"}, "cite"),
        ({"embed": "source"}, "embed"),
        ({"marking": "TLP:GREEN"}, "marking"),
        ({"report_language": "de"}, "language"),
        ({"title": "Another"}, "given"),
    ],
)
def test_whatever_changes_the_report_changes_the_configuration(
    change: dict[str, object], key: str, house: Path
) -> None:
    before, after = (
        json.loads(converted(house / "quay.txt", **{"formats": ("json",), **each}).document.provenance)
        for each in ({}, change)
    )
    assert before["configuration"][key] != after["configuration"][key]
    assert before["configuration"]["sha256"] != after["configuration"]["sha256"]


@pytest.mark.parametrize("cite", CITES)
def test_cite_chooses_what_readers_of_every_format_see(cite: str, house: Path) -> None:
    reports = {report.format: report for report in converted(house / "quay.txt", cite=cite).reports}
    notes = {
        "docx": b"<w:endnoteReference" in unpacked(reports["docx"])["word/document.xml"],
        "html": 'role="doc-noteref"' in everything(reports["html"]),
        "md": "\n[^1]: " in everything(reports["md"]),
        "json": json.loads(reports["json"].data)["references"] is not None,
        "pdf": "sentence\u00a01" in words(reports["pdf"]),
    }
    inline = {
        name: "[¶\u00a01]" in (words(report) if name == "pdf" else everything(report))
        for name, report in reports.items()
        if name != "json"
    }
    assert set(notes.values()) == {cite == "notes"}
    assert set(inline.values()) == {cite == "inline"}
    assert all(provenance(report) for report in reports.values())
