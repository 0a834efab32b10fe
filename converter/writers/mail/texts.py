"""How the text of a message is dressed: paragraphs, headings, items, captions, and runs within them."""

from collections.abc import Sequence
from typing import Literal, cast

from lxml.etree import _Element as Element

from converter.model.style import Color, TextRole
from converter.writers.mail.colors import Colors, readable
from converter.writers.mail.look import Look
from converter.writers.mail.wording import Direction

START: dict[Direction, str] = {"ltr": "left", "rtl": "right"}
END: dict[Direction, str] = {"ltr": "right", "rtl": "left"}

NUMBER_HANG_EM = 2.0
"""Room before numbered paragraphs, in sizes of running text."""

Declarations = dict[str, str]


def declare(element: Element, declarations: Declarations, *classes: str) -> None:
    """Give `element` those of `declarations` that say something, and the classes that are not empty."""
    element.set("style", ";".join(f"{name}:{value}" for name, value in declarations.items() if value))
    if any(classes):
        element.set("class", " ".join(filter(None, classes)))


class Texts:
    """Dresses the text of one message."""

    def __init__(self, look: Look, colors: Colors) -> None:
        """Take how it looks, and where its colours are collected."""
        self._look, self._style, self._colors = look, look.style, colors

    def words(self, element: Element, role: TextRole, ground: Color, place: Declarations) -> None:
        """Dress what has the text of `role` and stands at a `place`."""
        text = self._style.text[role]
        shown = {**self._look.text(role), "color": readable(text.color, ground).css, **place}
        classes = [
            "title" if role == "title" else "",
            self._look.generic(text),
            self._colors.text(text.color, ground),
            self._look.line_class(self._style.title_rule_above, self._colors) if role == "facts" else "",
        ]
        declare(element, shown, *classes)

    def place(self, element: Element, looks: Sequence[str], direction: Direction) -> Declarations:
        """Return where the lines of a paragraph, heading, item or caption stand.

        Args:
            element: not dressed yet.
            looks: its role, and what else is known of it.
            direction: of its words.
        """
        role = cast("TextRole", looks[0])
        text, px = self._style.text[role], self._look.px
        before = 0.0 if _is_at_edge(element, "before") else self._space_before(element, role)
        after = 0.0 if _is_at_edge(element, "after") else text.space_after
        indent, first = self._indents(role, looks, is_item=element.tag == "li")
        place = {
            "margin": self._look.margin(before, after, indent, direction),
            "text-indent": px(first) if first else "",
            "text-align": self._align(text.align, direction, is_caption=element.tag == "caption"),
            "white-space": "pre-wrap" if element.tag == "pre" else "",
        }
        rule = self._style.title_rule_above
        if role == "facts" and rule.width:
            place |= {"border-top": self._look.line(rule), "padding-top": px(text.space_after)}
        return place

    def _space_before(self, element: Element, role: TextRole) -> float:
        """Return the space above a paragraph; that of the title of an article stands above its label."""
        text, following = self._style.text, element.getnext()
        if role == "label" and following is not None and "heading1" in following.get("class", "").split():
            return text["heading1"].space_before
        parent = element.getparent()
        in_title = parent is not None and parent.tag == "div" and element.getprevious() is not None
        return 0.0 if role == "heading1" and in_title else text[role].space_before

    def inline(self, element: Element, ground: Color, link: Color | None = None) -> None:
        """Dress a run within text; what is no run stays as it is.

        Args:
            element: any.
            ground: below it.
            link: colour of links, where it is another than everywhere.
        """
        accent = link or self._style.accent
        match element.tag:
            case "a":
                shown = {"color": readable(accent, ground).css, "text-decoration": "underline"}
                declare(element, shown, self._colors.text(accent, ground))
            case "strong":
                declare(element, {"font-weight": "700"})
            case "em" if self._style.emphasis == "bold":
                declare(element, {"font-style": "normal", "font-weight": "700"})
            case "em":
                declare(element, {"font-style": "italic"})
            case "code":
                declare(element, {"font-family": "Consolas,Menlo,monospace"})
            case "sup":
                declare(element, {"font-size": "70%", "line-height": "0", "vertical-align": "super"})
            case "blockquote":
                declare(element, {"margin": "0", "padding": "0"})

    def _indents(self, role: TextRole, looks: Sequence[str], *, is_item: bool) -> tuple[float, float]:
        """Return the indent of all lines and that of the first beyond it, in points."""
        text = self._style.text[role]
        if "numbered" in looks:
            hang = NUMBER_HANG_EM * self._style.text["body"].size
            return hang, -hang
        if is_item:
            return 0.0, 0.0
        flush = text.flush_opening and "opening" in looks
        return self._look.indent(role), 0.0 if flush else max(0.0, text.first_line)

    def _align(self, align: str, direction: Direction, *, is_caption: bool) -> str:
        """Return how lines are aligned; where nothing is said, they begin at the start, captions excepted."""
        sides = {"center": "center", "end": END[direction]}
        return sides.get(align, START[direction] if is_caption else "")


def _is_at_edge(element: Element, side: Literal["before", "after"]) -> bool:
    """Tell whether nothing stands before or after `element` in the cell that encloses it, if one does."""
    while element.tag != "td":
        neighbour = element.getprevious() if side == "before" else element.getnext()
        parent = element.getparent()
        if neighbour is not None or parent is None:
            return False
        element = parent
    return True
