"""Compare two revisions of this repository on one machine, in one run.

    python -m bench.regression BEFORE AFTER [--rounds N] [--most RATIO]

Each revision is checked out into a folder of its own, and both run the same commands by turns, with the
inputs of the later one. Printed is the CPU time of after ÷ before, round by round; the exit code is 1 where
even the least of these ratios, or their median by far, says that it takes longer.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from bench.peers.contest import ROOT, Command
from bench.peers.inputs import make_inputs
from bench.peers.processes import run
from bench.tables import print_table

ARTICLES = 20
_PYTHON = sys.executable
COMMANDS: dict[str, Command] = {
    "briefing --help": (_PYTHON, "-m", "converter", "--help"),
    "briefing outline": (_PYTHON, "-m", "converter", "outline", "seed.txt"),
    "briefing convert, Word and PDF": (
        *(_PYTHON, "-m", "converter", "convert", "seed.txt"),
        *("-o", "reports", "--force", "--quiet"),
    ),
    f"batch of {ARTICLES}": (
        *(_PYTHON, "-m", "converter", "batch", "articles"),
        *("-o", "batch", "-j", "0", "--force", "--quiet"),
    ),
}
"""What both revisions run."""
Times = Mapping[str, tuple[list[float], list[float]]]
"""CPU seconds before and after, by the name of a command."""


def main() -> int:
    """Print the ratios and return 1 where the later revision is slower."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("before", help="a revision, such as HEAD~1")
    parser.add_argument("after", help="another")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--most", type=float, default=1.05, help="median ratio that is borne")
    chosen = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as root,
        checked_out(chosen.before, Path(root, "before")) as before,
        checked_out(chosen.after, Path(root, "after")) as after,
    ):
        inputs = Path(root, "inputs")
        inputs.mkdir()
        make_inputs(inputs, ARTICLES, ())
        times: Times = {name: ([], []) for name in COMMANDS}
        for number in range(chosen.rounds + 1):
            for name, command in COMMANDS.items():
                for tree, own in zip((before, after), times[name], strict=True):
                    taken = run(command, inputs, _environment(tree)).cpu
                    # the first round fills the caches
                    own.extend([taken] if number else [])
    return told(times, chosen.most)


def told(times: Times, most: float) -> int:
    """Print the CPU seconds before and after, by command; return 1 if one takes longer, else 0."""
    rows, slower = [], []
    for command, (before, after) in times.items():
        ratios = [late / early for early, late in zip(before, after, strict=True)]
        spread = f"{min(ratios):.2f}–{max(ratios):.2f}"
        rows.append((command, median(before), median(after), f"{median(ratios):.2f}", spread))
        if min(ratios) > 1 or median(ratios) > most:
            slower.append(command)
    print_table("CPU seconds", ("command", "before", "after", "after / before", "least to most"), rows)
    if slower:
        print(f"\nslower: {', '.join(slower)}")
    return 1 if slower else 0


@contextmanager
def checked_out(revision: str, folder: Path) -> Iterator[Path]:
    """Yield a folder with a revision in it, compiled; it is taken away again."""
    _git("worktree", "add", "--quiet", "--detach", str(folder), revision)
    try:
        subprocess.run([_PYTHON, "-m", "compileall", "-q", "converter"], cwd=folder, check=True)
        yield folder
    finally:
        _git("worktree", "remove", "--force", str(folder))


def _git(*words: str) -> None:
    subprocess.run(["git", *words], cwd=ROOT, check=True)


def _environment(tree: Path) -> Mapping[str, str]:
    """Return the environment in which `converter` is that of `tree`, with a cache of its own."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": str(tree), "XDG_CACHE_HOME": f"{tree}.cache"}


if __name__ == "__main__":
    sys.exit(main())
