"""How the columns of a table share the room, in every format that has a page."""

from collections.abc import Sequence


def shares(needed: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    """Return how wide each column is, all of them together `room`.

    Columns that are content with an equal share or less have what they want; the others share what is left,
    but none has less than its longest word needs, unless there is no room even for those.

    Args:
        needed: the width of each column's longest word.
        wanted: the width of each column's longest cell on one line; not less.
        room: for all columns, without the gaps between them.
    """
    if sum(wanted) <= room:
        return [width + (room - sum(wanted)) / len(wanted) for width in wanted]
    if sum(needed) >= room:
        return [max(width, 1.0) * room / sum(max(width, 1.0) for width in needed) for width in needed]
    widths = dict[int, float]()
    while True:
        undecided = [at for at in range(len(wanted)) if at not in widths]
        share = (room - sum(widths.values())) / len(undecided)
        tight = {at: needed[at] for at in undecided if needed[at] > share}
        content = tight or {at: wanted[at] for at in undecided if wanted[at] <= share}
        if not content or len(content) == len(undecided):
            widths |= dict.fromkeys(undecided, share)
            return [widths[at] for at in range(len(wanted))]
        widths |= content
