"""Ctrl-C and SIGTERM during a batch: the first ends it in order, the second at once."""

import signal
from types import FrameType
from typing import Self

from converter.cli.failures import INTERRUPTED, TERMINATED, TerminatedError
from converter.cli.terminal import tell


class Interruption:
    """While it is entered, the first signal is only remembered.

    Attributes:
        exit_code: that the run will end with; 0 while nobody has asked it to end.
    """

    def __init__(self) -> None:
        """Begin without one."""
        self.exit_code = 0
        self._before: dict[signal.Signals, signal._HANDLER] = {}

    def is_asked(self) -> bool:
        """Whether the run should end."""
        return bool(self.exit_code)

    def __enter__(self) -> Self:
        """Take the signals over."""
        for number in (signal.SIGINT, signal.SIGTERM):
            self._before[number] = signal.signal(number, self._take)
        return self

    def __exit__(self, *_error: object) -> None:
        """Give them back."""
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _take(self, number: int, _frame: FrameType | None) -> None:
        is_interrupt = number == signal.SIGINT
        if self.exit_code:
            raise KeyboardInterrupt if is_interrupt else TerminatedError
        self.exit_code = INTERRUPTED if is_interrupt else TERMINATED
        tell("ending after the articles that are being converted; once more ends at once")
