"""Which articles are in a digest, and in which order."""

from converter.digester import arrange
from converter.model.article import Article, Source


def article(text: str, date: str = "") -> Article:
    return Article(Source("a.txt", "text/plain", "0" * 64, 1), text, None, (), date=date)


def test_articles_stand_as_they_were_given() -> None:
    found = arrange([article("a", "2026-01-02"), article("b"), article("c", "2026-01-03")])
    assert (found.kept, found.undated) == ((0, 1, 2), ())


def test_the_newest_stands_first_and_what_has_no_date_last() -> None:
    dates = ["2026-01-02", "", "2026-01-03", "2026-01-02", ""]
    found = arrange([article(str(at), date) for at, date in enumerate(dates)], "date")
    assert (found.kept, found.undated) == ((2, 0, 3, 1, 4), (1, 4))


def test_of_two_with_the_same_text_the_first_is_kept() -> None:
    found = arrange([article("one\n\ntwo"), article("three"), article("one  two"), article("one two")])
    assert (found.kept, found.twins) == ((0, 1), {2: 0, 3: 0})
