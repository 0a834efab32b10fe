"""A page's words with their place and look, in the order of its content stream."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from converter.readers.pdf.characters import Corners, Reading, Word

_QUARTER = 90

_Turn = Callable[[float, float], tuple[float, float]]


class PageWords(Struct):
    """The words of a page.

    Attributes:
        upright: in the direction of most of the page's text.
        turned: in another one, such as marginal notes.
        invisible: drawn with rendering mode 3, as layers of recognised text are, or outside the page.
        width: of the page as it is looked at, in points.
        height: likewise.
    """

    upright: list[Word]
    turned: list[Word]
    invisible: list[Word]
    width: float
    height: float

    def shows(self, word: Word) -> bool:
        """Say whether the middle of `word` lies on the page."""
        middle = word.baseline + word.look.size / 2
        return 0 <= word.left + word.right <= 2 * self.width and 0 <= middle <= self.height


def read_words(text_page: int, box: tuple[float, float, float, float]) -> PageWords:
    """Return the words of a page.

    Args:
        text_page: address of PDFium's text page.
        box: of the visible page, in its own space: left, bottom, right, top.
    """
    drawn = Reading(text_page).words()
    angles = Counter[int]()
    for shared, _, words in drawn:
        angles[shared.angle] += len(words)
    angle = angles.most_common(1)[0][0] if angles else 0
    quarter = round(angle / _QUARTER) % 4
    left, bottom, right, top = box
    width, height = (right - left, top - bottom) if quarter % 2 == 0 else (top - bottom, right - left)
    page = PageWords([], [], [], width, height)
    turn = _turn(quarter, box)
    for shared, boxes, words in drawn:
        _place(words, boxes, turn, None if shared.angle % _QUARTER else turn(*shared.origin)[1])
        if shared.invisible:
            page.invisible += words
            continue
        if not (page.shows(words[0]) and page.shows(words[-1])):
            page.invisible += [word for word in words if not page.shows(word)]
            words[:] = filter(page.shows, words)
        (page.upright if shared.angle == angle else page.turned).extend(words)
    return page


def _place(words: Sequence[Word], boxes: Iterable[Corners], turn: _Turn, baseline: float | None) -> None:
    """Put words where they stand on the page as it is looked at; slanting ones share no `baseline`."""
    if turn is _as_it_is and baseline is not None:
        for word, (left, _, right, _) in zip(words, boxes, strict=True):
            word.left, word.right, word.baseline = left, right, baseline
        return
    for word, (left, bottom, right, top) in zip(words, boxes, strict=True):
        (first, low), (last, high) = turn(left, bottom), turn(right, top)
        word.left, word.right = (first, last) if first <= last else (last, first)
        word.baseline = (low + high - word.look.size) / 2 if baseline is None else baseline


def _turn(quarter: int, box: tuple[float, float, float, float]) -> _Turn:
    """Return a function that turns a point so that text running at `quarter` × 90° runs to the right."""
    left, bottom, right, top = box
    if quarter == 0 and left == 0 and bottom == 0:
        return _as_it_is
    return (
        lambda x, y: (x - left, y - bottom),
        lambda x, y: (y - bottom, right - x),
        lambda x, y: (right - x, top - y),
        lambda x, y: (top - y, x - left),
    )[quarter]


def _as_it_is(x: float, y: float) -> tuple[float, float]:
    return x, y
