"""Names for places in a document, unique in it."""

import re
import unicodedata

from msgspec import Struct, field

_LONGEST = 40


class Anchors(Struct):
    """Gives out anchors: lower-case letters, digits and hyphens of ASCII, a letter first."""

    _taken: dict[str, int] = field(default_factory=dict)

    def take(self, *words: str) -> str:
        """Return an anchor that reads like `words`, with a number behind it where that is taken."""
        wish = _ascii(" ".join(words))[:_LONGEST].strip("-")
        if not wish[:1].isalpha():
            wish = f"section-{wish}".rstrip("-")
        anchor = wish
        while anchor in self._taken:
            self._taken[wish] += 1
            anchor = f"{wish}-{self._taken[wish]}"
        self._taken[anchor] = 1
        return anchor


def _ascii(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", bare.lower())
