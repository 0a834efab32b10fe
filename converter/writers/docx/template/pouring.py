"""A report on a house's own Word template: what is in it stays, our content takes its places.

1. open it, without what may not come along: `opening`, `cleaning`, `instructions`
2. find its places: `places` (`controls`, `bookmarks`, `placeholders`)
3. part the report, and plan what goes where: `content`, `plan`
4. fill words into their places, in the format that stood there
5. write blocks for the paper that they will stand on: `paper`, `writing`
6. let them use the template's styles, lists and notes: `mapping`, `merging`, `notes`, `script`
7. put them into their places, the rest at `body`, or behind everything
"""

from collections.abc import Iterable, Mapping, Sequence

from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from msgspec.structs import replace

from converter.model.document import Document, Text
from converter.model.report import Report
from converter.model.style import ON_COVER, Cover, Length, Page, Style
from converter.writers.docx.contents import SECTIONS
from converter.writers.docx.endnotes import endnotes_xml
from converter.writers.docx.look import Look
from converter.writers.docx.markup import NAMESPACES
from converter.writers.docx.package import Relationships
from converter.writers.docx.runs import Runs
from converter.writers.docx.styles import styles_xml
from converter.writers.docx.template.carrying import carry, clear
from converter.writers.docx.template.content import BODY, Content, content_of
from converter.writers.docx.template.describing import describe
from converter.writers.docx.template.editing import PARAGRAPH, SECTION, is_blank, replace_or_follow
from converter.writers.docx.template.mapping import mapped_styles
from converter.writers.docx.template.merging import (
    merge_bookmarks,
    merge_endnotes,
    merge_numbering,
    merge_styles,
)
from converter.writers.docx.template.notes import end_of_notes, number_endnotes, refresh_references
from converter.writers.docx.template.opening import open_template
from converter.writers.docx.template.paper import page_at
from converter.writers.docx.template.parts import free_names, packed, part_of, relate, stories
from converter.writers.docx.template.places import places_of
from converter.writers.docx.template.plan import Plan, plan_of
from converter.writers.docx.template.script import settle_line, settle_script
from converter.writers.docx.template.trees import Element, elements
from converter.writers.docx.template.writing import Piece, Written, write_pieces

_NOTES = "references"
"""Name of the piece that always stands last: Word sets the notes behind it."""


def write_on_template(document: Document, style: Style, path: str) -> Report:
    """Return a Word file: the template at `path` with `document` at its places, or behind what it holds.

    Raises:
        StyleError: `template-missing`, `template-unreadable`, `template-style-missing`.
    """
    template, cleaned = open_template(path)
    clear(template)
    named = mapped_styles(style, template, path)
    content = content_of(document)
    plan = plan_of(places_of(template), content, path)
    for place, texts in plan.words:
        settle_line(place.fill(_runs(texts, document)), document)
    pieces = _pieces(content, plan, style, template.element.body)
    written = write_pieces([*pieces.values()], document, free_names(template))
    settle_script([*written.trees, written.notes], document, template.styles.element)
    _join(template, written, pieces[_NOTES].look, named)
    for name, tree in zip(pieces, written.trees, strict=True):
        blocks = [*tree]
        if name in plan.blocks and blocks:
            plan.blocks[name].put(blocks)
        elif name == _NOTES and blocks:
            _append_notes(template, blocks)
        elif blocks:
            _append(template.element.body, blocks)
    refresh_references(template.element.body)
    describe(template, document)
    carry(template, document)
    return Report("docx", packed(template), notices=(*cleaned, *plan.notices))


def _runs(texts: Iterable[Text], document: Document) -> list[Element]:
    spoken = (replace(text, language=text.language or document.language) for text in texts)
    return [*parse_xml(f"<w:p {NAMESPACES}>{Runs(Relationships()).xml(spoken)}</w:p>")]


def _pieces(content: Content, plan: Plan, style: Style, body: Element) -> dict[str, Piece]:
    """Return the pieces by name: those with places of their own, the rest, and last the references."""

    def look(name: str) -> Look:
        place = plan.blocks[name].element if name in plan.blocks else (body[-1] if len(body) else body)
        return Look(_adapted(style, page_at(place, style.page)), language, direction, "host")

    language, direction = content.document.language, content.document.direction
    own = {
        name: Piece(content.blocks[name], look(name), content.headings.get(name))
        for name in plan.blocks
        if name != BODY
    }
    return {
        **own,
        BODY: Piece(content.rest(plan.blocks, plan.said), look(BODY)),
        _NOTES: Piece(content.notes, look(_NOTES)),
    }


def _join(template: DocxDocument, written: Written, look: Look, named: Mapping[str, str]) -> None:
    """Let what was written use the template's styles, lists, notes and links, and add what these lack."""
    content = [*written.trees, written.notes]
    added = merge_styles(template.styles.element, parse_xml(styles_xml(look)), content, named)
    if any(elements(element, ".//w:numPr") for element in (*content, *added)):
        lists = part_of(template, "numbering", f"<w:numbering {NAMESPACES}/>")
        merge_numbering(lists.element, written.numbering, [*content, *added], added)
    if elements(written.notes, "w:endnote[not(@w:type)]"):
        host = part_of(template, "endnotes", endnotes_xml((), Runs(Relationships())))
        merge_endnotes(host.element, written.notes, written.trees)
        relate(host, written.note_links, {})
    relate(template.part, written.links, written.pictures)
    _settle_contents(written.trees, mapped=bool(named))
    merge_bookmarks([story for _, story in stories(template)], written.trees)


def _settle_contents(trees: Sequence[Element], *, mapped: bool) -> None:
    r"""Let the contents find what they list when Word updates them (ECMA-376 17.16.5.68).

    Headings in styles of other names are found by their outline level (`\u`). Contents with a place of their
    own have no bookmark around the sections behind them, and go without (`\b`).
    """
    together = any(elements(tree, f".//w:bookmarkStart[@w:name='{SECTIONS}']") for tree in trees)
    for tree in trees:
        for instruction in elements(tree, ".//w:instrText[starts-with(., ' TOC ')]"):
            words = instruction.text or ""
            if not together:
                words = words.replace(f"\\b {SECTIONS} ", "")
            instruction.text = f"{words}\\u " if mapped else words


def _adapted(style: Style, page: Page) -> Style:
    """Return `style` on the template's paper; the opening of the first page is the template's, too."""
    # a house sets its text from the margin and in the fonts of its theme, and what was white on a ground of
    # colour stands on paper now
    column = style.text["body"].indent
    texts = {role: replace(text, indent=_less(text.indent, column)) for role, text in style.text.items()}
    if style.cover.kind != "none":
        texts |= {role: replace(texts[role], color=style.accent) for role in ON_COVER}
    box = style.box and replace(style.box, indent=_less(style.box.indent, column))
    return replace(style, page=page, cover=Cover(), logo=None, text=texts, box=box, fonts=())


def _less(indent: Length, column: Length) -> Length:
    return Length(max(indent - column, 0))


def _append_notes(template: DocxDocument, blocks: Sequence[Element]) -> None:
    """Put the heading of the notes behind the text that cites them, where Word sets the notes."""
    end = end_of_notes(template.element.body)
    if end is None:
        _append(template.element.body, blocks)
    else:
        replace_or_follow(end, blocks)
    number_endnotes(template, "docEnd" if end is None else "sectEnd")


def _append(body: Element, blocks: Iterable[Element]) -> None:
    """Put `blocks` behind all that the template holds, in the place of empty paragraphs at its end."""
    children = [child for child in body.iterchildren() if child.tag != SECTION]
    while children and children[-1].tag == PARAGRAPH and is_blank(children[-1]):
        body.remove(children.pop())
    for place, block in enumerate(blocks, start=len(children)):
        body.insert(place, block)
