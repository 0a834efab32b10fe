"""Measure us beside our peers, in one run.

    python -m bench [--rounds N] [--peers NAME,...] [--only CONTEST,...] [--json FILE] [--write]

`make bench` installs the peers first and writes docs/benchmarks.md anew. Without a peer, or without
LibreOffice, its rows are left out.
"""

import argparse
import json
import tempfile
from pathlib import Path

from bench.peers.contests import all_contests
from bench.peers.inputs import make_inputs
from bench.peers.page import print_results, write_page
from bench.peers.results import results
from bench.peers.running import PEERS, run_all

DOCS = Path(__file__).parents[1] / "docs"


def main() -> None:
    """Run the contests that are chosen and show what came of them."""
    chosen = _parser().parse_args()
    if chosen.show:
        found = json.loads(chosen.show.read_text("utf-8"))
    else:
        with tempfile.TemporaryDirectory() as name:
            names = make_inputs(Path(name), chosen.articles, _numbers(chosen.pages))
            only = _words(chosen.only)
            contests = [one for one in all_contests(names) if not only or one.key in only]
            measured = list(run_all(contests, Path(name), chosen.rounds, frozenset(_words(chosen.peers))))
        found = results(measured, chosen.rounds)
    print_results(found)
    if chosen.json:
        chosen.json.write_text(json.dumps(found, indent=1), "utf-8")
    if chosen.write:
        write_page(found, DOCS)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7, help="rounds that are counted; default: 7")
    parser.add_argument(
        "--peers", default=",".join(PEERS), help="who takes part beside us; default: %(default)s"
    )
    parser.add_argument("--only", default="", help="contests by their keys; default: all")
    parser.add_argument("--articles", type=int, default=40, help="articles of which no two are alike")
    parser.add_argument("--pages", default="1,10,100,1000", help="lengths of long reports")
    parser.add_argument("--json", type=Path, help="write every figure to this file")
    parser.add_argument("--show", type=Path, help="measure nothing: show what --json wrote")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md and its plots")
    return parser


def _words(text: str) -> list[str]:
    return [word for word in text.split(",") if word]


def _numbers(text: str) -> list[int]:
    return [int(word) for word in _words(text)]


if __name__ == "__main__":
    main()
