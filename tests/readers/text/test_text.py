"""Plain texts as a whole."""

import textwrap
from pathlib import Path

import pytest

from converter.errors import InputError
from converter.model.article import Heading
from converter.readers.original import Original
from converter.readers.text import read_text
from tests.readers.reading import codes, from_text, lines, shapes, title

PROSE = "The talks went on until the evening, and both sides said that they were pleased with the result."


def test_the_first_short_passage_is_the_title() -> None:
    article = from_text(f"A title of some words\n\n{PROSE}\n")
    assert title(article) == "A title of some words"
    assert shapes(article) == [("paragraph", PROSE)]
    assert lines(article) == [3]


@pytest.mark.parametrize("head", ["It begins with a sentence.", "We ask:", "- a\n- b", "long " * 50, "{"])
def test_a_text_may_have_no_title(head: str) -> None:
    assert from_text(f"{head}\n\n{PROSE}").title is None


def test_a_title_alone_is_prose() -> None:
    assert shapes(from_text("Only a few words")) == [("paragraph", "Only a few words")]


def test_a_title_may_stand_below_a_letterhead() -> None:
    article = from_text(f"Working Group      J. Doe\nRequest: 12      May 2024\n\n     A Protocol\n\n{PROSE}")
    assert title(article) == "A Protocol"
    assert [shape[0] for shape in shapes(article)] == ["code", "paragraph"]


def test_a_title_may_stand_below_a_kicker() -> None:
    article = from_text(f"FOR IMMEDIATE RELEASE\n\nA Title of Some Words\n\n{PROSE}\n\nWhat next\n\n{PROSE}")
    assert title(article) == "A Title of Some Words"
    assert [shape[0] for shape in shapes(article)] == ["paragraph", "paragraph", "heading", "paragraph"]
    assert title(from_text(f"TALKS END\n\nNO RESULT\n\n{PROSE}")) == "TALKS END"


def test_header_lines_tell_title_author_date_and_language() -> None:
    article = from_text(f"Title: A tale\nBy: Jane Doe\nDate: 3 March 2024\nLang: en-GB\n\nA part\n\n{PROSE}")
    assert title(article) == "A tale"
    assert (article.byline, article.date, article.language) == ("Jane Doe", "2024-03-03", "en-GB")
    assert shapes(article)[0] == ("heading", 1, "A part")


def test_a_byline_near_the_head_is_taken_out_and_kept() -> None:
    article = from_text(f"A title\n\nBy Jane Doe\n\nMarch 3, 2024\n\n{PROSE}")
    assert (title(article), article.byline, article.date) == ("A title", "Jane Doe", "2024-03-03")
    assert shapes(article) == [("paragraph", PROSE)]
    assert lines(article) == [7]


def test_a_dateline_gives_the_date_and_stays() -> None:
    article = from_text(f"A title\n\nYEREVAN, 3 March 2024 — {PROSE}")
    assert article.date == "2024-03-03"
    assert shapes(article) == [("paragraph", f"YEREVAN, 3 March 2024 — {PROSE}")]


def test_a_text_that_is_a_byline_alone_keeps_it() -> None:
    assert shapes(from_text("By Jane Doe")) == [("paragraph", "By Jane Doe")]


def test_quotations_lists_and_columns_are_blocks_of_their_own() -> None:
    article = from_text(f"A title\n\n{PROSE}\n\n> One\n>\n> Two\n\n- a\n- b\n\nName    Age\nJane    33\n")
    assert shapes(article) == [
        ("paragraph", PROSE),
        ("quote", "One", "Two"),
        ("list", "- a", "- b"),
        ("code", "Name    Age\nJane    33"),
    ]
    assert lines(article) == [3, 5, 9, 12]


def test_the_seed_reads_the_same_hard_wrapped_and_without_blank_lines(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    expected = from_text(text)
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in text.split("\n\n"))
    for variant in (wrapped, text.replace("\n\n", "\n"), text.replace("\n", "\r\n")):
        article = from_text(variant)
        assert article.text == expected.text
        assert [type(block) for block in article.blocks] == [type(block) for block in expected.blocks]


def test_the_seed_without_blank_lines_keeps_its_headings_when_wrapped(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    article = from_text("\n".join(textwrap.fill(paragraph, 72) for paragraph in text.split("\n\n")))
    headings = [article.slice(block.span) for block in article.blocks if isinstance(block, Heading)]
    assert [heading.split()[0] for heading in headings] == ["Background", "Implications"]


def test_encoding_and_removed_characters_are_told() -> None:
    data = f"Un été\n\nLe déjeuner était prêt.\x00 Ça ira, disait-elle à l’école.\n\n{PROSE}".encode("cp1252")
    article = read_text(Original(data, "a.txt"), "")
    assert article.source.encoding == "cp1252"
    assert codes(article) == ["encoding-guessed", "characters-removed"]
    assert title(article) == "Un été"


def test_the_encoding_that_the_user_names_is_used() -> None:
    with pytest.raises(InputError, match="not utf-8"):
        read_text(Original(b"\xff", "a.txt"), "utf-8")
