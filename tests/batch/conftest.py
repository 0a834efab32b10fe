"""Places for reports; S3, reached through a proxy that counts, and fails where a test wants it to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.batch import job
from tests.servers.faulty import Proxy, proxy
from tests.servers.s3 import S3, environment, s3


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


@pytest.fixture(scope="session")
def running_s3() -> Iterator[S3]:
    with s3() as there:
        yield there


@pytest.fixture
def store(running_s3: S3) -> S3:
    """Return the store, with nothing in it."""
    running_s3.empty()
    return running_s3


@pytest.fixture
def between(store: S3, monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    """Run the proxy; the standard variables lead this process to it, and those that it starts."""
    with proxy(store.port) as there:
        for name, value in environment(there.port).items():
            monkeypatch.setenv(name, value)
        _forget()
        yield there
        _forget()


def _forget() -> None:
    """Forget the connections of an earlier test."""
    from s3fs import S3FileSystem

    S3FileSystem.clear_instance_cache()
    job._workshop.cache_clear()
