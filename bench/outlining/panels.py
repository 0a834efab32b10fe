"""Panels: precision and recall on thirty articles that were written for it and marked by hand.

    python -m bench.outlining.panels [--differences]

The marks were made from the texts, before anything was looked for in them. A find counts only where its words
are those of a mark, to the letter; a time for which a date is computed counts under dates, too, and then it
has to be that of the mark. `--differences` prints what was found wrongly (+) and what was missed (-).
"""

import sys

from bench.tables import print_table
from tests.outliner.panels.marked import found_in, marked_articles, parts_of, scores


def main() -> None:
    """Print the table."""
    paths = marked_articles()
    rows = [
        (
            kind,
            f"{score.precision:.3f}",
            f"{score.recall:.3f}",
            f"{score.right}/{score.found}",
            f"{score.marked}",
        )
        for kind, score in scores(paths).items()
    ]
    print_table(f"{len(paths)} articles", ("", "precision", "recall", "right/found", "marked"), rows)
    if "--differences" in sys.argv[1:]:
        for path in paths:
            article, marked = parts_of(path)
            wanted, found = set(marked), set(found_in(article))
            for sign, finds in (("+", found - wanted), ("-", wanted - found)):
                for one in sorted(finds, key=lambda find: (find.place, find.kind)):
                    print(f"{path.stem}: {sign} {one.kind}: {one.words} {one.date}")


if __name__ == "__main__":
    main()
