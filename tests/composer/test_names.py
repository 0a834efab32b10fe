"""What articles are called beside their lines."""

import pytest
from msgspec.structs import replace

from converter.composer.names import short_names
from converter.model.article import Article
from tests.composer.maker import Maker


def named(source: str, publisher: str = "") -> Article:
    article = Maker().paragraph("Words.").article()
    return replace(article, source=replace(article.source, name=source), publisher=publisher)


@pytest.mark.parametrize(
    ("source", "publisher", "name"),
    [
        ("https://www.post.example/2026/quake", "Harbour Post", "Harbour Post"),
        ("https://www.post.example/2026/quake", "", "post.example"),
        ("quake report.v2.docx", "", "quake report.v2"),
        ("stdin", "", "stdin"),
        ("a.txt", "Post (Lund)", "Post [Lund]"),
        ("a.txt", "x" * 50, "x" * 39 + "…"),
    ],
)
def test_an_article_is_called_by_what_says_most(source: str, publisher: str, name: str) -> None:
    assert short_names([named(source, publisher)]) == (name,)


def test_no_two_are_called_alike() -> None:
    publishers = ["Post", "POST", "Post 1", "Courier", "post"]
    assert short_names([named("a.txt", one) for one in publishers]) == (
        *("Post 2", "POST 3", "Post 1", "Courier", "post 4"),
    )
