"""The steps, run together."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from converter import briefing_file, pipeline
from converter.configuration import Settings
from converter.errors import InputError, StyleError, UsageError
from converter.model.briefing import Edited
from converter.model.style import Length
from converter.pipeline.kit import Kit
from converter.readers.original import Original
from converter.readers.raw import fetch

JSON = Settings(formats=("json",))

ARTICLE = """\
Harbour of Lund reopens

The harbour of Lund reopened on Monday after ten years of work. The first ferry left at noon.

Background

The old quay collapsed in 2016. The city council voted for a new one in 2018.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_the_steps_come_in_their_order(article: Path) -> None:
    steps: list[str] = []

    @contextmanager
    def step(name: str) -> Iterator[None]:
        steps.append(name)
        yield

    pipeline.convert(str(article), replace(JSON, formats=("json", "md")), step)
    assert steps == ["read", "outline", "compose", "write json", "write md", "check"]


def test_without_formats_there_are_a_word_file_and_a_pdf(article: Path) -> None:
    reports = pipeline.convert(str(article), Settings()).reports
    assert [(report.format, report.data[:4]) for report in reports] == [("docx", b"PK\3\4"), ("pdf", b"%PDF")]


def test_every_line_stands_in_the_article(seed: Path) -> None:
    conversion = pipeline.convert(str(seed), JSON)
    article = seed.read_text("utf-8")
    assert conversion.document.records
    assert [record.text for record in conversion.document.records if record.text not in article] == []


def test_the_words_of_the_briefing_are_counted(article: Path) -> None:
    conversion = pipeline.convert(str(article), replace(JSON, length="full"))
    assert conversion.word_count == 12 + 6 + 6 + 10


@pytest.mark.parametrize(
    ("language", "report_language", "paper", "width_mm"),
    [
        ("en", "", "", 210),
        ("en-GB", "", "", 210),
        ("en-US", "", "", 215.9),
        ("es-MX", "", "", 215.9),
        ("en-US", "", "A4", 210),
        ("en", "", "Letter", 215.9),
        ("en-US", "fr", "", 210),
        ("fr", "en-CA", "", 215.9),
    ],
)
def test_the_paper_is_that_of_the_readers(
    article: Path, language: str, report_language: str, paper: str, width_mm: float
) -> None:
    settings = Settings(language=language, report_language=report_language, formats=("pdf",))
    data = pipeline.convert(str(article), replace(settings, paper=paper)).reports[0].data
    assert media_width(data) == pytest.approx(Length.from_mm(width_mm), abs=1)


def media_width(pdf: bytes) -> float:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return float(document.pages[0].mediabox[2])


def test_a_size_that_a_style_chose_stays(article: Path, tmp_path: Path) -> None:
    style = tmp_path / "small.yaml"
    style.write_text("extends: default\npage: {size: A5, indent: 0mm}\n", "utf-8")
    settings = Settings(style=str(style), language="en-US", formats=("pdf",))
    data = pipeline.convert(str(article), settings).reports[0].data
    assert media_width(data) == pytest.approx(Length.from_mm(148), abs=1)


def test_a_language_without_a_file_is_told(article: Path) -> None:
    conversion = pipeline.convert(str(article), replace(JSON, language="gsw"))
    assert "language-substituted" in {notice.code for notice in conversion.notices}
    assert conversion.document.language == "en"


def test_a_report_language_without_a_file_is_an_error(article: Path) -> None:
    with pytest.raises(StyleError, match="gsw"):
        pipeline.convert(str(article), replace(JSON, report_language="gsw"))


def test_faults_of_style_and_outline_are_found_before_an_article_is_read() -> None:
    for settings in (Settings(style="none"), Settings(outline="none"), Settings(report_language="xx")):
        with pytest.raises(StyleError):
            Kit(settings)


def test_no_notice_is_told_twice(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE.replace("quay", "quay \U00012000"), "utf-8")
    notices = pipeline.convert(str(path), Settings(formats=("pdf", "docx", "html"))).notices
    assert len(set(notices)) == len(notices)


# --------------------------------------------------------------------------------------- briefing files


def edited(article: Path, **settings: str) -> Path:
    """Outline `article`, change a word, and return the briefing file."""
    kit = Kit(JSON)
    draft = pipeline.draft(str(article), kit)
    language, _ = kit.report_language("en")
    details = pipeline.details(draft, replace(JSON, **settings))
    file = article.with_name("draft.yaml")
    text = briefing_file.dump(draft.briefing, language, details).replace("first ferry", "first boat")
    file.write_text(text, "utf-8")
    return file


def test_a_briefing_file_converts_with_what_a_person_changed(article: Path) -> None:
    conversion = pipeline.convert(str(edited(article)), JSON)
    lines = [line for section in conversion.briefing.sections for line in section.lines]
    assert [line.text for line in lines if isinstance(line, Edited)] == ["The first boat left at noon."]


def test_a_briefing_file_that_lost_its_first_key_is_no_article(article: Path) -> None:
    file = edited(article)
    file.write_text(file.read_text("utf-8").replace("briefing: 1", ""), "utf-8")
    with pytest.raises(InputError) as caught:
        pipeline.convert(str(file), JSON)
    assert caught.value.code == "briefing-invalid"


def test_what_a_briefing_file_says_about_itself_yields_to_settings(article: Path) -> None:
    file = edited(article, title="From the file", author="From the file")
    properties = pipeline.convert(str(file), replace(JSON, title="From settings")).document.properties
    assert (properties.title, properties.author) == ("From settings", "From the file")


def test_a_briefing_file_whose_article_changed_is_refused(article: Path) -> None:
    file = edited(article)
    article.write_text(ARTICLE + "\nMore.\n", "utf-8")
    with pytest.raises(InputError) as caught:
        pipeline.convert(str(file), JSON)
    assert caught.value.code == "briefing-stale"


def test_an_outline_that_was_given_as_a_path_is_found_again(article: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "description: One section\nsections:\n  everything: {roles: [], titles: {en: Everything}}\n", "utf-8"
    )
    settings = replace(JSON, outline=str(own))
    draft = pipeline.draft(str(article), Kit(settings))
    language, _ = Kit(settings).report_language("en")
    file = article.with_name("draft.yaml")
    file.write_text(briefing_file.dump(draft.briefing, language), "utf-8")
    assert pipeline.convert(str(file), settings).briefing.outline.name == "own"


def test_yaml_that_is_no_briefing_file_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "notes.yaml"
    path.write_text(ARTICLE, "utf-8")
    assert pipeline.convert(str(path), JSON).word_count > 0


def test_only_the_sections_that_are_wanted_are_shown_in_the_outlines_order(article: Path) -> None:
    whole = pipeline.convert(str(article), JSON)
    part = pipeline.convert(str(article), replace(JSON, sections=("background", "summary")))
    kept = [record for record in whole.document.records if record.section != "implications"]
    assert list(part.document.records) == kept
    assert {record.section for record in part.document.records} == {"summary", "background"}


def test_a_section_that_the_outline_has_not_is_told(article: Path) -> None:
    with pytest.raises(UsageError, match=r"no section 'sumary'; did you mean summary\?") as caught:
        pipeline.convert(str(article), replace(JSON, sections=("sumary",)))
    assert caught.value.code == "section-unknown"


def test_an_article_is_fetched_by_whom_the_caller_names(article: Path) -> None:
    fetched: list[str] = []

    def remembered(location: str) -> Original:
        fetched.append(location)
        return fetch(location)

    pipeline.draft(str(article), Kit(JSON), fetch=remembered)
    assert fetched == [str(article)]
