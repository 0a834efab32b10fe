"""The parts of a Word file, as the rules see them."""

from converter.archives import BombError, unpack
from converter.errors import InputError
from converter.ooxml import package
from converter.ooxml.xml import Element, MalformedError, attribute, children, within

_ZIP = b"PK"
_KNOWN = (
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "urn:schemas-microsoft-com:",
)
"""How the namespaces begin that Word knows."""


class Package(package.Package):
    """A Word file.

    Attributes:
        where: its name, for messages.
        left_out: of each part read, the alternatives that Word does not show, by the element that holds them.
    """

    def __init__(self, data: bytes, where: str = "") -> None:
        """Open it.

        Raises:
            InputError: `input-unsupported` when it is no archive, `input-broken` when it is a damaged one, or
                `input-bomb` when it would unfold beyond `LIMITS`.
        """
        self.where = where
        self.left_out: dict[Element, list[Element]] = {}
        if not data.startswith(_ZIP):
            raise self._foreign()
        try:
            super().__init__(unpack(data))
        except BombError:
            raise self._bomb() from None
        except ValueError:
            raise self._broken("it is damaged or was cut off") from None

    def main(self) -> str:
        """Return the name of the part that holds the text.

        Raises:
            InputError: `input-unsupported` when there is none, or as `tree`.
        """
        try:
            return super().main()
        except KeyError:
            raise self._foreign() from None

    def tree(self, name: str) -> Element | None:
        """Return the root of the XML in the part `name`; `None` where there is no such part.

        Of alternatives (`mc:AlternateContent`) the one that Word shows is kept: the first whose namespaces it
        knows (ECMA-376 part 3, 7.5).

        Raises:
            InputError: `input-broken` when it is no XML.
        """
        try:
            root = super().tree(name)
        except MalformedError:
            raise self._broken(f"{name} is not well-formed") from None
        if root is not None:
            self._choose(root)
        return root

    def _choose(self, root: Element) -> None:
        for holder in list(within(root, "AlternateContent")):
            branches = [*children(holder, "Choice"), *children(holder, "Fallback")]
            shown = next(filter(_is_known, branches), None)
            others = [branch for branch in branches if branch is not shown]
            for branch in others:
                holder.remove(branch)
            if others:
                self.left_out[holder] = others

    def _foreign(self) -> InputError:
        return InputError(
            "input-unsupported",
            "this is no Word file that can be checked",
            where=self.where,
            remedy="give a .docx; older and encrypted files must be saved as one first",
        )

    def _broken(self, what: str) -> InputError:
        return InputError(
            "input-broken",
            f"this Word file cannot be read: {what}",
            where=self.where,
            remedy="open it in Word, let it be repaired and save it anew",
        )

    def _bomb(self) -> InputError:
        return InputError(
            "input-bomb",
            "this Word file would unfold to a size that no honest one has",
            where=self.where,
            remedy="ask where it came from",
        )


def _is_known(branch: Element) -> bool:
    """Tell whether Word knows all namespaces that a branch asks for; a fallback asks for none."""
    return all(
        branch.nsmap.get(prefix, "").startswith(_KNOWN) for prefix in attribute(branch, "Requires").split()
    )
