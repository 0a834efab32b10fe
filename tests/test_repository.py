import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

# The brackets keep this file from holding what it looks for.
REGISTRY = re.compile(
    r"py[p]i\.org|python[h]osted\.|npm[j]s\.|mave[n]\.org|repo1?\.mave[n]|deb\.debia[n]|crate[s]\.io"
)
MACHINE = re.compile(r"(?<![\w.~-])/(?:wor[k]/(?:main|shared|steering)|roo[t]/|far[m]/)")
_EXCEPTION = re.compile(r"noqa: ?[A-Z0-9, ]*\bS[0-9]{3}\b|^ +\"S[0-9]{3}\",")
_REASON = re.compile(r"noqa:[A-Z0-9, ]+(?:- |\()\w|\", # \w")
"""How an exception from flake8-bandit's rules looks, in code and pyproject.toml, and how its reason does."""

MAGIC = {
    b"PK\x03\x04": "an archive",
    b"\x1f\x8b": "an archive",
    b"BZh": "an archive",
    b"\xfd7zXZ": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"!<arch>": "an archive",
    b"\x7fELF": "an executable",
    b"MZ\x90\x00": "an executable",
    b"\xcf\xfa\xed\xfe": "an executable",
    b"\xca\xfe\xba\xbe": "an executable",
    b"\x00\x01\x00\x00": "a font",
    b"OTTO": "a font",
    b"ttcf": "a font",
    b"wOFF": "a font",
    b"wOF2": "a font",
}
"""How files begin that are third-party, or made by a command, and so do not belong here."""


@pytest.fixture(scope="module")
def tracked(root: Path) -> dict[str, bytes]:
    """Return the name and content of every file of the repository."""
    if not (root / ".git").exists() or not shutil.which("git"):
        pytest.skip("this is not a git checkout")
    done = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True)
    paths = [root / name for name in done.stdout.decode("utf-8").split("\0") if name]
    return {str(path.relative_to(root)): path.read_bytes() for path in paths if path.is_file()}


@pytest.mark.parametrize(
    "forbidden", [REGISTRY, MACHINE], ids=["a registry's address", "a path of one machine"]
)
def test_no_file_names(tracked: dict[str, bytes], forbidden: re.Pattern[str]) -> None:
    found = {name: forbidden.search(data.decode("utf-8", "replace")) for name, data in tracked.items()}
    assert {name: match[0] for name, match in found.items() if match} == {}


def test_no_file_is_a_font_an_archive_or_an_executable(tracked: dict[str, bytes]) -> None:
    kinds = {
        name: kind for name, data in tracked.items() for head, kind in MAGIC.items() if data.startswith(head)
    }
    assert kinds == {}


def test_every_exception_from_the_rules_of_security_has_its_reason(tracked: dict[str, bytes]) -> None:
    bare = [
        f"{name}: {line.strip()}"
        for name, data in tracked.items()
        if name.endswith((".py", ".toml"))
        for line in data.decode("utf-8").splitlines()
        if _EXCEPTION.search(line) and not _REASON.search(line)
    ]
    assert bare == []


@pytest.mark.parametrize("name", ["requirements.lock", "bench/requirements.lock", "tests/requirements.lock"])
def test_a_lock_pins_every_package_with_hashes_and_names_no_address(root: Path, name: str) -> None:
    lock = re.sub(r"#.*", "", (root / name).read_text("utf-8")).replace("\\\n", " ")
    lines = [line.split() for line in lock.splitlines() if line.strip()]
    assert [line[0] for line in lines if not re.fullmatch(r"[a-z0-9-]+==[\w.]+", line[0])] == []
    assert [line[0] for line in lines if not line[-1].startswith("--hash=sha256:")] == []
    assert "://" not in lock


@pytest.mark.parametrize("name", ["bench/requirements.lock", "tests/requirements.lock"])
def test_what_is_installed_beside_the_lock_changes_none_of_its_packages(root: Path, name: str) -> None:
    wanted, other = (_pins((root / lock).read_text("utf-8")) for lock in ("requirements.lock", name))
    assert {
        name: other[name] for name in other.keys() & wanted.keys() if not other[name] <= wanted[name]
    } == {}


def _pins(lock: str) -> dict[str, set[str]]:
    """Return the versions of each package; where systems differ, there are several."""
    found: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE):
        found.setdefault(package, set()).add(version)
    return found


def test_the_lock_holds_every_package_that_the_project_names(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    named = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    pinned = set(
        re.findall(r"^([a-z0-9-]+)==", (root / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    )
    assert {name.split()[0].lower() for name in named} - pinned == set()
