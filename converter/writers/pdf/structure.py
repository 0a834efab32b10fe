"""The logical structure of the report, from which screen readers take their text (ISO 32000-1 14.7).

An element takes its place among its parent's children when the first of its content is drawn. Content is
drawn in reading order, so the tree is in reading order, across pages too.
"""

from msgspec import Struct, field

Tag = str
"""A standard structure type (ISO 32000-1 14.8.4)."""


class Content(Struct, frozen=True):
    """A marked-content sequence: which, on which page (by index)."""

    page: int
    number: int


class Annotation(Struct, frozen=True):
    """A link's annotation, by its index among all annotations of the file, and its page."""

    page: int
    number: int


class Element(Struct, eq=False):
    """A structure element.

    Attributes:
        tag: its type.
        parent: `None` for the root alone.
        alternative: what is said instead of a picture.
        language: BCP 47 tag where it differs from the parent's.
        attributes: attribute dictionary as PDF code; empty: none.
        identifier: unique in the file; notes need one (ISO 14289-1 7.9).
        kids: in reading order.
    """

    tag: Tag
    parent: "Element | None" = None
    alternative: str = ""
    language: str = ""
    attributes: str = ""
    identifier: str = ""
    kids: list["Element | Content | Annotation"] = field(default_factory=list)
    _attached: bool = False

    def attach(self) -> None:
        """Take the place among the parent's children, if not yet done."""
        if not self._attached:
            self._attached = True
            if self.parent is not None:
                self.parent.attach()
                self.parent.kids.append(self)

    def child(
        self,
        tag: Tag,
        *,
        language: str = "",
        attributes: str = "",
        alternative: str = "",
        identifier: str = "",
    ) -> "Element":
        """Return a new element below this one."""
        return Element(tag, self, alternative, language, attributes, identifier)
