"""Stores with an address (`s3://`, `gs://`, `memory://`, …), by way of fsspec.

fsspec takes a tenth of a second to import, so it is when the first address is met. An address of the web is
read as `convert` reads it, and is no store.
"""

from typing import TYPE_CHECKING

from converter.errors import ConverterError, InputError, UsageError
from converter.limits import LIMITS
from converter.readers.original import Original, check_size
from converter.readers.raw import fetch, is_address

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_WEB = ("http://", "https://")

_EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gcs", "gcs": "gcs"}
"""Which extra of ours brings the part that a scheme needs."""


def is_store(location: str) -> bool:
    """Whether `location` is an address that fsspec is asked for."""
    return is_address(location) and not location.lower().startswith(_WEB)


def store_of(address: str) -> "tuple[AbstractFileSystem, str]":
    """Return the file system that `address` is of, and its path there.

    Raises:
        UsageError: `store-unknown`: no such scheme, or the part for it is not installed.
    """
    from fsspec.core import url_to_fs

    scheme = address.partition("://")[0].lower()
    try:
        store, path = url_to_fs(address)
    except ImportError as error:
        extra = _EXTRAS.get(scheme)
        remedy = f"pip install 'briefing-converter[{extra}]'" if extra else str(error)
        what = f"the part for {scheme}:// is not installed"
        raise UsageError("store-unknown", what, where=address, remedy=remedy) from None
    except ValueError:
        remedy = "write s3://, gs://, memory:// or a path"
        raise UsageError("store-unknown", f"there is no {scheme}://", where=address, remedy=remedy) from None
    return store, str(path)


def fetch_any(location: str) -> Original:
    """Return the bytes at `location`: a path, an address of the web, or one of a store.

    Raises:
        InputError: as `converter.readers.raw.fetch`.
        UsageError: as `store_of`.
    """
    return _from_store(location) if is_store(location) else fetch(location)


def _from_store(address: str) -> Original:
    store, path = store_of(address)
    try:
        data = bytes(store.cat_file(path, start=0, end=LIMITS.input_bytes + 1))
    except FileNotFoundError:
        raise InputError(
            "input-missing", "there is no such file", where=address, remedy="check the name"
        ) from None
    except ConverterError:
        raise
    except Exception as error:  # each store has errors of its own
        raise InputError(
            "input-unreadable", f"cannot be read: {reason(error)}", where=address, remedy="try it again later"
        ) from error
    check_size(len(data), address)
    return Original(data, path.rstrip("/").rpartition("/")[2] or "article")


def reason(error: Exception) -> str:
    """Return what `error` says on one line, or its kind where it says nothing."""
    return " ".join(str(getattr(error, "strerror", None) or error).split()).lower() or type(error).__name__
