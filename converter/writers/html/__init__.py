"""Documents as one HTML page with everything inside: no script, no request to anywhere.

The page follows the HTML standard of WHATWG; its end-notes have the roles of DPUB-ARIA 1.1.
"""

import json
from collections.abc import Iterator

from converter.model.document import Document
from converter.model.report import Report
from converter.model.style import Logo, Style
from converter.writers.handling import with_room
from converter.writers.html import css, label, paper
from converter.writers.html.markup import Markup, element, lines, text
from converter.writers.html.page import Page, data_address
from converter.writers.pictures import media_type

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Content Security Policy: what the page holds, and nothing else, is shown."""


def write_html(document: Document, style: Style) -> Report:
    """Return `document` as HTML, in the look of `style`.

    Raises:
        StyleError: `marking-room`.
    """
    style = with_room(style, document)
    logo = _logo(style.logo) if style.logo else None
    page = element(
        "html",
        lines(_head(document, style), Page(document, style.separator).body(logo)),
        lang=document.language,
        dir=document.direction,
    )
    return Report("html", f"<!DOCTYPE html>\n{page}\n".encode())


def _head(document: Document, style: Style) -> Markup:
    properties = document.properties
    sources = [{"name": source.name, "sha256": source.sha256} for source in document.sources]
    described = {
        "author": properties.author,
        "description": properties.subject,
        "keywords": ", ".join(properties.keywords),
        "generator": properties.generator,
        "dcterms.created": properties.created,
        "dcterms.source": json.dumps(sources, ensure_ascii=False) if document.embed != "none" else "",
        "referrer": "no-referrer",
        "color-scheme": "light",
    }
    return element(
        "head",
        lines(
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            element("title", text(properties.title)),
            *(element("meta", name=name, content=value) for name, value in described.items() if value),
            *([_provenance(document)] if document.provenance else []),
            # Nothing in it comes from the article but strings, which `css.string` escapes.
            element("style", Markup("\n".join(_rules(document, style)))),
        ),
    )


def _provenance(document: Document) -> Markup:
    """Return the provenance between apostrophes, which it does not hold: it is half as long as escaped."""
    return Markup(f"<meta name=\"briefing-provenance\" content='{document.provenance}'>")


def _rules(document: Document, style: Style) -> Iterator[str]:
    yield from css.rules(style)
    if document.short_names:
        yield css.article_rule(style)
    if document.mark:
        yield label.rule(document.mark, style)
    yield from paper.rules(style, document)


def _logo(logo: Logo) -> Markup:
    return element(
        "img", src=data_address(media_type(logo.data), logo.data), alt=logo.alternative, class_="logo"
    )
