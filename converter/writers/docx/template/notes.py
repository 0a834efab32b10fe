"""End-notes in a template: numbered as they are cited, whatever the template did with its own (17.11)."""

from typing import Final, Literal

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn

from converter.writers.docx.template.editing import PARAGRAPH, insert_before, new
from converter.writers.docx.template.paper import section_of
from converter.writers.docx.template.trees import Element, elements, remove

# What follows `w:endnotePr` in `w:settings` (ECMA-376 17.15.1.78).
_AFTER_IN_SETTINGS: Final = tuple(
    f"w:{name}"
    for name in (
        "compat",
        "docVars",
        "rsids",
        "attachedSchema",
        "themeFontLang",
        "clrSchemeMapping",
        "doNotIncludeSubdocsInStats",
        "doNotAutoCompressPictures",
        "forceUpgrade",
        "captions",
        "readModeInkLockDown",
        "smartTagType",
        "shapeDefaults",
        "doNotEmbedSmartTags",
        "decimalSymbol",
        "listSeparator",
    )
)
# What precedes it in `w:sectPr` (ECMA-376 17.6.17).
_BEFORE_IN_SECTION: Final = "w:headerReference | w:footerReference | w:footnotePr"


def number_endnotes(template: DocxDocument, position: Literal["docEnd", "sectEnd"]) -> None:
    """Let end-notes be numbered 1, 2, 3 through the report, and stand at the end of it or of their section.

    Word asks the settings, LibreOffice the section.
    """
    settings, section = template.settings.element, template.element.body.sectPr
    if not elements(settings, "w:endnotePr"):
        separators = '<w:endnote w:id="-1"/><w:endnote w:id="0"/>'
        insert_before(settings, new(f"<w:endnotePr>{separators}</w:endnotePr>"), *_AFTER_IN_SETTINGS)
    if section is not None and not elements(section, "w:endnotePr"):
        section.insert(len(elements(section, _BEFORE_IN_SECTION)), new("<w:endnotePr/>"))
    in_sections = elements(template.element.body, ".//w:sectPr/w:endnotePr")
    for place in (*elements(settings, "w:endnotePr"), *in_sections):
        remove(*elements(place, "w:pos | w:numFmt | w:numStart | w:numRestart"))
        place.insert(0, new('<w:numFmt w:val="decimal"/>'))
    for place in elements(settings, "w:endnotePr"):
        place.insert(0, new(f'<w:pos w:val="{position}"/>'))


def end_of_notes(body: Element) -> Element | None:
    """Return the paragraph that ends the one section in which all notes are cited; `None`: it is the last."""
    cited = {section_of(reference) for reference in elements(body, ".//w:endnoteReference")}
    if len(cited) != 1:
        return None
    (section,) = cited
    return None if section is None else next(section.iterancestors(PARAGRAPH), None)


def refresh_references(body: Element) -> None:
    """Let repeated references show the number that Word gives their note: its place among all notes.

    Places of a template may stand in another order than the sections of a report, behind notes of its own.
    """
    shown: dict[str, int] = {}
    for number, reference in enumerate(elements(body, ".//w:endnoteReference"), start=1):
        for start in elements(reference, "../preceding-sibling::*[1][self::w:bookmarkStart]"):
            shown[start.get(qn("w:name"), "")] = number
    for instruction in elements(body, ".//w:instrText[contains(., 'NOTEREF')]"):
        name = next((word for word in (instruction.text or "").split() if word in shown), None)
        results = elements(instruction, "../following-sibling::w:r[w:t][1]/w:t")
        if name and results:
            results[0].text = str(shown[name])
