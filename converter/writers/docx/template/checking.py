"""What a Word template offers a report, told before one is made on it (`briefing styles check --word`)."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from converter.model.style import Style, TextRole
from converter.notices import Notice
from converter.writers.docx.template.mapping import styles_by_role
from converter.writers.docx.template.opening import open_template
from converter.writers.docx.template.places import places_of


class Asked(NamedTuple):
    """A name that a template has places for.

    Attributes:
        name: what belongs there.
        kind: `content control`, `bookmark` or `placeholder`.
        part: where.
        times: how often.
    """

    name: str
    kind: str
    part: str
    times: int


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """What a template offers.

    Attributes:
        places: in the order of their kinds; empty: a report stands behind all that the template holds.
        styles: role → name of the template's style that sets it; empty where ours is added.
        unsafe: what is left out of every report made on it.
    """

    places: tuple[Asked, ...]
    styles: dict[TextRole, str]
    unsafe: tuple[Notice, ...]


def check_template(path: str, style: Style) -> TemplateCheck:
    """Return what the template at `path` offers to reports in `style`, whose `word.map` counts.

    Raises:
        StyleError: as `write_on_template`.
    """
    template, unsafe = open_template(path)
    counted = Counter((place.name, place.kind, place.part) for place in places_of(template))
    places = tuple(Asked(*place, times) for place, times in counted.items())
    return TemplateCheck(places, styles_by_role(style, template, path), unsafe)
