"""What is wrong with a style, outline or language file: all of it at once, each fault with its place."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.errors import StyleError
from converter.yaml_source import Place

MOST = 100
"""How many faults are told; a file with more is not a style."""


class Fault(Struct, frozen=True):
    """One fault.

    Attributes:
        place: where it stands.
        path: keys that lead there, joined by dots; empty for the file as a whole.
        what: what is wrong, without a full stop.
        remedy: what to write instead; empty when nothing can be said.
    """

    place: Place
    path: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        """The one line: *place*: *path*: *what*; *remedy*."""
        return str(_as_error(self))

    @property
    def text(self) -> str:
        """The line without the place."""
        return str(_as_error(replace(self, place=Place(""))))


class StyleFaultsError(StyleError):
    """Everything that is wrong with a file; its text has a line for each fault, in order of place.

    `where`, `what` and `remedy` are those of the first.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Take at least one fault."""
        first = _as_error(faults[0])
        super().__init__("style-invalid", first.what, where=first.where, remedy=first.remedy)
        self.faults = tuple(faults)

    @property
    def lines(self) -> tuple[str, ...]:
        """One for each fault."""
        return tuple(map(str, self.faults))

    def __str__(self) -> str:
        """One line for each fault."""
        return "\n".join(self.lines)


class Faults:
    """Collects faults while a file is read."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: dict[Fault, None] = {}

    def add(self, place: Place, path: str, what: str, remedy: str = "") -> None:
        """Note a fault; the same one, met again through an alias, counts once."""
        if not self.full:
            self._found[Fault(place, path, what, remedy)] = None

    def about(self, paths: Iterable[str]) -> bool:
        """Whether one of them is at one of `paths`."""
        return not {fault.path for fault in self._found}.isdisjoint(paths)

    @property
    def full(self) -> bool:
        """Whether no more are taken."""
        return len(self._found) >= MOST

    def raise_any(self) -> None:
        """Do nothing when there are none.

        Raises:
            StyleFaultsError: all that were noted.
        """
        if self._found:
            raise StyleFaultsError(sorted(self._found, key=lambda fault: fault.place))


def _as_error(fault: Fault) -> StyleError:
    path = f"{fault.path}: " if fault.path else ""
    return StyleError("style-invalid", path + fault.what, where=str(fault.place), remedy=fault.remedy)
