"""A Word file as the rules see it: its texts, styles and settings."""

from functools import cached_property

from converter.errors import InputError
from converter.ooxml.package import Relationship
from converter.ooxml.xml import Element, child, children, holds, is_on
from converter.verifier.word.formatting import Formatting
from converter.verifier.word.package import Package
from converter.verifier.word.story import Kind, Story
from converter.verifier.word.styles import Styles
from converter.verifier.word.theme import Theme

_RUNNING: tuple[Kind, ...] = ("header", "footer")
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
_ORDINARY = frozenset({"", "normal"})


class Document:
    """A Word file that can be read.

    Attributes:
        package: its parts.
        main: name of the part that holds the body.
        root: of that part.
        settings: root of the settings, if there are any.
        styles: of the document.
        theme: of the document.
        formatting: what its text looks like.
        stories: the body, then headers, footers and notes.
    """

    def __init__(self, data: bytes, where: str = "") -> None:
        """Read what all rules need.

        Raises:
            InputError: `input-broken`, `input-bomb`, `input-unsupported`.
        """
        self.package = Package(data, where)
        self.main = self.package.main()
        root = self.package.tree(self.main)
        if root is None or child(root, "body") is None:
            raise InputError(
                "input-broken",
                "this Word file cannot be read: it has no text",
                where=where,
                remedy="open it in Word, let it be repaired and save it anew",
            )
        self.root = root
        self.settings = self._part("settings")
        self.styles = Styles(self._part("styles"))
        self.theme = Theme(self._part("theme"), self.settings)
        self.formatting = Formatting(self.styles, self.theme)
        self.stories = [Story("body", self.main, list(children(root, "body"))), *self._others()]

    @property
    def body(self) -> Story:
        """The text itself."""
        return self.stories[0]

    @cached_property
    def title(self) -> str:
        """`dc:title` of the core properties (ECMA-376 part 2, clause 8)."""
        for name in self.package.related("", "core-properties") or ["docProps/core.xml"]:
            element = child(self.package.tree(name), "title")
            if element is not None:
                return (element.text or "").strip()
        return ""

    def links(self, story: Story) -> dict[str, Relationship]:
        """Return what the part of `story` refers to, by id."""
        if story.name not in self._links:
            self._links[story.name] = self.package.relationships(story.name)
        return self._links[story.name]

    @cached_property
    def _links(self) -> dict[str, dict[str, Relationship]]:
        return {}

    def _part(self, kind: str) -> Element | None:
        name = next(iter(self.package.related(self.main, kind)), "")
        return self.package.tree(name) if name else None

    def _others(self) -> list[Story]:
        found = []
        for kind in _RUNNING:
            for name in dict.fromkeys(self.package.related(self.main, kind)):
                root = self.package.tree(name)
                if root is not None:
                    found.append(Story(kind, name, [root]))
        for relation, element in _NOTES:
            for name in self.package.related(self.main, relation):
                root = self.package.tree(name)
                notes = [] if root is None else [one for one in children(root, element) if _is_note(one)]
                found.append(Story("note", name, notes))
        return found


def _is_note(note: Element) -> bool:
    """Tell whether a note is one, and not the line that stands above the notes."""
    kinds = {str(told) for key, told in note.items() if str(key).endswith("}type")}
    return kinds <= _ORDINARY and not holds(note, "separator", "continuationSeparator")


def page_color(document: Document) -> Element | None:
    """Return `w:background` where it is shown (ECMA-376 17.2.1 and 17.15.1.25)."""
    shown = is_on(document.settings, "displayBackgroundShape")
    return child(document.root, "background") if shown else None
