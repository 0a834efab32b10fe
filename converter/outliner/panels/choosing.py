"""The sections of an outline that are panels, filled as far as there is room."""

from collections.abc import Mapping, Sequence

from converter.model.article import Sentence
from converter.model.briefing import Entry, Section
from converter.model.outline import Length, Outline
from converter.outliner.panels.finding import Matter, entries_of
from converter.outliner.words import count

WORDS: Mapping[Length, int] = {"brief": 60, "standard": 120}
"""How many words a panel has at most where the outline does not say; in a full briefing, all there are."""


def panel_sections(
    wanted: Outline, length: Length, matter: Matter | None, worth: Mapping[Sentence, float]
) -> dict[str, Section]:
    """Return the panels that are wanted by their keys, empty ones included.

    Args:
        wanted: the outline.
        length: of the briefing.
        matter: what they gather from; `None`, or a language without words for panels: all are empty.
        worth: what each sentence says of the whole article.
    """
    sections: dict[str, Section] = {}
    for rule in wanted.sections:
        if rule.panel:
            found = entries_of(rule.panel, matter) if matter else []
            budget = (rule.words or WORDS).get(length)
            taken = found if matter is None or budget is None else _best(found, budget, matter, worth)
            entries = sorted(taken, key=_moment) if rule.panel == "timeline" else taken
            sections[rule.key] = Section(rule, tuple(entries))
    return sections


def _best(
    found: Sequence[Entry], budget: int, matter: Matter, worth: Mapping[Sentence, float]
) -> list[Entry]:
    """Return what fits into `budget` words, the worthiest first and one at least, in the order of `found`."""
    order = sorted(range(len(found)), key=lambda index: (-worth.get(found[index].line.sentence, 0.0), index))
    taken: list[int] = []
    used = 0
    for index in order:
        words = sum(count(matter.article.slice(span)) for span in found[index].line.spans)
        if not taken or used + words <= budget:
            taken.append(index)
            used += words
    return [found[index] for index in sorted(taken)]


def _moment(entry: Entry) -> tuple[bool, str]:
    """Sort by the first date that is known; what has none stands behind, as the article has it."""
    date = next((point.date for point in entry.points if point.date), "")
    return not date, date
