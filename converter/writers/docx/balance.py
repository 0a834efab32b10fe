"""Lines of about the same length for titles, which Word does not make by itself."""

from collections.abc import Sequence

from converter.model.style import Length
from converter.writers.docx.advances import advances
from converter.writers.docx.look import Font

# Word kerns and rounds on its own; with this much less room no further word gets into a line.
_SLACK_EM = 0.5
_MAX_WORDS = 60


def line_count(text: str, font: Font, size: Length, room_pt: float) -> int:
    """Return on how many lines Word will set `text`; a font without files is taken as of middle width."""
    words, space = _widths(text, font, size)
    return len(_lines(words, space, room_pt))


def balanced_width(text: str, font: Font, size: Length, room_pt: float) -> float | None:
    """Return a width that sets `text` on as many lines as `room_pt` does, in even ones; `None` for one line.

    It is almost the width at which lines would end elsewhere: in a wider font, which a computer may have
    instead, they still end at the same places. Texts of more than 60 words are no titles and stay as they
    are.
    """
    words, space = _widths(text, font, size)
    count = len(_lines(words, space, room_pt))
    if count == 1 or len(words) > _MAX_WORDS or font.face is None:
        return None
    ends = {
        sum(words[i:j]) + space * (j - i - 1) for i in range(len(words)) for j in range(i + 1, len(words) + 1)
    }
    width = min(width for width in ends if len(_lines(words, space, width)) <= count)
    elsewhere = _next_width(words, space, width)
    return min(max((width + elsewhere) / 2, elsewhere - _SLACK_EM * size), room_pt)


def _widths(text: str, font: Font, size: Length) -> tuple[list[float], float]:
    """Return the widths of the words of `text` and of the space between them, in points."""
    if font.face is None:
        return [len(word) * 0.5 * size for word in text.split(" ")], 0.25 * size
    width = advances(font.face).width
    return [width(word) * size for word in text.split(" ")], width(" ") * size


def _next_width(words: Sequence[float], space: float, room: float) -> float:
    """Return the least width above `room` at which a word would move up a line."""
    widths, line = [], words[0]
    for word in words[1:]:
        longer = line + space + word
        fits = longer <= room + 1e-6
        widths += [] if fits else [longer]
        line = longer if fits else word
    return min(widths)


def _lines(words: Sequence[float], space: float, room: float) -> list[float]:
    """Return the lengths of the lines when each takes as many words as it can; a longer word stands alone."""
    lines = [words[0]]
    for word in words[1:]:
        if lines[-1] + space + word <= room + 1e-6:
            lines[-1] += space + word
        else:
            lines.append(word)
    return lines
