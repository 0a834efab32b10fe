"""Pages of the web: the article in them, and what they say of it (HTML Living Standard)."""

from urllib.parse import urljoin

from converter.model.article import Article
from converter.readers.builder import ArticleBuilder
from converter.readers.decode import decode
from converter.readers.html.extraction import extract
from converter.readers.html.flat import flat_paragraphs
from converter.readers.html.head import Head
from converter.readers.html.metadata import read_metadata
from converter.readers.html.notes import Notes
from converter.readers.html.tree import DEEPEST, Element, parse_page
from converter.readers.html.walk import BlockWalk
from converter.readers.original import Original

_MEDIA_TYPE = "text/html"


def read_html(original: Original, encoding: str) -> Article:
    """Return the article in a page of the web; see `converter.readers.Reader`.

    What stands around the article is left out: that is what reading a page means, and no notice tells it.
    """
    decoded = decode(original.data, encoding, original.name, original.charset)
    builder = ArticleBuilder(original.source(_MEDIA_TYPE, decoded.encoding))
    builder.notices.extend(decoded.notices)
    root = parse_page(decoded.text)
    if root is None:
        return _flat(builder, decoded.text)
    told = read_metadata(root, original.address)
    base = _base(root, original.address)
    notes = Notes(root)
    found = extract(root, decoded.text, original.folder, notes)
    builder.title(told.title)
    head = Head(told.title, told.byline, builder)
    walk = BlockWalk(builder, original.folder, base, head, notes)
    walk.blocks(found.element)
    walk.tell()
    if not found.judged:
        what = "it is too large to tell the article from what stands around it, and was read as a whole"
        builder.notice("page-read-whole", what)
    if found.pictures_left_out:
        what = f"pictures lie in the web and were left out with their captions: {found.pictures_left_out}"
        builder.notice("images-left-out", what)
    return builder.build(
        byline=told.byline or head.facts.byline,
        date=told.date or head.facts.date,
        language=told.language,
        publisher=told.publisher,
    )


def _flat(builder: ArticleBuilder, text: str) -> Article:
    for words in flat_paragraphs(text):
        builder.paragraph(words)
    if builder.blocks:
        what = f"its elements nest deeper than {DEEPEST} levels; only its paragraphs were read"
        builder.notice("nesting-too-deep", what)
    return builder.build()


def _base(root: Element, address: str) -> str:
    """Return what relative addresses are relative to (HTML Living Standard 4.2.3)."""
    named = next((base.get("href") or "" for base in root.iter("base")), "")
    try:
        return urljoin(address, named)
    except ValueError:
        return address
