"""What the articles of a digest are called beside their lines: short, and each otherwise."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from converter.links import host_of
from converter.model.article import Article
from converter.text import plain

_LONGEST = 40


def short_names(articles: Sequence[Article]) -> tuple[str, ...]:
    """Return for each article its publisher, the host of its address or its file's name; no two are alike.

    Where several have one, they are numbered: "Harbour Post 1", "Harbour Post 2". Round brackets become
    square ones, since the names stand in round ones.
    """
    names = [_name(article) for article in articles]
    folded = [name.casefold() for name in names]
    often = Counter(folded)
    taken = set(folded)
    seen: Counter[str] = Counter()
    unlike: list[str] = []
    for name, key in zip(names, folded, strict=True):
        unlike.append(name if often[key] == 1 else _numbered(name, key, seen, taken))
    return tuple(unlike)


def _numbered(name: str, key: str, seen: Counter[str], taken: set[str]) -> str:
    """Return `name` with the next number that makes it like none of those in `taken`, and enter it there."""
    while True:
        seen[key] += 1
        numbered = f"{name} {seen[key]}"
        if numbered.casefold() not in taken:
            taken.add(numbered.casefold())
            return numbered


def _name(article: Article) -> str:
    source = plain(article.source.name)
    host = host_of(source).removeprefix("www.")
    found = plain(article.publisher) or host or PurePosixPath(source).stem or source
    found = found.translate(str.maketrans("()", "[]"))
    return found if len(found) <= _LONGEST else found[: _LONGEST - 1].rstrip() + "…"
