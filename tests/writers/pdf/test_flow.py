"""Pages: every row once and in order, nothing below the edge, nothing parted that should stay together."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from converter.model.style import Color
from converter.writers.pdf.flow import PlacedPage, place_rows
from converter.writers.pdf.marks import Frame, Rectangle, Row

HEIGHT = 100.0


def rows_of(paragraphs: Sequence[tuple[int, bool]]) -> list[Row]:
    """Return the rows of paragraphs of so many lines; those that say so are headings of what follows."""
    rows: list[Row] = []
    heading = False
    for lines, is_heading in paragraphs:
        new = [Row(10.0, gap=5.0 if index == 0 else 0.0) for index in range(lines)]
        for index, row in enumerate(new):
            inside = index > 0 and (is_heading or index in {1, lines - 1})
            row.keep = 2 if inside else 1 if heading and index == 0 else 0
        heading = is_heading
        rows += new
    return rows


paragraphs = st.lists(st.tuples(st.integers(1, 4), st.booleans()), min_size=1, max_size=25)


@given(paragraphs)
def test_every_row_stands_once_in_order_and_inside_the_page(paragraphs: list[tuple[int, bool]]) -> None:
    rows = rows_of(paragraphs)
    pages = place_rows(rows, HEIGHT)
    assert [placed.row for page in pages for placed in page.rows] == rows
    for page in pages:
        bottoms = [placed.y + placed.row.height for placed in page.rows]
        tops = [placed.y for placed in page.rows]
        assert tops[0] == 0
        assert all(top >= bottom for top, bottom in zip(tops[1:], bottoms, strict=False))
        assert bottoms[-1] <= HEIGHT + 0.01


@given(st.lists(st.integers(1, 7), min_size=1, max_size=25))
def test_no_line_of_a_paragraph_is_left_alone(lines: list[int]) -> None:
    rows = rows_of([(count, False) for count in lines])
    for page in place_rows(rows, HEIGHT)[1:]:
        assert page.rows[0].row.keep == 0


@given(st.lists(st.integers(2, 7), min_size=1, max_size=25))
def test_a_heading_is_never_the_last_on_a_page(lines: list[int]) -> None:
    rows = rows_of([part for count in lines for part in ((1, True), (count, False))])
    headings = [row for row, following in pairwise(rows) if following.keep == 1]
    for page in place_rows(rows, HEIGHT):
        assert page.rows[-1].row not in headings


def test_a_page_is_as_full_as_it_can_be() -> None:
    pages = place_rows(rows_of([(4, False)] * 6), HEIGHT)
    assert [len(page.rows) for page in pages] == [8, 8, 8]


def test_a_row_that_is_higher_than_a_page_stands_alone() -> None:
    rows = [Row(10.0), Row(500.0), Row(10.0)]
    assert [[placed.row for placed in page.rows] for page in place_rows(rows, HEIGHT)] == [
        [row] for row in rows
    ]


def test_wishes_that_cannot_all_be_met_give_way_in_their_order() -> None:
    rows = [Row(30.0, keep=2), Row(30.0, keep=2), Row(30.0, keep=1), Row(30.0, keep=2)]
    assert [len(page.rows) for page in place_rows(rows, HEIGHT)] == [2, 2]


def test_a_row_may_begin_a_page() -> None:
    rows = [Row(10.0), Row(10.0, new_page=True)]
    assert len(place_rows(rows, HEIGHT)) == 2


def test_the_ground_of_a_frame_surrounds_its_rows_on_each_page() -> None:
    frame = Frame(x=5, width=50, fill=Color(1, 2, 3), padding=9)
    rows = [Row(10.0), *(Row(10.0, frame=frame) for _ in range(20))]
    for page in place_rows(rows, HEIGHT):
        inside = [placed for placed in page.rows if placed.row.frame is frame]
        (ground,) = page.grounds
        assert ground.top == inside[0].y - 9
        assert ground.bottom == inside[-1].y + 10 + 9
        assert ground.top >= 0
        assert ground.bottom <= HEIGHT + 0.01
    assert sum(len(page.rows) for page in place_rows(rows, HEIGHT)) == len(rows)


def test_frames_may_stand_in_each_other() -> None:
    outer = Frame(padding=5)
    inner = Frame(padding=3, outer=outer)
    (page,) = place_rows([Row(10.0, frame=outer), Row(10.0, frame=inner), Row(10.0, frame=outer)], HEIGHT)
    assert [placed.y for placed in page.rows] == [5, 18, 31]
    assert [(ground.top, ground.bottom) for ground in page.grounds] == [(0, 46), (15, 31)]


def test_the_head_of_a_table_is_repeated_as_an_artifact_on_each_further_page() -> None:
    frame = Frame()
    head = Row(10.0, frame=frame, rectangles=(Rectangle(0, 0, 9, 1, Color(0, 0, 0)),), anchors=("table",))
    frame.head = (head,)
    body = [Row(20.0, frame=frame) for _ in range(9)]
    pages = place_rows([head, *body], HEIGHT)
    assert [heights(page) for page in pages] == [[10, 20, 20, 20, 20], [10, 20, 20, 20, 20], [10, 20]]
    assert pages[1].rows[0].row.rectangles == head.rectangles
    assert pages[1].rows[0].row.anchors == ()


def heights(page: PlacedPage) -> list[float]:
    return [placed.row.height for placed in page.rows]
