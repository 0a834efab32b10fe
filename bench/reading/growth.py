"""Time and memory of reading, while the input doubles.

    python -m bench.reading.growth [FORMAT...]

Inputs are generated; each is read in a process of its own. Memory is the peak of that process, to be held
against fifteen times the input's size and 150 MB; the last column is what each further byte of input takes.
Ends with status 1 where memory is beyond the bound, or time grows with the square of the input.
"""

import json
import resource
import subprocess
import sys
import time

from bench.reading.inputs import INPUTS
from bench.tables import print_table

_MEGABYTE = 1_000_000
_BOUND_FACTOR, _BOUND_MB = 15, 150
_MOST_TIMES = 3
"""Time may become so many times as much while the input doubles; what grows with its square needs four."""

SIZES_MB = (1, 2, 4, 8)


def measure(name: str, size_mb: int) -> dict[str, float]:
    """Return bytes, seconds and peak megabytes of reading that input in a process of its own."""
    command = [sys.executable, "-m", "bench.reading.growth"]
    # A process begins with the peak of the one that started it, so this one must stay small.
    with subprocess.Popen([*command, "--make", name, str(size_mb)], stdout=subprocess.PIPE) as making:
        done = subprocess.run(
            [*command, "--read", INPUTS[name][0]], stdin=making.stdout, capture_output=True, check=True
        )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _make(name: str, size_mb: int) -> None:
    sys.stdout.buffer.write(INPUTS[name][1](size_mb * _MEGABYTE))


def _read(format_: str) -> None:
    from converter.readers import read

    start = time.process_time()
    article = read("-", format=format_)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"bytes": article.source.size_bytes, "seconds": seconds, "peak": peak}))


def _rows(name: str) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    before: dict[str, float] = {}
    for size_mb in SIZES_MB:
        told = measure(name, size_mb)
        size = told["bytes"] / _MEGABYTE
        bound = _BOUND_FACTOR * size + _BOUND_MB
        times: float | str = "–"
        slope: float | str = "–"
        if before:
            times = told["seconds"] / before["seconds"]
            slope = (told["peak"] - before["peak"]) / (size - before["bytes"] / _MEGABYTE)
        good = told["peak"] <= bound and (not before or told["seconds"] <= _MOST_TIMES * before["seconds"])
        rows.append((name, size, told["seconds"], times, told["peak"], bound, slope, good))
        before = told
    return rows


def main() -> int:
    """Print the table."""
    match sys.argv[1:]:
        case ["--make", name, size_mb]:
            _make(name, int(size_mb))
            return 0
        case ["--read", format_]:
            _read(format_)
            return 0
    wanted = [name for name, (format_, _) in INPUTS.items() if not sys.argv[1:] or format_ in sys.argv[1:]]
    rows = [row for name in wanted for row in _rows(name)]
    heads = ("", "MB", "s", "times", "peak MB", "bound MB", "per byte", "good")
    print_table("Reading while the input doubles", heads, rows)
    return 0 if all(row[-1] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
