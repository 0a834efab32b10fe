"""Handling marks: what a report says on each page about who may have it."""

from collections.abc import Mapping

from msgspec import Struct, field

from converter.model.style.measures import Color, Length
from converter.model.style.page import Position, RunningKind

_WIDEST_LETTER_EM = 0.72
"""Of a bold capital, on the average of a label."""


class HandlingMark(Struct, frozen=True):
    """A mark of a scheme, with what its label looks like on each page.

    Attributes:
        text: the label, exactly as it is shown.
        color: of the text.
        ground: behind it.
        size: of the type, which is bold.
        position: where in its line it stands, whichever way the script runs.
        lines: at which ends of each page it stands.
    """

    text: str
    color: Color
    ground: Color
    size: Length
    position: Position = "right"
    lines: frozenset[RunningKind] = frozenset({"header", "footer"})

    @property
    def height(self) -> Length:
        """Height of the ground."""
        return Length(1.25 * self.size)

    @property
    def padding(self) -> Length:
        """Width of the ground on either side of the text."""
        return Length(0.3 * self.size)

    @property
    def widest(self) -> Length:
        """Width that the ground has at most, in whichever font."""
        return Length(_WIDEST_LETTER_EM * self.size * len(self.text) + 2 * self.padding)

    @property
    def strip(self) -> Length:
        """Height that the label takes above a header or below a footer, with the space to it."""
        return Length(1.5 * self.size)


class Scheme(Struct, frozen=True):
    """A set of marks.

    Attributes:
        name: as a style's `handling` names it.
        title: in full.
        description: one line for the list of schemes.
        prefix: how texts begin that must be one of the marks; empty: any other text is free.
        marks: at least one.
        former: marks that are no more → what they became.
    """

    name: str
    title: str
    description: str
    prefix: str
    marks: tuple[HandlingMark, ...]
    former: Mapping[str, str] = field(default_factory=dict)
