"""Reports in a store with an address."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from hashlib import sha256

from converter.batch.records import Output
from converter.batch.store_errors import StoreError
from converter.batch.stores import Store
from converter.errors import OutputError
from converter.files import TEMPORARY


class StoreTarget:
    """A store with an address; the methods are those of `targets.Target`."""

    def __init__(self, address: str, *, overwrite: bool) -> None:
        """Take an address; errors as `Store`. `overwrite`: different reports are replaced."""
        self._address = address.rstrip("/")
        self._store = Store(address)
        self._overwrite = overwrite

    def publish(self, reports: Mapping[str, bytes], own: Mapping[str, str]) -> None:
        """Write all reports or none."""
        created: list[str] = []
        try:
            with self._explained():
                for name, data in reports.items():
                    if self._write(name, data, own.get(name, "")):
                        created.append(self._path(name))
        except BaseException:
            for path in created:
                with suppress(Exception):
                    self._store.remove(path)
            raise

    def holds(self, output: Output) -> bool:
        """Whether an output is there still; its bytes are not read."""
        with self._explained():
            return self._store.has(self._path(output.path))

    def check(self) -> None:
        """Check that something can be written."""
        with self._explained():
            if self._overwrite or not self._is_conditional:
                with self._probe() as path:
                    self._store.put(path, b"briefing")

    def sweep(self) -> None:
        """Do nothing: of an object that is not whole nothing is seen; temporary names are rare elsewhere."""

    def names(self, folder: str) -> Iterator[str]:
        """Yield the names of the files in a folder."""
        path = self._path(folder)
        with self._explained(), suppress(FileNotFoundError):
            for found, _ in self._store.listed(path):
                name = found.removeprefix(f"{path}/")
                if "/" not in name:
                    yield name

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a file."""
        with self._explained():
            yield from (self._found(self._path(name)) or b"").splitlines(keepends=True)

    def replace(self, name: str, data: bytes) -> None:
        """Write a file in place of whatever is there."""
        with self._explained():
            self._store.put(self._path(name), data)

    def remove(self, name: str) -> None:
        """Remove a file."""
        with self._explained():
            self._store.remove(self._path(name))

    @cached_property
    def _is_conditional(self) -> bool:
        """Whether the store refuses to write where an object is, as found by trying: not all do."""
        if not self._store.creates:
            return False
        with self._probe() as path:
            try:
                return self._store.create(path, b"briefing") and not self._store.create(path, b"again")
            except StoreError as error:
                if error.is_of_store:
                    raise
                return False

    @contextmanager
    def _probe(self) -> Iterator[str]:
        """Yield a path that nobody has, and remove what is there in the end."""
        path = self._path(TEMPORARY.format(secrets.token_hex(8)))
        try:
            yield path
        finally:
            with suppress(Exception):
                self._store.remove(path)

    def _path(self, name: str) -> str:
        return f"{self._store.path}/{name}" if name else self._store.path

    def _write(self, name: str, data: bytes, own: str) -> bool:
        """Write one report; return whether it is new."""
        path = self._path(name)
        may_replace = self._overwrite or own
        if not may_replace and self._is_conditional and self._store.create(path, data):
            return True
        found = self._found(path)
        if found == data:
            return False
        if found is not None and not (self._overwrite or (own and sha256(found).hexdigest() == own)):
            raise OutputError(
                "output-exists",
                "a different file is there",
                where=f"{self._address}/{name}",
                remedy="add --force to replace it, or choose another name",
            )
        self._store.put(path, data)
        return found is None

    def _found(self, path: str) -> bytes | None:
        try:
            return self._store.read(path)
        except FileNotFoundError:
            return None

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what a store says into an error for a person."""
        try:
            yield
        except StoreError as error:
            what = f"cannot be written: {error.text}"
            where, remedy = self._address, "see to the store, then add --resume"
            if error.is_of_store:
                raise OutputError("store-unreachable", what, where=where, remedy=remedy) from error
            raise OutputError("output-unwritable", what, where=where, remedy=remedy) from error
