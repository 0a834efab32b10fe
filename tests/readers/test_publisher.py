"""Who published a page: what it says of its article, else the name of the site."""

import pytest

from converter.readers import read_original
from converter.readers.original import Original

DATA = '{"@type": "NewsArticle", "publisher": {"name": "Harbour  Post"}}'
TOLD = f'<script type="application/ld+json">{DATA}</script>'
SITE = '<meta property="og:site_name" content="Evening Courier">'


@pytest.mark.parametrize(
    ("head", "publisher"), [(TOLD + SITE, "Harbour Post"), (SITE, "Evening Courier"), ("", "")]
)
def test_the_publisher_of_a_page(head: str, publisher: str) -> None:
    page = f"<html><head><title>Quay</title>{head}</head><body><article><p>The quay opened.</p></article>"
    assert read_original(Original(page.encode(), "quay.html"), "quay.html").publisher == publisher
