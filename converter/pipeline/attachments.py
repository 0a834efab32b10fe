"""What travels inside a report: where its lines come from, and the article itself where that is wanted.

Nothing else does: no line that was left out, no earlier wording of one that was edited, no path.
"""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from converter.model.document import Attachment, Document
from converter.model.provenance import line_data, source_data
from converter.readers.raw import is_address

PROVENANCE = "provenance.json"
VERSION = 1
"""Of what the provenance says, as `converter.writers.json.VERSION`."""


def attachments(document: Document, original: bytes | None) -> Iterator[Attachment]:
    """Yield the provenance of the lines of `document`, and its article where `original` has its bytes."""
    yield Attachment(
        PROVENANCE, "application/json", provenance(document), "Data", "Where each line comes from"
    )
    if original is not None:
        source = document.sources[0]
        name = _file_name(source.name)
        yield Attachment(name, source.media_type, original, "Source", "The article")


def _file_name(name: str) -> str:
    """Return a name without folders that is not taken: of an address, what stands last in it."""
    if is_address(name):
        name = PurePosixPath(urlsplit(name).path).name or "article"
    return f"article {name}" if name == PROVENANCE else name


def provenance(document: Document) -> bytes:
    """Return the lines of `document` with their places in the source, as JSON in UTF-8.

    `docs/formats/provenance.md` is its reference.
    """
    data = {
        "briefing": VERSION,
        "generator": document.properties.generator,
        "created": document.properties.created,
        "sources": [source_data(source) for source in document.sources],
        "lines": [
            {**line_data(index, record), "section": record.section}
            for index, record in enumerate(document.records)
        ],
    }
    return (json.dumps(data, ensure_ascii=False) + "\n").encode()
