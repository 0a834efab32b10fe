"""Fuzzes what reads strangers' files: `python -m tests.fuzz [TARGET ...] [--seconds N]`."""

import argparse
import sys
import tempfile
import traceback
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.campaign import campaign
from tests.fuzz.findings import from_text
from tests.fuzz.target import NAMES, fault, load


def main() -> int:
    """Run what the command line says; return 1 if anything was found."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description=(__doc__ or "").partition(":")[0]
    )
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help=f"any of {', '.join(NAMES)}; all by default"
    )
    parser.add_argument("--seconds", type=int, default=600, help="for each target; 600 by default")
    parser.add_argument(
        "--findings", type=Path, help="folder that takes what is found; a temporary one by default"
    )
    parser.add_argument("--corpus", type=Path, help="folder that keeps inputs from one campaign to the next")
    parser.add_argument("--again", type=Path, metavar="FILE", help="run one finding, and say what it raises")
    asked = parser.parse_args()
    if unknown := sorted(set(asked.targets) - set(NAMES)):
        parser.error(f"there is no target {unknown[0]}; choose of {', '.join(NAMES)}")
    if asked.again:
        return _again(asked.again)
    if not find_spec("atheris"):
        parser.error("atheris is not installed: make hardening")
    findings = asked.findings or Path(tempfile.mkdtemp(prefix="briefing-findings-"))
    found = 0
    for name in asked.targets or NAMES:
        with ExitStack() as stack:
            corpus = asked.corpus or Path(stack.enter_context(tempfile.TemporaryDirectory()))
            told = campaign(load(name), asked.seconds, corpus / name, findings)
        sys.stdout.write(f"{name}: {told}\n")
        for key, cause in told.causes.items():
            sys.stdout.write(f"  {findings / f'{name}-{key}.txt'}: {cause}\n")
        sys.stdout.flush()
        found += len(told.causes)
    return int(bool(found))


def _again(path: Path) -> int:
    """Run the input in a file of a finding."""
    finding = from_text(path.read_text("ascii"))
    error = fault(load(finding.target), finding.data)
    if error is None:
        sys.stdout.write("all is well\n")
        return 0
    traceback.print_exception(error, file=sys.stdout)
    return 1


if __name__ == "__main__":
    sys.exit(main())
