"""1,000 altered reports and as many unaltered ones, in PDF and Word: what of it is found and named.

python -m tests.verifier.alterations.campaign --reports 1000 [--resave] [--kind WORDS] [--verbose]
"""

# ruff: noqa: T201 - it reports by printing

import argparse
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from converter.verifier.proof import prove
from tests.judges import libreoffice

from .judging import evidence, judge
from .kinds import KINDS
from .reports import report

_FORMATS = ("docx", "pdf")
_BATCH = 100


def main() -> int:
    """Run it; the exit code is 1 where something was not found, not named, or found where nothing is."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=100, help="altered ones of each format")
    parser.add_argument("--unaltered", type=int, help="of each format; as many as --reports")
    parser.add_argument("--first", type=int, default=0, help="number of the first report")
    parser.add_argument("--kind", default="", help="only kinds with these words in their names")
    parser.add_argument(
        "--resave", action="store_true", help="unaltered ones also after LibreOffice and qpdf"
    )
    parser.add_argument("--verbose", action="store_true", help="show what is said of what was missed")
    said = parser.parse_args()
    missed = sum(_altered(one, said.kind, said.reports, said.first, verbose=said.verbose) for one in _FORMATS)
    count = said.reports if said.unaltered is None else said.unaltered
    return int(missed + _unaltered(said.first, count, resave=said.resave) > 0)


def _altered(format: str, kind: str, count: int, first: int, *, verbose: bool) -> int:  # noqa: A002
    """Alter so many reports and print a table; return how many alterations were missed."""
    found: dict[str, Counter[str]] = {name: Counter() for name in KINDS if kind in name}
    names = [name for name in found if judge(name, format, first)]
    for index in range(count):
        name = names[index % len(names)]
        one = judge(name, format, first + index)
        if one is None:
            continue
        told = {"found": one.found, "named": one.named, "alone": one.alone, "alone_named": one.alone_named}
        found[name].update(["made", *(key for key, is_so in told.items() if is_so)])
        if verbose and not (one.found and one.named):
            print(f"{format} {name}, report {one.report}: {one.alteration}", *one.told, sep="\n    ")
    print(f"\n{format:48}   made  with source: found named  without: found named")
    keys = ("made", "found", "named", "alone", "alone_named")
    for name in names:
        print(f"{name:48}", *(f"{found[name][key]:9}" for key in keys))
    total = {key: sum(each[key] for each in found.values()) for key in keys}
    print(f"{'all':48}", *(f"{total[key]:9}" for key in keys))
    return 2 * total["made"] - total["found"] - total["named"]


def _unaltered(first: int, count: int, *, resave: bool) -> int:
    """Verify so many reports as they are, and written anew; print and return the number of false alarms."""
    words: Counter[str] = Counter()
    wrong = 0
    for start in range(first, first + count, _BATCH):
        numbers = range(start, min(start + _BATCH, first + count))
        for label, number, data in _files(numbers, resave=resave):
            format = label.partition(" ")[0]  # noqa: A001
            for given, expected in ((evidence(report(number)), "proved"), ([], "consistent")):
                verdict = prove(data, format, given)
                words[f"{label}: {verdict.word}"] += 1
                if verdict.word != expected:
                    wrong += 1
                    language = report(number).article.language
                    print(f"FALSE {label}, {number} {language}:", *verdict.findings[:4], sep="\n    ")
        report.cache_clear()
    print("\nunaltered:", ", ".join(f"{word} {times}" for word, times in sorted(words.items())))
    return wrong


def _files(numbers: range, *, resave: bool) -> list[tuple[str, int, bytes]]:
    found = [(name, number, data) for number in numbers for name, data in report(number).files.items()]
    if not resave:
        return found
    with TemporaryDirectory() as name:
        folder = Path(name)
        paths = {folder / f"r{number}.docx": number for number in numbers}
        for path, number in paths.items():
            path.write_bytes(report(number).files["docx"])
        (folder / "saved").mkdir()
        saved = libreoffice.convert(list(paths), "docx", folder / "saved")
        found += [("docx saved by LibreOffice", paths[path], new.read_bytes()) for path, new in saved.items()]
        for number in numbers:
            (folder / "r.pdf").write_bytes(report(number).files["pdf"])
            options = ["--object-streams=generate", "--linearize"] if number % 2 else ["--qdf"]
            subprocess.run(["qpdf", *options, str(folder / "r.pdf"), str(folder / "q.pdf")], check=True)
            found.append(("pdf written by qpdf", number, (folder / "q.pdf").read_bytes()))
    return found


if __name__ == "__main__":
    sys.exit(main())
