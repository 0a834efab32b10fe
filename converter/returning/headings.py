"""Which heading is that of which section, though it was renamed or moved."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from converter.returning.claimed import Part
from converter.returning.words import Paragraph, fold
from converter.returning.zones import anchor_of


@dataclass(frozen=True, slots=True)
class Headed:
    """A heading of a section as it stands in the file.

    Attributes:
        paragraph: its index among those of the sections.
        part: index of the section that it was; `None`: a person added it.
        title: its words.
        is_shown: whether it stands there: a section at a place of its own leaves its heading to the template.
    """

    paragraph: int
    part: int | None
    title: str
    is_shown: bool = True


def headings_of(
    paragraphs: Sequence[Paragraph],
    parts: Sequence[Part],
    own: frozenset[str],
    sections: Mapping[int, Sequence[int]],
) -> list[Headed]:
    """Return the headings of sections, in order.

    Args:
        paragraphs: of the sections.
        parts: the sections that were claimed.
        own: the article's headings inside sections, folded.
        sections: index of a paragraph → the sections of the lines that were found in it.
    """
    shown = {index: part for index, part in enumerate(parts) if part.title}
    found: dict[int, int | None] = {}
    for known in (_by_anchor, _by_words):
        for at, one in enumerate(paragraphs):
            free = {index: part for index, part in shown.items() if index not in found.values()}
            if one.text and at not in found and (index := known(one, free)) is not None:
                found[at] = index
    for at, one in enumerate(paragraphs):
        if one.level == 1 and at not in found and fold(one.text) not in own:
            found[at] = None
    order = sorted(found)
    for place, at in enumerate(order):
        if found[at] is None:
            end = order[place + 1] if place + 1 < len(order) else len(paragraphs)
            below = Counter(section for index in range(at, end) for section in sections.get(index, ()))
            free = {index: part for index, part in shown.items() if index not in found.values()}
            found[at] = _by_lines(below, free)
            if found[at] is None:
                found[at] = _by_place([found[one] for one in order], place, shown)
    return [Headed(at, found[at], paragraphs[at].text) for at in order]


def left_to_template(
    headings: Sequence[Headed], parts: Sequence[Part], sections: Mapping[int, Sequence[int]]
) -> list[Headed]:
    """Return `headings`, and where lines begin of sections whose headings a template has in their stead."""
    kept = {one.part for one in headings}
    begins: dict[int, int] = {}
    for paragraph in sorted(sections):
        for section in sections[paragraph]:
            begins.setdefault(section, paragraph)
    unseen = [
        Headed(begins[index], index, part.title, is_shown=False)
        for index, part in enumerate(parts)
        if part.title and index not in kept and index in begins
    ]
    return sorted([*headings, *unseen], key=lambda one: one.paragraph)


def _by_anchor(one: Paragraph, free: Mapping[int, Part]) -> int | None:
    return next((index for index, part in free.items() if anchor_of(part.key) in one.anchors), None)


def _by_words(one: Paragraph, free: Mapping[int, Part]) -> int | None:
    return next((index for index, part in free.items() if fold(part.title) == fold(one.text)), None)


def _by_lines(below: Counter[int], free: Mapping[int, Part]) -> int | None:
    """Return the section that most of the lines below a heading were in, if its own heading is gone."""
    most = [index for index, _ in below.most_common(1)]
    return next((index for index in most if index in free), None)


def _by_place(found: Sequence[int | None], place: int, shown: Mapping[int, Part]) -> int | None:
    """Return the one section whose heading is gone between the same neighbours; `None`: none, or several."""
    before = next((one for one in reversed(found[:place]) if one is not None), -1)
    after = next((one for one in found[place + 1 :] if one is not None), max(shown, default=0) + 1)
    gone = [index for index in shown if before < index < after and index not in found]
    near = (found[place - 1] if place else -1, found[place + 1] if place + 1 < len(found) else after)
    return gone[0] if len(gone) == 1 and None not in near else None
