"""The last look before anything is written: lines against their sources, files against their formats.

This shares no code with the composer: it starts from the spans and the articles and nothing else. What it
finds is a fault of ours, never of the user.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter.errors import ConverterError
from converter.model.article import Article
from converter.model.briefing import GAP
from converter.model.document import Document, FigureBlock, Record, Text
from converter.model.report import Report

_MAGIC = {"docx": b"PK\x03\x04", "pdf": b"%PDF-", "html": b"<!doctype html>", "json": b"{"}
"""How files of a format begin, in lower case where case does not matter."""


def check_document(document: Document, articles: Sequence[Article]) -> None:
    """Check that every verbatim line is word for word in its article, and is shown as it is recorded.

    White space and the marks of gaps do not count.

    Raises:
        ConverterError: `check-words`.
    """
    shown: dict[int, list[str]] = {}
    for index, text in _shown(document.blocks):
        shown.setdefault(index, []).append(text)
    for index, record in enumerate(document.records):
        if _letters(record.text) != _letters("".join(shown.get(index, ()))):
            raise _differs("is not shown as it was recorded", record)
        if record.kind == "verbatim" and _letters(record.text) != _letters(_source_text(record, articles)):
            raise _differs("is not what the article says", record)


def check_report(report: Report) -> None:
    """Check that `report` begins as files of its format do.

    Raises:
        ConverterError: `check-format`.
    """
    magic = _MAGIC.get(report.format, b"")
    if not report.data or not report.data[: len(magic)].lower().startswith(magic.lower()):
        raise ConverterError(
            "check-format", f"the {report.format} file that was made is none", remedy=_REMEDY
        )


_REMEDY = "nothing was written; please report this, with the article if you can"


def _shown(node: object) -> Iterator[tuple[int, str]]:
    """Yield words below `node` with the index of their record; the words of one record are in its order."""
    if isinstance(node, Text) and node.record is not None:
        yield node.record, node.text
    elif isinstance(node, FigureBlock) and node.record is not None:
        # Without a caption of the source, a picture's words are those for readers who do not see it.
        captions = list(_shown(node.caption))
        yield from captions or [(node.record, node.alternative)]
    elif isinstance(node, tuple):
        for part in node:
            yield from _shown(part)
    elif isinstance(node, Struct):
        # The last field first: a table's caption stands above it.
        for name in reversed(node.__struct_fields__):
            yield from _shown(getattr(node, name))


def _letters(text: str) -> str:
    """Return `text` without white space: between items and cells there is none."""
    return "".join(text.replace(GAP, " ").split())


def _source_text(record: Record, articles: Sequence[Article]) -> str:
    return " ".join(articles[span.article].slice(span) for span in record.spans)


def _differs(what: str, record: Record) -> ConverterError:
    start = " ".join(record.text.split()[:6])
    return ConverterError("check-words", f"the line '{start} …' {what}", remedy=_REMEDY)
