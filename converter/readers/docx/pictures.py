"""The pictures of a Word file, each unpacked once however often it stands in the text."""

from converter.model.article import Image
from converter.ooxml.package import Relationship
from converter.readers.docx.package import Package, PartUnreadableError
from converter.readers.images import ImageRefusedError, parse_image


class Pictures:
    """Finds pictures by what refers to them."""

    def __init__(self, package: Package) -> None:
        """Begin with none."""
        self._package = package
        self._known: dict[str, Image | str] = {}

    def find(self, link: Relationship | None) -> Image:
        """Return the picture that `link` leads to.

        Raises:
            ImageRefusedError: it cannot be had.
        """
        if link is None:
            raise ImageRefusedError("it is not in the file")
        if link.external:
            raise ImageRefusedError("it lies outside the file and is not fetched")
        name = link.target.lower()
        if name not in self._known:
            self._known[name] = self._unpack(link.target)
        found = self._known[name]
        if isinstance(found, str):
            raise ImageRefusedError(found)
        return found

    def _unpack(self, name: str) -> Image | str:
        """Return the picture in a part, or why it cannot be had."""
        try:
            return parse_image(self._package.read(name))
        except (ImageRefusedError, PartUnreadableError) as refusal:
            return str(refusal)
