"""What is read of a file that a stranger may have made: numbers that are none of a person's."""

import pytest

from tests.returning.making import PRICES, Desk, xml

DIGITS = "1" * 5000


def test_an_outline_level_of_thousands_of_digits_is_none(desk: Desk) -> None:
    word = desk.word
    paragraph = word.paragraph_of(desk.line(PRICES))
    paragraph[0].append(xml(f'<w:outlineLvl w:val="{DIGITS}"/>'))
    assert desk.back(word).notices == ()


@pytest.mark.parametrize("digits", ["1", DIGITS], ids=len)
def test_a_heading_of_thousands_of_digits_is_a_heading(desk: Desk, digits: str) -> None:
    word = desk.word
    styles = word.parts["word/styles.xml"]
    renamed = styles.replace(b'w:val="heading 2"', f'w:val="heading {digits}"'.encode())
    assert renamed != styles
    word.parts["word/styles.xml"] = renamed
    assert desk.back(word).briefing.sections
