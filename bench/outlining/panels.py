"""Panels: precision and recall on articles that were written for it and marked by hand.

    python -m bench.outlining.panels [--differences]

There are two sets: thirty articles on which the words and rules were mended, and twenty that were written and
marked afterwards, by somebody who had not read the rules. All were marked before anything was looked for in
them. A find counts only where its words are those of a mark, to the letter; a time for which a date is
computed counts under dates, too, and then it has to be that of the mark. `--differences` prints what was
found wrongly (+) and what was missed (-).
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.tables import print_table
from tests.outliner.panels.marked import ARTICLES, HELD_OUT, found_in, marked_articles, parts_of, scores

HEADERS = ("", "precision", "recall", "right/found", "marked")


def main() -> None:
    """Print a table for each set, and one for both."""
    mended, held_out = marked_articles(ARTICLES), marked_articles(HELD_OUT)
    for name, paths in (("mended on", mended), ("held out", held_out), ("both", [*mended, *held_out])):
        print_table(f"{len(paths)} articles, {name}", HEADERS, list(_rows(paths)))
    if "--differences" in sys.argv[1:]:
        for path in (*mended, *held_out):
            for line in _differences(path):
                print(line)


def _rows(paths: list[Path]) -> Iterator[tuple[str, str, str, str, str]]:
    for kind, score in scores(paths).items():
        shares = f"{score.precision:.3f}", f"{score.recall:.3f}"
        yield (kind, *shares, f"{score.right}/{score.found}", f"{score.marked}")


def _differences(path: Path) -> Iterator[str]:
    article, marked = parts_of(path)
    wanted, found = set(marked), set(found_in(article))
    for sign, finds in (("+", found - wanted), ("-", wanted - found)):
        for one in sorted(finds, key=lambda find: (find.place, find.kind)):
            yield f"{path.parent.name}/{path.stem}: {sign} {one.kind}: {one.words} {one.date}"


if __name__ == "__main__":
    main()
