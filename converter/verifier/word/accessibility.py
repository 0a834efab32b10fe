"""Is a Word file accessible? What can be told from the file is told here, rule by rule."""

from collections.abc import Callable, Iterator

from converter.verifier.findings import Finding
from converter.verifier.word.document import Document
from converter.verifier.word.rules import (
    blanks,
    contrast,
    floating,
    headings,
    links,
    pictures,
    properties,
    tables,
)

Rule = Callable[[Document], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    properties.check_title,
    properties.check_language,
    properties.check_slots,
    headings.check_headings_there,
    headings.check_first_level,
    headings.check_levels,
    headings.check_empty_headings,
    pictures.check_alternatives,
    pictures.check_placeholders,
    tables.check_header_rows,
    tables.check_header_cells,
    tables.check_merged_heads,
    tables.check_nested_tables,
    tables.check_layout_tables,
    tables.check_floating_tables,
    links.check_link_texts,
    links.check_generic_texts,
    links.check_addresses,
    contrast.check_contrast,
    contrast.check_pictures_behind,
    blanks.check_blank_paragraphs,
    blanks.check_blank_characters,
    floating.check_text_boxes,
    floating.check_frames,
    floating.check_floating,
    floating.check_watermarks,
)
"""All rules, in the order in which their findings are told; docs/formats/word-accessibility.md lists them."""


def check_accessibility(data: bytes, where: str = "") -> tuple[Finding, ...]:
    """Return what stands in the way of some readers of a Word file; empty when nothing was found.

    Args:
        data: the file: a .docx, .docm, .dotx or .dotm, transitional or strict.
        where: its name, for messages.

    Raises:
        InputError: `input-broken`, `input-bomb`, `input-unsupported`.
    """
    document = Document(data, where)
    return tuple(finding for rule in RULES for finding in rule(document))
