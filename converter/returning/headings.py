"""Which heading is that of which section, though it was renamed or moved."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Mapping, Sequence

from msgspec import Struct

from converter.returning.claimed import Part
from converter.returning.words import Paragraph, fold
from converter.returning.zones import anchor_of


class Headed(Struct, frozen=True):
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
    shown = [index for index, part in enumerate(parts) if part.title]
    found: dict[int, int | None] = {}
    _claim(
        {index: anchor_of(parts[index].key) for index in shown}, paragraphs, lambda one: one.anchors, found
    )
    free = set(shown).difference(found.values())
    _claim({index: fold(parts[index].title) for index in sorted(free)}, paragraphs, _words, found)
    for at, one in enumerate(paragraphs):
        if one.level == 1 and at not in found and fold(one.text) not in own:
            found[at] = None
    free.difference_update(found.values())
    order = sorted(found)
    for place, at in enumerate(order):
        if found[at] is None:
            end = order[place + 1] if place + 1 < len(order) else len(paragraphs)
            below = Counter(section for index in range(at, end) for section in sections.get(index, ()))
            found[at] = _by_lines(below, free)
            if found[at] is None:
                before = found[order[place - 1]] if place else -1
                after = found[end] if place + 1 < len(order) else len(parts)
                found[at] = _by_place(before, after, free)
            free -= {found[at]}
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


def _claim(
    names: Mapping[int, str],
    paragraphs: Sequence[Paragraph],
    names_of: Callable[[Paragraph], Sequence[str]],
    found: dict[int, int | None],
) -> None:
    """Give each paragraph that has one of `names` the first section called so that is not found yet."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for index, name in names.items():
        waiting[name].append(index)
    for at, one in enumerate(paragraphs):
        if one.text and at not in found:
            called = [queue for name in names_of(one) if (queue := waiting.get(name))]
            if called:
                found[at] = min(called, key=lambda queue: queue[0]).popleft()


def _words(one: Paragraph) -> tuple[str]:
    return (fold(one.text),)


def _by_lines(below: Counter[int], free: Collection[int]) -> int | None:
    """Return the section that most of the lines below a heading were in, if its own heading is gone."""
    most = [index for index, _ in below.most_common(1)]
    return next((index for index in most if index in free), None)


def _by_place(before: int | None, after: int | None, free: Collection[int]) -> int | None:
    """Return the one section whose heading is gone between its neighbours; `None`: none, or several."""
    if before is None or after is None:
        return None
    gone = [index for index in free if before < index < after]
    return gone[0] if len(gone) == 1 else None
