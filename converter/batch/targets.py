"""Where reports go: a folder of this machine, or a store with an address.

A report is there whole or not at all, and a different one is never replaced unasked.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from converter.batch.folder_target import FolderTarget
from converter.batch.records import Output
from converter.batch.store_target import StoreTarget
from converter.batch.stores import is_store


class Target(Protocol):
    """A place for reports; names are paths below it, their parts joined by slashes."""

    def publish(self, reports: Mapping[str, bytes], own: Mapping[str, str]) -> None:
        """Write all `reports` or none, each whole and safe from loss of power.

        Args:
            reports: by name.
            own: SHA-256 of what an earlier run wrote, by name; a report that still is that may be replaced.

        Raises:
            OutputError: as `converter.files.publish`; `store-unreachable`.
        """
        ...

    def holds(self, output: Output) -> bool:
        """Whether `output` is there still.

        Raises:
            OutputError: `store-unreachable`.
        """
        ...

    def names(self, folder: str) -> Iterator[str]:
        """Yield the names of the files in `folder`; none where there is no such folder."""
        ...

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a file; none where there is no file."""
        ...

    def replace(self, name: str, data: bytes) -> None:
        """Write a file in place of whatever is there; errors as `publish`."""
        ...

    def remove(self, name: str) -> None:
        """Remove a file that may be gone."""
        ...

    def check(self) -> None:
        """Check that something can be written.

        Raises:
            OutputError: `output-unwritable`, `store-unreachable`.
        """
        ...

    def sweep(self) -> None:
        """Remove what runs that were killed left half-written; nothing else may be at work in the target."""
        ...


def target_of(location: str, *, overwrite: bool = False) -> Target:
    """Return the target at `location`, a folder or an address; `overwrite`: different reports are replaced.

    Raises:
        UsageError: `store-unknown`.
    """
    return (
        StoreTarget(location, overwrite=overwrite)
        if is_store(location)
        else FolderTarget(Path(location), overwrite=overwrite)
    )
