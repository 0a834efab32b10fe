import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.writers.columns import shares

columns = st.lists(st.tuples(st.floats(1, 100), st.floats(0, 500)), min_size=1, max_size=6)


@given(columns, st.floats(50, 400))
def test_columns_fill_the_room_and_have_what_their_longest_words_need(
    columns: list[tuple[float, float]], room: float
) -> None:
    needed = [need for need, _ in columns]
    wanted = [need + more for need, more in columns]
    widths = shares(needed, wanted, room)
    assert sum(widths) == pytest.approx(room)
    if sum(needed) <= room:
        assert all(width >= need - 1e-6 for width, need in zip(widths, needed, strict=True))


@pytest.mark.parametrize(
    ("needed", "wanted", "expected"),
    [
        ([10, 10], [20, 30], [45, 55]),  # all on one line: what is left over is shared
        ([10, 10, 10], [20, 500, 20], [20, 60, 20]),  # short columns stay on one line
        ([10, 10], [300, 400], [50, 50]),
        ([80, 10], [300, 400], [80, 20]),
        ([150, 50], [200, 200], [75, 25]),  # no room for the longest words
    ],
)
def test_short_columns_stay_on_one_line_while_long_ones_share_the_rest(
    needed: list[float], wanted: list[float], expected: list[float]
) -> None:
    assert shares(needed, wanted, 100) == pytest.approx(expected)
