"""Headers and footers (ECMA-376 17.10): they are not part of the text, but what only they say is told."""

from collections.abc import Iterator

from converter.ooxml.xml import Element, attribute
from converter.readers.docx.package import Package, Part, PartUnreadableError
from converter.text import collapse

_KINDS = frozenset({"header", "footer"})
_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


def words_beside(package: Package, main: Part) -> list[str]:
    """Return the lines of headers and footers, each once, but for those that count pages."""
    lines = dict.fromkeys(
        line
        for link in main.relationships.values()
        if link.kind in _KINDS and not link.external
        for line in _lines(package, link.target)
    )
    return list(lines)


def _lines(package: Package, name: str) -> Iterator[str]:
    try:
        root = package.tree(name)
    except PartUnreadableError:
        return
    for paragraph in root.iter("{*}p"):
        text = collapse("".join(one.text or "" for one in paragraph.iter("{*}t")))
        if any(map(str.isalpha, text)) and not _counts_pages(paragraph):
            yield text


def _counts_pages(paragraph: Element) -> bool:
    told = [one.text or "" for one in paragraph.iter("{*}instrText")]
    told += [attribute(one, "instr") for one in paragraph.iter("{*}fldSimple")]
    return any(instruction.strip().startswith(_FIELDS) for instruction in told)
