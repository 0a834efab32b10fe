"""Runs of text, references and provenance as HTML."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from converter.model.document import Document, Inline, Record, Reference, Text
from converter.writers.html.markup import Markup, element, join, text


class Provenance:
    """Says where lines come from, in full where they are first shown, by their number elsewhere."""

    def __init__(self, document: Document) -> None:
        """Take the document; where nothing travels inside of it, nothing is said."""
        self._records: Sequence[Record] = document.records if document.embed != "none" else ()
        self._said: set[int] = set()

    def attributes(self, record: int | None) -> dict[str, str | None]:
        """Return the attributes of what stands under `record`; offsets are pairs of start and end."""
        if record is None or not self._records:
            return {}
        if record in self._said:
            return {"data_line": str(record)}
        self._said.add(record)
        found = self._records[record]
        return {
            "data_line": str(record),
            "data_kind": found.kind,
            "data_source": None if found.source is None else str(found.source),
            "data_paragraph": str(found.paragraph) if found.paragraph else None,
            "data_sentence": str(found.sentence) if found.sentence else None,
            "data_spans": " ".join(f"{span.start}-{span.end}" for span in found.spans) or None,
            "data_origin": f"{found.origin.unit} {found.origin.number}" if found.origin else None,
        }


def content(inlines: Iterable[Inline], provenance: Provenance) -> Markup:
    """Return `inlines`, with what is known of its source around each line."""
    return join(*_lines(inlines, provenance))


def plain(inlines: Iterable[Inline]) -> str:
    """Return the words of `inlines`."""
    return "".join(inline.text for inline in inlines if isinstance(inline, Text))


def is_foreign(inlines: Iterable[Inline]) -> bool:
    """Tell whether words are in another language than the page, so that their script sets their direction."""
    return any(isinstance(inline, Text) and inline.language for inline in inlines)


def _lines(inlines: Iterable[Inline], provenance: Provenance) -> Iterator[Markup]:
    for record, group in groupby(inlines, lambda inline: inline.record if isinstance(inline, Text) else None):
        runs = join(*(_inline(inline) for inline in group))
        told = provenance.attributes(record)
        yield element("span", runs, **told) if told else runs


def _inline(inline: Inline) -> Markup:
    if isinstance(inline, Text):
        return _text(inline)
    return _reference(inline) if isinstance(inline, Reference) else Markup("")


def _text(run: Text) -> Markup:
    markup = text(run.text)
    for kind, tag in (("code", "code"), ("emphasis", "em"), ("strong", "strong")):
        if kind in run.emphasis:
            markup = element(tag, markup)
    if run.link:
        markup = element("a", markup, href=run.link)
    return element("span", markup, lang=run.language) if run.language else markup


def _reference(reference: Reference) -> Markup:
    number = text(str(reference.number))
    # Anchors of headings hold no dot, so these are free. A note leads back to its first reference.
    name = None if reference.repeat else f"ref.{reference.number}"
    return element("sup", element("a", number, id=name, href=f"#note.{reference.number}", role="doc-noteref"))
