"""What travels inside a report: where its lines come from, and the article itself where that is wanted.

Nothing else does: no line that was left out, no earlier wording of one that was edited, no path.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from converter.model.document import PROVENANCE, Attachment, Document
from converter.model.provenance import Json
from converter.pipeline.claims import claims
from converter.readers.raw import is_address


def attachments(
    document: Document, configuration: Mapping[str, Json], original: bytes | None
) -> Iterator[Attachment]:
    """Yield what `document` claims, made with `configuration`, and its article where `original` has it."""
    said = claims(document, configuration)
    yield Attachment(PROVENANCE, "application/json", said, "Data", "Where each line comes from")
    if original is not None:
        source = document.sources[0]
        name = _file_name(source.name)
        yield Attachment(name, source.media_type, original, "Source", "The article")


def _file_name(name: str) -> str:
    """Return a name without folders that is not taken: of an address, what stands last in it."""
    if is_address(name):
        name = PurePosixPath(urlsplit(name).path).name or "article"
    return f"article {name}" if name == PROVENANCE else name
