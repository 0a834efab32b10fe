"""A project with a style and an article, and what shows them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from converter import watching
from converter.configuration import load_settings
from converter.previewer import session as session_module
from converter.previewer.server import PreviewServer
from converter.previewer.serving import serving
from converter.previewer.session import Session

ARTICLE = """Harbour of Lund reopens after ten years

The harbour of Lund reopened on Monday after ten years of work. The first ferry left at noon.
"""

Serve = Callable[[], AbstractContextManager[PreviewServer]]


@pytest.fixture(autouse=True)
def frequent_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be looked at often: a test waits for every change."""
    monkeypatch.setattr(watching, "INTERVAL_S", 0.03)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which holds `house.yaml` and `harbour.txt`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house.yaml").write_text("meta: {description: Ours}\n", "utf-8")
    (tmp_path / "harbour.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


@pytest.fixture
def told() -> list[Exception]:
    """Return the errors that the session has told."""
    return []


@pytest.fixture
def without_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let LibreOffice be missing."""
    monkeypatch.setattr(session_module, "find_libreoffice", lambda: None)


@pytest.fixture
def session(project: Path, told: list[Exception], without_word: None) -> Iterator[Session]:
    """Return a session that was started on the project."""
    del project, without_word
    running = Session("harbour.txt", lambda: load_settings({"style": "house.yaml"}, {}, Path()), told.append)
    running.start()
    yield running
    running.close()


@pytest.fixture
def serve(project: Path, told: list[Exception]) -> Serve:
    """Return a context in which the project is served."""
    del project

    @contextmanager
    def served() -> Iterator[PreviewServer]:
        settings = {"style": "house.yaml", "length": "full"}
        with serving("harbour.txt", lambda: load_settings(settings, {}, Path()), told.append) as server:
            Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
            yield server
            server.shutdown()

    return served


def until(session: Session, is_wanted: Callable[[Any], object]) -> Any:  # noqa: ANN401 - what a test knows to be there
    """Return the first `State` that is wanted; fail after a while."""
    seen = 0
    while state := session.wait(seen, 30):
        if is_wanted(state):
            return state
        seen = state.number
    raise AssertionError("the state that is wanted does not come")
