"""Pieces that stand word for word hold on to their places, however much stands between them."""

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.verifier.proof import alignment as module
from converter.verifier.proof.alignment import Alignment, Anchor, Gap, Text, align
from converter.verifier.proof.letters import Token

PIECES = (
    "The harbour opened",
    "Ferries sail again",
    "Yes",
    "no one was hurt",
    "Background",
    "A quay fell.",
    "In 2018¹",
)
"""None stands within another, and none begins where another ends."""


@pytest.mark.parametrize(
    ("run", "at", "expected"),
    [
        ("harbour", 4, True),
        ("harbour of Lund", 7, False),
        ("harbour.", 7, False),
        ("harbour¹", 7, False),
        ("harbour¹²", 8, True),
        ("¹harbour", 1, True),
        ("harbour", 0, False),
        ("harbour", 7, False),
        ("2018", 2, True),
    ],
)
def test_a_word_is_cut_in_its_midst_but_not_before_the_number_of_a_reference(
    run: str,
    at: int,
    expected: bool,  # noqa: FBT001 - of a table
) -> None:
    assert Text([run]).cuts(at) is expected


def test_a_line_of_any_length_without_a_full_stop_is_found_before_its_number() -> None:
    line = "ไ" * 5_000
    alignment = align(Text(["Briefing", line, "¹"]), Text(["Briefing •", f"{line}¹"]))
    assert [one.index for one in alignment.kept] == [0, 1]
    assert [[step[0] for step in gap.steps] for gap in alignment.gaps] == [["insert"], ["equal"]]


@given(st.lists(st.text("ab1. \u00a0¹", max_size=6), max_size=5), st.integers(0, 30), st.integers(0, 30))
def test_tokens_between_two_letters_are_those_letters(texts: list[str], start: int, end: int) -> None:
    text = Text(texts)
    found = text.between(start, end)
    assert "".join(one.text for one in found) == text.run[start:end]
    assert all(text.run.startswith(one.text, one.start) for one in found)
    assert all(one.text for one in found)
    for one in found:
        assert text.at(one.start) == text.at(one.end - 1)


@given(st.lists(st.text("ab ", max_size=4), min_size=1, max_size=5))
def test_each_letter_stands_in_one_text(texts: list[str]) -> None:
    text = Text(texts)
    owners = [index for index, one in enumerate(texts) for _ in one.replace(" ", "")]
    assert [text.at(position) for position in range(len(text.run))] == owners


# ------------------------------------------------------------------------------------- what is an anchor


@pytest.mark.parametrize(
    ("pieces", "shown", "kept"),
    [
        (["abcdef"], ["abcdef x"], [0]),
        (["abcde"], ["abcde x"], []),
        (["of", "harbour", "at", "quayside"], ["on", "harbour", "in", "quayside"], [1, 3]),
        (["vessels", "harbour", "quayside"], ["harbour", "quayside"], [1, 2]),
        # One that stands in another, or twice, may be either.
        (["The harbour opened", "harbour"], ["A harbour"], []),
        (["harbour", "The harbour opened"], ["A harbour"], []),
        (["harbour", "x", "harbour"], ["A harbour"], []),
        (["------", "-"], ["------"], []),
        (["-", "------"], ["------"], []),
        (["------"], ["x-------"], []),
        (["harbour"], ["harbour", "and harbour"], []),
        # Words that others go on with are no piece.
        (["harbour"], ["harbours"], []),
        (["harbour"], ["xharbour"], []),
        (["harbour"], ["an harbour is"], [0]),
        # The same words do not show two pieces.
        (["It opened on Monday", "on Monday it closed"], ["It opened on Monday it closed"], [0]),
        (["on Monday it closed", "It opened on Monday"], ["It opened on Monday it closed"], [1]),
        (["harbour", "quayside"], ["harbourquayside x"], []),
        (["harbour.", "quayside"], ["harbour.quayside x"], [0, 1]),
    ],
)
def test_a_piece_is_an_anchor_where_it_stands_once_and_whole(
    pieces: list[str], shown: list[str], kept: list[int]
) -> None:
    assert [one.index for one in align(Text(pieces), Text(shown)).kept] == kept


def test_an_anchor_says_where_it_is_claimed_and_where_it_is_shown() -> None:
    found = align(Text(["of", "harbour"]), Text(["by the", "harbour"]))
    assert found.kept == (Anchor(1, 2, 9, 5, 12),)
    assert found.moved == ()


def test_what_is_shown_as_claimed_needs_no_alignment() -> None:
    assert align(Text(["harbour of Lund"]), Text(["har", "bour ofLund"])) == Alignment()


# ------------------------------------------------------------------------------------- which are kept


def heaviest(order: Sequence[int], fixed: frozenset[int]) -> int:
    """Return what the heaviest part of `order` weighs that is in order; `fixed` more than all others."""
    parts = (part for count in range(len(order) + 1) for part in combinations(order, count))
    return max(weight(part, fixed) for part in parts if list(part) == sorted(part))


def weight(part: Sequence[int], fixed: frozenset[int]) -> int:
    return sum(100 if index in fixed else 1 for index in part)


NAMES = ["harbour", "station", "council", "railway", "bridges", "markets", "schools"]


@given(st.permutations(range(7)), st.integers(0, 7), st.frozensets(st.integers(0, 6), max_size=2))
@example([1, 2, 3, 4, 5, 6, 0], 7, frozenset({0}))
@example([6, 0, 1, 2, 3, 4, 5], 7, frozenset({6}))
@example([4, 5, 6, 0, 1, 2, 3], 7, frozenset())
@example([4, 5, 6, 0, 1, 2, 3], 7, frozenset({5}))
@example([0, 3, 1, 4, 2], 5, frozenset())
@example([1, 0, 4, 2, 3], 5, frozenset())
def test_the_least_is_moved_and_headings_last(order: list[int], count: int, fixed: frozenset[int]) -> None:
    order = order[:count]
    found = align(Text(NAMES), Text(["x", *(NAMES[index] for index in order)]), fixed)
    kept = [one.index for one in found.kept]
    assert kept == sorted(kept)
    assert [one.shown_start for one in found.kept] == sorted(one.shown_start for one in found.kept)
    assert weight(kept, fixed) == heaviest(order, fixed)
    assert sorted([*kept, *(one.index for one in found.moved)]) == sorted(order)


# ------------------------------------------------------------------------------------- what lies between


def told(tokens: Sequence[Token]) -> str:
    return "".join(one.text for one in tokens)


def applied(gap: Gap) -> str:
    """Return what the steps make of what is wanted."""
    made = ""
    for kind, i, j, k, m in gap.steps:
        made += told(gap.wanted[i:j]) if kind == "equal" else told(gap.shown[k:m])
    return made


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, unique=True),
    st.lists(st.sampled_from([*PIECES, "•", "A lie.", "no", "Ferries sail"]), max_size=9),
)
def test_every_letter_is_kept_moved_or_in_one_gap(pieces: list[str], shown: list[str]) -> None:
    wanted, found = Text(pieces), Text(shown)
    if wanted.run == found.run:
        return
    alignment = align(wanted, found)
    whole = (*alignment.kept, *alignment.moved)
    letters = [at for one in whole for at in range(one.start, one.end)]
    letters += [at for gap in alignment.gaps for one in gap.wanted for at in range(one.start, one.end)]
    assert sorted(letters) == list(range(len(wanted.run)))
    letters = [at for one in whole for at in range(one.shown_start, one.shown_end)]
    letters += [at for gap in alignment.gaps for one in gap.shown for at in range(one.start, one.end)]
    assert sorted(letters) == list(range(len(found.run)))
    for one in whole:
        assert wanted.run[one.start : one.end] == found.run[one.shown_start : one.shown_end]
    for gap in alignment.gaps:
        assert applied(gap) == told(gap.shown)
        assert gap.wanted or gap.shown
        bounds = [(0, 0, 0, 0), *((i, j, k, m) for _, i, j, k, m in gap.steps)]
        assert all((i, k) == (j, m) for (_, j, _, m), (i, _, k, _) in pairwise(bounds))
        assert bounds[-1][1::2] == (len(gap.wanted), len(gap.shown))


def steps(pieces: list[str], shown: list[str]) -> list[tuple[str, str, str]]:
    """Return what is done in each gap: how, and with which letters."""
    return [
        (kind, told(gap.wanted[i:j]), told(gap.shown[k:m]))
        for gap in align(Text(pieces), Text(shown)).gaps
        for kind, i, j, k, m in gap.steps
    ]


def test_words_that_are_parted_otherwise_are_equal_beside_others_that_differ() -> None:
    found = steps(["The harbour of Lund fell in 2016."], ["The har bour ofLund fell in 2017."])
    assert found == [
        ("equal", "The", "The"),
        ("equal", "harbourofLund", "harbourofLund"),
        ("equal", "fellin", "fellin"),
        ("replace", "2016.", "2017."),
    ]


def test_signs_alone_do_not_tell_what_belongs_together() -> None:
    assert ("equal", "yes", "yes") in steps(["yes … – ! no"], ["we … – ! yes"])


@pytest.mark.parametrize(
    ("pieces", "shown", "expected"),
    [
        (
            ["On 2. 1", "Out"],
            ["On 2. 1 1", "Out of"],
            [("equal", "On2.", "On2."), ("equal", "1", "1"), ("insert", "", "1")],
        ),
        (
            ["A 2. 1", "Out we"],
            ["A 2. 1. 1", "Out of"],
            [("equal", "A2.", "A2."), ("equal", "1", "1"), ("insert", "", ".1")],
        ),
        # Within a piece it stays where it cannot stand behind it.
        (
            ["Out", "2 . 1 2", "So"],
            ["Out", "2 . 1 1 2", "So"],
            [("equal", "Out2.", "Out2."), ("insert", "", "1")],
        ),
    ],
)
def test_what_is_put_into_a_piece_stands_behind_it_where_that_comes_to_the_same(
    pieces: list[str], shown: list[str], expected: list[tuple[str, str, str]]
) -> None:
    assert steps(pieces, shown)[: len(expected)] == expected


def test_a_refrain_is_compared_word_by_word_however_often_it_comes() -> None:
    refrain = "ha " * 300
    assert steps([f"so {refrain}"], [f"no {refrain}"]) == [
        ("replace", "so", "no"),
        ("equal", "ha" * 300, "ha" * 300),
    ]


@pytest.mark.parametrize(("most", "expected"), [(12, "equal"), (11, "replace")])
def test_texts_that_are_too_long_are_simply_others(
    most: int, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_COMPARED", most)
    (gap,) = align(Text(["of a quay"]), Text(["of a new quay"])).gaps
    assert gap.steps[0] == (expected, 0, 2 if expected == "equal" else 3, 0, 2 if expected == "equal" else 4)
    assert (told(gap.wanted), told(gap.shown)) == ("ofaquay", "ofanewquay")
    assert len(gap.steps) == (3 if expected == "equal" else 1)
