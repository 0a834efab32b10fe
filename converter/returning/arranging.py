"""Which lines and sections stand elsewhere than they did."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from converter.notices import Notice
from converter.returning.claimed import Claimed, Part
from converter.returning.headings import Headed
from converter.returning.items import Item
from converter.verifier.proof.wording import quoted


def moved(
    parts: Sequence[Part],
    headings: Sequence[Headed],
    lines: Sequence[Claimed],
    groups: Sequence[tuple[Headed, Sequence[Item]]],
) -> Iterator[Notice]:
    """Yield a notice for each section and each line that was moved; of two that changed places, one was."""
    order = [one.part for one in headings if one.part is not None]
    for part in (order[at] for at in out_of_order(order)):
        yield Notice("section-moved", f"section moved: {quoted(parts[part].title)}")
    standing = [
        (item.claimed, headed) for headed, items in groups for item in items if item.claimed is not None
    ]
    place = {part: at for at, part in enumerate(order)}
    wanted = sorted(standing, key=lambda one: (_rank(lines[one[0]].section, place), one[0]))
    ranks = {index: rank for rank, (index, _) in enumerate(wanted)}
    stray = set(out_of_order([ranks[index] for index, _ in standing]))
    for at, (index, headed) in enumerate(standing):
        section = lines[index].section
        is_elsewhere = section in place and headed.part != section
        if at in stray or is_elsewhere:
            where = f"to {quoted(headed.title)}" if is_elsewhere else f"within {quoted(headed.title)}"
            yield Notice("line-moved", f"moved {where}: {quoted(lines[index].text)}")


def _rank(section: int, place: dict[int, int]) -> float:
    """Return where the lines of a section are looked for: of one that is gone, behind the one before it."""
    if section in place:
        return place[section]
    before = max((one for one in place if one < section), default=None)
    return place[before] + 0.5 if before is not None else -1


def out_of_order(ranks: Sequence[float]) -> list[int]:
    """Return the places of the fewest that must go so that the others rise."""
    tails: list[int] = []
    risen: list[float] = []
    before: list[int] = []
    for at, rank in enumerate(ranks):
        # `risen` has the ranks of `tails`
        spot = bisect_left(risen, rank)
        before.append(tails[spot - 1] if spot else -1)
        tails[spot : spot + 1] = [at]
        risen[spot : spot + 1] = [rank]
    kept: set[int] = set()
    last = tails[-1] if tails else -1
    while last >= 0:
        kept.add(last)
        last = before[last]
    return [at for at in range(len(ranks)) if at not in kept]
