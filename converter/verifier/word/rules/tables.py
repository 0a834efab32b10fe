"""Tables: heads that are marked, and no tables for the sake of layout."""

from collections.abc import Iterator

from converter.ooxml.xml import Element, child, holds
from converter.verifier.findings import Finding
from converter.verifier.word.document import Document
from converter.verifier.word.story import Story, is_header_row, row_cells, rows_of, text_within


def check_header_rows(document: Document) -> Iterator[Finding]:
    """Find tables of data without a head: WCAG 1.3.1, ISO 14289-1 7.5, Word's "no header row"."""
    for story, table, rows in _tables(document):
        if not _is_layout(rows) and not is_header_row(rows[0]):
            what = "a table has no head; mark its first row with Repeat Header Rows"
            yield Finding("table-header", what, story.where(table))


def check_header_cells(document: Document) -> Iterator[Finding]:
    """Find cells of a head that head nothing: WCAG 1.3.1. The one in the corner may be empty."""
    for story, table, rows in _tables(document):
        head = [row_cells(row) for row in rows if is_header_row(row)]
        if any(_is_empty(cell) for cells in head for cell in cells[1:] or cells):
            what = "a cell of a table's head is empty; say what its column holds"
            yield Finding("table-header-empty", what, story.where(table))


def check_merged_heads(document: Document) -> Iterator[Finding]:
    """Find heads with cells merged over rows: WCAG 1.3.1, Word's "merged or split cells"."""
    for story, table, rows in _tables(document):
        head = [cell for row in rows if is_header_row(row) for cell in row_cells(row)]
        if any(child(cell, "tcPr", "vMerge") is not None for cell in head):
            what = "cells of a table's head are merged over rows; split them, one to a row"
            yield Finding("table-header-merged", what, story.where(table))


def check_nested_tables(document: Document) -> Iterator[Finding]:
    """Find tables in cells of tables: WCAG 1.3.1 and 1.3.2, Word's "nested tables"."""
    for story, table, _ in _tables(document):
        if any(True for _ in table.iterancestors("{*}tc")):
            what = "a table stands in a cell of another; set it below that, or make them one"
            yield Finding("table-nested", what, story.where(table))


def check_layout_tables(document: Document) -> Iterator[Finding]:
    """Find tables of a single row that is no head: boxes and columns, not data: WCAG 1.3.2."""
    for story, table, rows in _tables(document):
        if _is_layout(rows):
            what = "a table of one row is layout; use borders and shading of paragraphs, or tab stops"
            yield Finding("table-layout", what, story.where(table))


def check_floating_tables(document: Document) -> Iterator[Finding]:
    """Find tables that text flows around: WCAG 1.3.2, Word's "object not in line with text"."""
    for story, table, _ in _tables(document):
        if child(table, "tblPr", "tblpPr") is not None:
            what = "a table floats beside the text; turn text wrapping off"
            yield Finding("table-floating", what, story.where(table))


def _tables(document: Document) -> Iterator[tuple[Story, Element, list[Element]]]:
    """Yield tables that have rows."""
    for story in document.stories:
        for table in story.tables:
            rows = rows_of(table)
            if rows:
                yield story, table, rows


def _is_layout(rows: list[Element]) -> bool:
    return len(rows) == 1 and not is_header_row(rows[0])


def _is_empty(cell: Element) -> bool:
    return not text_within(cell).strip() and not holds(cell, "oMath", "sym")
