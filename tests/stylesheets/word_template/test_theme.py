import pytest

from converter.ooxml.xml import parse
from converter.stylesheets.word_template.theme import Theme
from tests.stylesheets.word_template.templates import NAMESPACES, theme

OFFICE = parse(
    theme("Calibri Light", "Calibri", dk1="000000", lt1="FFFFFF", dk2="44546A", accent1="4472C4").encode()
)


def settings(content: str) -> Theme:
    """Return Office's theme under these settings."""
    return Theme(OFFICE, parse(f"<w:settings {NAMESPACES}>{content}</w:settings>".encode()))


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ({"val": "FF0000"}, "FF0000"),
        ({"val": "FF0000", "themeColor": "accent1"}, "4472C4"),
        # as Word itself writes them beside the name
        ({"themeColor": "accent1", "themeShade": "BF"}, "2F5496"),
        ({"themeColor": "text1", "themeTint": "A5"}, "5A5A5A"),
        ({"themeColor": "text1", "themeTint": "80"}, "7F7F7F"),
        ({"themeColor": "text2"}, "44546A"),
    ],
)
def test_a_color_is_the_themes_tinted_or_shaded(written: dict[str, str], digits: str) -> None:
    color = settings("").color(written)
    assert color is not None
    channels = zip(bytes.fromhex(color.hex), bytes.fromhex(digits), strict=True)
    assert max(abs(ours - words) for ours, words in channels) <= 1


@pytest.mark.parametrize("written", [{}, {"val": "auto"}, {"val": "red"}, {"themeColor": "accent9"}])
def test_what_names_no_color_is_that_of_all_text(written: dict[str, str]) -> None:
    assert settings("").color(written) is None


def test_the_settings_say_which_color_is_that_of_text() -> None:
    mapped = settings('<w:clrSchemeMapping w:t1="dark2"/>').color({"themeColor": "text1"})
    assert mapped is not None
    assert mapped.hex == "44546A"


def test_a_system_color_is_the_one_last_seen() -> None:
    system = '<a:sysClr val="windowText" lastClr="010203"/>'
    root = parse(theme("A", "B", dk1="000000").replace('<a:srgbClr val="000000"/>', system).encode())
    color = Theme(root, None).named("text1")
    assert color is not None
    assert color.hex == "010203"


def test_fonts_are_known_by_their_part() -> None:
    arabic = settings('<w:themeFontLang w:bidi="ar-SA"/>')
    assert [arabic.font(name) for name in ("majorHAnsi", "minorAscii", "minorBidi")] == [
        "Calibri Light",
        "Calibri",
        "Sakkal Majalla",
    ]
    assert settings("").font("minorBidi") == ""
    assert Theme(None, None).font("minorHAnsi") == ""
