"""The last look finds what the composer and the writers must never do."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from converter import pipeline
from converter.configuration import Settings
from converter.errors import ConverterError
from converter.model.document import Document, Record, Text, TextBlock
from converter.model.report import Report
from converter.pipeline import Conversion
from converter.pipeline.check import check_document, check_report


@pytest.fixture(scope="module")
def conversion(seed: Path) -> Conversion:
    return pipeline.convert(str(seed), Settings(formats=("json",), length="full"))


def with_record(document: Document, index: int, record: Record) -> Document:
    records = (*document.records[:index], record, *document.records[index + 1 :])
    return replace(document, records=records)


def test_a_sound_document_passes(conversion: Conversion) -> None:
    check_document(conversion.document, conversion.briefing.articles)


def test_a_list_and_a_table_taken_over_whole_pass(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text(
        "# Ships\n\n- one\n- two\n  - three\n\n| a | b |\n|---|---|\n| c | d |\n", encoding="utf-8"
    )
    pipeline.convert(str(article), Settings(formats=("json",), length="full", language="en"))


def test_a_changed_word_is_found(conversion: Conversion) -> None:
    record = conversion.document.records[3]
    changed = replace(record, text=f"Not {record.text}")
    with pytest.raises(ConverterError, match="is not shown as it was recorded") as caught:
        check_document(with_record(conversion.document, 3, changed), conversion.briefing.articles)
    assert caught.value.code == "check-words"


def test_a_span_of_another_sentence_is_found(conversion: Conversion) -> None:
    first, second = conversion.document.records[:2]
    moved = with_record(conversion.document, 0, replace(first, spans=second.spans))
    with pytest.raises(ConverterError, match="is not what the article says"):
        check_document(moved, conversion.briefing.articles)


def test_a_line_that_is_not_shown_is_found(conversion: Conversion) -> None:
    document = conversion.document
    blocks = tuple(
        replace(block, content=()) if isinstance(block, TextBlock) and block.role == "body" else block
        for block in document.blocks
    )
    assert blocks != document.blocks
    with pytest.raises(ConverterError, match="is not shown as it was recorded"):
        check_document(replace(document, blocks=blocks), conversion.briefing.articles)


def test_words_of_our_own_under_a_record_are_found(conversion: Conversion) -> None:
    document = conversion.document
    invented = TextBlock("body", (Text("Invented.", record=0),))
    with pytest.raises(ConverterError, match="is not shown as it was recorded"):
        check_document(replace(document, blocks=(*document.blocks, invented)), conversion.briefing.articles)


@pytest.mark.parametrize("name", ["docx", "pdf", "html", "json"])
@pytest.mark.parametrize("data", [b"", b"rubbish"])
def test_a_file_that_is_none_of_its_format_is_found(name: str, data: bytes) -> None:
    with pytest.raises(ConverterError, match="file that was made is none") as caught:
        check_report(Report(name, data))
    assert caught.value.code == "check-format"


def test_a_format_of_another_package_is_not_judged() -> None:
    check_report(Report("odt", b"anything"))
