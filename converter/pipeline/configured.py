"""What a report was made with, as far as it may travel: names and sums of files, no paths."""

from collections.abc import Iterator
from hashlib import sha256

from converter.model.briefing import Briefing, Details
from converter.model.document import Document
from converter.model.provenance import Json
from converter.model.style import Style
from converter.pipeline.claims import compact
from converter.pipeline.digest import file_name
from converter.pipeline.drafting import Draft
from converter.pipeline.kit import Kit


def configuration_data(
    document: Document, draft: Draft, kit: Kit, style: Style, details: Details
) -> dict[str, Json]:
    """Return what `document` was made with; `sha256` is that of all other keys.

    Args:
        document: composed.
        draft: what it was composed of; where a person chose the lines, length and trimming did not.
        kit: of the call.
        style: how it looks; one of the kit's.
        details: what a person said about it, in the settings or in a briefing file.
    """
    settings = kit.settings
    template = style.word.get("template")
    by_program = draft.chosen_by == "program"
    data: dict[str, Json] = {
        "style": style.name,
        "style_sha256": kit.style_sha256(style),
        "template": file_name(template) if isinstance(template, str) else "",
        "outline": draft.briefing.outline.name,
        "sections": [*dict.fromkeys(_keys(draft.briefing))],
        "language": document.language,
        "length": settings.length if by_program else None,
        "trim": settings.trim if by_program else None,
        "cite": details.cite,
        "embed": document.embed,
        "marking": document.fields.get("marking", ""),
        "given": [*_given(details)],
    }
    return {"sha256": sha256(compact(data)).hexdigest(), **data}


def _keys(briefing: Briefing) -> Iterator[str]:
    """Yield the keys of sections; of a digest first those of its articles, which a note adds none to."""
    for section in sorted(briefing.sections, key=lambda one: one.article is None):
        yield section.rule.key


def _given(details: Details) -> Iterator[str]:
    """Yield what a person gave where the article may say otherwise."""
    for name in ("title", "author", "date", "marking"):
        if getattr(details, name):
            yield name
