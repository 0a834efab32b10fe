"""Reports in a folder of this machine."""

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from converter.batch.records import Output
from converter.files import TEMPORARY, publish


class FolderTarget:
    """A folder of this machine; the methods are those of `targets.Target`."""

    def __init__(self, folder: Path, *, overwrite: bool) -> None:
        """Take the folder, which need not exist; `overwrite`: different reports are replaced."""
        self._folder = folder
        self._overwrite = overwrite

    def publish(self, reports: Mapping[str, bytes], own: Mapping[str, str]) -> None:
        """Write all reports or none."""
        publish(
            {self._folder / name: data for name, data in reports.items()},
            overwrite=self._overwrite,
            own={self._folder / name: sha for name, sha in own.items()},
        )

    def holds(self, output: Output) -> bool:
        """Whether an output is there still, with the same bytes."""
        try:
            return sha256((self._folder / output.path).read_bytes()).hexdigest() == output.sha256
        except OSError:
            return False

    def check(self) -> None:
        """Check that something can be written."""
        probe = self._folder / TEMPORARY.format(secrets.token_hex(8))
        publish({probe: b"briefing"})
        probe.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove what runs that were killed left half-written."""
        for folder, _, names in os.walk(self._folder):
            for name in names:
                if name.startswith(".") and name.endswith(TEMPORARY.partition("}")[2]):
                    Path(folder, name).unlink(missing_ok=True)

    def names(self, folder: str) -> Iterator[str]:
        """Yield the names of the files in a folder."""
        with suppress(FileNotFoundError):
            yield from sorted(path.name for path in (self._folder / folder).iterdir())

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a file."""
        with suppress(FileNotFoundError), (self._folder / name).open("rb") as file:
            yield from file

    def replace(self, name: str, data: bytes) -> None:
        """Write a file in place of whatever is there."""
        publish({self._folder / name: data}, overwrite=True)

    def remove(self, name: str) -> None:
        """Remove a file, and its folder with the last one."""
        path = self._folder / name
        path.unlink(missing_ok=True)
        with suppress(OSError):
            if path.parent != self._folder:
                path.parent.rmdir()
