"""The plain body."""

import pytest
from msgspec.structs import replace

from converter.model.document import Reference, Text, TextBlock
from converter.writers.mail import mail_text
from converter.writers.mail.wrapping import COLUMNS, width
from tests.sample import with_contents

from .making import INTRODUCTION, SCRIPTS, composed, sample, saying


def test_it_says_the_whole_briefing_in_order() -> None:
    text = mail_text(sample())
    expected = [
        "Briefing\n\nRiver & Port: “Trade” Returns\n=============================\n",
        "What the new quay changes\n\nriver.md · Ada Example · 2 min read\n",
        "Summary\n=======\n\n- The quay opened <today> & ships came back.[1]\n- Tolls fall by a third,",
        "A slow century\n--------------\n",
        "\n    “Nobody believed it.”[2]\n",
        "1. Survey the bed\n2. Dredge\n   - by night\n",
        "Table 1. Arrivals\n\nYear  Ships\n----  -----\n2025  1,204\n",
        "\n[A blue quay]\n\nFigure 1. The quay\n",
        "\n    depth = 4.2\n    width = 80\n",
        "Source and method\n=================\n",
        "References\n==========\n\n[1] Paragraph 1, sentence 1; line 3\n[2] Paragraph 2",
    ]
    places = [text.find(part) for part in expected]
    assert -1 not in places
    assert places == sorted(places)


def test_the_mark_is_the_first_and_last_line() -> None:
    document, _ = composed("English", "default")
    lines = mail_text(document, INTRODUCTION).split("\n")
    assert (lines[0], lines[-2], lines[-1]) == ("TLP:AMBER", "TLP:AMBER", "")


def test_what_a_person_marks_freely_is_the_first_and_last_line_too() -> None:
    lines = mail_text(sample(fields={"marking": "For the board"})).split("\n")
    assert (lines[0], lines[-2]) == ("For the board", "For the board")


def test_the_introduction_stands_before_the_briefing_with_its_lines() -> None:
    document, _ = composed("English", "default")
    text = mail_text(document, INTRODUCTION)
    assert text.startswith(f"TLP:AMBER\n\n{INTRODUCTION}\nBriefing\n\n")


def test_what_is_invisible_is_taken_out_of_the_introduction() -> None:
    assert mail_text(sample(), "a\u202eb\r\n\x00c\r\n\r\n \r\nd").startswith("ab\nc\n\nd\n\nBriefing")


@pytest.mark.parametrize("script", SCRIPTS)
def test_lines_are_short_and_bare_at_their_end(script: str) -> None:
    document, _ = composed(script, "default")
    text = mail_text(document, INTRODUCTION)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    for line in text.split("\n"):
        assert line == line.rstrip()
        assert width(line) <= COLUMNS or "://" in line


def test_an_address_is_told_where_the_words_do_not_say_it() -> None:
    page = "https://example.org/a"
    runs = (Text("the page", link=page), Text(" or "), Text(page, link=page), Text(" or "))
    document = saying(TextBlock("body", (*runs, Text("us", link="mailto:a@b.example"), Reference(1))))
    assert f"\n\nthe page <{page}> or {page} or us[1]\n" in mail_text(document)


def test_numbered_paragraphs_hang() -> None:
    document = saying(TextBlock("body", (Text("word " * 20),), number=12))
    assert "\n\n12. word word" in mail_text(document)
    assert "\n    word word" in mail_text(document)


def test_contents_are_left_out() -> None:
    assert mail_text(with_contents(sample())) == mail_text(sample())


def test_the_same_input_gives_the_same_text() -> None:
    assert mail_text(sample(), INTRODUCTION) == mail_text(replace(sample()), INTRODUCTION)
