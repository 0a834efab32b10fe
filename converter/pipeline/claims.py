"""What a report claims of itself: its lines and where they come from, and all that it shows.

It is one text, the same in every format (`docs/formats/provenance.md`). Of what readers do not see it says
where it comes from and what it was made with; no line that was left out, no earlier wording of one that was
edited, no path.
"""

import json
import re
from collections.abc import Mapping

from converter.model.document import Document
from converter.model.provenance import Json, line_data, omission_data, sources_data
from converter.pipeline.content import content_data, running_data

VERSION = 1
"""Of what is claimed, as `converter.writers.json.VERSION`."""

_ESCAPED = re.compile("[<>&'\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]|(?<=-)-")
"""What XML forbids, or what would end an element, an attribute or a comment that holds the text."""


def claims(document: Document, configuration: Mapping[str, Json]) -> bytes:
    """Return what `document` claims, as JSON in UTF-8 on one line.

    Args:
        document: composed.
        configuration: what it was made with.
    """
    omitted: dict[str, Json] = {}
    if document.omissions:
        omitted["omissions"] = [omission_data(one) for one in document.omissions]
    return compact(
        {
            "briefing": VERSION,
            "generator": document.properties.generator,
            "created": document.properties.created,
            "configuration": dict(configuration),
            "sources": sources_data(document),
            **omitted,
            "lines": [
                {**line_data(index, record), "section": record.section}
                for index, record in enumerate(document.records)
            ],
            "content": content_data(document),
            "running": running_data(document),
        }
    )


def compact(data: Json) -> bytes:
    """Return `data` as JSON without white space, which XML, HTML and Markdown can hold as it stands."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()
