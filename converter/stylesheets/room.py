"""Whether a page has room for what stands on it: lines of text, header and footer."""

from collections.abc import Iterator, Mapping
from math import ceil, floor
from typing import NamedTuple

from converter.model.style import Length, Page, TextRole, TextStyle
from converter.stylesheets.shapes import Reading

LEAST_COLUMN = Length.from_mm(30)
"""Lines shorter than this cannot be set."""

LEAST_TEXT_HEIGHT = Length.from_mm(60)


class _Extent(NamedTuple):
    """What takes room away: a key, and how much."""

    path: str
    points: float


def check_room(page: Page, text: Mapping[TextRole, TextStyle], reading: Reading) -> None:
    """Note where margins and indents leave no room, and where text would run into header or footer."""
    if page.text_height < LEAST_TEXT_HEIGHT:
        what = f"the margins leave {max(page.text_height.mm, 0):.0f} mm of the page's height"
        margins = [_Extent("page.margins.top", page.top), _Extent("page.margins.bottom", page.bottom)]
        _blame(reading, margins, what, LEAST_TEXT_HEIGHT)
    role = max(text, key=lambda role: _indent(text[role]))
    room = Length(page.text_width - _indent(text[role]))
    if room < LEAST_COLUMN:
        what = f"margins and indents leave {max(room.mm, 0):.0f} mm of the page's width for {role}"
        _blame(reading, list(_sideways(page, role, text[role])), what, LEAST_COLUMN)
    elif page.text_height >= LEAST_TEXT_HEIGHT:
        _check_line(reading, "header", page.header, page.top, text["header"])
        _check_line(reading, "footer", page.footer, page.bottom, text["footer"])


def _indent(style: TextStyle) -> float:
    return style.indent + max(style.first_line, 0)


def _sideways(page: Page, role: TextRole, style: TextStyle) -> Iterator[_Extent]:
    yield _Extent(f"styles.{role}.indent", style.indent)
    yield _Extent(f"styles.{role}.first-line", style.first_line)
    yield _Extent("page.indent", style.indent)
    yield _Extent("page.margins.left", page.left)
    yield _Extent("page.margins.right", page.right)


def _blame(reading: Reading, extents: list[_Extent], what: str, least: Length) -> None:
    """Tell of what the topmost file says, the largest first, or else of the paper."""
    largest = sorted(extents, key=lambda extent: -extent.points)
    place, path = reading.blamed([*(extent.path for extent in largest if extent.points > 0), "page.size"])
    reading.faults.add(place, path, what, f"leave {least.mm:.0f} mm")


def _check_line(reading: Reading, name: str, distance: float, margin: Length, style: TextStyle) -> None:
    """Note a header or footer that reaches into the text; Word moves the text, PDF does not."""
    if not any(_says(reading, f"{line}.") for line in (name, f"first-{name}")):
        return
    if distance + style.leading <= margin:
        return
    side = "top" if name == "header" else "bottom"
    place, path = reading.blamed((f"page.{name}", f"page.margins.{side}", f"styles.{name}.line-height"))
    reach = Length(distance + style.leading)
    what = f"the {name} reaches {reach.mm:.1f} mm into the page, and the {side} margin is {margin.mm:.1f} mm"
    most, least = floor(max(Length(margin - style.leading).mm, 0)), ceil(reach.mm)
    remedy = f"write page.{name} of at most {most}mm, or page.margins.{side} of {least}mm or more"
    reading.notice("header-in-text", place, path, what, remedy)


def _says(reading: Reading, prefix: str) -> bool:
    return any(node.text for path, node in reading.written.items() if path.startswith(prefix))
