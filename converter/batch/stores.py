"""Stores with an address (`s3://`, `gs://`, `memory://`, …), by way of fsspec.

fsspec takes a tenth of a second to import, so it is when the first address is met. An address of the web is
read as `convert` reads it, and is no store. Credentials, endpoint and region are found where each store's own
tools find them; there are no settings of ours.
"""

import secrets
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, cast

from converter.batch.store_errors import StoreError, is_of_store
from converter.errors import InputError, UsageError
from converter.files import TEMPORARY
from converter.limits import LIMITS
from converter.readers.original import Original, check_size
from converter.readers.raw import fetch, is_address

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

PATIENCE_S = 120
"""How long a store may take for a request, with all that its library tries again."""

_WEB = ("http://", "https://")

_EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gcs", "gcs": "gcs"}
"""Which extra of ours brings the part that a scheme needs."""

_PUTS_WHOLE = frozenset({"abfs", "abfss", "az", "gcs", "gs", "memory", "oss", "s3", "s3a"})
"""Schemes of stores in which an object is there whole or not at all; elsewhere a temporary name is used."""

_CREATES = frozenset({"gcs", "gs", "memory", "s3", "s3a"})
"""Schemes of stores that can be asked to refuse where an object is: two runs may be at work."""


class Store:
    """A store, and a place in it; paths are those that fsspec has for it."""

    def __init__(self, address: str) -> None:
        """Find the store that `address` is of; nothing is asked of it yet.

        Raises:
            UsageError: `store-unknown`: no such scheme, or the part for it is not installed.
        """
        self._scheme = address.partition("://")[0].lower()
        self._address = address
        self._class = _class_of(self._scheme, address)
        self._options: dict[str, Any] = {"timeout": PATIENCE_S} if self._class.async_impl else {}
        self.path = str(self._class._strip_protocol(address)).rstrip("/")  # noqa: SLF001 - there is no other

    @cached_property
    def _files(self) -> "AbstractFileSystem":
        """What asks the store; some connect to it as soon as they are made."""
        files = self._class(**self._class._get_kwargs_from_urls(self._address))  # noqa: SLF001 - there is no other
        # no listings in memory: they may be long, and others write into the store, too
        files.dircache.use_listings_cache = False
        return files

    @property
    def creates(self) -> bool:
        """Whether such stores can make an object only where there is none."""
        return self._scheme in _CREATES

    def address(self, path: str) -> str:
        """Return the address of a path."""
        return str(self._files.unstrip_protocol(path))

    def kind(self, path: str) -> Literal["file", "folder", ""]:
        """Return what is at a path; of a file and a folder of one name, the file."""
        try:
            is_folder = self._ask("info", path)["type"] == "directory"
        except FileNotFoundError:
            return ""
        except StoreError as error:
            if self._is_s3 and not error.is_of_store:
                # this refusal came without words; that of a listing has some
                next(self._pages(path), None)
            raise
        return "folder" if is_folder else "file"

    def has(self, path: str) -> bool:
        """Whether an object is at a path."""
        return bool(self._ask("exists", path))

    def read(self, path: str, start: int = 0, end: int | None = None) -> bytes:
        """Return bytes of an object; `FileNotFoundError` where there is none."""
        try:
            return bytes(self._ask("cat_file", path, start=start, end=end))
        except StoreError as error:
            if not error.is_of_store and self._ends_at(path, start):
                # S3 calls a range that begins at the end an error
                return b""
            raise

    def create(self, path: str, data: bytes) -> bool:
        """Write an object where there is none, as the store itself knows; return whether that was so."""
        try:
            self._ask("pipe_file", path, data, mode="create")
        except FileExistsError:
            return False
        return True

    def put(self, path: str, data: bytes) -> None:
        """Write an object, whole, in place of whatever is there."""
        if self._scheme in _PUTS_WHOLE:
            self._ask("pipe_file", path, data)
            return
        folder = path.rpartition("/")[0]
        temporary = f"{folder}/{TEMPORARY.format(secrets.token_hex(8))}"
        self._ask("makedirs", folder, exist_ok=True)
        try:
            self._ask("pipe_file", temporary, data)
            self._ask("mv", temporary, path)
        except BaseException:
            with suppress(Exception):
                self.remove(temporary)
            raise

    def remove(self, path: str) -> None:
        """Remove an object that may be gone."""
        with suppress(FileNotFoundError):
            self._ask("rm_file", path)

    def listed(self, folder: str) -> Iterator[tuple[str, bool]]:
        """Yield the paths below a folder, in one order, and whether each is a folder, to be listed in turn.

        S3 yields all objects that lie below it, however deep, a thousand at a time; other stores what lies
        in the folder itself.
        """
        if self._is_s3:
            for page in self._pages(folder):
                # an object whose name ends in a slash stands for a folder
                yield from ((path, False) for path in page if not path.endswith("/"))
            return
        for entry in sorted(self._ask("ls", folder, detail=True), key=lambda one: str(one["name"])):
            path = str(entry["name"]).rstrip("/")
            # some stores list a folder in itself, as an empty object
            if path != folder:
                yield path, entry["type"] == "directory"

    def _ends_at(self, path: str, position: int) -> bool:
        with suppress(FileNotFoundError, StoreError):
            return int(self._ask("info", path)["size"]) <= position
        return False

    @property
    def _is_s3(self) -> bool:
        return hasattr(self._class, "call_s3")

    def _pages(self, folder: str) -> Iterator[list[str]]:
        """Yield the paths of all objects below a folder of S3, a page at a time, as the store sorts them."""
        bucket, _, prefix = folder.partition("/")
        asked = {"Bucket": bucket, "Prefix": f"{prefix}/" if prefix else "", **self._files.req_kw}
        while True:
            page = self._ask("call_s3", "list_objects_v2", **asked)
            yield [f"{bucket}/{entry['Key']}" for entry in page.get("Contents", ())]
            if not page.get("IsTruncated"):
                return
            asked["ContinuationToken"] = page["NextContinuationToken"]

    def _ask(self, method: str, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as fsspec has it
        """Call a method of fsspec.

        Raises:
            FileNotFoundError, FileExistsError: as the store says of the object.
            StoreError: whatever else went wrong.
        """
        try:
            return getattr(self._files, method)(*arguments, **options, **self._options)
        except (FileNotFoundError, FileExistsError) as error:
            if is_of_store(error):
                raise StoreError(error) from error
            raise
        except Exception as error:  # each store has errors of its own
            raise StoreError(error) from error


def _class_of(scheme: str, address: str) -> "type[AbstractFileSystem]":
    # not `url_to_fs`, which takes `::` in a name for a chain of addresses
    from fsspec import get_filesystem_class

    try:
        return cast("type[AbstractFileSystem]", get_filesystem_class(scheme))
    except ImportError as error:
        extra = _EXTRAS.get(scheme)
        remedy = f"pip install 'briefing-converter[{extra}]'" if extra else str(error)
        what = f"the part for {scheme}:// is not installed"
        raise UsageError("store-unknown", what, where=address, remedy=remedy) from None
    except ValueError:
        remedy = "write s3://, gs://, memory:// or a path"
        raise UsageError("store-unknown", f"there is no {scheme}://", where=address, remedy=remedy) from None


def is_store(location: str) -> bool:
    """Whether `location` is an address that fsspec is asked for."""
    return is_address(location) and not location.lower().startswith(_WEB)


def fetch_any(location: str) -> Original:
    """Return the bytes at `location`: a path, an address of the web, or one of a store.

    Raises:
        InputError: as `converter.readers.raw.fetch`; `store-unreachable`.
        UsageError: as `Store`.
    """
    return _from_store(location) if is_store(location) else fetch(location)


def _from_store(address: str) -> Original:
    store = Store(address)
    try:
        data = store.read(store.path, end=LIMITS.input_bytes + 1)
    except FileNotFoundError:
        raise InputError(
            "input-missing", "there is no such file", where=address, remedy="check the name"
        ) from None
    except StoreError as error:
        raise unread(error, address) from error
    check_size(len(data), address)
    return Original(data, store.path.rpartition("/")[2] or "article")


def unread(error: StoreError, address: str) -> InputError:
    """Return what a person is told where something cannot be read at `address`."""
    what = f"cannot be read: {error.text}"
    if error.is_of_store:
        return InputError(
            "store-unreachable", what, where=address, remedy="see to the store, then add --resume"
        )
    return InputError("input-unreadable", what, where=address, remedy="ask its owner")
