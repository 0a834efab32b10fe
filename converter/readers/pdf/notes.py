"""The labels of a document's notes: each has one that no other has."""

from collections.abc import Mapping

Labels = Mapping[tuple[int, str], str]
"""The labels of notes, by the page on which they stand and what stands before them there."""


class NoteLabels:
    """Gives labels; notes that are numbered anew on each page get new ones."""

    def __init__(self) -> None:
        """Begin without notes."""
        self.by_page: dict[tuple[int, str], str] = {}
        self._used: set[str] = set()

    def add(self, page: int, label: str) -> str:
        """Return the label for a note on `page` that begins with `label`."""
        name, again = label, 1
        while name in self._used:
            again += 1
            name = f"{label}.{again}"
        self._used.add(name)
        return self.by_page.setdefault((page, label), name)

    def everywhere(self, pages: int) -> Labels:
        """Return the labels so that notes behind the text are found from every page."""
        anywhere = {label: name for (_, label), name in reversed(self.by_page.items())}
        return {
            (page, label): name for page in range(pages) for label, name in anywhere.items()
        } | self.by_page
