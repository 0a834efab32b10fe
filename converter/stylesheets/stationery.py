"""Stationery: what lies under whole pages; checked when the style is read, drawn when a report wants it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct

from converter.limits import LIMITS
from converter.model import style as model
from converter.stylesheets.faults import Faults
from converter.stylesheets.shapes import Reading, quoted
from converter.stylesheets.style_file import Stationery
from converter.stylesheets.underlays import DPI, PageSheet, UnderlayError, drawn, read_limited, sheets_of
from converter.yaml_source import Place

_TOLERANCE = 0.01
"""By how much the proportions of a sheet may differ from those of the paper."""

_POINTS_PER_INCH = 72
_FULL = 0.99
"""Of the pixels that a picture may have, for the sides of a page are rounded."""


def stationery_of(keys: Stationery | None, page: model.Page, reading: Reading) -> model.Stationery | None:
    """Return the stationery that a style file names; what is wrong with it is noted in `reading`.

    A PDF that is named for the first page alone, or for all, brings its second page for those that follow.
    """
    if keys is None:
        return None
    first, following = (
        _File(path, keys.place(key), f"page.stationery.{key}", page, reading)
        for key, path in (("first", keys.first), ("following", keys.following))
    )
    sheets = first.sheets()
    lies_under = first.underlay(sheets, 0)
    if following.path not in {None, first.path}:
        return model.Stationery(lies_under, following.underlay(following.sheets(), 0))
    if len(sheets) > 1:
        return model.Stationery(lies_under, first.underlay(sheets, 1))
    return model.Stationery(lies_under, lies_under if following.path else None)


class _File(Struct):
    """A file for stationery.

    Attributes:
        path: `None`: none was named.
        place: where it is named.
        key: that names it.
        page: under which it is to lie.
        reading: takes what is wrong.
        data: its bytes, once read.
    """

    path: Path | None
    place: Place
    key: str
    page: model.Page
    reading: Reading
    data: bytes = b""

    def sheets(self) -> list[PageSheet]:
        """Return the sheets of the file; none where it is not there or something is wrong."""
        if self.path is None:
            return []
        try:
            self.data = read_limited(self.path)
            return sheets_of(self.data)
        except UnderlayError as error:
            self._refuse(self.reading.faults, error.what, error.remedy)
            return []

    def underlay(self, sheets: list[PageSheet], index: int) -> model.Underlay | None:
        """Return one of `sheets` as it lies under the page, whose proportions it must have."""
        if self.path is None or not sheets:
            return None
        sheet, page = sheets[index], self.page
        if abs(sheet.width / sheet.height * page.height / page.width - 1) > _TOLERANCE:
            what = f"is {sheet}, and the paper {PageSheet(page.width, page.height)}"
            self._refuse(self.reading.faults, what, "let page.size or --paper be as the stationery is")
            return None
        # drawn as large as it is shown; very large paper gets fewer dots
        most = (_FULL * LIMITS.image_pixels / (page.width * page.height)) ** 0.5 * _POINTS_PER_INCH
        dpi = min(DPI, most) * page.width / sheet.width
        return model.Underlay(str(self.path), self._or_fault(partial(drawn, self.data, index, dpi)))

    def _or_fault(self, draw: Callable[[], bytes]) -> Callable[[], bytes]:
        """Return `draw` so that it tells what it finds wrong as a fault of the style."""

        def located() -> bytes:
            try:
                return draw()
            except UnderlayError as error:
                faults = Faults()
                self._refuse(faults, error.what, error.remedy)
                faults.raise_any()
                raise

        return located

    def _refuse(self, faults: Faults, what: str, remedy: str) -> None:
        name = quoted(self.path.name) if self.path else ""
        faults.add(self.place, self.key, f"{name} {what}", remedy)
