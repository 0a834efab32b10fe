"""Which part of a page is the article? trafilatura says so; its names become those of HTML again."""

import logging
import re
from pathlib import Path
from typing import Literal, NamedTuple, cast

from lxml import etree
from msgspec import Struct
from trafilatura import bare_extraction

from converter.readers.html.notes import Notes
from converter.readers.html.tree import Element, parse_page, text_of
from converter.readers.images import is_at_hand

logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_PICTURES = "https://pictures.invalid/"
"""Where pictures seem to lie while trafilatura looks at them: it drops addresses that it does not like."""

_NAMES = {
    "item": "li", "quote": "blockquote", "row": "tr", "ref": "a", "lb": "br", "graphic": "img", "del": "span",
    "code": "code", "fw": "span", "ab": "p",
}  # fmt: skip
_LOOKS = {"#b": "b", "#i": "i", "#t": "code", "#sub": "sub", "#sup": "sup"}
_FURNITURE = re.compile(
    r"\b(?:nav|menu|sidebar|footer|breadcrumb|cookie|share|social|comments?|related)", re.IGNORECASE
)
_MOST_LINKED = 0.15
"""Share of characters in links up to which a page may be a document and nothing else."""

_SUSPICIOUS = 0.35
"""Share of characters in links from which what was extracted is doubted."""

_MOST_OF_PAGE = 0.8

_IN_SIGHT = etree.XPath(
    "descendant-or-self::*[not(self::script or self::style or self::noscript or self::template)]/text()",
    smart_strings=False,
)
_IN_LINKS = {
    "a": etree.XPath("descendant::a/descendant-or-self::*/text()", smart_strings=False),
    "ref": etree.XPath("descendant::ref/descendant-or-self::*/text()", smart_strings=False),
}

_FEW_SCRIPTS = 3

_LONGEST = 5_000_000
"""Characters of mark-up up to which trafilatura is asked: some of what it does takes the square of that."""

_AROUND = ("nav", "aside", "footer", "form", "script", "style")


class Extract(Struct, frozen=True):
    """The article in a page.

    Attributes:
        element: what holds it.
        pictures_left_out: how many figures of the page were left out with their captions.
        judged: whether the page was short enough to tell the article from what stands around it.
    """

    element: Element
    pictures_left_out: int = 0
    judged: bool = True


class _Page(NamedTuple):
    """How many characters a page shows, and which share of them in links."""

    letters: int
    linked: float


def extract(root: Element, text: str, folder: Path | None, notes: Notes) -> Extract:
    """Return the article in a page.

    A page without a site around it, such as a report saved as HTML, is an article from end to end. In others,
    pictures are looked for only where there are some that can be had.

    Args:
        root: of the page; it is changed.
        text: of which it was made.
        folder: of its pictures; `None` where none can be had.
        notes: of the page; what is extracted has none, nor references to them.
    """
    body = next(root.iter("body"), root)
    if len(text) > _LONGEST:
        etree.strip_elements(body, *_AROUND, with_tail=False)
        return Extract(body, judged=False)
    letters = _letters(body)
    page = _Page(letters, _linked_share(body, letters, "a"))
    if page.linked <= _MOST_LINKED and _is_bare(root, body):
        return Extract(body)
    notes.drop_references()
    pictures = _hide_pictures(body)
    shows = any(is_at_hand(address, folder) for address, _ in pictures)
    figures = (
        0 if shows else sum(next(figure.iter("img"), None) is not None for figure in body.iter("figure"))
    )
    found = _extracted(root, fast=True, pictures=shows)
    if found is not None and _has_menus(found, page):
        # The fast way has taken menus along; the slow one asks two more opinions.
        again = parse_page(text)
        found = None if again is None else _extracted(again, fast=False, pictures=False)
    if found is None or not text_of(found).strip():
        return Extract(_with_pictures(next(root.iter("body"), root), pictures))
    return Extract(_as_html(found, pictures), figures)


def _extracted(root: Element, *, fast: bool, pictures: bool) -> Element | None:
    document = bare_extraction(
        root,
        fast=fast,
        include_comments=False,
        include_formatting=True,
        include_images=pictures,
        include_links=True,
    )
    return cast("Element | None", getattr(document, "body", None))


def _has_menus(found: Element, page: _Page) -> bool:
    """Say whether what was extracted is hardly an article: full of links, or all of a page that is."""
    letters = _letters(found)
    if _linked_share(found, letters, "ref") > _SUSPICIOUS:
        return True
    return page.linked > _SUSPICIOUS and letters > _MOST_OF_PAGE * page.letters


def _linked_share(element: Element, letters: int, link: Literal["a", "ref"]) -> float:
    """Return which share of the `letters` that `element` shows stands in elements called `link`."""
    return _count(_IN_LINKS[link](element)) / letters if letters else 0.0


def _letters(element: Element) -> int:
    """Return how many characters `element` holds, spaces and scripts not counted."""
    return _count(_IN_SIGHT(element))


def _count(pieces: object) -> int:
    return len("".join("".join(cast("list[str]", pieces)).split()))


def _is_bare(root: Element, body: Element) -> bool:
    """Say whether nothing on the page but the article has words."""
    if any(True for _ in body.iter("nav", "aside", "footer", "form")):
        return False
    if sum(1 for _ in root.iter("script")) > _FEW_SCRIPTS:
        return False
    return not any(
        _FURNITURE.search(" ".join(element.get(name) or "" for name in ("class", "id", "role")))
        for element in body.iter("div", "section", "ul", "table")
    )


def _hide_pictures(body: Element) -> list[tuple[str, str]]:
    """Give every picture an address of its own; return what each had: address and words."""
    pictures: list[tuple[str, str]] = []
    for picture in body.iter("img"):
        pictures.append((_address(picture), picture.get("alt") or ""))
        picture.set("src", f"{_PICTURES}{len(pictures) - 1}.png")
    return pictures


def _address(picture: Element) -> str:
    """Return where a picture lies, also where a script is meant to load it later."""
    names = ("data-src", "data-original", "data-lazy-src", "src")
    told = [value for name in names if (value := (picture.get(name) or "").strip())]
    return next((value for value in told if not value.startswith("data:image/gif")), told[0] if told else "")


def _with_pictures(body: Element, pictures: list[tuple[str, str]]) -> Element:
    for picture in body.iter("img"):
        if (number := _number(picture)) is not None:
            picture.set("src", pictures[number][0])
    return body


def _as_html(body: Element, pictures: list[tuple[str, str]]) -> Element:
    """Return trafilatura's tree with the names of HTML, without headings above nothing."""
    _drop_empty_headings(body)
    for element in list(body.iter()):
        tag = element.tag
        if tag == "head":
            rend = element.get("rend") or "h2"
            element.tag = rend if re.fullmatch(r"h[1-6]", rend) else "h2"
        elif tag == "list":
            element.tag = "ol" if element.get("rend") == "ol" else "ul"
        elif tag == "cell":
            element.tag = "th" if element.get("role") == "head" else "td"
        elif tag == "hi":
            element.tag = _LOOKS.get(element.get("rend") or "", "span")
        elif tag == "code" and "\n" in text_of(element):
            element.tag = "pre"
        elif tag in _NAMES:
            element.tag = _NAMES[str(tag)]
            if tag == "ref":
                element.set("href", element.get("target") or "")
            elif tag == "graphic":
                _restore(element, pictures)
    return body


def _drop_empty_headings(body: Element) -> None:
    """Drop headings whose content was left out: those of related articles, comments and the like."""
    following = ""
    for element in reversed(body):
        rank = element.get("rend") or "h2"
        if element.tag == "head" and (not following or (following.startswith("h") and following <= rank)):
            body.remove(element)
        else:
            following = rank if element.tag == "head" else "text"


def _restore(picture: Element, pictures: list[tuple[str, str]]) -> None:
    number = _number(picture)
    if number is not None:
        address, alternative = pictures[number]
        picture.set("src", address)
        picture.set("alt", alternative)


def _number(picture: Element) -> int | None:
    told = (picture.get("src") or "").removeprefix(_PICTURES).removesuffix(".png")
    return int(told) if told.isdecimal() else None
