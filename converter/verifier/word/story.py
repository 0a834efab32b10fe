"""The paragraphs and tables of one part, in the order in which they stand (ECMA-376 17.2)."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

from converter.ooxml.xml import Element, attribute, child, children, integer, is_on, local, value

Kind = Literal["body", "header", "footer", "note"]

_WRAPPERS = frozenset(
    {"AlternateContent", "Choice", "customXml", "ins", "moveTo", "sdt", "sdtContent", "smartTag"}
)
_LINE_WRAPPERS = _WRAPPERS | {"bdo", "dir", "fldSimple", "hyperlink"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "sym": "•"}
_EXCERPT = 40


class Cell(NamedTuple):
    """A cell and where it stands.

    Attributes:
        element: `w:tc`.
        table: `w:tbl` around it.
        row: its row's number, from 0.
        rows: how many the table has.
        column: number of its first column, from 0.
        last: whether it is the last of its row.
    """

    element: Element
    table: Element
    row: int
    rows: int
    column: int
    last: bool


class Paragraph(Struct, frozen=True, eq=False):
    """A paragraph and where it stands.

    Attributes:
        element: `w:p`.
        part: name of its part, as people are told it; empty for the main document.
        number: from 1, those in tables counted too.
        cells: around it, the outermost first.
    """

    element: Element
    part: str
    number: int
    cells: tuple[Cell, ...] = ()

    @property
    def properties(self) -> Element | None:
        """`w:pPr`, if there is one."""
        return child(self.element, "pPr")

    @property
    def style(self) -> str:
        """The id of its style; empty: the default one."""
        return value(self.properties, "pStyle")

    @property
    def text(self) -> str:
        """Its words, as they are shown."""
        return "".join(run_text(run) for run in self.runs())

    @property
    def where(self) -> str:
        """The place, for people."""
        words = " ".join(self.text.split())
        shown = words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(" ", 1)[0] + " …"
        place = f"paragraph {self.number}" + (f" “{shown}”" if shown else "")
        return f"{self.part}, {place}" if self.part else place

    def runs(self) -> Iterator[Element]:
        """Yield its `w:r` as far as they are not deleted, in links and fields too."""
        yield from flattened(self.element, _LINE_WRAPPERS, "r")


class Story(Struct, dict=True):
    """The text of one part: the body, a header, a footer, or notes of one kind.

    Attributes:
        kind: of the part.
        name: of the part, in the package.
        roots: elements that hold its blocks: the body, or each of the notes.
    """

    kind: Kind
    name: str
    roots: list[Element]

    @property
    def part(self) -> str:
        """Name of the part as people are told it; empty for the body."""
        return "" if self.kind == "body" else self.name.rpartition("/")[2]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Its paragraphs; those of text boxes are not among them."""
        return self._blocks[0]

    @property
    def tables(self) -> list[Element]:
        """Its tables, those within others too; those of text boxes are not among them."""
        return self._blocks[1]

    def where(self, element: Element) -> str:
        """Return the place of `element`, for people."""
        for around in (element, *element.iterancestors("{*}p")):
            if around in self._places:
                return self._places[around].where
        # a table is where its first paragraph is
        inner = next((one for one in element.iter("{*}p") if one in self._places), None)
        return self.part if inner is None else self._places[inner].where

    @cached_property
    def _places(self) -> dict[Element, Paragraph]:
        return {paragraph.element: paragraph for paragraph in self.paragraphs}

    @cached_property
    def _blocks(self) -> tuple[list[Paragraph], list[Element]]:
        paragraphs: list[Paragraph] = []
        tables: list[Element] = []

        def walk(parent: Element, cells: tuple[Cell, ...]) -> None:
            for block in flattened(parent, _WRAPPERS, "p", "tbl"):
                if local(block) == "p":
                    paragraphs.append(Paragraph(block, self.part, len(paragraphs) + 1, cells))
                else:
                    tables.append(block)
                    for cell in cells_of(block):
                        walk(cell.element, (*cells, cell))

        for root in self.roots:
            walk(root, ())
        return paragraphs, tables


def flattened(parent: Element, wrappers: frozenset[str], *names: str) -> Iterator[Element]:
    """Yield the children called one of `names`, in `wrappers` too."""
    for element in parent:
        name = local(element)
        if name in names:
            yield element
        elif name in wrappers:
            yield from flattened(element, wrappers, *names)


def rows_of(table: Element) -> list[Element]:
    """Return the rows of a table."""
    return list(flattened(table, _WRAPPERS, "tr"))


def row_cells(row: Element) -> list[Element]:
    """Return the cells of a row."""
    return list(flattened(row, _WRAPPERS, "tc"))


def cells_of(table: Element) -> Iterator[Cell]:
    """Yield the cells of a table, row by row."""
    rows = rows_of(table)
    for index, row in enumerate(rows):
        column = integer(value(row, "trPr", "gridBefore")) or 0
        cells = row_cells(row)
        for element in cells:
            yield Cell(element, table, index, len(rows), column, element is cells[-1])
            column += integer(value(element, "tcPr", "gridSpan")) or 1


def run_text(run: Element) -> str:
    """Return the words of a run; tabs and line ends as signs of their own."""
    return "".join((one.text or "") if (name := local(one)) == "t" else _SIGNS.get(name, "") for one in run)


def text_within(element: Element) -> str:
    """Return all words within `element`, with what a picture says instead of being seen."""
    words = [one.text or "" for one in element.iter("{*}t")]
    words += [attribute(one, "descr") or attribute(one, "title") for one in element.iter("{*}docPr")]
    return "".join(words)


def is_header_row(row: Element) -> bool:
    """Tell whether a row is marked as a head that repeats on each page (ECMA-376 17.4.78)."""
    return any(is_on(properties, "tblHeader") for properties in children(row, "trPr"))
