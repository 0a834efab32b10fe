"""What was found out about a report, in exact words."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from converter.verifier.findings import Finding
from converter.verifier.proof.claims import Claims

Word = Literal["proved", "consistent", "contradicted", "unproved"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said of a report.

    Attributes:
        word: `proved`: with the source at hand, every line is what it claims to be, and nothing else is
            shown; `consistent`: the report agrees with itself, and the source is not at hand; `contradicted`:
            there are findings; `unproved`: it claims nothing that could be checked.
        findings: what should be otherwise, in the order of the pages.
        claims: what it claims; `None` where it claims nothing, or nothing that can be read.
        sources: names of the articles that were at hand.
        missing: names of those that were not.
    """

    word: Word
    findings: tuple[Finding, ...]
    claims: Claims | None = None
    sources: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many lines are verbatim, edited and notes."""
        kinds = Counter(line.kind for line in self.claims.lines) if self.claims else Counter[str]()
        return {kind: kinds[kind] for kind in ("verbatim", "edited", "note")}
