"""End-notes in a template: numbered as they are cited, whatever the template did with its own (17.11)."""

from typing import Final

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn

from converter.writers.docx.template.editing import insert_before, new, remove
from converter.writers.docx.template.trees import Element, elements

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


def number_endnotes(template: DocxDocument) -> None:
    """Let end-notes be numbered 1, 2, 3, and know their separators.

    Word asks the settings, LibreOffice the section.
    """
    settings, section = template.settings.element, template.element.body.sectPr
    (place,) = elements(settings, "w:endnotePr") or (None,)
    if place is None:
        place = new('<w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>')
        insert_before(settings, place, *_AFTER_IN_SETTINGS)
    places = [place]
    if section is not None:
        own = elements(section, "w:endnotePr") or [new("<w:endnotePr/>")]
        if own[0].getparent() is None:
            section.insert(len(elements(section, _BEFORE_IN_SECTION)), own[0])
        places += own
    for each in places:
        remove(*elements(each, "w:numFmt"))
        each.insert(len(elements(each, "w:pos")), new('<w:numFmt w:val="decimal"/>'))


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
