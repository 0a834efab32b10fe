from tests.ooxml.making import p, table
from tests.ooxml.making import row as table_row
from tests.verifier.word.making import STYLES, heading, inline, rules, style, word
from tests.verifier.word.making import head as head_row

OUTLINED = '<w:outlineLvl w:val="{}"/>'
WITHOUT = STYLES.replace(OUTLINED.format(0), "")
"""Styles in which what opens each document is no heading."""


def test_a_long_text_wants_headings() -> None:
    assert rules(word(p("Words.") * 20, styles=WITHOUT)) == ["heading-missing"]


def test_a_short_text_wants_none() -> None:
    assert rules(word(p("Words.") * 19, styles=WITHOUT)) == []


def test_a_long_text_with_a_heading_is_sound() -> None:
    assert rules(word(p("Words.") * 40)) == []


def test_the_first_heading_is_of_level_one() -> None:
    assert rules(word(heading(2), styles=WITHOUT)) == ["heading-first"]


def test_no_level_is_left_out_on_the_way_down() -> None:
    assert rules(word(heading(3))) == ["heading-skipped"]
    assert rules(word(heading(2) + heading(4))) == ["heading-skipped"]


def test_levels_may_be_left_out_on_the_way_up() -> None:
    assert rules(word(heading(2) + heading(3) + heading(1) + heading(2))) == []


def test_a_heading_has_words() -> None:
    assert rules(word(heading(2, "") + p("Words."))) == ["heading-empty", "blank-paragraph"]
    assert rules(word(heading(2, " ") + p("Words."))) == ["heading-empty", "blank-paragraph"]


def test_a_heading_may_be_a_picture_that_has_words() -> None:
    assert rules(word(p(style="Heading2", runs=inline('descr="The port at dawn"')))) == []


def test_levels_are_those_of_outline_levels_not_of_names() -> None:
    plain = style("Mine", "Mine", f"<w:pPr>{OUTLINED.format(2)}</w:pPr>", base="Normal")
    named = style("Other", "heading 7", base="Normal")
    assert rules(word(p("One", style="Mine"), styles=STYLES + plain)) == ["heading-skipped"]
    assert rules(word(p("One", style="Other"), styles=STYLES + named)) == []


def test_levels_are_inherited_and_may_be_told_directly() -> None:
    derived = style("Mine", "Mine", base="Heading3")
    assert rules(word(p("One", style="Mine"), styles=STYLES + derived)) == ["heading-skipped"]
    assert rules(word(p("One", properties=OUTLINED.format(2)))) == ["heading-skipped"]
    direct = p("One", style="Mine", properties=OUTLINED.format(1))
    assert rules(word(direct, styles=STYLES + derived)) == []


def test_the_heading_of_the_contents_is_running_text() -> None:
    contents = style("TOC", "TOC Heading", f"<w:pPr>{OUTLINED.format(9)}</w:pPr>", base="Heading1")
    assert rules(word(p("Contents", style="TOC") + heading(2), styles=STYLES + contents)) == []


def test_the_title_is_no_heading() -> None:
    titled = STYLES.replace(
        style("Title", "Title", base="Normal"),
        style("Title", "Title", f"<w:pPr>{OUTLINED.format(0)}</w:pPr>", base="Normal"),
    )
    long = p("Ports", style="Title") + p("Words.") * 20
    without = titled.replace(
        style("Heading1", "heading 1", f"<w:pPr>{OUTLINED.format(0)}</w:pPr>", base="Normal"), ""
    )
    assert rules(word(long, styles=without)) == ["heading-missing"]


def test_headings_in_tables_count() -> None:
    data = table(head_row("Port"), table_row(heading(3)))
    assert rules(word(data + p("Words."))) == ["heading-skipped"]
