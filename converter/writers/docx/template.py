"""A house's own Word template: kept as it is, our content put behind its own.

Styles, headers, footers, theme, sections and numbering stay the template's. A style of ours is added only
where the content uses it and the template has none of that name.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from io import BytesIO

from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from converter.errors import StyleError
from converter.model.document import Document, NotesBlock
from converter.model.style import ON_COVER, Cover, Length, Page, Style
from converter.writers.docx.document import Body
from converter.writers.docx.drawing import Media
from converter.writers.docx.endnotes import endnotes_xml
from converter.writers.docx.hosting import open_template, part_of, relate
from converter.writers.docx.languages import language_attributes
from converter.writers.docx.look import Look
from converter.writers.docx.markup import NAMESPACES
from converter.writers.docx.merging import merge_bookmarks, merge_endnotes, merge_numbering, merge_styles
from converter.writers.docx.numbering import Numbering, definitions_xml
from converter.writers.docx.package import Relationships, repack
from converter.writers.docx.properties import MAX_LENGTH
from converter.writers.docx.runs import Runs
from converter.writers.docx.stylenames import ROLE_STYLES
from converter.writers.docx.styles import styles_xml
from converter.writers.docx.survey import survey
from converter.writers.docx.trees import elements, values

_PREFIX = "rIdBriefing"
# Far from the numbers of the template's own pictures.
_FIRST_PICTURE = 100_000
# What makes a paragraph more than an empty line.
_FILLED = " | ".join(
    f".//w:{name}" for name in ("t", "drawing", "pict", "object", "br", "fldChar", "fldSimple", "sectPr")
)
# What precedes `w:endnotePr` in `w:sectPr` (ECMA-376 17.6.17).
_BEFORE_ENDNOTES = "w:headerReference | w:footerReference | w:footnotePr"
# What follows `w:endnotePr` in `w:settings` (ECMA-376 17.15.1.78).
_AFTER_ENDNOTES = " | ".join(
    f"w:{name}"
    for name in (
        "compat",
        "docVars",
        "rsids",
        "themeFontLang",
        "clrSchemeMapping",
        "shapeDefaults",
        "decimalSymbol",
    )
)


def write_on_template(document: Document, style: Style, path: str) -> bytes:
    """Return a Word file: the template at `path` with `document` behind what it holds.

    Raises:
        StyleError: `template-missing`, `template-unreadable`, `template-macros`, `template-style-missing`.
    """
    template = open_template(path)
    named = _named(style, template, path)
    look = Look(_adapted(style, template), document.language, document.direction)
    found, media, numbering = (
        survey(document),
        Media("briefing", _FIRST_PICTURE),
        Numbering(definitions_xml(look)),
    )
    links, note_links = Relationships(_PREFIX), Relationships(_PREFIX)
    runs = Runs(links, found.bookmarks, found.repeated, found.pages)
    text = Body(look, runs, numbering, media).xml(document.blocks)
    last = document.blocks[-1]
    notes = last.notes if isinstance(last, NotesBlock) else ()
    notes_xml = endnotes_xml(notes, Runs(note_links, found.bookmarks, found.repeated))

    body, ours = parse_xml(f"<w:body {NAMESPACES}>{text}</w:body>"), parse_xml(notes_xml)
    added = merge_styles(template.styles.element, parse_xml(styles_xml(look)), [body, ours], named)
    if any(elements(element, ".//w:numPr") for element in (body, *added)):
        lists = part_of(template, "numbering", f"<w:numbering {NAMESPACES}/>")
        merge_numbering(lists.element, parse_xml(numbering.xml()), [body, *added], added)
    if notes:
        host = part_of(template, "endnotes", endnotes_xml((), runs))
        merge_endnotes(host.element, ours, [body])
        relate(host, note_links, {})
        _number_endnotes(template)
    relate(template.part, links, {part.name: part.data for part in media.parts.values()})
    merge_bookmarks(template.element.body, body)
    _append(template, body)
    _describe(template, document)
    archive = BytesIO()
    template.save(archive)
    return repack(archive.getvalue())


def _adapted(style: Style, template: DocxDocument) -> Style:
    """Return `style` on the template's paper; the opening of the first page is the template's, too."""
    section, page = template.sections[-1], style.page

    def length(emu: int | None, otherwise: Length) -> Length:
        return otherwise if emu is None else Length(emu / 12_700)

    paper = Page(
        width=length(section.page_width, page.width),
        height=length(section.page_height, page.height),
        top=length(section.top_margin, page.top),
        bottom=length(section.bottom_margin, page.bottom),
        left=length(section.left_margin, page.left),
        right=length(section.right_margin, page.right),
        header=length(section.header_distance, page.header),
        footer=length(section.footer_distance, page.footer),
    )
    # a house sets its text from the margin and in the fonts of its theme, and what was white on a ground of
    # colour stands on paper now
    column = style.text["body"].indent
    texts = {role: replace(text, indent=_less(text.indent, column)) for role, text in style.text.items()}
    if style.cover.kind != "none":
        texts |= {role: replace(texts[role], color=style.accent) for role in ON_COVER}
    box = style.box and replace(style.box, indent=_less(style.box.indent, column))
    return replace(style, page=paper, cover=Cover(), logo=None, text=texts, box=box, fonts=())


def _less(indent: Length, column: Length) -> Length:
    return Length(max(indent - column, 0))


def _named(style: Style, template: DocxDocument, path: str) -> dict[str, str]:
    """Return id of our style → name of the template's, as the style file maps roles to names."""
    names = {name.casefold() for name in values(template.styles.element, "w:style/w:name/@w:val")}
    mapped = style.word.get("map")
    named: dict[str, str] = {}
    for role, name in mapped.items() if isinstance(mapped, Mapping) else ():
        if str(name).casefold() not in names:
            raise StyleError(
                "template-style-missing",
                f"the Word template has no style {name!r}, to which {role} is mapped",
                where=path,
                remedy="correct word.map, or add the style to the template",
            )
        named[ROLE_STYLES[role].id] = str(name)
    return named


def _append(template: DocxDocument, body: BaseOxmlElement) -> None:
    """Put the content behind the template's own, in the place of empty paragraphs; the last section stays."""
    host = template.element.body
    children = [child for child in host.iterchildren() if child.tag != qn("w:sectPr")]
    while children and children[-1].tag == qn("w:p") and not elements(children[-1], _FILLED):
        host.remove(children.pop())
    for place, element in enumerate(list(body), start=len(children)):
        host.insert(place, element)


def _number_endnotes(template: DocxDocument) -> None:
    """Let end-notes be numbered 1, 2, 3, as they are cited, and know their separators.

    Word asks the settings, LibreOffice the section.
    """
    settings, section = template.settings.element, template.element.body.sectPr
    (place,) = elements(settings, "w:endnotePr") or (None,)
    if place is None:
        place = parse_xml(
            f'<w:endnotePr {NAMESPACES}><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'
        )
        following = next(iter(elements(settings, _AFTER_ENDNOTES)), None)
        settings.append(place) if following is None else following.addprevious(place)
    own = elements(section, "w:endnotePr") if section is not None else []
    if section is not None and not own:
        own = [parse_xml(f"<w:endnotePr {NAMESPACES}/>")]
        section.insert(len(elements(section, _BEFORE_ENDNOTES)), own[0])
    for each in (place, *own):
        for number_format in elements(each, "w:numFmt"):
            each.remove(number_format)
        each.insert(len(elements(each, "w:pos")), parse_xml(f'<w:numFmt {NAMESPACES} w:val="decimal"/>'))


def _describe(template: DocxDocument, document: Document) -> None:
    """Enter the document's language and core properties; those of the template described the template."""
    for text in elements(template.styles.element, "w:docDefaults/w:rPrDefault/w:rPr"):
        for language in elements(text, "w:lang"):
            text.remove(language)
        text.append(parse_xml(f"<w:lang {NAMESPACES}{language_attributes(document.language)}/>"))
    given, core = document.properties, template.core_properties
    created = datetime.fromisoformat(given.created)
    core.title, core.subject = given.title[:MAX_LENGTH], given.subject[:MAX_LENGTH]
    core.author = core.last_modified_by = given.author[:MAX_LENGTH]
    core.keywords, core.language = ", ".join(given.keywords)[:MAX_LENGTH], document.language
    core.created = core.modified = created
    core.comments, core.revision = "", 1
