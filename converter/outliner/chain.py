"""A linear chain over labels: what each place says for itself, and what its neighbours make likely.

The forward-backward algorithm for conditional random fields (Lafferty, McCallum and Pereira 2001; Sutton and
McCallum 2012, section 2.3), scaled at each step, so that no article is too long for it.
"""

from collections.abc import Sequence
from operator import mul

Factors = Sequence[float]
"""One number for each label, none below 0; only their ratios count."""


def marginals(own: Sequence[Factors], tied: Sequence[bool], ties: Sequence[Factors]) -> list[Factors]:
    """Return how likely each label is at each place; the numbers of a place add up to 1.

    Args:
        own: of each place, what it says for each label by itself.
        tied: of each place but the first, whether it hangs together with the one before.
        ties: how well each label (a row) is followed by each (its numbers).
    """
    if not own:
        return []
    turned = list(zip(*ties, strict=True))
    forward = [_scaled(own[0])]
    for factors, tie in zip(own[1:], tied, strict=True):
        forward.append(_scaled(_times(factors, _carried(forward[-1], turned)) if tie else factors))
    backward: list[Factors] = [[1.0] * len(own[0])]
    for factors, tie in zip(reversed(own[1:]), reversed(tied), strict=True):
        later = _carried(_times(factors, backward[-1]), ties) if tie else backward[0]
        backward.append(_scaled(later))
    return [_scaled(_times(before, after)) for before, after in zip(forward, reversed(backward), strict=True)]


def _carried(mass: Factors, ties: Sequence[Factors]) -> Factors:
    return [sum(map(mul, mass, row)) for row in ties]


def _times(one: Factors, other: Factors) -> Factors:
    return list(map(mul, one, other))


def _scaled(mass: Factors) -> Factors:
    total = sum(mass)
    return [part / total for part in mass]
