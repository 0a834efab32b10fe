"""What all kinds of places have in common."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from docx.oxml.ns import qn

from converter.writers.docx.template.parts import MAIN
from converter.writers.docx.template.trees import Element

_TEXT_BOX = qn("w:txbxContent")
_ROOTS = frozenset(map(qn, ("w:document", "w:hdr", "w:ftr", "w:footnotes")))


@dataclass(frozen=True, slots=True)
class Place(ABC):
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
        return self.part == MAIN and next(self.element.iterancestors(_TEXT_BOX), None) is None

    @property
    def is_there(self) -> bool:
        """Whether it still stands in its part: what another place embraces is gone when that is filled."""
        return [self.element, *self.element.iterancestors()][-1].tag in _ROOTS

    @abstractmethod
    def fill(self, runs: Sequence[Element]) -> None:
        """Put words here, in the format of what stood here."""

    @abstractmethod
    def put(self, blocks: Sequence[Element]) -> None:
        """Put paragraphs and tables here, at least one; the last is a paragraph."""


def known_as(name: str) -> str:
    """Return a name as it is compared: Word's bookmarks have no hyphens, and people write capitals."""
    return name.strip().casefold().replace("_", "-")
