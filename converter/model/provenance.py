"""What any format that holds data says of a line and of its source: one wording for them all."""

from converter.model.article import Source
from converter.model.document import Record

Json = dict[str, "Json"] | list["Json"] | str | int | None
"""What is said in JSON."""


def line_data(index: int, record: Record) -> dict[str, Json]:
    """Return what is known of the line `index`, from 0; the keys are told in `docs/formats/json.md`.

    Spans count code points of the cleaned text of the source (`docs/why/canonical-text.md`).
    """
    origin = record.origin
    return {
        "id": index,
        "kind": record.kind,
        "text": record.text,
        "source": record.source,
        "spans": [[span.start, span.end] for span in record.spans],
        "paragraph": record.paragraph or None,
        "sentence": record.sentence or None,
        "origin": {"unit": origin.unit, "number": origin.number} if origin else None,
        "author": record.author,
    }


def source_data(source: Source) -> dict[str, Json]:
    """Return what is known of a source; the keys are told in `docs/formats/json.md`."""
    return {
        "name": source.name,
        "media_type": source.media_type,
        "sha256": source.sha256,
        "size_bytes": source.size_bytes,
        "encoding": source.encoding,
    }
