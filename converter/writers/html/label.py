"""The label of a handling mark: at the page's top and foot, and in the margins of every printed page."""

from msgspec.structs import replace

from converter.model.document import RunningLine, Text
from converter.model.style import HandlingMark, Style
from converter.writers.html.css import color, font_stack, string
from converter.writers.html.markup import Markup, element, text

_PHYSICAL = {"left": "0 auto 0 0", "center": "0 auto", "right": "0 0 0 auto"}


def label(mark: HandlingMark) -> Markup:
    """Return the label as it stands in the page; it is read out, unlike what stands in margins."""
    return element("p", text(mark.text), class_="handling", dir="ltr")


def rule(mark: HandlingMark, style: Style) -> str:
    """Return how the label looks; it is printed as well, since not all browsers fill the margins of pages."""
    return (
        f"p.handling{{width:max-content;max-width:100%;margin:{_PHYSICAL[mark.position]};"
        f"padding:0 {mark.padding:g}pt;{_look(mark, style)}}}"
        "header>.handling{margin-bottom:1rem!important}footer>.handling{margin-top:1.5rem!important}"
    )


def margin_box(mark: HandlingMark, style: Style, side: float) -> str:
    """Return the declarations of the label's margin box, whose ground is no larger than the label.

    Args:
        mark: what it says.
        style: whose header's family it is set in.
        side: how far from the edge of the area of the margin boxes it keeps, in points.
    """
    margin = {
        "left": f"auto auto auto {side:g}pt",
        "center": "auto",
        "right": f"auto {side:g}pt auto auto",
    }[mark.position]
    return (
        f"content:{string(mark.text)};width:{mark.widest:g}pt;height:{mark.height:g}pt;margin:{margin};"
        f"text-align:center;{_look(mark, style)}"
    )


def displaced(line: RunningLine, mark: HandlingMark, separator: str) -> RunningLine:
    """Return `line` with the words where the label stands joined to a neighbour's."""
    words = getattr(line, mark.position)
    if not words:
        return line
    neighbour = "right" if mark.position == "center" else "center"
    there = getattr(line, neighbour)
    parts = (words, there) if mark.position == "left" or neighbour == "right" else (there, words)
    joined = (*parts[0], Text(separator), *parts[1]) if there else words
    return replace(line, **{mark.position: (), neighbour: joined})


def _look(mark: HandlingMark, style: Style) -> str:
    stack = font_stack(style, style.text["header"].family)
    return (
        f"font:700 {mark.size:g}pt/{mark.height:g}pt {stack};color:{color(mark.color)};"
        f"background:{color(mark.ground)}"
    )
