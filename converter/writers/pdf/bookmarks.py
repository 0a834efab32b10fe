"""Bookmarks: what a reader's side panel shows (ISO 32000-1 12.3.3)."""

from collections.abc import Sequence

from msgspec import Struct, field

from converter.writers.pdf.objects import Objects, Reference, number, text_string


class Destination(Struct, frozen=True):
    """A place to go to: index of the page, and a point counted from its lower left corner."""

    page: int
    x: float
    y: float

    def code(self, pages: Sequence[Reference]) -> str:
        """Return the destination (12.3.2.2): this point in the upper left corner, at the reader's zoom."""
        return f"[{pages[self.page]}/XYZ {number(self.x)} {number(self.y)} null]"


class Bookmark(Struct, frozen=True):
    """An entry: `level` 1 is the outermost."""

    level: int
    title: str
    place: Destination


class _Entry(Struct):
    reference: Reference
    bookmark: Bookmark | None = None
    below: list["_Entry"] = field(default_factory=list)

    def count(self) -> int:
        """How many entries are seen below this one, all being open."""
        return sum(1 + entry.count() for entry in self.below)


def add_bookmarks(objects: Objects, bookmarks: Sequence[Bookmark], pages: Sequence[Reference]) -> Reference:
    """Add the outline; each entry stands below the nearest one before it of a lower level."""
    root = _Entry(objects.reserve())
    path = [root]
    for bookmark in bookmarks:
        while path[-1].bookmark is not None and path[-1].bookmark.level >= bookmark.level:
            path.pop()
        path[-1].below.append(_Entry(objects.reserve(), bookmark))
        path.append(path[-1].below[-1])
    objects.fill(root.reference, f"<</Type/Outlines{_below(root)}>>")
    _fill(objects, root, pages)
    return root.reference


def _fill(objects: Objects, parent: _Entry, pages: Sequence[Reference]) -> None:
    for index, entry in enumerate(parent.below):
        if entry.bookmark is not None:
            neighbours = f"/Prev {parent.below[index - 1].reference}" if index else ""
            if index + 1 < len(parent.below):
                neighbours += f"/Next {parent.below[index + 1].reference}"
            title, place = text_string(entry.bookmark.title), entry.bookmark.place.code(pages)
            objects.fill(
                entry.reference,
                f"<</Title{title}/Parent {parent.reference}/Dest{place}{neighbours}{_below(entry)}>>",
            )
        _fill(objects, entry, pages)


def _below(entry: _Entry) -> str:
    if not entry.below:
        return ""
    return f"/First {entry.below[0].reference}/Last {entry.below[-1].reference}/Count {entry.count()}"
