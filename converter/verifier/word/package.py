"""The parts of a Word file, as the rules see them."""

from converter.archives import BombError, unpack
from converter.errors import InputError
from converter.ooxml import package
from converter.ooxml.xml import Element, MalformedError, child, within

_ZIP = b"PK"


class Package(package.Package):
    """A Word file.

    Attributes:
        where: its name, for messages.
    """

    def __init__(self, data: bytes, where: str = "") -> None:
        """Open it.

        Raises:
            InputError: `input-unsupported` when it is no archive, `input-broken` when it is a damaged one, or
                `input-bomb` when it would unfold beyond `LIMITS`.
        """
        self.where = where
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

        Of alternatives (`mc:AlternateContent`) the first is kept, as Word does.

        Raises:
            InputError: `input-broken` when it is no XML.
        """
        try:
            root = super().tree(name)
        except MalformedError:
            raise self._broken(f"{name} is not well-formed") from None
        if root is not None:
            _leave_out_fallbacks(root)
        return root

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


def _leave_out_fallbacks(root: Element) -> None:
    for alternatives in list(within(root, "AlternateContent")):
        if child(alternatives, "Choice") is not None:
            for fallback in list(alternatives.iterchildren("{*}Fallback")):
                alternatives.remove(fallback)
