"""Room for the label of a handling mark: a strip above the header and below the footer of every page."""

from msgspec.structs import replace

from converter.errors import StyleError
from converter.model.document import Document, RunningLine
from converter.model.style import HandlingMark, Length, Page, Style

_LEAST_TEXT_HEIGHT = Length(144)
_MAX_KEPT = 16

_kept: dict[tuple[int, HandlingMark, bool, bool], tuple[Style, Style]] = {}
"""By the identity of the style, which cannot be hashed; each entry holds it, so that it stays taken."""


def with_room(style: Style, document: Document) -> Style:
    """Return `style` with room for the label of the document's mark, or as it is where there is none.

    The label keeps the distance from the paper's edge that the style gives header and footer, these move
    inwards by `HandlingMark.strip`, and margins grow where that leaves too little. The same arguments give
    the same object.

    Raises:
        StyleError: `marking-room` when the page is too small.
    """
    mark = document.mark
    if mark is None:
        return style
    header = _says(document.header) or _says(document.first_header)
    footer = _says(document.footer) or _says(document.first_footer)
    key = (id(style), mark, header, footer)
    if key not in _kept:
        page = _page(style, mark, header=header, footer=footer)
        _check(page, mark, style.name)
        if len(_kept) >= _MAX_KEPT:
            del _kept[next(iter(_kept))]
        _kept[key] = style, replace(style, page=page)
    return _kept[key][1]


def _says(line: RunningLine | None) -> bool:
    return line is not None and not line.is_empty


def _page(style: Style, mark: HandlingMark, *, header: bool, footer: bool) -> Page:
    page, gap = style.page, style.text["body"].leading
    if "header" in mark.lines:
        top = page.header + mark.strip
        needed = top + header * style.text["header"].leading + gap
        page = replace(page, header=Length(top), top=Length(max(page.top, needed)))
    if "footer" in mark.lines:
        bottom = page.footer + mark.strip
        needed = bottom + footer * style.text["footer"].leading + gap
        page = replace(page, footer=Length(bottom), bottom=Length(max(page.bottom, needed)))
    return page


def _check(page: Page, mark: HandlingMark, name: str) -> None:
    if page.text_height >= _LEAST_TEXT_HEIGHT and page.text_width >= mark.widest:
        return
    raise StyleError(
        "marking-room",
        f"the page has no room for the mark {mark.text}",
        where=f"style {name}",
        remedy="choose larger paper or smaller margins",
    )
