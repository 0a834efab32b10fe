"""What came of the articles of a batch, counted."""

from collections import Counter
from collections.abc import Sequence
from time import monotonic

from msgspec import Struct, field

from converter.batch.records import Result


class Tally(Struct):
    """What came of the articles so far.

    Attributes:
        done: how many were converted in this run.
        unchanged: how many were converted in an earlier run, and are as they were.
        incomplete: how many of those that are done are digests without some of their articles.
        codes: how many failed with which code, in an earlier run too where they were not tried again.
        start: of the run, on the monotonic clock.
    """

    done: int = 0
    unchanged: int = 0
    incomplete: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    start: float = field(default_factory=monotonic)

    def add(self, results: Sequence[Result]) -> None:
        """Count `results`."""
        for result in results:
            if result.record.status == "failed":
                self.codes[result.record.code] += 1
                continue
            self.incomplete += bool(result.record.code)
            if result.is_new:
                self.done += 1
            else:
                self.unchanged += 1

    @property
    def failed(self) -> int:
        """How many failed."""
        return self.codes.total()

    @property
    def count(self) -> int:
        """How many there were."""
        return self.done + self.unchanged + self.failed

    @property
    def seconds(self) -> float:
        """Since the start."""
        return monotonic() - self.start

    @property
    def rate(self) -> float:
        """Articles a second, those apart that were unchanged."""
        return (self.count - self.unchanged) / max(self.seconds, 1e-3)

    def data(self) -> dict[str, object]:
        """Return it as JSON shows it."""
        return {
            "done": self.done,
            "unchanged": self.unchanged,
            "incomplete": self.incomplete,
            "failed": self.failed,
            "codes": dict(sorted(self.codes.items())),
            "seconds": round(self.seconds, 1),
            "per_second": round(self.rate, 1),
        }
