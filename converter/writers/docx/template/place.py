"""What all kinds of places have in common."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from docx.oxml.ns import qn
from msgspec import Struct

from converter.writers.docx.template.trees import Element

_DOCUMENT, _TEXT_BOX = qn("w:document"), qn("w:txbxContent")
_GONE = tuple(map(qn, ("w:del", "w:moveFrom")))


class Place(Struct, frozen=True):
    """A place in a template that carries the name of what belongs there.

    Attributes:
        name: lower case, words parted by hyphens.
        part: name of the part that it is in.
        element: what marks it.
    """

    kind: ClassVar[str]

    name: str
    part: str
    element: Element

    @property
    def takes_blocks(self) -> bool:
        """Whether paragraphs with notes may stand here: in the document itself, and in no text box."""
        around = [one.tag for one in self.element.iterancestors()]
        return _DOCUMENT in around and _TEXT_BOX not in around

    @property
    def embraced(self) -> tuple[Element, ...]:
        """What gives way here."""
        return (self.element,)

    # Nobody can make a place without these two; mypy sees to it, since a struct knows no ABC.
    @abstractmethod
    def fill(self, runs: Sequence[Element]) -> list[Element]:
        """Put words here, in the format of what stood here, and return them."""

    @abstractmethod
    def put(self, blocks: Sequence[Element]) -> None:
        """Put paragraphs and tables here, at least one; the last is a paragraph."""


def known_as(name: str) -> str:
    """Return a name as it is compared: Word's bookmarks have no hyphens, and people write capitals."""
    return name.strip().casefold().replace("_", "-")


def is_deleted(element: Element) -> bool:
    """Tell whether tracked changes take `element` away, or show it elsewhere (ECMA-376 17.13.5)."""
    return next(element.iterancestors(*_GONE), None) is not None
