"""What travels inside a report: where its lines come from, and the article itself where that is wanted.

Nothing else does: no line that was left out, no earlier wording of one that was edited, no path.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain, count
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from converter.model.document import PROVENANCE, Attachment, Document
from converter.model.provenance import Json
from converter.pipeline.claims import claims
from converter.readers.raw import is_address


def attachments(
    document: Document, configuration: Mapping[str, Json], originals: Sequence[bytes] = ()
) -> Iterator[Attachment]:
    """Yield what `document` claims, made with `configuration`, and its articles, if there are `originals`."""
    said = claims(document, configuration)
    yield Attachment(PROVENANCE, "application/json", said, "Data", "Where each line comes from")
    taken = {PROVENANCE}
    for source, original in zip(document.sources, originals, strict=False):
        name = _free_name(_file_name(source.name), taken)
        taken.add(name)
        yield Attachment(name, source.media_type, original, "Source", "The article")


def _file_name(name: str) -> str:
    """Return a name without folders: of an address, what stands last in it."""
    if is_address(name):
        name = PurePosixPath(urlsplit(name).path).name or "article"
    return name


def _free_name(name: str, taken: Container[str]) -> str:
    """Return `name`, or with words before it that make it one that is not among those `taken`."""
    names = chain((name, f"article {name}"), (f"article {number} {name}" for number in count(2)))
    return next(one for one in names if one not in taken)
