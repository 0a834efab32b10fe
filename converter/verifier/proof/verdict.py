"""What was found out about a report, in exact words."""

from collections import Counter
from typing import Literal

from msgspec import Struct

from converter.verifier.findings import Finding
from converter.verifier.proof.claims import ClaimedSource, Claims

Word = Literal["proved", "consistent", "contradicted", "unproved"]


class Verdict(Struct, frozen=True):
    """What can be said of a report.

    Attributes:
        word: `proved`: with the source at hand, every line is what it claims to be, and nothing else is
            shown; `consistent`: the report agrees with itself, and the source is not at hand; `contradicted`:
            there are findings; `unproved`: it claims nothing that could be checked.
        findings: what should be otherwise, in the order of the pages.
        claims: what it claims; `None` where it claims nothing, or nothing that can be read.
        at_hand: SHA-256 of the articles that were at hand, whether it claims them or not.
    """

    word: Word
    findings: tuple[Finding, ...]
    claims: Claims | None = None
    at_hand: frozenset[str] = frozenset()

    @property
    def is_sound(self) -> bool:
        """Whether it is `proved` or `consistent`."""
        return self.word in {"proved", "consistent"}

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of the articles that it claims and that were at hand."""
        return tuple(one.name for one in self._claimed() if one.sha256 in self.at_hand)

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the articles that it claims and that were not at hand."""
        return tuple(one.name for one in self._claimed() if one.sha256 not in self.at_hand)

    @property
    def counts(self) -> dict[str, int]:
        """How many lines are verbatim, edited and notes."""
        kinds = Counter(line.kind for line in self.claims.lines) if self.claims else Counter[str]()
        return {kind: kinds[kind] for kind in ("verbatim", "edited", "note")}

    def _claimed(self) -> tuple[ClaimedSource, ...]:
        return self.claims.sources if self.claims else ()
