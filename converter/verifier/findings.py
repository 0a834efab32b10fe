"""What a verifier has to say."""

from collections.abc import Iterable
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


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings as their places follow each other in the file; those that name no line come last."""
    return tuple(sorted(findings, key=lambda finding: _position(finding.where)))


def _position(where: str) -> tuple[bool, list[int]]:
    """Return what sorts places such as `14` or `2:14`."""
    parts = where.split(":")
    is_placed = all(map(str.isdecimal, parts))
    return not is_placed, [int(part) for part in parts] if is_placed else []
