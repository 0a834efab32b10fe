"""1,000 altered reports and as many unaltered ones, in PDF and Word: what of it is found and named.

    python -m tests.verifier.alterations.campaign --reports 1000 [--resave] [--kind WORDS] [--verbose]

`--resave` verifies all of them once more, after LibreOffice has saved the Word files and qpdf the PDFs.
"""

# ruff: noqa: T201 - it reports by printing

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from converter.verifier.proof import prove
from tests.judges import libreoffice

from .judging import KINDS, ONLY, Judged, evidence, judge
from .reports import FORMATS, report

_BATCH = 100
_KEYS = ("made", "found", "named", "alone", "alone_named", "saved")


def main() -> int:
    """Run it; the exit code is 1 where something was not found, not named, or found where nothing is."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=100, help="altered ones of each format")
    parser.add_argument("--unaltered", type=int, help="of each format; as many as --reports")
    parser.add_argument("--first", type=int, default=0, help="number of the first report")
    parser.add_argument("--kind", default="", help="only kinds with these words in their names")
    parser.add_argument("--resave", action="store_true", help="also after LibreOffice and qpdf")
    parser.add_argument("--verbose", action="store_true", help="show what is said of what was missed")
    given = parser.parse_args()
    unaltered = given.reports if given.unaltered is None else given.unaltered
    wrong = 0
    for format in FORMATS:  # noqa: A001
        wrong += _altered(format, given)
        wrong += _unaltered(format, given.first, unaltered, resave=given.resave)
    return int(wrong > 0)


def _altered(format: str, given: argparse.Namespace) -> int:  # noqa: A002
    """Alter so many reports and print a table; return how many alterations were missed."""
    names = [name for name in KINDS if given.kind in name and ONLY.get(name, format) == format]
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    waiting: list[tuple[str, Judged]] = []
    for index in range(given.reports):
        name = names[index % len(names)]
        one = judge(name, format, given.first + index)
        if one is None:
            continue
        keys = ("found", "named", "alone", "alone_named")
        counts[name].update(["made", *(key for key in keys if getattr(one, key))])
        if given.verbose and not (one.found and one.named):
            print(f"{format} {name}, report {one.report}: {one.alteration}", *one.told, sep="\n    ")
        waiting.append((name, one))
        if given.resave and (len(waiting) == _BATCH or index == given.reports - 1):
            _judge_saved(format, waiting, counts)
            waiting.clear()
        if index % _BATCH == 0:
            report.cache_clear()
    _print_table(format, counts)
    total = sum(counts.values(), Counter())
    return 2 * total["made"] - total["found"] - total["named"]


def _judge_saved(
    format: str,  # noqa: A002
    waiting: Sequence[tuple[str, Judged]],
    counts: dict[str, Counter[str]],
) -> None:
    for (name, one), data in zip(waiting, _saved(format, [one.data for _, one in waiting]), strict=True):
        verdict = prove(data, format, evidence(report(one.report, one.language)))
        counts[name]["saved"] += verdict.word == "contradicted"


def _print_table(format: str, counts: dict[str, Counter[str]]) -> None:  # noqa: A002
    print(f"\n{format:44}  made   found   named  found alone  named alone  found when saved anew")
    for name, count in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        print(f"{name:44}", *(f"{count[key]:7}" for key in _KEYS))


def _unaltered(format: str, first: int, count: int, *, resave: bool) -> int:  # noqa: A002
    """Verify so many reports as they are, and saved anew; print and return the number of false alarms."""
    words: Counter[str] = Counter()
    wrong = 0
    for start in range(first, first + count, _BATCH):
        numbers = list(range(start, min(start + _BATCH, first + count)))
        files = [(number, report(number).files[format]) for number in numbers]
        if resave:
            files += zip(numbers, _saved(format, [data for _, data in files]), strict=True)
        for number, data in files:
            for given, expected in ((evidence(report(number)), "proved"), ([], "consistent")):
                verdict = prove(data, format, given)
                words[verdict.word] += 1
                if verdict.word != expected:
                    wrong += 1
                    language = report(number).article.language
                    print(f"FALSE {format}, {number} {language}:", *verdict.findings[:4], sep="\n    ")
        report.cache_clear()
    print(f"unaltered {format}:", ", ".join(f"{word} {times}" for word, times in sorted(words.items())))
    return wrong


def _saved(format: str, files: Sequence[bytes]) -> list[bytes]:  # noqa: A002
    """Return the files as another program saves them."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number}.{format}" for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        (folder / "saved").mkdir()
        if format == "docx":
            saved = libreoffice.convert(paths, "docx", folder / "saved")
            return [saved[path].read_bytes() for path in paths]
        for number, path in enumerate(paths):
            options = ["--object-streams=generate", "--linearize"] if number % 2 else ["--qdf"]
            subprocess.run(
                ["qpdf", "--warning-exit-0", *options, path, folder / "saved" / path.name], check=True
            )
        return [(folder / "saved" / path.name).read_bytes() for path in paths]


if __name__ == "__main__":
    sys.exit(main())
