"""Stationery: sheets that lie under whole pages."""

from collections.abc import Callable

from msgspec import Struct


class Underlay(Struct, frozen=True):
    """A sheet that lies under a whole page, and fills it.

    Attributes:
        path: of the file that it came from.
        draw: returns the sheet as PNG or JPEG, opaque; a PDF is drawn when first asked for. It raises a
            `StyleError` when the file shows only now to be damaged.
    """

    path: str
    draw: Callable[[], bytes]


class Stationery(Struct, frozen=True):
    """What lies under the pages; `None`: nothing. Under all pages alike where both are one object."""

    first: Underlay | None = None
    following: Underlay | None = None
