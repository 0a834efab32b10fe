from converter.ooxml.theme import color_slot
from converter.ooxml.xml import parse
from tests.ooxml.making import part

NAMES = ("text1", "background1", "text2", "background2")


def test_a_colour_is_an_element_of_the_scheme() -> None:
    names = ("accent6", "dark1", "light2", "hyperlink", "followedHyperlink", *NAMES)
    slots = "accent6 dk1 lt2 hlink folHlink dk1 lt1 dk2 lt2"
    assert " ".join(color_slot(name, None) for name in names) == slots


def test_the_settings_say_what_texts_and_backgrounds_are() -> None:
    settings = parse(part("settings", '<w:clrSchemeMapping w:t1="light1" w:bg1="dark1" w:t2="accent3"/>'))
    assert [color_slot(name, settings) for name in NAMES] == ["lt1", "dk1", "accent3", "lt2"]
    assert color_slot("dark1", settings) == "dk1"


def test_what_is_no_colour_of_a_theme_is_no_element() -> None:
    assert {color_slot(name, None) for name in ("", "none", "accent7", "dk1")} == {""}
