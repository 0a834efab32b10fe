"""What the terminal can show."""

import pytest

from converter.doctor.console import Console, look_at_console


@pytest.mark.parametrize(
    ("is_terminal", "environment", "text"),
    [
        (False, {}, "no terminal: lines are plain text"),
        (True, {"TERM": "xterm"}, "terminal with accents (TERM=xterm)"),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, "terminal in plain text, since NO_COLOR is set"),
        (True, {"TERM": "dumb"}, "terminal in plain text, since TERM=dumb"),
    ],
)
def test_why_lines_are_plain_is_told(is_terminal: bool, environment: dict[str, str], text: str) -> None:  # noqa: FBT001
    *_, accents = look_at_console(Console("utf-8", is_terminal), environment)
    assert accents.text == text


def test_a_terminal_that_lacks_letters_is_told_with_its_locale() -> None:
    first, *_ = look_at_console(Console("iso8859-1", is_terminal=True), {"LC_CTYPE": "de_DE", "LANG": "C"})
    assert first.status == "missing"
    assert first.text.startswith("output in iso8859-1 (LC_CTYPE=de_DE): ")
    assert "LANG=C.UTF-8" in first.remedy
    first, *_ = look_at_console(Console("UTF8", is_terminal=True), {})
    assert (first.status, first.text) == ("ok", "output in UTF-8 (no locale)")
