from pathlib import Path

import pytest

from tests.returning.making import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a folder with an article and the report on it."""
    return Desk(tmp_path)
