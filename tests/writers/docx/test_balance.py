import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model.style import Length
from converter.writers.docx.advances import advances
from converter.writers.docx.balance import balanced_width, line_count
from converter.writers.docx.look import Font
from tests.writers.docx.opened import look

FONT = look().fonts["title"]
SIZE = Length(24)
TITLES = st.lists(st.text("abcdefghi", min_size=1, max_size=12), min_size=1, max_size=12).map(" ".join)


def greedy(text: str, room: float) -> list[str]:
    """Break `text` as Word does, by the widths of whole lines."""
    assert FONT.face
    width = advances(FONT.face).width
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer) * SIZE > room + 1e-6:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@given(TITLES, st.integers(60, 500))
def test_a_title_has_as_many_lines_as_it_takes(title: str, room: int) -> None:
    assert line_count(title, FONT, SIZE, room) == len(greedy(title, room))


@given(TITLES, st.integers(60, 500))
def test_balancing_adds_no_line_and_never_widens(title: str, room: int) -> None:
    width = balanced_width(title, FONT, SIZE, room)
    lines = len(greedy(title, room))
    if width is None:
        assert lines == 1
    else:
        assert width <= room
        assert len(greedy(title, width)) == lines


def test_the_last_line_is_no_longer_a_single_word() -> None:
    title = "Strategic Dialogues Mark New Chapter in Regional Cooperation"
    assert greedy(title, 459)[-1] == "Regional Cooperation"
    width = balanced_width(title, FONT, SIZE, 459)
    assert width
    assert greedy(title, width) == ["Strategic Dialogues Mark New", "Chapter in Regional Cooperation"]


@pytest.mark.parametrize("wider", [0.99, 1.0, 1.06, 1.12])
def test_lines_end_at_the_same_places_in_a_font_that_is_a_little_wider(wider: float) -> None:
    title = "Strategic Dialogues Mark New Chapter in Regional Cooperation"
    width = balanced_width(title, FONT, SIZE, 459)
    assert width
    assert greedy(title, width / wider) == ["Strategic Dialogues Mark New", "Chapter in Regional Cooperation"]


def test_without_a_font_file_nothing_is_balanced() -> None:
    assert balanced_width("one two three four", Font("System", bold=False), SIZE, 80) is None
    assert line_count("one two three four", Font("System", bold=False), SIZE, 80) > 1
