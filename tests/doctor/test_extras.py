"""What is optional is looked for, and how to add it is told."""

from pathlib import Path

import pytest

from converter.doctor import extras
from converter.doctor.extras import look_at_extras


@pytest.mark.parametrize("library", ["py3langid", "keyring"])
@pytest.mark.parametrize(
    ("found", "status"), [(object(), "ok"), (None, "missing")], ids=["there", "not there"]
)
def test_an_optional_library_is_there_or_can_be_added(
    library: str, found: object, status: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: found if name == library else None)
    (check,) = (check for check in look_at_extras({}, tmp_path) if check.text.startswith(library))
    assert check.status == status
    assert ("pip install" in check.remedy) is (status == "missing")
