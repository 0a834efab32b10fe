"""What a verifier has to say."""

from typing import NamedTuple


class Finding(NamedTuple):
    """Something in a file that should be otherwise.

    Attributes:
        rule: stable code of the rule that is broken, such as `alt-missing`.
        text: one line: what is wrong; what to do.
        where: place in the file, such as `paragraph 12 “The port of …”` or `header1.xml`; empty: the whole.
    """

    rule: str
    text: str
    where: str = ""

    def __str__(self) -> str:
        """Return *where*: *text* (*rule*)."""
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.text} ({self.rule})"
