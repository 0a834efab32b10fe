"""What a Word template offers a report, told before one is made on it (`briefing styles check --word`)."""

from collections import Counter
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from msgspec import Struct

from converter.model.style import Style, TextRole
from converter.notices import Notice
from converter.writers.docx.template.content import BLOCKS, HEADING, WORDS
from converter.writers.docx.template.mapping import styles_by_role
from converter.writers.docx.template.opening import open_template
from converter.writers.docx.template.place import Place, known_as
from converter.writers.docx.template.places import places_of


class Asked(NamedTuple):
    """A name that a template has places for.

    Attributes:
        name: what belongs there.
        kind: `content control`, `bookmark` or `placeholder`.
        part: where.
        times: how often.
        remark: what keeps a report from filling it, if anything does.
    """

    name: str
    kind: str
    part: str
    times: int
    remark: str


class TemplateCheck(Struct, frozen=True):
    """What a template offers.

    Attributes:
        places: in the order of their kinds; empty: a report stands behind all that the template holds.
        styles: role → name of the template's style that sets it; empty where ours is added.
        unsafe: what is left out of every report made on it.
    """

    places: tuple[Asked, ...]
    styles: dict[TextRole, str]
    unsafe: tuple[Notice, ...]


def check_template(path: str, style: Style, sections: AbstractSet[str]) -> TemplateCheck:
    """Return what the template at `path` offers to reports in `style`, whose `word.map` counts.

    Args:
        path: of the template.
        style: of the reports.
        sections: keys of the outline.

    Raises:
        StyleError: as `write_on_template`.
    """
    template, unsafe = open_template(path)
    keys = {known_as(section) for section in sections}
    places = places_of(template)
    counted = Counter((place.name, place.kind, place.part, _remark(place, keys)) for place in places)
    asked = tuple(
        Asked(name, kind, part, times, remark) for (name, kind, part, remark), times in counted.items()
    )
    return TemplateCheck(asked, styles_by_role(style, template, path), unsafe)


def _remark(place: Place, sections: AbstractSet[str]) -> str:
    if place.name in WORDS or place.name.removesuffix(HEADING) in sections - {place.name}:
        return ""
    if place.name not in {*BLOCKS, *sections}:
        return f"filled with --field {place.name}=… alone"
    return "" if place.takes_blocks else "cannot hold paragraphs here"
