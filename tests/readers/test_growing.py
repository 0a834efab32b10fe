"""Texts that grow."""

from itertools import accumulate

from converter.readers.growing import GrowingText


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
