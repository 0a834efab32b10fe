"""The bill of materials holds what the program needs, and no address."""

import tomllib
from pathlib import Path

import pytest

from converter import __version__
from docs.sbom import finished, needed

LOCK = """# written by a tool
a==1.0 \\
    --hash=sha256:1 \\
    --hash=sha256:2
    # via briefing-converter (pyproject.toml)
b==2.0 ; os_name == 'nt' \\
    --hash=sha256:3
    # via
    #   a
    #   d
c==3.0 \\
    --hash=sha256:4
    # via b
d==4.0 \\
    --hash=sha256:5
    # via briefing-converter (pyproject.toml:dev)
e==5.0 \\
    --hash=sha256:6
    # via d
"""


def names(lock: str) -> list[str]:
    return [line.partition("==")[0] for line in lock.splitlines() if "==" in line and line[0].isalnum()]


def test_what_the_program_needs_is_told_from_what_its_tests_need() -> None:
    assert names(needed(LOCK)) == ["a", "b", "c"]
    assert "--hash=sha256:3" in needed(LOCK)


def test_every_dependency_of_the_project_is_in_it_and_no_tool_of_a_developer(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    found = set(names(needed((root / "requirements.lock").read_text("utf-8"))))
    assert {one.split()[0].lower() for one in project["project"]["dependencies"]} <= found
    assert found.isdisjoint({"pytest", "mypy", "ruff", "hypothesis", "mammoth"})


def test_hashes_stand_in_the_package_and_addresses_nowhere() -> None:
    address = "https" + "://index.example/a/"
    component = {
        "name": "a",
        "version": "1.0",
        "description": "line 1",
        "externalReferences": [{"url": address, "hashes": [{"alg": "SHA-256", "content": "1"}]}],
    }
    bill = {"metadata": {"tools": address, "component": {"name": "briefing"}}, "components": [component]}
    made = finished(bill)
    assert address not in str(made)
    assert made["metadata"]["component"] == {"name": "briefing", "version": __version__}
    (only,) = made["components"]
    assert only == {"name": "a", "version": "1.0", "hashes": [{"alg": "SHA-256", "content": "1"}]}


@pytest.mark.parametrize("lock", ["", "# nothing\n"])
def test_a_lock_without_packages_needs_none(lock: str) -> None:
    assert needed(lock) == ""
