"""Every hostile case."""

from tests.hostile import bombs, broken, cycles, extents, letters, names, truncations, wording
from tests.hostile.case import Case

GROUPS: dict[str, tuple[Case, ...]] = {
    "bombs": bombs.CASES,
    "cycles": cycles.CASES,
    "truncations": truncations.CASES,
    "extents": extents.CASES,
    "letters": letters.CASES,
    "names": names.CASES,
    "wording": wording.CASES,
    "broken": broken.CASES,
}

CASES = tuple(case for cases in GROUPS.values() for case in cases)
