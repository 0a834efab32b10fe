"""What a report has for the places of a template: words by name, blocks by name, and the rest."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from converter.model.document import (
    Block,
    ContentsBlock,
    Document,
    HeadingBlock,
    Inline,
    MethodBlock,
    NotesBlock,
    Text,
    TitleBlock,
)
from converter.writers.docx.template.place import known_as

BODY: Final = "body"
"""Name of the place for all that has none of its own."""

HEADING: Final = "-heading"
"""What follows the key of a section in the name of its heading's words."""

WORDS: Final = frozenset(
    {"title", "subtitle", "label", "date", "source", "author", "marking", "reading-time"}
)
"""Names of the words that every report may have."""

BLOCKS: Final = frozenset({BODY, "contents", "method"})
"""Names of the blocks that are no sections."""

_FACTS: Final = {
    "source": ("source",),
    "author": ("author",),
    "date": ("date", "briefing-date"),
    "reading-time": ("reading-time",),
    "marking": ("marking",),
}
"""Which facts of the title block are told by which name."""


class Content(Struct, frozen=True):
    """A report, parted.

    Attributes:
        words: name → words for a line of the template's, such as `title`; for some there are none.
        blocks: name → blocks: `contents`, `method`, and each section by its key, without its heading.
        headings: name of a section → the heading that it leaves to the template.
        document: what `words` and `blocks` were taken from.
    """

    words: Mapping[str, tuple[Text, ...]]
    blocks: Mapping[str, tuple[Block, ...]]
    headings: Mapping[str, HeadingBlock]
    document: Document

    def rest(self, blocks: Iterable[str], words: Collection[str]) -> tuple[Block, ...]:
        """Return what is left for the body when these blocks and words stand in places of their own.

        Notes are not among it.
        """
        names = set(blocks)
        taken = {id(block) for name in names & self.blocks.keys() for block in self.blocks[name]}
        taken |= {id(self.headings[name]) for name in names & self.headings.keys()}
        left: list[Block] = []
        for block in self.document.blocks:
            if id(block) in taken or isinstance(block, NotesBlock):
                continue
            if isinstance(block, TitleBlock) and block.level == 0:
                left += _title_left(block, set(words))
            else:
                left.append(block)
        return tuple(left)

    @property
    def notes(self) -> tuple[NotesBlock, ...]:
        """The references, which Word always sets behind everything else."""
        return tuple(block for block in self.document.blocks if isinstance(block, NotesBlock))


def content_of(document: Document) -> Content:
    """Part `document`."""
    sections = _sections(document.blocks)
    headings = {known_as(heading.anchor): heading for heading, _ in sections}
    fields = {known_as(name): _words(value) for name, value in document.fields.items()}
    words = {"contents": (), **fields, **_title_words(document)}
    words |= {f"{name}{HEADING}": _bare(heading.content) for name, heading in headings.items()}
    blocks: dict[str, tuple[Block, ...]] = {
        name: blocks for name, (_, blocks) in zip(headings, sections, strict=True) if blocks
    }
    for block in document.blocks:
        if isinstance(block, ContentsBlock):
            blocks["contents"] = (block,)
            del words["contents"]
        elif isinstance(block, MethodBlock):
            blocks["method"] = (block,)
    return Content(words, blocks, headings, document)


def _sections(blocks: Sequence[Block]) -> list[tuple[HeadingBlock, tuple[Block, ...]]]:
    """Return each section's heading with the blocks below it; of a digest, those about all articles."""
    sections: list[tuple[HeadingBlock, tuple[Block, ...]]] = []
    for block in blocks:
        if isinstance(block, TitleBlock) and block.level == 1:
            break  # what follows is of the articles of a digest
        if isinstance(block, HeadingBlock) and block.level == 1:
            sections.append((block, ()))
        elif isinstance(block, TitleBlock | ContentsBlock | MethodBlock | NotesBlock):
            continue
        elif sections:
            heading, below = sections[-1]
            sections[-1] = (heading, (*below, block))
    return sections


def _title_words(document: Document) -> dict[str, tuple[Text, ...]]:
    """Return what the title block says and no field does, by name, and the title in its own language."""
    title = next((block for block in document.blocks if isinstance(block, TitleBlock)), None)
    if title is None:
        return {}
    reading_time = next((fact.text for fact in title.facts if fact.kind == "reading-time"), "")
    return {
        "title": _bare(title.title),
        "subtitle": _bare(title.subtitle),
        "label": _words(title.label),
        "reading-time": _words(reading_time),
    }


def _title_left(block: TitleBlock, placed: set[str]) -> Iterator[TitleBlock]:
    """Yield the title block without what the template has places for; nothing where it has all."""
    told = {kind for name, kinds in _FACTS.items() if name in placed for kind in kinds}
    left = replace(
        block,
        label="" if placed & {"label", "title"} else block.label,
        title=() if "title" in placed else block.title,
        subtitle=() if "subtitle" in placed else block.subtitle,
        facts=tuple(fact for fact in block.facts if fact.kind not in told),
    )
    if left.label or left.title or left.subtitle or left.facts:
        yield left


def _bare(content: Iterable[Inline]) -> tuple[Text, ...]:
    """Return words without references, links and emphasis; the template says how they look."""
    return tuple(
        Text(inline.text, language=inline.language) for inline in content if isinstance(inline, Text)
    )


def _words(text: str) -> tuple[Text, ...]:
    return (Text(text),) if text else ()
