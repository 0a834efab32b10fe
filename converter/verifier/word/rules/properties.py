"""What the file says of itself: title and languages."""

import re
from collections.abc import Iterator

from converter.ooxml.xml import attribute, child
from converter.verifier.findings import Finding
from converter.verifier.word.document import Document
from converter.verifier.word.formatting import Formatting
from converter.verifier.word.story import Paragraph, run_text
from converter.verifier.word.styles import told_attribute

_SLOTS = ("val", "eastAsia", "bidi")
# Which slot of `w:lang` the letters of a text need, where that is beyond doubt (ECMA-376 17.3.2.20).
_LETTERS = {
    "bidi": re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\ufb1d-\ufdff\ufe70-\ufefc]"),
    "eastAsia": re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"),
    "val": re.compile(r"[\u0370-\u058f\u10a0-\u10ff]"),
}
_NAMES = {
    "bidi": "right-to-left and other complex scripts (w:bidi)",
    "eastAsia": "East Asian text (w:eastAsia)",
    "val": "text in Greek, Cyrillic and the like (w:val)",
}
_ASCII = re.compile(r"[\x00-\x7f]*")


def check_title(document: Document) -> Iterator[Finding]:
    """Find a missing title: WCAG 2.4.2 Page Titled, ISO 14289-1 7.1."""
    if not document.title:
        yield Finding("title-missing", "the file has no title; fill in Title in its properties")


def check_language(document: Document) -> Iterator[Finding]:
    """Find that no language is named at all: WCAG 3.1.1 Language of Page, ISO 14289-1 7.2."""
    if not any(_defaults(document).values()):
        yield Finding("language-missing", "no language is named; choose one for the whole document")


def check_slots(document: Document) -> Iterator[Finding]:
    """Find text whose script has a slot of its own in which no language is named: WCAG 3.1.2.

    Only the scripts that need the slot beyond doubt are looked at, and a document without any language is
    told once, by `check_language`.
    """
    defaults = _defaults(document)
    if not any(defaults.values()):
        return
    formatting = document.formatting
    for slot, letters in _LETTERS.items():
        if defaults[slot]:
            continue
        for story in document.stories:
            places = [one for one in story.paragraphs if _lacks(one, slot, letters, formatting)]
            if places:
                what = f"no language is named for {_NAMES[slot]}; mark the text with its language"
                yield Finding("language-slot", what, places[0].where)


def _defaults(document: Document) -> dict[str, str]:
    """Return slot → language of the document as a whole."""
    styles = document.styles
    layers = [
        *styles.layers(styles.known("paragraph", ""), "rPr"),
        *styles.defaults,
    ]
    theme = child(document.settings, "themeFontLang")
    return {slot: told_attribute(layers, "lang", slot) or attribute(theme, slot) for slot in _SLOTS}


def _lacks(paragraph: Paragraph, slot: str, letters: re.Pattern[str], formatting: Formatting) -> bool:
    return any(
        not told_attribute(formatting.levels(run, paragraph).all, "lang", slot)
        for run in paragraph.runs()
        if not _ASCII.fullmatch(text := run_text(run)) and letters.search(text)
    )
