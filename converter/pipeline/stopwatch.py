"""How long the steps took, for `-v` and `--json`; nothing that is converted knows of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Stopwatch:
    """Takes the time of each step.

    Attributes:
        laps: name of a step → seconds, in the order in which they ended.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.laps: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Take the time of what is done inside."""
        start = perf_counter()
        yield
        self.laps[name] = perf_counter() - start

    @property
    def total_s(self) -> float:
        """Of all steps."""
        return sum(self.laps.values())

    def __str__(self) -> str:
        """As `-v` shows it."""
        return ", ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in self.laps.items())
