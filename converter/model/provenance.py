"""What any format that holds data says of a line and of its source: one wording for them all."""

from converter.model.article import Source
from converter.model.briefing import Omission
from converter.model.document import Document, Record

Json = dict[str, "Json"] | list["Json"] | str | int | None
"""What is said in JSON."""


def line_data(index: int, record: Record) -> dict[str, Json]:
    """Return what is known of the line `index`, from 0; the keys are told in `docs/formats/json.md`.

    Spans count code points of the cleaned text of the source (`docs/why/canonical-text.md`).
    """
    origin = record.origin
    data: dict[str, Json] = {
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
    if record.twins:
        data["twins"] = [
            {
                "source": twin.source,
                "spans": [[twin.span.start, twin.span.end]],
                "paragraph": twin.paragraph,
                "sentence": twin.sentence,
                "likeness": twin.likeness,
            }
            for twin in record.twins
        ]
    if record.highlight:
        data["panel"] = {
            "kind": record.highlight.panel,
            "language": record.highlight.language,
            "points": [
                {
                    "span": [point.span.start, point.span.end],
                    "date": point.date or None,
                    "computed": point.computed,
                }
                for point in record.highlight.points
            ],
        }
    return data


def sources_data(document: Document) -> list[Json]:
    """Return what is known of the sources of `document`; of a digest, also what each is called in it."""
    data = [source_data(source) for source in document.sources]
    for entry, name in zip(data, document.short_names, strict=False):
        entry["short_name"] = name
    return [*data]


def omission_data(omission: Omission) -> dict[str, Json]:
    """Return what is known of an article that is not in its digest."""
    return {"name": omission.name, "same_as": omission.same_as, "sha256": omission.sha256}


def source_data(source: Source) -> dict[str, Json]:
    """Return what is known of a source; the keys are told in `docs/formats/json.md`."""
    return {
        "name": source.name,
        "media_type": source.media_type,
        "sha256": source.sha256,
        "size_bytes": source.size_bytes,
        "encoding": source.encoding,
    }
