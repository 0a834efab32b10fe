"""Time of the whole conversion, to DOCX and PDF, while the article doubles.

    python -m bench.hardening.doubling [FORMAT...] [--up-to MB]

Articles are generated; each is converted by `briefing` in a process of its own. Seconds are those of the
processor, less what an article of a few words takes. Ends with status 1 where twice the article takes more
than 2.5 times as long. An article that is refused, since it takes more than one may, ends its rows.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.reading.inputs import INPUTS
from bench.tables import print_table

_MOST_TIMES = 2.5
_LEAST_S = 0.2
"""Below that, chance counts for more than the article."""

_FORMATS = ("txt", "md", "html", "docx", "pdf")


def seconds(data: bytes, suffix: str, limits: str = "") -> tuple[float, int]:
    """Return processor seconds of a conversion with all that it starts, and its exit code.

    `limits` is what `BRIEFING_LIMITS` is to say; empty: what it says already.
    """
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"a.{suffix}").write_bytes(data)
        command = [sys.executable, "-m", "converter", "convert", f"a.{suffix}", "-o", "out/", "-q"]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
        environment |= {"BRIEFING_LIMITS": limits} if limits else {}
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, process.returncode


def rows(name: str, up_to_mb: float, limits: str) -> list[tuple[object, ...]]:
    """Return a row for each size of that input."""
    suffix, make = INPUTS[name]
    seconds(make(1_000), suffix)  # what is made once and remembered
    base, _ = seconds(make(1_000), suffix)
    found: list[tuple[object, ...]] = []
    size_mb, before = 0.5, 0.0
    while size_mb <= up_to_mb:
        data = make(int(size_mb * 1_000_000))
        told, code = seconds(data, suffix, limits)
        taken = max(told - base, 0.0)
        times: float | str = taken / before if before >= _LEAST_S else "–"
        good = code != 0 or isinstance(times, str) or times <= _MOST_TIMES
        found.append((name, size_mb, len(data) / 1_000_000, taken, times, code or "report", good))
        if code:
            break
        size_mb, before = size_mb * 2, taken
    return found


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("formats", nargs="*", default=_FORMATS, help="txt, md, html, docx, pdf")
    parser.add_argument("--up-to", type=float, default=32.0, help="megabytes of text")
    parser.add_argument(
        "--limits", default="", help="as BRIEFING_LIMITS, to look beyond what an article may take"
    )
    parser.add_argument("--all", action="store_true", help="every kind of article, not one of each format")
    options = parser.parse_args()
    names = [name for name, (suffix, _) in INPUTS.items() if suffix in options.formats]
    if not options.all:
        names = [next(name for name in names if INPUTS[name][0] == suffix) for suffix in options.formats]
    made = [row for name in names for row in rows(name, options.up_to, options.limits)]
    heads = ("", "MB of text", "MB", "s", "times", "came to", "good")
    print_table("Converting while the article doubles", heads, made)
    return 0 if all(row[-1] for row in made) else 1


if __name__ == "__main__":
    sys.exit(main())
