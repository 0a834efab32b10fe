"""A whole Word file as its readers see it: text, notes, comments, headers and footers."""

from collections.abc import Iterable, Iterator

from converter.notices import Notice
from converter.ooxml.xml import attribute, child, children, is_on
from converter.verifier.visible.shown import Place, Visible
from converter.verifier.visible.word.blocks import Around, Blocks, note_number
from converter.verifier.visible.word.effects import effects
from converter.verifier.visible.word.facts import articles_in, claims_in, facts_of
from converter.verifier.visible.word.hiding import Hiding
from converter.verifier.word.document import Document
from converter.verifier.word.sections import Section, sections_of
from converter.verifier.word.story import Story

_NOTES = {"footnotes": "footnotePr", "endnotes": "endnotePr"}


def read_word(data: bytes) -> Visible:
    """Return what a reader sees of a Word file, and what is in it unseen.

    Paragraphs are counted as lines, those of tables, text boxes and notes too; pages are not known.

    Raises:
        InputError: `input-broken`, `input-bomb`, `input-unsupported`.
    """
    document = Document(data)
    sections = sections_of(document)
    blocks = Blocks(document, Hiding(document, sections))
    _read_body(document, blocks)
    _read_notes(document, blocks)
    _read_comments(document, blocks)
    _read_running(document, sections, blocks)
    claims = claims_in(document)
    notices = [*blocks.notices, *effects(document, struck=blocks.struck)]
    if len(claims) > 1:
        notices.append(Notice("claims-several", f"{len(claims)} parts say where the lines come from"))
    return Visible(
        "docx",
        tuple(blocks.shown),
        claims=claims[0] if claims else None,
        articles=articles_in(document),
        facts=facts_of(document),
        notices=tuple(notices),
    )


def _read_body(document: Document, blocks: Blocks) -> None:
    last = child(child(document.root, "body"), "sectPr")
    for kind, name in _NOTES.items():
        properties = child(last, name)
        if child(properties, "numStart") is None:
            properties = child(document.settings, name)
        blocks.start(kind, note_number(properties))
    for root in document.body.roots:
        blocks.read(root, Around(document.body, "body"))


def _read_notes(document: Document, blocks: Blocks) -> None:
    """Read the notes as they are numbered; those that nothing refers to are not shown."""
    for kind in _NOTES:
        for name in document.package.related(document.main, kind):
            story = next((one for one in document.stories if one.name == name), None)
            if story is None:
                continue
            notes = {attribute(note, "id"): note for note in reversed(story.roots)}
            ids = [number for other, number in blocks.notes if other == kind]
            for index, number in enumerate(ids):
                if number in notes:
                    around = Around(story, "note", references=(blocks.number(kind, index),))
                    blocks.read(notes[number], around)
            for note in story.roots:
                if attribute(note, "id") not in ids:
                    blocks.read(note, Around(story, "hidden"))


def _read_comments(document: Document, blocks: Blocks) -> None:
    for name in document.package.related(document.main, "comments"):
        root = document.package.tree(name)
        story = Story("note", name, [])
        for comment in children(root, "comment"):
            place: Place = "note" if attribute(comment, "id") in blocks.comments else "hidden"
            blocks.read(comment, Around(story, place, role="comment"))


def _read_running(document: Document, sections: Iterable[Section], blocks: Blocks) -> None:
    """Read each header and footer once; those that no page has are not shown."""
    stories = {story.name: story for story in document.stories if story.kind in {"header", "footer"}}
    evens = bool(is_on(document.settings, "evenAndOddHeaders"))
    for section in sections:
        for story in [stories.pop(name) for name in _names(section, evens=evens) if name in stories]:
            for root in story.roots:
                blocks.read(root, Around(story, "running", section=section))
    for story in stories.values():
        for root in story.roots:
            blocks.read(root, Around(story, "hidden"))


def _names(section: Section, *, evens: bool) -> Iterator[str]:
    """Yield the parts that stand on pages of `section`."""
    pages = [*(["first"] if section.first_differs else []), "default", *(["even"] if evens else [])]
    names = (section.running.get(f"{kind}/{one}", "") for kind in ("header", "footer") for one in pages)
    yield from dict.fromkeys(names)
