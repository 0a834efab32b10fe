"""Pages made of strings."""

from pathlib import Path

from converter.model.article import Article
from converter.readers.html import read_html
from converter.readers.original import Original

PROSE = (
    "The harbour of Lund reopened on Monday after ten years of work, and the first ferry left at noon.",
    "The council had voted for a new quay in 2018, two years after the old one had fallen into the sea.",
    "Ferry operators will probably move their night lines here, which would double the port's traffic.",
)


def from_html(page: str, folder: Path | None = None, address: str = "") -> Article:
    """Return the article that `page` is read as."""
    return read_html(Original(page.encode("utf-8", "surrogatepass"), "a.html", folder, address), "")


def bare(body: str, head: str = "") -> Article:
    """Return the article in a page that has nothing around its `body`."""
    return from_html(f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>")


def news(article: str, head: str = "") -> str:
    """Return a page of a newspaper with `article` in the midst of it."""
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("News", "Sport", "Culture", "Weather"))
    return (
        f"<!doctype html><html lang=en-GB><head>{head}</head><body><header><nav><ul>{menu}</ul></nav></header>"
        f"<main><article>{article}</article></main><aside class=related><h3>More</h3><ul>{menu}</ul></aside>"
        "<footer><p>Copyright The Lund Gazette. <a href=/terms>Terms</a> <a href=/cookies>Cookies</a></p></footer>"
        "</body></html>"
    )
