from lxml import etree

from converter.model.style import Color
from converter.ooxml.xml import Element, parse
from converter.verifier.word.theme import Theme
from tests.ooxml.making import DECLARED, p, r
from tests.verifier.word.making import opened, rules, word

SCHEME = (
    '<a:dk1><a:sysClr val="windowText" lastClr="111111"/></a:dk1><a:lt1><a:srgbClr val="FEFEFE"/></a:lt1>'
    '<a:accent1><a:srgbClr val="808080"/></a:accent1>'
)


def element(mark_up: str) -> Element:
    (found,) = parse(f"<x {DECLARED}>{mark_up}</x>".encode())
    return found


def theme(settings: str = "") -> Theme:
    return opened(word(theme=SCHEME, settings=settings)).theme


def test_a_colour_of_the_theme_is_preferred_to_the_one_written_beside_it() -> None:
    told = element('<w:color w:val="FF0000" w:themeColor="accent1"/>')
    assert theme().color(told, "val", "themeColor") == Color(128, 128, 128)
    assert opened(word()).theme.color(told, "val", "themeColor") == Color(255, 0, 0)


def test_names_for_text_and_background_are_mapped() -> None:
    text = element('<w:color w:themeColor="text1"/>')
    assert theme().color(text, "val", "themeColor") == Color(0x11, 0x11, 0x11)
    turned = theme('<w:clrSchemeMapping w:t1="light1" w:bg1="dark1"/>')
    assert turned.color(text, "val", "themeColor") == Color(0xFE, 0xFE, 0xFE)


def test_tints_are_taken() -> None:
    paler = element('<w:color w:themeColor="accent1" w:themeTint="80"/>')
    assert theme().color(paler, "val", "themeColor") == Color(191, 191, 191)
    filled = element('<w:shd w:val="clear" w:themeFill="accent1" w:themeFillShade="80"/>')
    assert theme().shading(filled) == Color(64, 64, 64)


def test_shading_that_paints_nothing_lets_shine_through() -> None:
    for mark_up in ('<w:shd w:val="nil" w:fill="FF0000"/>', '<w:shd w:val="clear" w:fill="auto"/>'):
        assert theme().shading(element(mark_up)) is None
    assert theme().shading(None) is None


def test_patterns_are_mixed_of_two_colours() -> None:
    half = element('<w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>')
    assert theme().shading(half) == Color(128, 128, 128)
    assert theme().shading(element('<w:shd w:val="solid" w:color="auto"/>')) == Color(0, 0, 0)


def test_a_theme_reaches_the_text() -> None:
    pale = r("Words.", '<w:color w:val="000000" w:themeColor="accent1"/>')
    assert rules(word(p(runs=pale), theme=SCHEME)) == ["contrast"]
    assert rules(word(p(runs=pale))) == []


def test_elements_that_are_not_there_say_nothing() -> None:
    assert Theme(None, None).color(etree.Element("color"), "val", "themeColor") is None
