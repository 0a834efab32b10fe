import pytest
from msgspec.structs import replace

from converter.model.style import Color, Length, Rule, Style, TextRole, TextStyle
from converter.writers.docx.formatting import (
    hyphenates,
    indent,
    line_properties,
    rule_borders,
    spacing,
    tab_stops,
    text_properties,
)
from converter.writers.docx.look import Look
from tests.sample import sample_style
from tests.writers.docx.opened import fragment, look, strings


def with_text(role: TextRole, **changes: object) -> Style:
    style = sample_style()
    return replace(style, text={**style.text, role: replace(style.text[role], **changes)})


def values(xml: str, path: str) -> list[str]:
    return strings(fragment(xml), path)


def test_sizes_are_half_points_and_lines_twips() -> None:
    text, lines = text_properties(look(), "caption"), line_properties(look(), "caption")
    assert text["sz"] == '<w:sz w:val="17"/>'
    assert values(lines["spacing"], "//@w:line") == ["240"]
    assert values(lines["spacing"], "//@w:after") == ["100"]


def test_lines_may_grow_unless_the_font_needs_more_than_its_leading() -> None:
    assert values(spacing(look(), "body"), "//@w:lineRule") == ["atLeast"]
    assert values(spacing(look(), "title"), "//@w:lineRule") == ["exact"]


def test_spaces_can_be_replaced_one_by_one() -> None:
    changed = spacing(look(), "heading1", before=Length(0))
    assert (values(changed, "//@w:before"), values(changed, "//@w:after")) == (["0"], ["100"])


def test_a_negative_first_line_hangs() -> None:
    assert indent(Length(36), first_line=-12) == '<w:ind w:left="720" w:right="0" w:hanging="240"/>'
    assert indent(Length(36), Length(9), 6) == '<w:ind w:left="720" w:right="180" w:firstLine="120"/>'


@pytest.mark.parametrize(
    ("align", "word"), [("start", "left"), ("end", "right"), ("center", "center"), ("justify", "both")]
)
def test_alignments_are_those_that_word_2007_knows(align: str, word: str) -> None:
    style = with_text("body", align=align)
    assert line_properties(look(style), "body")["jc"] == f'<w:jc w:val="{word}"/>'


def test_roles_that_may_not_be_hyphenated_say_so() -> None:
    assert line_properties(look(), "body")["suppressAutoHyphens"] == '<w:suppressAutoHyphens w:val="0"/>'
    assert line_properties(look(), "title")["suppressAutoHyphens"] == "<w:suppressAutoHyphens/>"


def test_a_style_without_hyphens_says_nothing_of_them() -> None:
    style = sample_style()
    plain = look(
        replace(style, text={role: replace(text, hyphenate=False) for role, text in style.text.items()})
    )
    assert not hyphenates(plain)
    assert "suppressAutoHyphens" not in line_properties(plain, "body")


def test_joined_scripts_are_not_spaced() -> None:
    assert text_properties(look(), "label")["spacing"] == '<w:spacing w:val="20"/>'
    assert text_properties(Look(sample_style(), "ar", "rtl"), "label")["spacing"] == '<w:spacing w:val="0"/>'


def test_capitals_italics_and_bold_are_switches() -> None:
    system = with_text("quote", family="Some Font", weight=700)
    assert text_properties(look(), "label")["caps"] == "<w:caps/>"
    assert text_properties(look(), "quote")["i"] == "<w:i/>"
    assert text_properties(look(), "body")["iCs"] == '<w:iCs w:val="0"/>'
    assert text_properties(look(system), "quote")["b"] == "<w:b/>"


def test_a_rule_of_no_width_is_none() -> None:
    none, thin = Rule(Length(0), Color(0, 0, 0)), Rule(Length(0.75), Color(1, 2, 3))
    assert rule_borders(look(), above=none, space_pt=5) == {}
    (border,) = rule_borders(look(), above=none, below=thin, space_pt=5).values()
    assert values(border, "//w:pBdr/*/@w:sz") == ["6"]
    assert values(border, "//w:bottom/@w:color") == ["010203"]


def test_tab_stops_are_listed_in_their_order() -> None:
    stops = tab_stops(("clear", Length(100)), ("right", Length(200)))
    assert values(stops, "//@w:val") == ["clear", "right"]
    assert values(stops, "//@w:pos") == ["2000", "4000"]


def test_every_role_of_the_model_is_set() -> None:
    style = sample_style()
    assert all(
        isinstance(style.text[role], TextStyle) and text_properties(look(), role) for role in style.text
    )
