from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model.outline import ROLES, Role
from converter.outliner.features import Hit, Sight
from converter.outliner.headings import Announcement
from converter.outliner.role_model import load, parse
from converter.outliner.roles import CERTAIN, Likelihoods, likeliest, likelihoods
from converter.outliner.sentences import sentences_of
from tests.outliner.making import ENGLISH, article

HITS = [Hit("year", "1908"), Hit("future", "will"), Hit("past", "was"), Hit("shared with the title > 50 %")]
MODEL = load("words")


def found(
    parts: Sequence[str], hits: Sequence[Sequence[Hit]], announced: Role | None = None
) -> list[Likelihoods]:
    made = article(*parts)
    announcements = [Announcement(announced, "", "x") if announced else None] * len(made.blocks)
    seen = [Sight((), tuple(each)) for each in hits]
    return likelihoods(made, sentences_of(made, ENGLISH), seen, announcements, MODEL)


@pytest.mark.parametrize(
    ("feature", "role"),
    [
        ("shared with the title > 50 %", "summary"),
        ("sentence ≤ 1", "summary"),
        ("year", "background"),
        ("past", "background"),
        ("future", "implications"),
        ("modality", "implications"),
        ("opinion", "implications"),
    ],
)
def test_a_feature_speaks_for_its_role(feature: str, role: Role) -> None:
    assert found(["One."], [[Hit(feature)]])[0].of(role) > found(["One."], [[]])[0].of(role)


def test_a_heading_settles_the_role() -> None:
    for likely in found(["One. Two."], [HITS, HITS], "background"):
        assert likely[:4] == (0, CERTAIN, 0, 0)


def test_a_heading_settles_the_role_and_leaves_its_parts_open() -> None:
    (likely,) = found(["One."], [HITS], "implications")
    assert likely.of("implications") == CERTAIN
    assert likely.evaluation
    assert likely.expectation


def test_neighbours_agree() -> None:
    unsure, sure = [Hit("x")], [Hit("future"), Hit("modality")]
    alone = found(["One. Two."], [unsure, unsure])
    beside = found(["One. Two."], [unsure, sure])
    assert beside[0].of("implications") > alone[0].of("implications")


def test_a_heading_breaks_the_chain() -> None:
    ties = [[300, 0], [0, 300]]
    model = parse(
        {
            "acts": {"event": "summary", "history": "background"}, "emphasis": {},
            "own": {"old": [0, 200]}, "before": {}, "after": {}, "ties": ties,
        }
    )  # fmt: skip
    seen = [Sight((), ()), Sight((), (Hit("old"),))]
    halves = []
    for parts in (["One.", "Two."], ["One.", "# A heading", "Two."]):
        made = article(*parts)
        nothing = [None] * len(made.blocks)
        halves.append(likelihoods(made, sentences_of(made, ENGLISH), seen, nothing, model)[0].summary)
    assert halves[0] < halves[1] == CERTAIN / 2


def test_the_first_role_wins_a_tie() -> None:
    assert likeliest(Likelihoods(400, 400, 100, 100)) == "summary"


def test_a_role_is_as_likely_as_its_parts_together() -> None:
    likely = Likelihoods(300, 300, 200, 200)
    assert likely.of("implications") == 400
    assert likeliest(likely) == "implications"


def test_an_article_without_sentences_has_no_roles() -> None:
    assert found([], []) == []


@given(st.lists(st.lists(st.sampled_from(HITS), max_size=3, unique=True), min_size=1, max_size=6))
def test_likelihoods_add_up(hits: list[list[Hit]]) -> None:
    for likely in found(["Word. " * len(hits)], hits):
        assert sum(likely[:4]) == CERTAIN == sum(likely.of(role) for role in ROLES)
        assert all(0 <= part <= CERTAIN for part in likely)
