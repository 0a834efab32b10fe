from pathlib import Path

import pytest

from converter.model.style import TextStyle
from converter.stylesheets.word_template import load_template_style
from tests.stylesheets.word_template.templates import Template, style


def text(folder: Path, paragraph: str = "", run: str = "", settings: str = "") -> TextStyle:
    """Return how running text is set where Word's Normal says this."""
    template = Template(styles=style("Normal", paragraph, run, usual=True), settings=settings)
    return load_template_style(template.saved(folder))[0].text["body"]


FAMILY = '<w:rFonts w:ascii="Source Sans Pro"/>'


def test_type_has_its_family_size_and_color(tmp_path: Path) -> None:
    found = text(tmp_path, run=f'{FAMILY}<w:b/><w:i/><w:color w:val="102030"/><w:sz w:val="21"/>')
    assert (found.family, found.size, found.weight, found.italic) == ("Source Sans Pro", 10.5, 700, True)
    assert found.color.hex == "102030"


def test_what_nobody_says_is_as_word_has_it(tmp_path: Path) -> None:
    found = text(tmp_path)
    assert (found.size, found.weight, found.align, found.space_after) == (10, 400, "start", 0)
    assert found.color.hex == "000000"


@pytest.mark.parametrize(
    ("spacing", "leading"),
    [
        ("", 12),
        ('w:line="360"', 18),
        ('w:line="300" w:lineRule="auto"', 15),
        ('w:line="260" w:lineRule="exact"', 13),
        ('w:line="260" w:lineRule="atLeast"', 13),
        ('w:line="100" w:lineRule="atLeast"', 12),
    ],
)
def test_lines_are_as_far_apart_as_in_word(spacing: str, leading: float, tmp_path: Path) -> None:
    found = text(tmp_path, f"<w:spacing {spacing}/>", f'{FAMILY}<w:sz w:val="20"/>')
    assert found.leading == leading


def test_spaces_are_points(tmp_path: Path) -> None:
    found = text(tmp_path, '<w:spacing w:before="120" w:after="90"/>', '<w:spacing w:val="10"/>')
    assert (found.space_before, found.space_after, found.tracking) == (6, 4.5, 0.5)
    automatic = text(tmp_path, '<w:spacing w:after="90" w:afterAutospacing="1"/>')
    assert automatic.space_after == 14


@pytest.mark.parametrize(
    ("written", "indent", "first_line"),
    [
        ('w:left="400" w:firstLine="200"', 20, 10),
        ('w:start="400" w:hanging="200"', 20, -10),
        ('w:left="100" w:hanging="400"', 5, -5),
        ('w:left="-400"', 0, 0),
    ],
)
def test_indents_stay_within_the_margins(
    written: str, indent: float, first_line: float, tmp_path: Path
) -> None:
    found = text(tmp_path, f"<w:ind {written}/>")
    assert (found.indent, found.first_line) == (indent, first_line)


@pytest.mark.parametrize(
    ("written", "align"),
    [("left", "start"), ("both", "justify"), ("right", "end"), ("center", "center"), ("odd", "start")],
)
def test_lines_are_aligned_as_in_word(written: str, align: str, tmp_path: Path) -> None:
    assert text(tmp_path, f'<w:jc w:val="{written}"/>').align == align


def test_capitals_and_what_stays_together(tmp_path: Path) -> None:
    found = text(tmp_path, "<w:keepNext/>", "<w:caps/>")
    assert (found.capitals, found.keep_with_next) == ("all", True)
    assert text(tmp_path, '<w:keepNext w:val="0"/>', '<w:caps w:val="false"/>').capitals == "none"


def test_words_are_broken_where_the_template_lets_word_do_so(tmp_path: Path) -> None:
    assert text(tmp_path, settings="<w:autoHyphenation/>").hyphenate
    assert not text(tmp_path).hyphenate
    assert not text(tmp_path, "<w:suppressAutoHyphens/>", settings="<w:autoHyphenation/>").hyphenate


def test_text_from_right_to_left_is_set_as_complex_scripts_are(tmp_path: Path) -> None:
    run = f'{FAMILY}<w:b/><w:sz w:val="20"/><w:szCs w:val="30"/>'
    assert (text(tmp_path, "<w:bidi/>", run).size, text(tmp_path, "<w:bidi/>", run).weight) == (15, 400)
    assert (text(tmp_path, "", run).size, text(tmp_path, "", run).weight) == (10, 700)
