"""What all tests share."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests.judges.tool import FOLDER

# The same examples in every run: a test that passes here passes everywhere, and none is timed.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.register_profile("campaign", max_examples=5000, deadline=None, database=None)
settings.load_profile("repeatable")

_VARIABLES = ("SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR")
_FOLDERS = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


def pytest_configure(config: pytest.Config) -> None:
    """Keep the user's own configuration, cache and variables out of every test, and of their collection."""
    home = tempfile.mkdtemp(prefix="briefing-tests-")
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    patch = pytest.MonkeyPatch()
    config.add_cleanup(patch.undo)
    for name in (*(name for name in os.environ if name.startswith("BRIEFING_")), *_VARIABLES):
        patch.delenv(name, raising=False)
    # The judges stay where `make judges` put them, for the worker processes too.
    patch.setenv("BRIEFING_TOOLS", str(FOLDER))
    for name in _FOLDERS:
        patch.setenv(name, str(Path(home) / name.lower()))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`, which writes expected outputs anew instead of comparing with them."""
    parser.addoption("--accept", action="store_true", help="take today's output as the expected one")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are to be written anew."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top folder of the repository."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def seed(root: Path) -> Path:
    """Return the article that ships with the repository."""
    return root / "seeds" / "strategic-dialogues.txt"
