"""Word files as LibreOffice shows them: text with the numbers of lists as laid out, and the end-notes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lxml import etree
from msgspec.structs import replace

from converter.model.document import Block, BoxBlock, Document, Inline, ListBlock, Text, TextBlock
from tests.conformance.readback.structure import as_seen, without_notes
from tests.document_text import document_lines
from tests.judges import libreoffice

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# LibreOffice writes a bullet of its own for each depth, whatever the style's is
_BULLET = re.compile(r"^\s*[•◦▪]\s")
_REFERENCES = re.compile(r"\[(\d+(?:\]\[\d+)*)\]")


def read(files: Sequence[Path], folder: Path) -> dict[Path, tuple[list[str], list[str]]]:
    """Return the lines of the body of each file, and its end-notes; nothing for what cannot be opened.

    In lines, items begin with `•` or their number, and numbers of end-notes follow the words directly.
    """
    texts = libreoffice.convert(files, "txt", folder)
    trees = libreoffice.convert(files, "fodt", folder)
    return {file: (list(_lines(texts[file])), list(_notes(trees[file]))) for file in files if file in texts}


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8-sig").splitlines():
        if words := as_seen(_BULLET.sub("• ", line)):
            yield words


def _notes(path: Path) -> Iterator[str]:
    """Yield the end-notes; the text of a document leaves them out, its tree has them where they are named."""
    for number, note in enumerate(etree.parse(path).iter(f"{_TEXT}note"), start=1):
        assert note.findtext(f"{_TEXT}note-citation") == str(number)
        body = note.find(f"{_TEXT}note-body")
        assert body is not None
        yield as_seen("".join(str(text) for text in body.itertext()))


def lines_of(document: Document) -> list[str]:
    """Return what LibreOffice must show of `document`, as `read` returns it."""
    labelled = replace(document, blocks=tuple(_labelled(without_notes(document.blocks))))
    lines = [
        # neighbouring references are parted by commas
        _REFERENCES.sub(lambda found: found[1].replace("][", ","), line)
        for paragraph in document_lines(labelled, references="number")
        for line in paragraph.split("\n")
    ]
    return [as_seen(line) for line in lines]


def _labelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield `blocks` with bullets and numbers as words."""
    for block in blocks:
        match block:
            case BoxBlock():
                yield BoxBlock(tuple(_labelled(block.blocks)))
            case TextBlock() if block.number is not None:
                yield replace(block, content=_with_label(block.content, block.number))
            case ListBlock():
                items = [
                    replace(item, content=_with_label(item.content, item.number)) for item in block.items
                ]
                yield replace(block, items=tuple(items))
            case _:
                yield block


def _with_label(content: tuple[Inline, ...], number: int | None) -> tuple[Inline, ...]:
    return (Text("• " if number is None else f"{number}. "), *content)
