"""Mutates modules and says what no test notices: `python -m tests.mutation [ROOM ...]`."""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from tests.mutation.equivalents import why_equivalent
from tests.mutation.rooms import LEAST, ROOMS, Room

_ROOT = Path(__file__).resolve().parents[2]
_NEEDED = ("bench", "converter", "docs", "seeds", "styles", "tests")
_BESIDE = ("README.md", "CONTRIBUTING.md", "requirements.lock")

_SURVIVED, _UNTESTED, _SKIPPED = 0, 33, 34
"""What mutmut notes of a mutant; anything else means that it was noticed, be it by a test that hung."""

_DIFFS = """
import json, sys
from mutmut.mutation.diff_apply import get_diff_for_mutant
print(json.dumps({name: get_diff_for_mutant(name) for name in sys.argv[1:]}))
"""
"""Prints all diffs at once; `mutmut show` takes a second for each."""


class Mutant(Struct, frozen=True):
    """A change that no test noticed.

    Attributes:
        name: by which mutmut knows it, such as `converter.text.x_plain__mutmut_1`.
        is_tested: whether any test reaches the place.
        diff: the change.
    """

    name: str
    is_tested: bool
    diff: str

    @property
    def key(self) -> tuple[str, str, str]:
        """Its module, and what was changed into what."""
        lines = self.diff.splitlines()
        gone, come = (
            " ".join(line[1:].strip() for line in lines if line.startswith(sign) and line[:3] != sign * 3)
            for sign in "-+"
        )
        return self.name.rpartition(".")[0], gone, come


class Score(Struct, frozen=True):
    """What came of a room.

    Attributes:
        made: mutants that make a difference.
        equivalent: mutants that make none.
        unnoticed: of `made`, those that no test notices.
    """

    made: int
    equivalent: int
    unnoticed: tuple[Mutant, ...]

    @property
    def per_cent(self) -> float:
        """How many were noticed."""
        return 100 * (1 - len(self.unnoticed) / self.made) if self.made else 100.0


def mutate(room: Room, processes: int) -> Score:
    """Mutate the modules of a room, in a copy of the repository.

    Raises:
        RuntimeError: the tests fail before anything is mutated.
    """
    with tempfile.TemporaryDirectory(prefix="briefing-mutation-") as name:
        folder = Path(name)
        _copy(room, folder)
        done = _run(folder, "-m", "mutmut", "run", "--max-children", str(processes))
        if done.returncode:
            raise RuntimeError((done.stdout + done.stderr).replace("\r", "\n")[-4_000:])
        codes = dict(_codes(folder))
        left = [one for one, code in codes.items() if code in {_SURVIVED, _UNTESTED}]
        diffs = json.loads(_run(folder, "-c", _DIFFS, *left).stdout)
        mutants = [Mutant(one, codes[one] == _SURVIVED, diffs[one]) for one in left]
    unnoticed = tuple(mutant for mutant in mutants if not why_equivalent(*mutant.key))
    equivalent = len(mutants) - len(unnoticed)
    skipped = sum(code == _SKIPPED for code in codes.values())
    return Score(len(codes) - skipped - equivalent, equivalent, unnoticed)


def _copy(room: Room, folder: Path) -> None:
    """Copy what the tests need, and say what is to be mutated."""
    for name in _NEEDED:
        shutil.copytree(_ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in _BESIDE:
        shutil.copy(_ROOT / name, folder / name)
    settings = {
        "source_paths": ["converter"],
        "only_mutate": [f"{module}.py" for module in room.modules],
        "also_copy": [*_NEEDED[2:], "bench", *_BESIDE],
        "pytest_add_cli_args_test_selection": list(room.tests),
        "pytest_add_cli_args": ["-p", "no:cacheprovider"],
    }
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    project = (_ROOT / "pyproject.toml").read_text("utf-8")
    (folder / "pyproject.toml").write_text(f"{project}\n[tool.mutmut]\n{lines}", "utf-8")


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
    )


def _codes(folder: Path) -> Iterator[tuple[str, int | None]]:
    """Yield each mutant with what mutmut noted of it."""
    for meta in sorted((folder / "mutants").rglob("*.meta")):
        yield from json.loads(meta.read_bytes())["exit_code_by_key"].items()


def main() -> int:
    """Mutate the rooms that the command line names; return 1 if one is below the least score."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutation", description=(__doc__ or "").partition(":")[0]
    )
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"any of {', '.join(ROOMS)}; all by default")
    parser.add_argument("--module", help="only this one of a room, such as converter/text")
    parser.add_argument("-j", "--processes", type=int, default=2)
    asked = parser.parse_args()
    if unknown := sorted(set(asked.rooms) - set(ROOMS)):
        parser.error(f"there is no room {unknown[0]}; choose of {', '.join(ROOMS)}")
    if not find_spec("mutmut"):
        parser.error("mutmut is not installed: make hardening")
    poor = False
    for name in asked.rooms or ROOMS:
        room = ROOMS[name]._replace(modules=(asked.module,)) if asked.module else ROOMS[name]
        score = mutate(room, asked.processes)
        for mutant in score.unnoticed:
            reached = "" if mutant.is_tested else " (no test comes here)"
            sys.stdout.write(f"{mutant.name}{reached}\n{mutant.diff}\n")
        sys.stdout.write(
            f"{name}: {score.per_cent:.1f} % of {score.made} mutants are noticed; "
            f"{score.equivalent} more make no difference\n"
        )
        sys.stdout.flush()
        poor = poor or score.per_cent < LEAST
    return int(poor)


if __name__ == "__main__":
    sys.exit(main())
