import math
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model.outline import ROLES, Role
from converter.outliner import roles
from converter.outliner.features import Hit
from converter.outliner.headings import Announcement
from converter.outliner.roles import Likelihoods, evidence, likeliest, likelihoods
from converter.outliner.sentences import sentences_of
from tests.outliner.making import ENGLISH, article

HITS = [
    Hit("position", "first"),
    Hit("title", "2"),
    Hit("year", "1908"),
    Hit("future", "will"),
    Hit("past", "was"),
]


def found(
    parts: Sequence[str], hits: Sequence[Sequence[Hit]], announced: Role | None = None
) -> list[Likelihoods]:
    made = article(*parts)
    announcements = [Announcement(announced, "", "x") if announced else None] * len(made.blocks)
    return likelihoods(made, sentences_of(made, ENGLISH), hits, announcements)


@pytest.mark.parametrize(
    ("feature", "seen", "role"),
    [
        ("position", "first", "summary"),
        ("title", "3", "summary"),
        ("year", "1908", "background"),
        ("past", "was", "background"),
        ("future", "will", "implications"),
        ("modality", "may", "implications"),
    ],
)
def test_a_feature_speaks_for_its_role(feature: str, seen: str, role: Role) -> None:
    index = ROLES.index(role)
    assert evidence([Hit(feature, seen)])[index] > evidence([])[index]


def test_a_heading_settles_the_role() -> None:
    assert found(["One. Two."], [HITS, HITS], "background") == [(0, 1000, 0), (0, 1000, 0)]


def test_neighbours_agree() -> None:
    unsure, sure = [Hit("x", "x")], [Hit("future", "will"), Hit("modality", "may")]
    alone = found(["One. Two."], [unsure, unsure])
    beside = found(["One. Two."], [unsure, sure])
    apart = found(["One.", "# A heading", "Two."], [unsure, sure])
    assert beside[0][2] > alone[0][2]
    assert apart[0] == evidence(unsure)


def test_the_first_role_wins_a_tie() -> None:
    assert likeliest((400, 400, 200)) == "summary"


def test_an_article_without_sentences_has_no_roles() -> None:
    assert found([], []) == []


@given(
    st.lists(
        st.tuples(st.booleans(), st.lists(st.sampled_from(HITS), max_size=3, unique=True)),
        min_size=1,
        max_size=5,
    )
)
def test_likelihoods_are_those_of_all_ways_through_the_article(
    sentences: list[tuple[bool, list[Hit]]],
) -> None:
    paragraphs: list[str] = []
    for new, _ in sentences:
        if new or not paragraphs:
            paragraphs.append("Word.")
        else:
            paragraphs[-1] += " Word."
    within = [len(part.split()) for part in paragraphs]
    starts = {sum(within[:index]) for index in range(len(within))}
    totals = [[0.0] * 3 for _ in sentences]
    for path in product(range(3), repeat=len(sentences)):
        energy = 0.0
        for index, role in enumerate(path):
            energy += roles.BIAS[role]
            for hit in sentences[index][1]:
                energy += (roles.WEIGHTS.get(hit.feature) or roles.WEIGHTS[str(hit)])[role]
            if index and path[index - 1] == role:
                energy += roles.AGREEMENT["article" if index in starts else "paragraph"]
        for index, role in enumerate(path):
            totals[index][role] += math.exp(energy / 100)
    result = found(paragraphs, [hits for _, hits in sentences])
    for likelihood, total in zip(result, totals, strict=True):
        assert sum(likelihood) == 1000
        assert all(
            abs(part - 1000 * mass / sum(total)) <= 1 for part, mass in zip(likelihood, total, strict=True)
        )
