"""Digests from end to end: every line is proved against its source, in every format."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from converter import Settings, pipeline
from converter.pipeline import Conversion, Draft
from converter.pipeline.kit import Kit
from converter.readers.original import Original
from converter.stylesheets.listing import available
from converter.verifier.verifying import verify
from tests.digester.articles import TOLL, WIRE, article, mixed

FORMATS = ("docx", "pdf", "html", "md", "json")
MORNING = [article(number, WIRE, TOLL.format(number + 30)) for number in range(3)]

Fetch = Callable[[str], Original]


def fetching(texts: Sequence[str]) -> Fetch:
    """Return what gets the article `3.txt` from `texts`."""
    return lambda location: Original(texts[int(Path(location).stem)].encode(), location)


def drafted(texts: Sequence[str], settings: Settings) -> tuple[Kit, list[Draft]]:
    kit = Kit(settings)
    locations = [f"{number}.txt" for number in range(len(texts))]
    return kit, [pipeline.draft(location, kit, fetch=fetching(texts)) for location in locations]


def digested(texts: Sequence[str], unread: Sequence[str] = (), **settings: object) -> Conversion:
    kit, drafts = drafted(texts, Settings(formats=FORMATS, **settings))  # type: ignore[arg-type]
    return pipeline.render(pipeline.join(drafts, kit, unread=unread), kit)


def proved(made: Conversion, texts: Sequence[str]) -> dict[str, list[str]]:
    """Return for each format its verdict and its findings, with all articles at hand."""
    sources = [text.encode() for text in texts]
    found = {report.format: verify(report.data, sources)[0].verdict for report in made.reports}
    return {kind: [verdict.word, *(one.text for one in verdict.findings)] for kind, verdict in found.items()}


@pytest.mark.parametrize("count", [2, 5, 40])
def test_every_line_is_proved_against_its_source(count: int) -> None:
    texts = mixed(count)
    assert proved(digested(texts), texts) == {kind: ["proved"] for kind in FORMATS}


@pytest.mark.parametrize("cite", ["notes", "inline", "none"])
def test_lines_that_articles_share_are_proved_in_all_of_them(cite: str) -> None:
    made = digested(MORNING, cite=cite)
    assert proved(made, MORNING) == {kind: ["proved"] for kind in FORMATS}
    assert any(record.twins for record in made.document.records)


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_a_digest_for_readers_of_another_language_is_proved(language: str) -> None:
    texts = mixed(4)
    assert proved(digested(texts, report_language=language), texts) == {kind: ["proved"] for kind in FORMATS}


def test_with_the_articles_inside_nothing_else_is_needed() -> None:
    made = digested(MORNING, embed="source")
    found = {report.format: verify(report.data)[0].verdict.word for report in made.reports}
    assert (found["docx"], found["pdf"], found["html"]) == ("proved", "proved", "consistent")


@pytest.mark.parametrize("style", [one.name for one in available("style")])
def test_every_style_shows_every_word(style: str) -> None:
    texts = mixed(3)
    assert proved(digested(texts, style=style), texts) == {kind: ["proved"] for kind in FORMATS}


def test_one_of_several_sources_is_not_enough() -> None:
    report = digested(MORNING).reports[2].data
    assert verify(report, [MORNING[0].encode()])[0].verdict.word == "consistent"


def test_the_language_of_most_articles_is_that_of_the_report() -> None:
    assert digested(mixed(4, ("fr", "ar", "fr", "en"))).document.language == "fr"


def test_what_is_missing_is_named_and_told() -> None:
    made = digested([*MORNING[:2], MORNING[0] + "\n"], unread=["desk/broken.pdf"])
    omitted = [(one.name, one.same_as) for one in made.document.omissions]
    assert omitted == [("2.txt", 0), ("broken.pdf", None)]
    assert {"article-twice", "article-missing"} <= {notice.code for notice in made.notices}
    page = made.reports[3].data.decode()
    assert "Could not be read and is missing: broken.pdf" in page
    assert "2.txt: same text as 0.txt" in page
    assert "desk" not in page.replace("desk.", "")


def test_articles_without_a_date_are_told_where_dates_give_the_order() -> None:
    texts = [MORNING[0], "Town news\n\nThe pier was sold on Monday to a bank in the north.\n", MORNING[2]]
    kit, drafts = drafted(texts, Settings())
    joined = pipeline.join(drafts, kit, "date")
    assert [part.location for part in joined.parts] == ["2.txt", "0.txt", "1.txt"]
    assert [(n.code, n.where) for n in joined.briefing.notices] == [("article-undated", "1.txt")]


def test_a_digest_has_a_name_that_is_known_beforehand() -> None:
    kit, drafts = drafted(MORNING, Settings(report_language="fr"))
    joined = pipeline.join(drafts, kit)
    assert pipeline.file_name(joined, kit.settings) == "digest"
    assert pipeline.file_name(joined, Settings(title="Ports this week")) == "ports-this-week"


def test_the_same_articles_give_the_same_bytes() -> None:
    assert [one.data for one in digested(MORNING).reports] == [one.data for one in digested(MORNING).reports]


def test_data_is_as_the_schemas_say(root: Path) -> None:
    made = digested([*MORNING, *mixed(4), MORNING[0] + "\n"], unread=["broken.pdf"])
    report = json.loads(made.reports[-1].data)
    for name, data in (("json", report), ("provenance", json.loads(made.document.provenance))):
        schema = json.loads((root / "docs" / "formats" / f"{name}.schema.json").read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []
    assert [article["source"] for article in report["articles"]] == list(range(7))
    assert [one["name"] for one in report["omissions"]] == ["7.txt", "broken.pdf"]


def test_one_article_is_a_digest_of_one_and_not_a_briefing() -> None:
    made = digested(MORNING[:1])
    assert made.document.short_names == ("0",)
    assert proved(made, MORNING[:1]) == {kind: ["proved"] for kind in FORMATS}
