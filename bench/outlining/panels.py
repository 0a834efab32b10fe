"""Panels: precision and recall on articles that were written for it and marked by hand.

    python -m bench.outlining.panels [--differences]

There are two sets: thirty articles on which the words and rules were mended, and twenty that were written
and marked afterwards, by somebody who had not read the rules. All were marked before anything was looked for
in them. What the first run over the twenty found is kept: only then were they held out, for the rules were
mended on them afterwards. A find counts only where its words are those of a mark, to the letter; a time for
which a date is computed counts under dates, too, and then it has to be that of the mark. `--differences`
prints what was found wrongly (+) and what was missed (-).
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.tables import print_table
from tests.outliner.panels.marked import (
    ARTICLES,
    HELD_OUT,
    Score,
    found_in,
    marked_articles,
    parts_of,
    scores,
)

FIRST_RUN = {
    "key-figures": Score(177, 193, 234),
    "timeline": Score(121, 129, 147),
    "who-says-what": Score(25, 28, 45),
    "actors": Score(42, 43, 53),
    "dates": Score(34, 39, 72),
}
"""What was found in the articles held out before anything was mended on them, as measured then."""

HEADERS = ("", "precision", "recall", "right/found", "marked")


def main() -> None:
    """Print a table for each set, and one for both."""
    mended, held_out = marked_articles(ARTICLES), marked_articles(HELD_OUT)
    both = [*mended, *held_out]
    for title, found in (
        (f"{len(held_out)} articles held out, the first run", FIRST_RUN),
        (f"{len(held_out)} articles held out at first, after mending", scores(held_out)),
        (f"{len(mended)} articles in-sample", scores(mended)),
        (f"all {len(both)} articles", scores(both)),
    ):
        print_table(title, HEADERS, list(_rows(found)))
    if "--differences" in sys.argv[1:]:
        for path in both:
            for line in _differences(path):
                print(line)


def _rows(found: dict[str, Score]) -> Iterator[tuple[str, str, str, str, str]]:
    for kind, score in found.items():
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
