"""The look of a message, written into every element of its page.

What an element looks like follows from what it is and what it stands in: the ground below it, which way its
words run, and whether it is the first or last of a box, where no space is wanted.
"""

from typing import cast

from lxml.etree import SubElement
from lxml.etree import _Element as Element

from converter.model.style import Color, HandlingMark, TextRole
from converter.writers.mail.colors import Colors
from converter.writers.mail.look import Look
from converter.writers.mail.tables import BARE, Tables
from converter.writers.mail.texts import NUMBER_HANG_EM, START, Declarations, Texts, declare
from converter.writers.mail.wording import Direction

_HANG_EM = 1.5
"""Room before the text of lists, in sizes of running text."""

_NUMBER_SPACE_EM = 0.25
"""The space behind a number takes so much of its room."""


class Dresser:
    """Dresses the elements of one message."""

    def __init__(self, look: Look, colors: Colors, mark: HandlingMark | None) -> None:
        """Take how it looks, where its colours are collected, and its handling mark."""
        self._look, self._style, self._colors, self._mark = look, look.style, colors, mark
        self._body = look.style.text["body"]
        self._texts = Texts(look, colors)
        self._tables = Tables(look, colors, self._texts)

    def dress(self, element: Element, ground: Color, direction: Direction) -> None:
        """Dress `element` and all that it holds.

        Args:
            element: made plainer by `shape`.
            ground: below it.
            direction: of what it stands in.
        """
        direction = cast("Direction", element.get("dir", direction))
        children = list(element)
        if element.tag == "table":
            self._tables.dress(element, ground, direction)
            children = element.findall("caption")
        else:
            ground = self._own(element, ground, direction)
        for child in children:
            self.dress(child, ground, direction)

    def _own(  # noqa: C901 - one for each kind
        self, element: Element, ground: Color, direction: Direction
    ) -> Color:
        """Dress `element` alone and return the ground of what it holds."""
        looks = element.get("class", "").split()
        if looks:
            del element.attrib["class"]
        match looks[0] if looks else "":
            case "title-block":
                return self._title_block(element, ground, is_cover="cover" in looks)
            case "box":
                return self._box(element, ground, direction)
            case "sources":
                self._sources(element)
            case "handling":
                self._marking(element, ground)
            case "introduction":
                declare(element, {"margin": self._look.margin(after=1.5 * self._body.leading)})
            case "letter":
                # a letter has no indents, whatever the briefing has
                self._texts.words(
                    element, "body", ground, {"margin": self._look.margin(after=self._body.leading / 2)}
                )
            case "list":
                margin = self._look.margin(start=_HANG_EM * self._body.size, direction=direction)
                declare(element, {"margin": margin, "padding": "0"})
            case "number":
                width = self._look.px((NUMBER_HANG_EM - _NUMBER_SPACE_EM) * self._body.size)
                declare(element, {"display": "inline-block", "width": width, "text-indent": "0"})
            case role if role in self._style.text:
                place = self._texts.place(element, looks, direction)
                self._texts.words(element, cast("TextRole", role), ground, place)
            case _:
                self._texts.inline(element, ground)
        return ground

    # ------------------------------------------------------------------------------------------- blocks

    def _title_block(self, block: Element, ground: Color, *, is_cover: bool) -> Color:
        cover, rule = self._style.cover, self._style.title_rule_below
        if is_cover and cover.kind != "none":
            padding = f"{self._look.px(2 * self._body.size)} {self._look.px(1.5 * self._body.size)}"
            return self._enclose(block, {"padding": padding}, cover.fill)
        after = self._look.px(self._style.text["facts"].space_after)
        declare(
            block,
            {"border-bottom": self._look.line(rule), "padding-bottom": after},
            self._look.line_class(rule, self._colors),
        )
        return ground

    def _box(self, element: Element, ground: Color, direction: Direction) -> Color:
        box = self._style.box
        if box is None:
            return ground
        start = START[direction]
        padding = {"padding" if box.fill else f"padding-{start}": self._look.px(box.padding)}
        declarations = {**padding, f"border-{start}": self._look.line(box.rule)}
        return self._enclose(
            element, declarations, box.fill or ground, self._look.line_class(box.rule, self._colors)
        )

    def _enclose(self, element: Element, declarations: Declarations, ground: Color, *classes: str) -> Color:
        """Put what `element` holds into a cell: only there, Word's engine knows grounds and padding."""
        children = list(element)
        table = SubElement(element, "table", {"role": "presentation", **BARE})
        cell = SubElement(SubElement(table, "tr"), "td")
        cell.extend(children)
        shown = {**declarations, "background-color": ground.css}
        declare(cell, shown, *classes, self._colors.ground(ground))
        return ground

    def _sources(self, section: Element) -> None:
        rule, space = self._style.method_rule, self._look.px(1.5 * self._body.leading)
        declare(
            section,
            {"margin-top": space, "border-top": self._look.line(rule)},
            self._look.line_class(rule, self._colors),
        )

    def _marking(self, paragraph: Element, ground: Color) -> None:
        """Dress the mark; the label of a scheme keeps its colours in dark mode."""
        mark, label = self._mark, paragraph[0]
        is_last = paragraph.getnext() is None
        margin = {"margin": "24px 0 0" if is_last else "0 0 16px"}
        if mark is None:
            self._texts.words(paragraph, "header", ground, margin)
            return
        declare(paragraph, {**margin, "text-align": mark.position})
        size, height = self._look.px(mark.size), self._look.px(mark.height)
        look = {
            "display": "inline-block",
            "padding": f"0 {self._look.px(mark.padding)}",
            "font": f"700 {size}/{height} {self._look.family(self._style.text['header'])}",
            "color": mark.color.css,
            "background-color": mark.ground.css,
        }
        declare(label, look)
