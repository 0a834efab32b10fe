"""Reports in a store with an address."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256

from converter.batch.records import Output
from converter.batch.stores import reason, store_of
from converter.errors import ConverterError, OutputError
from converter.files import TEMPORARY

_PUTS_WHOLE = frozenset({"abfs", "abfss", "az", "gcs", "gs", "memory", "oss", "s3", "s3a"})
"""Schemes of stores in which an object is there whole or not at all; elsewhere a temporary name is used."""

_CREATES = frozenset({"gcs", "gs", "memory", "s3", "s3a"})
"""Schemes of stores that can be asked to refuse where an object is: two runs may be at work."""


class StoreTarget:
    """A store with an address; the methods are those of `targets.Target`."""

    def __init__(self, address: str, *, overwrite: bool) -> None:
        """Take an address; errors as `store_of`. `overwrite`: different reports are replaced."""
        self._address = address.rstrip("/")
        self._store, path = store_of(address)
        self._root = path.rstrip("/")
        self._overwrite = overwrite
        scheme = address.partition("://")[0].lower()
        self._puts_whole, self._creates = scheme in _PUTS_WHOLE, scheme in _CREATES

    def publish(self, reports: Mapping[str, bytes], own: Mapping[str, str]) -> None:
        """Write all reports or none."""
        created: list[str] = []
        try:
            with self._explained():
                for name, data in reports.items():
                    if self._write(name, data, own.get(name, "")):
                        created.append(name)
        except BaseException:
            for name in created:
                with suppress(Exception):
                    self._store.rm_file(self._path(name))
            raise

    def holds(self, output: Output) -> bool:
        """Whether an output is there still."""
        with suppress(Exception):
            return bool(self._store.exists(self._path(output.path)))
        return False

    def check(self) -> None:
        """Check that something can be written."""
        name = TEMPORARY.format(secrets.token_hex(8))
        self.publish({name: b"briefing"}, {})
        with suppress(Exception):
            self._store.rm_file(self._path(name))

    def sweep(self) -> None:
        """Do nothing: of an object that is not whole nothing is seen; temporary names are rare elsewhere."""

    def names(self, folder: str) -> Iterator[str]:
        """Yield the names of the files in a folder."""
        with self._explained(), suppress(FileNotFoundError):
            paths = self._store.ls(self._path(folder), detail=False)
            yield from sorted(str(path).rpartition("/")[2] for path in paths)

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a file."""
        with self._explained():
            yield from (self._found(self._path(name)) or b"").splitlines(keepends=True)

    def replace(self, name: str, data: bytes) -> None:
        """Write a file in place of whatever is there."""
        with self._explained():
            self._put(self._path(name), data)

    def remove(self, name: str) -> None:
        """Remove a file."""
        with suppress(FileNotFoundError), self._explained():
            self._store.rm_file(self._path(name))

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _write(self, name: str, data: bytes, own: str) -> bool:
        """Write one report; return whether it is new."""
        path = self._path(name)
        if self._creates and not (self._overwrite or own) and self._create(path, data):
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
        self._put(path, data)
        return found is None

    def _create(self, path: str, data: bytes) -> bool:
        """Write an object where there is none, as the store itself knows; return whether that was so."""
        try:
            self._store.pipe_file(path, data, mode="create")
        except Exception:
            # each store says in its own way that something is there
            if self._found(path) is None:
                raise
            return False
        return True

    def _put(self, path: str, data: bytes) -> None:
        if self._puts_whole:
            self._store.pipe_file(path, data)
        else:
            self._store.makedirs(path.rpartition("/")[0], exist_ok=True)
            self._move_there(path, data)

    def _move_there(self, path: str, data: bytes) -> None:
        temporary = f"{path.rpartition('/')[0]}/{TEMPORARY.format(secrets.token_hex(8))}"
        try:
            self._store.pipe_file(temporary, data)
            self._store.mv(temporary, path)
        except BaseException:
            with suppress(Exception):
                self._store.rm_file(temporary)
            raise

    def _found(self, path: str) -> bytes | None:
        try:
            return bytes(self._store.cat_file(path))
        except FileNotFoundError:
            return None

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what a store says, each in errors of its own, into one of ours."""
        try:
            yield
        except (ConverterError, FileNotFoundError):
            raise
        except Exception as error:
            what = f"cannot be written: {reason(error)}"
            raise OutputError(
                "output-unwritable", what, where=self._address, remedy="see to the store, then add --resume"
            ) from error
