"""Word files as pandoc reads them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from tests.conformance.readback.structure import Structure, as_seen
from tests.judges import pandoc

Node = dict[str, Any]
"""A block or an inline."""


def read(file: Path) -> Structure:
    """Return what pandoc finds."""
    reading = _Reading()
    reading.blocks(pandoc.read(file))
    return reading.found


class _Reading(Struct):
    """Goes through pandoc's blocks and inlines in order; a kind that it does not know is an error."""

    found: Structure = field(default_factory=Structure)

    def blocks(self, blocks: Iterable[Node], depth: int = -1) -> None:
        for block in blocks:
            kind, content = block["t"], block["c"]
            match kind:
                case "Para" | "Plain":
                    self._line(content)
                case "Header":
                    self._heading(*content)
                case "BulletList":
                    self._items(content, depth + 1, numbered=False)
                case "OrderedList":
                    self._items(content[1], depth + 1, numbered=True)
                case "BlockQuote":
                    self.blocks(content, depth)
                case "Table":
                    self._table(content)
                case _:
                    raise AssertionError(kind)

    def _line(self, inlines: list[Node]) -> str:
        text = as_seen(self._words(inlines))
        self.found.lines += [text] if text else []
        return text

    def _heading(self, level: int, about: list[Any], inlines: list[Node]) -> None:
        text = self._line(inlines)
        # Word's outline leaves the heading of the contents out, pandoc goes by the style that it is based on
        if "TOC-Heading" not in about[1]:
            self.found.headings.append((level, text))

    def _items(self, items: list[list[Node]], depth: int, *, numbered: bool) -> None:
        for first, *others in items:
            self.found.items.append((depth, numbered, self._line(first["c"])))
            self.blocks(others, depth)

    def _table(self, content: list[Any]) -> None:
        _, _, _, (_, head), bodies, _ = content
        rows = [[self._cell(cell) for cell in row[1]] for row in head]
        for _, _, inner_head, body in bodies:
            rows += [[self._cell(cell) for cell in row[1]] for row in (*inner_head, *body)]
        self.found.tables.append((len(head), rows))

    def _cell(self, cell: list[Any]) -> str:
        return " ".join(self._line(block["c"]) for block in cell[4])

    def _words(self, inlines: list[Node]) -> str:
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: Node) -> str:
        content: Any = inline.get("c")
        match inline["t"]:
            case "Str":
                text = str(content)
            case "Space" | "SoftBreak" | "LineBreak":
                text = " "
            case "Emph" | "Strong":
                text = self._words(content)
            case "Link" | "Span":
                text = self._words(content[1])
            case "Image":
                text = ""
            case "Superscript":
                # a cross-reference to a note, or the comma between two of them
                number = self._words(content).strip(",")
                text = f"[{number}]" if number else ""
            case "Note":
                self.found.notes.append(as_seen(self._words(content[0]["c"])))
                text = f"[{len(self.found.notes)}]"
            case kind:
                raise AssertionError(kind)
        return text
