"""What pages say of their articles."""

import pytest

from converter.readers.html.metadata import Metadata, read_metadata
from converter.readers.html.tree import parse_page


def told(head: str, body: str = "<p>x</p>", address: str = "https://www.gazette.example/a") -> Metadata:
    root = parse_page(f"<html><head>{head}</head><body>{body}</body></html>")
    assert root is not None
    return read_metadata(root, address)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Harbour reopens</title>", "", "Harbour reopens"),
        ("<title>Harbour reopens | The Gazette</title>", "<h1>Harbour reopens</h1>", "Harbour reopens"),
        ("<title>The Gazette: Harbour reopens</title>", "<h1>Harbour reopens</h1>", "Harbour reopens"),
        (
            "<title>Harbour reopens - Gazette</title><meta property=og:site_name content=Gazette>",
            "",
            "Harbour reopens",
        ),
        ("<title>Harbour - a history</title>", "", "Harbour - a history"),
        ("<title>x</title><meta property='og:title' content='Harbour reopens'>", "", "Harbour reopens"),
        ("<title>x</title><meta property='a dc:title' content='Harbour reopens'>", "", "Harbour reopens"),
        ("", "<h1>Harbour reopens</h1>", "Harbour reopens"),
        ("", "<h1>One</h1><h1>Two</h1>", ""),
    ],
)
def test_titles_lose_the_name_of_the_site_by_evidence(head: str, body: str, title: str) -> None:
    assert told(head, body).title == title


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        ("<meta name=author content='Jane Doe'>", "", "Jane Doe"),
        ("<meta name=author content='By Jane Doe'>", "", "Jane Doe"),
        ("<meta name=author content='https://facebook.com/jane'>", "<a rel=author>Jane Doe</a>", "Jane Doe"),
        ("<meta name=author content=admin>", "<p class=Byline>Von Jane Doe, 3. März 2026</p>", "Jane Doe"),
        (
            "<meta name=citation_author content=A.Doe><meta name=citation_author content=B.Roe>",
            "",
            "A.Doe, B.Roe",
        ),
        (
            "",
            "<span itemprop=author>Jane Doe</span><span itemprop=author>Of another article</span>",
            "Jane Doe",
        ),
        ("", "<span class=author hidden>Jane Doe</span>", ""),
    ],
)
def test_authors_are_names(head: str, body: str, byline: str) -> None:
    assert told(head, body).byline == byline


def test_json_ld_goes_first() -> None:
    head = (
        "<meta name=author content=Nobody><script type='application/ld+json'><![CDATA["
        '{"@graph":[{"@type":"Organization","name":"Gazette"},{"@type":["NewsArticle"],"headline":"Harbour",'
        '"author":[{"@type":"Person","name":"Jane Doe"},"John Roe"],"datePublished":"2026-03-02T23:30:00-05:00",'
        '"inLanguage":"en-us"}]}]]></script>'
    )
    assert told(head) == Metadata("Harbour", "Jane Doe, John Roe", "2026-03-02", "en-US")


@pytest.mark.parametrize(
    "data", ["{", "[[[", '"x"', "null", '{"@type":5}', '{"@type":"Article","author":{"name":{}}}']
)
def test_json_ld_of_any_kind_does_no_harm(data: str) -> None:
    assert told(f"<script type=application/ld+json>{data}</script>") == Metadata()


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        ("<meta property=article:published_time content=2026-03-02T01:00:00+02:00>", "", "2026-03-02"),
        ("<meta name=date content='2 March 2026'>", "", "2026-03-02"),
        ("<meta name=pubdate content=20260302>", "", "2026-03-02"),
        ("<meta name=date content=2026-13-45>", "", ""),
        ("", "<time pubdate datetime=2026-03-02>today</time>", "2026-03-02"),
        ("", "<article><time datetime=2026-03-02T10:00>x</time></article>", "2026-03-02"),
        ("<meta name=modified content=2026-03-02>", "", ""),
    ],
)
def test_dates_are_those_of_publishing(head: str, body: str, date: str) -> None:
    assert told(head, body).date == date


def test_the_language_is_declared_by_the_page_or_its_meta() -> None:
    root = parse_page("<html lang=de-at><body><p>x</p></body></html>")
    assert root is not None
    assert read_metadata(root, "").language == "de-AT"
    assert told("<meta property=og:locale content=pt_BR>").language == "pt-BR"
