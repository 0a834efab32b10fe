"""How the tables of a message are dressed: lines and grounds cell by cell, as Word's engine wants it.

One with longer words than a phone has room for side by side is `wide`: there, its head gives way to labels
before the cells, which are hidden everywhere else.
"""

from collections.abc import Sequence
from typing import cast

from lxml import etree
from lxml.etree import _Element as Element

from converter.model.style import Color, Length, Rule, TextRole
from converter.writers.columns import shares
from converter.writers.mail.colors import Colors
from converter.writers.mail.look import Look
from converter.writers.mail.texts import END, START, Texts, declare
from converter.writers.mail.wording import Direction

BARE = {"width": "100%", "cellpadding": "0", "cellspacing": "0", "border": "0"}
"""Attributes of every table: it is as wide as its column and has nothing of its own."""

_PHONE_LETTERS, _DESKTOP_LETTERS, _GAP_LETTERS = 40, 72, 3
"""Letters in a row of a table on either, and what of them a column needs beside its words."""

_COLUMN_GAP = Length(9)
"""Between columns, where the style sets cells at the table's very edges."""


class Tables:
    """Dresses the tables of one message."""

    def __init__(self, look: Look, colors: Colors, texts: Texts) -> None:
        """Take how it looks, where its colours are collected, and what dresses its text."""
        self._look, self._style, self._colors, self._texts = look, look.style.table, colors, texts

    def dress(self, table: Element, ground: Color, direction: Direction) -> None:
        """Dress `table`, its caption excepted; arguments as for `Dresser.dress`."""
        third, line = self._look.style.text["body"].leading / 3, self._look.line(self._style.rule)
        shown = {
            "margin": f"{self._look.px(third)} 0 {self._look.px(2 * third)}",
            "border-collapse": "collapse",
            "table-layout": "fixed",
            "width": "100%",
            "border-top": line,
            "border-bottom": line,
        }
        rows, heads = [list(row) for row in table.iter("tr")], len(table.findall("thead/tr"))
        columns = _Columns(rows)
        wide = "wide" if columns.are_wide else ""
        declare(table, shown, wide, self._look.line_class(self._style.rule, self._colors))
        for name, value in BARE.items():
            table.set(name, value)
        for cell, width in zip(rows[0], columns.widths, strict=True):
            cell.set("width", f"{width}%")
        if wide:
            _label(rows[:heads], rows[heads:])
        for number, row in enumerate(rows):
            fill = self._style.fill(number, heads)
            rule = self._rule_above(number, heads)
            for cell in row:
                self._cell(cell, fill, ground, rule, cast("Direction", cell.get("dir", direction)))

    def _rule_above(self, number: int, heads: int) -> Rule | None:
        """Return the line above the row at index `number`, that of the table itself excepted."""
        if number and number == heads:
            return self._style.below_head
        return self._style.row_rule if number > heads else None

    def _cell(
        self, cell: Element, fill: Color | None, ground: Color, rule: Rule | None, direction: Direction
    ) -> None:
        role, *looks = (cell.get("class") or "").split()
        place = {
            "padding": self._padding(cell, direction),
            "text-align": END[direction] if "end" in looks else START[direction],
            "vertical-align": "top",
            "overflow-wrap": "anywhere",
            "border-top": self._look.line(rule) if rule else "",
            "background-color": fill.css if fill else "",
        }
        below = fill or ground
        self._texts.words(cell, cast("TextRole", role), below, place)
        for run in cell.iterdescendants():
            self._texts.inline(run, below, self._style.head_link if cell.tag == "th" else None)
        classes = [
            cell.get("class", ""),
            self._colors.ground(fill) if fill else "",
            self._look.line_class(rule, self._colors) if rule else "",
        ]
        cell.set("class", " ".join(filter(None, classes)))

    def _padding(self, cell: Element, direction: Direction) -> str:
        """Return the padding of a cell, in the order of CSS: above, right, below, left."""
        height, inset = self._look.px(self._style.padding), self._look.px(self._style.inset)
        end = self._look.px(_COLUMN_GAP) if not self._style.inset and cell.getnext() is not None else inset
        right, left = (end, inset) if direction == "ltr" else (inset, end)
        return f"{height} {right} {height} {left}"


class _Columns:
    """How the columns of a table share the room, counted in letters."""

    def __init__(self, rows: Sequence[Sequence[Element]]) -> None:
        """Take the cells, row by row."""
        columns = [list(map(_words, column)) for column in zip(*rows, strict=True)]
        words = [[len(word) for cell in cells for word in cell.split()] for cells in columns]
        self._needed = [_GAP_LETTERS + max(lengths, default=0) for lengths in words]
        self._wanted = [_GAP_LETTERS + max(map(len, cells)) for cells in columns]

    @property
    def are_wide(self) -> bool:
        """Whether words would have to be broken on a phone."""
        return sum(self._needed) > _PHONE_LETTERS

    @property
    def widths(self) -> list[int]:
        """In per cent."""
        room = _DESKTOP_LETTERS if self.are_wide else _PHONE_LETTERS
        return [round(100 * share / room) for share in shares(self._needed, self._wanted, room)]


def _label(heads: Sequence[Sequence[Element]], rows: Sequence[Sequence[Element]]) -> None:
    """Put before what each cell says the head of its column."""
    labels = [" ".join(filter(None, map(_words, column))) for column in zip(*heads, strict=True)]
    for row in rows:
        for cell, words in zip(row, labels, strict=bool(heads)):
            if words:
                label = etree.Element("span")
                label.text, label.tail, cell.text = f"{words}: ", cell.text, None
                declare(label, {"display": "none", "mso-hide": "all", "font-weight": "600"}, "label")
                cell.insert(0, label)


def _words(cell: Element) -> str:
    return "".join(map(str, cell.itertext()))
