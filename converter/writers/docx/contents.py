"""The contents: Word's own field (ECMA-376 17.16.5.68), filled, so that nothing asks to be updated."""

from collections.abc import Mapping, Sequence

from converter.model.document import Block, ContentsBlock, MethodBlock, NotesBlock
from converter.model.style import TextRole
from converter.writers.docx.box import Elements
from converter.writers.docx.look import Look
from converter.writers.docx.paragraph import Paragraph
from converter.writers.docx.runs import Runs, bookmark_ends, closed_field, opened_field
from converter.writers.docx.stylenames import ROLE_STYLES

_ROLES: Mapping[int, TextRole] = {1: "contents1", 2: "contents2", 3: "contents3"}
SECTIONS = "_Sections"
"""Name of the bookmark around the sections; Word does not list those that begin so."""


def entries(block: ContentsBlock, look: Look, runs: Runs) -> list[Paragraph]:
    """Return the entries, which are the result of the field: links without the pages that Word alone knows.

    When a reader has the field updated, it gathers the headings of the sections alone.
    """
    highest = max(entry.level for entry in block.entries)
    paragraphs = [
        Paragraph(
            _ROLES[entry.level],
            ROLE_STYLES[_ROLES[entry.level]].id,
            runs.entry(entry.content, entry.anchor),
            left=look.text(_ROLES[entry.level]).indent,
        )
        for entry in block.entries
    ]
    first, last = paragraphs[0], paragraphs[-1]
    first.content = opened_field(f'TOC \\o "1-{highest}" \\b {SECTIONS} \\n \\h \\z') + first.content
    last.content += closed_field()
    return paragraphs


def parted(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block], Sequence[Block]]:
    """Return what stands before, in and behind the sections; without contents all stands before them."""
    begin = next((at for at, block in enumerate(blocks, 1) if isinstance(block, ContentsBlock)), len(blocks))
    behind = (at for at, block in enumerate(blocks) if isinstance(block, MethodBlock | NotesBlock))
    end = max(next(behind, len(blocks)), begin)
    return blocks[:begin], blocks[begin:end], blocks[end:]


def marked(elements: Elements, number: int) -> Elements:
    """Put the bookmark of the sections, the `number`th of the document, around `elements`; return them."""
    start, end = bookmark_ends(SECTIONS, number)
    first, last = elements[0], elements[-1]
    if isinstance(first, Paragraph):
        first.content = start + first.content
    else:
        elements[0] = start + first
    if isinstance(last, Paragraph):
        last.content += end
    else:
        elements[-1] = f"{elements[-1]}{end}"
    return elements
