"""Feed every hostile case, and every file below a folder, to the real command line, and judge what comes of it.

    python -m tests.hostile.campaign --data FOLDER

It needs Linux with `strace` and the right to make a network namespace (`unshare --net`). Each case runs alone in
folders of its own, without a network; exit status 1 says that something is wrong.
"""

import argparse
import gzip
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from msgspec import Struct
from msgspec.structs import replace

from tests.hostile.case import LIMIT, REPORT, Case
from tests.hostile.cases import GROUPS
from tests.hostile.judging import USUAL_S, files, wrong, wrong_of_report
from tests.hostile.running import Folders, Ran, run, run_case

_ANY_INPUT = frozenset(
    {REPORT, "pdf-no-text", "pdf-too-long", *(f"input-{what}" for what in ("broken", "empty", "binary", "encrypted", "unsupported", "bomb", "too-large")), *LIMIT}
)  # fmt: skip


class Judged(Struct, frozen=True):
    """A case, what came of it and what is wrong with that."""

    group: str
    case: Case
    ran: Ran
    wrong: tuple[str, ...]


def judge(group: str, case: Case, *, loaded: bool = False, as_report: bool = False) -> Judged:
    """Run `case` and judge it.

    Args:
        group: of the case.
        case: what is run.
        loaded: judge by processor time, on a machine that does other things.
        as_report: verify its file, as if that were a report.
    """
    with tempfile.TemporaryDirectory(prefix="hostile-") as name:
        folders = Folders(Path(name).resolve()).made()
        if as_report:
            file = case.make(folders.input)[0]
            before = files(folders)
            ran = run(["verify", file, "--json"], folders)
            ran = replace(ran, seconds=ran.cpu_s) if loaded else ran
            return Judged(group, case, ran, tuple(wrong_of_report([file], ran, folders, before)))
        ran, arguments = run_case(case, folders)
        before = (
            {path for path in files(folders) if path.is_relative_to(folders.input)}
            if case.meanwhile
            else set()
        )
        inputs = _laid_out(case)
        before |= {folders.input / path for path in inputs}
        if loaded:
            ran = replace(ran, seconds=ran.cpu_s)
        return Judged(group, case, ran, tuple(wrong(case, arguments, ran, folders, before)))


def _laid_out(case: Case) -> set[Path]:
    """Return which files `case` needs, relative to its folder."""
    with tempfile.TemporaryDirectory(prefix="hostile-") as name:
        case.make(Path(name))
        return {path.relative_to(name) for path in Path(name).rglob("*")}


def of_folder(data: Path) -> Iterator[Case]:
    """Yield a case for each file below `data`."""
    for path in sorted(path for path in data.rglob("*") if path.is_file()):

        def make(folder: Path, path: Path = path) -> list[str]:
            packed = path.suffix == ".gz"
            name = path.stem if packed else path.name
            (folder / name).write_bytes(gzip.decompress(path.read_bytes()) if packed else path.read_bytes())
            return [f"./{name}"]

        yield Case(str(path.relative_to(data)), make, _ANY_INPUT)


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield a line for each group, and one for all."""
    head = ("cases", "reports", "refused", "median s", "95 % s", "most s", "most MB", "wrong")
    yield f"{'':>12}" + "".join(f"{name:>10}" for name in head)
    for group in (*dict.fromkeys(one.group for one in judged), "all"):
        mine = [one for one in judged if group in {one.group, "all"}]
        seconds = [one.ran.seconds for one in mine]
        row = (
            len(mine), sum(one.ran.code == 0 for one in mine), sum(one.ran.code != 0 for one in mine),
            f"{median(seconds):.1f}", f"{_most_of(seconds):.1f}", f"{max(seconds):.1f}",
            f"{max(one.ran.peak_mb for one in mine):.0f}", sum(bool(one.wrong) for one in mine),
        )  # fmt: skip
        yield f"{group:>12}" + "".join(f"{value:>10}" for value in row)


def _most_of(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]


def main() -> int:
    """Run the campaign, print a table, and return 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, help="a folder whose files are fed too")
    parser.add_argument("--only", default="", help="part of the name of a case or group")
    parser.add_argument("--every", type=int, default=1, help="take every so many case")
    parser.add_argument("--jobs", type=int, default=2, help="how many at once")
    parser.add_argument(
        "--own", action=argparse.BooleanOptionalAction, default=True, help="feed our own cases"
    )
    parser.add_argument("--processor-time", action="store_true", help="judge by it where others work too")
    parser.add_argument("--verify", action="store_true", help="verify each file, as if it were a report")
    options = parser.parse_args()
    known = [(group, case) for group, cases in GROUPS.items() for case in cases] if options.own else []
    if options.data:
        known += [("data", case) for case in of_folder(options.data)]
    chosen = [(group, case) for group, case in known if options.only in f"{group}: {case.name}"][
        :: options.every
    ]
    judged: list[Judged] = []
    run_one = partial(judge, loaded=options.processor_time, as_report=options.verify)
    with ThreadPoolExecutor(options.jobs) as pool:
        for one in pool.map(run_one, *zip(*chosen, strict=True)):
            judged.append(one)
            for line in one.wrong:
                _put(f"{one.group}: {one.case.name}: {line}")
    slow = sorted(judged, key=lambda one: one.ran.seconds)[-10:]
    large = sorted(judged, key=lambda one: one.ran.peak_mb)[-10:]
    _put("\nslowest: " + "; ".join(f"{one.case.name} {one.ran.seconds:.1f} s" for one in reversed(slow)))
    _put(
        "largest: " + "; ".join(f"{one.case.name} {one.ran.peak_mb:.0f} MB" for one in reversed(large)) + "\n"
    )
    for line in table(judged):
        _put(line)
    late = _most_of([one.ran.seconds for one in judged])
    if late > USUAL_S:
        _put(f"95 % of the cases took up to {late:.1f} s, and should take {USUAL_S:.0f}")
    return int(late > USUAL_S or any(one.wrong for one in judged))


def _put(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
