"""The stylesheet: everything in it comes from the style."""

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.model.style import BLACK, WHITE, Box, Color, Cover, Length, Rule, Style, TableStyle, TextRole
from converter.writers.html import css
from tests.sample import sample_style


def sheet(style: Style) -> str:
    return "\n".join(css.rules(style))


def declarations(style: Style, selector: str) -> dict[str, str]:
    """Return what the sheet says of `selector`; what is said later counts."""
    found: dict[str, str] = {}
    for body in re.findall(rf"(?:^|}}){re.escape(selector)}{{([^}}]*)}}", sheet(style), re.MULTILINE):
        found.update(part.split(":", 1) for part in body.split(";"))
    return found


def test_a_role_is_set_as_the_style_says() -> None:
    found = declarations(sample_style(), ".title")
    assert found["font"].startswith("600 2.2857rem/1.1667 ")
    assert found["color"] == "#12355b"
    assert found["margin-block"] == "0rem 0.4762rem"
    label = declarations(sample_style(), ".label")
    assert (label["letter-spacing"], label["text-transform"]) == ("0.0952rem", "uppercase")


@pytest.mark.parametrize("role", [role for role in get_args(TextRole) if role not in {"header", "footer"}])
def test_a_change_of_any_role_changes_the_sheet(role: TextRole) -> None:
    style = sample_style()
    text = style.text[role]
    for changed in (
        replace(text, color=Color(1, 2, 3)),
        replace(text, size=Length(text.size + 1)),
        replace(text, leading=Length(text.leading + 1)),
        replace(text, weight=900),
        replace(text, italic=not text.italic),
        replace(text, space_before=Length(text.space_before + 1)),
        replace(text, space_after=Length(text.space_after + 1)),
        replace(text, indent=Length(text.indent + 1)),
        replace(text, align="center"),
        replace(text, tracking=Length(2)),
        replace(text, hyphenate=not text.hyphenate),
        replace(text, keep_with_next=not text.keep_with_next),
    ):
        assert sheet(replace(style, text={**style.text, role: changed})) != sheet(style)


TABLES: tuple[dict[str, Any], ...] = (
    {"row_rule": Rule(Length(1), BLACK)},
    {"head_fill": BLACK},
    {"head_link": WHITE},
    {"stripe": WHITE},
    {"padding": Length(9)},
    {"inset": Length(6)},
)
"""Changes of how tables look."""


def test_rules_boxes_and_bullets_follow_the_style() -> None:
    style = sample_style()
    teal = Color(0x0F, 0x76, 0x6E)
    for changed in (
        replace(style, box=None),
        replace(style, box=Box(teal, Rule(Length(0), teal), Length(9))),
        replace(style, title_rule_above=Rule(Length(1), teal)),
        replace(style, title_rule_below=Rule(Length(1), teal)),
        replace(style, method_rule=Rule(Length(1), teal)),
        replace(style, table=TableStyle(Rule(Length(1), teal))),
        *(replace(style, table=replace(style.table, **changed)) for changed in TABLES),
        replace(style, accent=teal),
        replace(style, foreground=teal),
        replace(style, bullets=("–",)),
        replace(style, cover=Cover("band", Length(160), teal)),
        replace(style, cover=Cover("page", Length(0), teal)),
    ):
        assert sheet(changed) != sheet(style)


def test_on_narrow_screens_running_text_gives_up_its_indent() -> None:
    style = sample_style()
    assert "@media (max-width:46em){:root{--indent:0rem}" in sheet(style)
    assert declarations(style, ".body")["margin-inline"] == "var(--indent) 0"
    assert declarations(style, ".quote")["margin-inline"] == "calc(var(--indent) + 1.1429rem) 0"


def test_only_paragraphs_that_follow_their_like_are_indented_where_the_style_says_so() -> None:
    style = sample_style()
    body = replace(style.text["body"], first_line=Length(21), flush_opening=True)
    indented = replace(style, text={**style.text, "body": body})
    assert declarations(indented, ".body")["text-indent"] == "2rem"
    assert declarations(indented, ".body:not(.body+.body)") == {"text-indent": "0"}


def test_stressed_words_may_be_bold() -> None:
    assert declarations(sample_style(), "em") == {}
    bold = declarations(replace(sample_style(), emphasis="bold"), "em")
    assert bold == {"font-style": "inherit", "font-weight": "600"}


def test_braces_and_quotes_are_balanced() -> None:
    text = sheet(sample_style())
    assert text.count("{") == text.count("}")
    assert text.count('"') % 2 == 0


@given(st.text())
def test_a_string_says_its_text_and_cannot_end_before(text: str) -> None:
    written = css.string(text)
    assert not set(written[1:-1]) & set("\"'<>&\n\r\f")
    read = re.sub(r"\\([0-9a-f]{1,6}) ", lambda found: chr(int(found[1], 16)), written[1:-1])
    assert read == text
