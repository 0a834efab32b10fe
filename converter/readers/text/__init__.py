"""Plain text: nothing is marked, so form and place must tell titles, headings and lists from prose."""

from converter.model.article import Article, Origin
from converter.readers.builder import ArticleBuilder
from converter.readers.decode import decode
from converter.readers.lines import clean_lines
from converter.readers.raw import Original
from converter.readers.text.headings import find_headings
from converter.readers.text.passages import Passage, passages

_LONGEST_TITLE = 200


def read_text(original: Original, encoding: str) -> Article:
    """Return the article in a plain text; see `converter.readers.Reader`."""
    decoded = decode(original.data, encoding, original.name)
    lines = clean_lines(decoded.text)
    found = passages(lines.lines)
    title = found.pop(0).text if _opens_with_title(found) else ""
    builder = ArticleBuilder(original.source("text/plain", decoded.encoding))
    builder.title(title)
    builder.removed(lines.removed)
    builder.notices.extend(decoded.notices)
    headings = find_headings(found)
    for index, passage in enumerate(found):
        origin = Origin("line", passage.line)
        if index in headings or passage.kind == "heading":
            builder.heading(passage.text, 1, origin)
        elif passage.kind == "code":
            builder.code(passage.text, origin)
        else:
            builder.paragraph(passage.text, origin)
    return builder.build()


def _opens_with_title(found: list[Passage]) -> bool:
    if found[1:] == []:
        return False
    text = found[0].text
    return found[0].kind == "heading" or (
        found[0].kind == "prose" and len(text) <= _LONGEST_TITLE and text[-1] not in ".,;:"
    )
