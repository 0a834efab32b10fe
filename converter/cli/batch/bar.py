"""The bar of a batch on a terminal: how many, how fast, how many failures, how long still."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from converter.cli.batch.tally import Tally


@contextmanager
def bar(tally: Tally, total: Callable[[], int | None]) -> Iterator[Callable[[], None]]:
    """Show a bar while it is entered; what it yields brings it up to date.

    Args:
        tally: what the bar shows.
        total: counts the articles, which may take a while; called in a thread of its own.
    """
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.1f}/s"),
        TextColumn("{task.fields[failed]} failed"),
        TimeRemainingColumn(),
    )
    # what is told meanwhile stands above the bar; its lines are not broken, for paths are copied from them
    console = Console(stderr=True, soft_wrap=True)
    with Progress(*columns, console=console, transient=True, refresh_per_second=4) as progress:
        task = progress.add_task("", total=None, rate=0.0, failed=0)

        def count() -> None:
            progress.update(task, total=total())

        Thread(target=count, daemon=True).start()
        yield lambda: progress.update(task, completed=tally.count, rate=tally.rate, failed=tally.failed)
