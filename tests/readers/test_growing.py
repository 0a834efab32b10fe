"""What grows, and what goes."""

from itertools import accumulate

from converter.readers.growing import GrowingText, let_go


def test_all_pieces_are_in_it_in_order() -> None:
    text = GrowingText()
    pieces = [str(number) for number in range(2_500)]
    lengths = []
    for piece in pieces:
        text.add(piece)
        lengths.append(text.length)
    assert text.whole() == "".join(pieces)
    assert lengths == [*accumulate(map(len, pieces))]


def test_nothing_is_in_it_at_first() -> None:
    assert GrowingText().whole() == ""
    assert GrowingText().length == 0


def test_items_go_in_order() -> None:
    items = [1, 2, 3]
    for number in let_go(items):
        assert number not in items
    assert items == []
    assert [*let_go([*"abc"])] == [*"abc"]
