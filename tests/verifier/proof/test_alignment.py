"""Pieces that stand word for word hold on to their places, however much stands between them."""

import pytest

from converter.verifier.proof.alignment import Text, align


@pytest.mark.parametrize(
    ("run", "at", "expected"),
    [
        ("harbour", 4, True),
        ("harbour of Lund", 7, False),
        ("harbour.", 7, False),
        ("harbour¹", 7, False),
        ("harbour¹²", 8, True),
        ("¹harbour", 1, True),
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
