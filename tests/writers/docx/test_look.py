import pytest
from msgspec.structs import replace

from converter.model.style import Color, FontFace, FontFamily, Length, TextStyle
from converter.writers.docx.look import WHITE, Font, Look
from tests.sample import sample_style
from tests.writers.docx.opened import fragment, look, strings

SEMIBOLD, BOLD = ("Source Sans Pro Semibold", False), ("Source Sans Pro", True)


def test_a_semibold_role_is_set_in_the_family_of_the_semibold_face() -> None:
    font = look().fonts["heading1"]
    assert (font.name, font.bold) == ("Source Sans Pro Semibold", False)


def test_a_bold_role_is_reached_by_bold() -> None:
    style = sample_style()
    bold = replace(style, text={**style.text, "heading1": replace(style.text["heading1"], weight=700)})
    font = look(bold).fonts["heading1"]
    assert (font.name, font.bold) == ("Source Sans Pro", True)


def test_a_weight_that_the_family_lacks_is_the_nearest_and_rather_heavier() -> None:
    style = sample_style()
    family = style.fonts[1]
    few = FontFamily(
        family.name, tuple(face for face in family.faces if face.weight in {400, 700}), family.generic
    )
    heading = replace(style.text["heading1"], weight=550)
    fewer = replace(style, fonts=(style.fonts[0], few), text={**style.text, "heading1": heading})
    assert look(fewer).fonts["heading1"].bold


def test_a_font_of_the_system_is_known_by_its_name_alone() -> None:
    style = sample_style()
    text = TextStyle("Corp Sans", Length(10), Length(12), weight=700)
    assert look(replace(style, text={**style.text, "body": text})).fonts["body"] == Font(
        "Corp Sans", bold=True
    )


@pytest.mark.parametrize(("language", "font"), [("ru", SEMIBOLD), ("zh", BOLD), ("ar", BOLD)])
def test_a_heading_is_bold_in_scripts_whose_fonts_have_no_semibold(
    language: str, font: tuple[str, bool]
) -> None:
    heading = Look(sample_style(), language, "ltr").fonts["heading1"]
    assert (heading.name, heading.bold) == font
    assert heading.face
    assert heading.face.bold == font[1]


def test_code_is_set_in_the_font_of_fixed_pitch() -> None:
    style = sample_style()
    path = style.fonts[0].faces[0].path
    mono = FontFamily("Some Mono", (FontFace(path),), "monospace")
    assert look(replace(style, fonts=(*style.fonts, mono))).fonts["code"].family == mono


def test_the_two_leading_fonts_are_those_of_the_theme() -> None:
    assert 'w:asciiTheme="minorHAnsi"' in look().font("body")
    assert 'w:asciiTheme="majorHAnsi"' in look().font("title")
    assert strings(fragment(look().font("caption")), "//@w:ascii") == ["Source Sans Pro"]


def test_colours_of_the_style_are_bound_to_the_theme() -> None:
    style = sample_style()
    assert look().color(style.accent) == f'<w:color w:val="{style.accent.hex}" w:themeColor="accent1"/>'
    assert look().color(style.foreground) == f'<w:color w:val="{style.foreground.hex}" w:themeColor="text1"/>'
    assert look().color(Color(1, 2, 3)) == '<w:color w:val="010203"/>'
    assert 'w:themeFill="background1"' in look().shading(WHITE)


def test_borders_keep_to_what_word_takes() -> None:
    wide = look().border("left", Color(0, 0, 0), Length(99), 40)
    thin = look().border("left", Color(0, 0, 0), Length(0.01), -1)
    assert strings(fragment(wide), "//w:left/@w:sz | //w:left/@w:space") == ["96", "31"]
    assert strings(fragment(thin), "//w:left/@w:sz | //w:left/@w:space") == ["2", "0"]


def test_bullets_and_numbers_hang_as_far_as_the_style_says() -> None:
    style = sample_style()
    hanging = replace(
        style, text={**style.text, "bullet": replace(style.text["bullet"], first_line=Length(-20))}
    )
    assert (look().hang("bullet", "bullet"), look().hang("bullet", "number")) == (Length(12), Length(18))
    assert (look(hanging).hang("bullet", "bullet"), look(hanging).hang("bullet", "number")) == (
        Length(20),
        Length(20),
    )


def test_borders_change_sides_with_the_script() -> None:
    assert (look().start, look().end) == ("left", "right")
