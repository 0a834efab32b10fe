"""What all readers of articles have in common."""

from collections.abc import Callable

from converter.model.article import Article
from converter.readers import read_original
from converter.readers.original import Original
from tests.fuzz.target import LONGEST_LINE
from tests.readers.reading import check


def reading(name: str) -> Callable[[bytes], None]:
    """Return what reads bytes as an article in the format `name`, and holds it to what every reader owes."""

    def run(data: bytes) -> None:
        if data:
            check_article(read_original(Original(data, f"article.{name}"), "", format=name))

    return run


def check_article(article: Article) -> None:
    """Assert what every reader owes, and that what is told is one line each."""
    check(article)
    for notice in article.notices:
        assert len(notice.text.splitlines()) == 1, notice.text
        assert len(notice.text) <= LONGEST_LINE, notice.text
