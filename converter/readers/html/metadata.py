"""What a page says of its article: title, author, date and language, from what it declares of them.

Sources are asked in the order of how seldom they err: JSON-LD (schema.org), `meta` elements (OpenGraph,
Dublin Core and their like), then the elements themselves.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from msgspec import Struct, field

from converter.links import host_of
from converter.readers.dates import find_date
from converter.readers.html.tree import Element, shown, text_of
from converter.readers.language import normal_tag
from converter.text import plain

Json = dict[str, object]

_ARTICLE = re.compile(r"\w*(?:Article|Posting|Report|Review)$|WebPage$|\w*CreativeWork$")
_PAGE = "WebPage"
_MOST_DEPTH = 12
_DUBLIN_CORE = re.compile(r"^(?:dc|dcterms?)[.:]")
_CDATA = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")

_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "parsely-title", "title")
_AUTHORS = (
    "dc.creator", "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl",
    "citation_author", "article.author",
)  # fmt: skip
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dc.issued", "dc.created", "dc.date.created", "dc.date", "date",
    "pubdate", "publishdate", "publish-date", "publication_date", "citation_publication_date",
    "article.published",
)  # fmt: skip
_LANGUAGES = ("og:locale", "content-language", "language", "dc.language")

_CLASS = "translate(@class, 'ABLNEIORTUHY', 'ablneiortuhy')"
_AUTHOR_PATHS = (
    "//*[@rel='author']",
    "//*[contains(@itemprop, 'author')]",
    f"//*[contains(concat(' ', normalize-space({_CLASS}), ' '), ' byline ')]",
    f"//*[contains(concat(' ', normalize-space({_CLASS}), ' '), ' author ')]",
    f"//*[contains({_CLASS}, 'byline') or contains({_CLASS}, 'author-name')]",
)
_DATE_PATHS = (
    "//time[@pubdate]",
    "//*[contains(@itemprop, 'datePublished')]",
    "//article//time[@datetime]",
    "//time[contains(@class, 'publish') or contains(@class, 'entry-date') or contains(@class, 'date')]",
)
_LONGEST_AUTHOR = 100
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?![\d-])|(\d{4})(\d\d)(\d\d)(?!\d)")
_BY = re.compile(
    r"^(?:written |posted |story |words |reported )?(?:by|von|par|por|di|door|av|af)\b[:\s]+", re.IGNORECASE
)
_NOT_A_NAME = re.compile(
    r"https?:|www\.|^@|^/|[{}<>]|\.(?:com|org|net)\b|^(?:admin|administrator|staff|editor)$", re.IGNORECASE
)
_SIGN_AFTER, _SIGN_BEFORE = re.compile(r"\s*[-–—|·•»:/\\]"), re.compile(r"[-–—|·•»:/\\]\s*$")
_PARTS = re.compile(r"\s+(?:[-–—|·•»:]|::|\\|/)\s+|\s*[|»]\s*")
_SITES = ("og:site_name", "application-name")
_SEPARATED_NAMES = re.compile(r"\s*[;|]\s*")


class Metadata(Struct):
    """What a page says of its article; an empty field it does not say.

    Attributes:
        title: without the name of the site.
        byline: its authors, parted by commas.
        date: on which it was published, ISO 8601.
        language: BCP 47 tag.
        publisher: who published it, or the name of the site.
    """

    title: str = ""
    byline: str = ""
    date: str = ""
    language: str = ""
    publisher: str = ""


class _Page(Struct):
    """A page, and what its `meta` elements and JSON-LD say."""

    root: Element
    metas: dict[str, list[str]] = field(default_factory=dict)
    articles: list[Json] = field(default_factory=list)

    def meta(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            yield from self.metas.get(name, ())

    def told(self, key: str) -> Iterator[object]:
        for article in self.articles:
            yield from _listed(article.get(key))


def read_metadata(root: Element, address: str) -> Metadata:
    """Return what the page at `address` says of its article."""
    page = _Page(root, _metas(root), list(_articles(root)))
    return Metadata(
        title=_title(page, address),
        byline=_byline(page),
        date=_date(page),
        language=_language(page),
        publisher=_publisher(page),
    )


def _metas(root: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (
            meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        )
        if content := plain(meta.get("content") or ""):
            for one in name.lower().split():
                found.setdefault(_DUBLIN_CORE.sub("dc.", one), []).append(content)
    return found


def _articles(root: Element) -> Iterator[Json]:
    """Yield what JSON-LD says of articles, then of pages."""
    things: list[Json] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                data = json.loads(_CDATA.sub("", script.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue
            things.extend(_things(data, 0))
    named = [(thing, str(next(iter(_listed(thing.get("@type"))), ""))) for thing in things]
    yield from (thing for thing, kind in named if _ARTICLE.fullmatch(kind) and kind != _PAGE)
    yield from (thing for thing, kind in named if kind == _PAGE)


def _things(data: object, depth: int) -> Iterator[Json]:
    if depth > _MOST_DEPTH:
        return
    if isinstance(data, list):
        for one in data:
            yield from _things(one, depth + 1)
    elif isinstance(data, dict):
        thing = cast("Json", data)
        yield thing
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(thing.get(key), depth + 1)


def _title(page: _Page, address: str) -> str:
    own = [plain(text_of(heading)) for heading in page.root.iter("h1") if shown(heading)]
    named = plain(" ".join(title.text or "" for title in page.root.iter("title")))
    declared = (*map(_text, page.told("headline")), *page.meta(_TITLES), named)
    title = next((found for found in declared if found), "")
    site = [*page.meta(_SITES), host_of(address)]
    if not title:
        return own[0] if len(own) == 1 else ""
    for heading in own:
        if heading and heading != title and _begins_or_ends(title, heading):
            return heading
    return _without_site(title, [name for name in site if name], named)


def _begins_or_ends(title: str, heading: str) -> bool:
    """Say whether `title` is `heading` and, set off by a sign, something else."""
    before, after = title[: -len(heading)], title[len(heading) :]
    begins = title.casefold().startswith(heading.casefold()) and _SIGN_AFTER.match(after)
    ends = title.casefold().endswith(heading.casefold()) and _SIGN_BEFORE.search(before)
    return bool(begins or ends)


def _without_site(title: str, sites: list[str], named: str) -> str:
    """Return `title` without the name of the site at either end."""
    names = {_plain(site) for site in sites} | {_plain(site.partition(".")[0]) for site in sites}
    separators = list(_PARTS.finditer(title))
    if separators and _plain(title[separators[-1].end() :]) in names:
        return title[: separators[-1].start()]
    if separators and _plain(title[: separators[0].start()]) in names:
        return title[separators[0].end() :]
    return title if named or title else ""


def _byline(page: _Page) -> str:
    told = [name for author in page.told("author") for name in _names(author)]
    metas = (list(page.meta((name,))) for name in _AUTHORS)
    for names in (told, *metas, list(_shown_authors(page.root))):
        if found := [name for one in names for name in _authors(one)]:
            return ", ".join(dict.fromkeys(found))
    return ""


def _publisher(page: _Page) -> str:
    told = (name for publisher in page.told("publisher") for name in _names(publisher))
    return next((name for name in map(plain, (*told, *page.meta(_SITES))) if name), "")


def _names(author: object) -> Iterator[str]:
    if isinstance(author, Mapping):
        yield from (_text(name) for name in _listed(author.get("name")))
    elif isinstance(author, str):
        yield author


def _shown_authors(root: Element) -> Iterator[str]:
    """Yield the first author that the page shows: later ones are those of other articles as often as not."""
    for path in _AUTHOR_PATHS:
        for element in _find(root, path):
            text = plain(" ".join(map(str, element.itertext()))) or plain(element.get("content") or "")
            if shown(element) and 0 < len(text) <= _LONGEST_AUTHOR:
                yield text
                return


def _authors(text: str) -> Iterator[str]:
    """Yield the names in `text`: without "by", dates, and what is no name."""
    for part in _SEPARATED_NAMES.split(_BY.sub("", plain(text))):
        name = part
        if found := find_date(name):
            name = name[: found.start]
        name = name.strip(" ,;|·•–—-")
        if (
            name
            and not _NOT_A_NAME.search(name)
            and len(name) <= _LONGEST_AUTHOR
            and any(map(str.isalpha, name))
        ):
            yield name


def _date(page: _Page) -> str:
    declared = (*map(_text, page.told("datePublished")), *page.meta(_DATES))
    if found := next((iso for text in declared if (iso := _iso(text))), ""):
        return found
    for path in _DATE_PATHS:
        for element in _find(page.root, path):
            texts = (element.get("datetime"), element.get("content"), text_of(element))
            if found := next((iso for text in texts if text and (iso := _iso(text))), ""):
                return found
    return ""


def _iso(text: str) -> str:
    """Return the day in `text`: in its own time zone, as it is written."""
    if match := _ISO.search(text):
        found = find_date(match[1] or f"{match[2]}-{match[3]}-{match[4]}")
        return found.iso if found else ""
    found = find_date(plain(text))
    return found.iso if found else ""


def _language(page: _Page) -> str:
    declared = (page.root.get("lang"), page.root.get("{http://www.w3.org/XML/1998/namespace}lang"))
    named = (*declared, *map(_text, page.told("inLanguage")), *page.meta(_LANGUAGES))
    return next((tag for name in named if name and (tag := normal_tag(name))), "")


def _find(root: Element, path: str) -> list[Element]:
    return cast("list[Element]", root.xpath(path))


def _listed(value: object) -> Iterator[object]:
    if isinstance(value, list):
        yield from value
    elif value is not None:
        yield value


def _text(value: object) -> str:
    return plain(value) if isinstance(value, str) else ""


def _plain(name: str) -> str:
    return re.sub(r"\W+", "", name).casefold()
