"""The libraries that are there, missing, or too old."""

import re
from importlib import metadata

import pytest

from converter.doctor.program import look_at_libraries, look_at_program


def test_every_library_that_is_needed_is_told_with_its_version() -> None:
    program, libraries, *problems = look_at_program()
    assert program.text.startswith("briefing ")
    needed = [one for one in metadata.requires("briefing-converter") or () if "extra" not in one]
    assert libraries.text.count(",") == len(needed) - 1
    assert f"reportlab {metadata.version('reportlab')}" in libraries.text
    assert problems == []


def test_a_library_that_is_missing_or_too_old_is_a_problem() -> None:
    version = metadata.version("click")
    there, gone, old = look_at_libraries(["click>=999.1", "no-such-library>=1", f"click>={version}.0"])
    assert there.text == f"libraries: click {version}, click {version}"
    assert {gone.status, old.status} == {"problem"}
    assert {gone.exit_code, old.exit_code} == {70}
    assert {gone.text, old.text} == {
        "the library no-such-library is not installed",
        f"the library click is {version}, and 999.1 or later is needed",
    }


def test_a_program_that_is_not_installed_is_none_the_worse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.doctor.program.DISTRIBUTION", "no-such-distribution")
    checks = list(look_at_program())
    assert [check.status for check in checks] == ["ok", "ok"]
    assert re.search("not installed: which libraries", checks[1].text)
