from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.model.style import Style, TextRole
from converter.stylesheets.styles import load_style
from converter.stylesheets.word_template import load_template_style, style_text
from converter.writers import write
from tests.sample import sample_document
from tests.stylesheets.word_template.houses import AMERICAN, LETTERHEAD
from tests.stylesheets.word_template.templates import Template, style, theme


def look(folder: Path, *styles: str, scheme: str = "") -> Style:
    return load_template_style(Template(styles="".join(styles), theme=scheme).saved(folder))[0]


def colored(name: str, digits: str) -> str:
    return style(name, run=f'<w:color w:val="{digits}"/>')


BLUE = theme("Georgia", "Calibri", dk1="000000", lt1="FFFFFF", accent1="12355B", hlink="0563C1")
PALE = theme("Georgia", "Calibri", dk1="000000", lt1="FFFFFF", accent1="FFC000", hlink="0563C1")


@pytest.mark.parametrize(
    ("styles", "scheme", "accent"),
    [
        ((colored("heading 1", "7A1F2B"),), BLUE, "7A1F2B"),
        ((colored("heading 1", "000000"),), BLUE, "12355B"),
        ((colored("heading 1", "auto"), colored("Title", "7A1F2B")), BLUE, "7A1F2B"),
        ((colored("Title", "444444"),), BLUE, "12355B"),
        ((), PALE, "0563C1"),
        ((), "", "000000"),
    ],
)
def test_the_accent_is_the_color_in_which_the_house_shows_itself(
    styles: tuple[str, ...], scheme: str, accent: str, tmp_path: Path
) -> None:
    assert look(tmp_path, *styles, scheme=scheme).accent.hex == accent


def test_what_stands_back_can_still_be_read(tmp_path: Path) -> None:
    pale, grey = colored("Subtitle", "AAAAAA"), colored("caption", "666666")
    assert look(tmp_path, pale, grey).muted.hex == "666666"
    assert look(tmp_path, pale).muted.hex == "000000"


def test_white_words_on_a_ground_are_in_the_color_of_the_ground(tmp_path: Path) -> None:
    ground = '<w:shd w:val="clear" w:fill="7A1F2B"/>'
    white = style("heading 1", ground, '<w:color w:val="FFFFFF"/>')
    assert look(tmp_path, white).text["heading1"].color.hex == "7A1F2B"
    assert look(tmp_path, colored("heading 1", "FFFFFF")).text["heading1"].color.hex == "000000"


def test_what_the_template_has_no_style_for_is_in_proportion(tmp_path: Path) -> None:
    large = look(tmp_path, style("Normal", run='<w:sz w:val="28"/>', usual=True))
    assert large.text["body"].size == 14
    sizes = [large.text[role].size for role in ("title", "heading1", "lead", "table-cell", "label")]
    assert sizes == [32, 21, 15.5, 12, 11]


def test_headings_without_a_style_are_in_the_themes_font_for_headings(tmp_path: Path) -> None:
    scheme = theme("Source Serif Pro", "Source Sans Pro", accent1="12355B")
    heading = look(tmp_path, scheme=scheme).text["heading1"]
    assert (heading.family, heading.weight, heading.color.hex) == ("Source Serif Pro", 700, "12355B")


def test_a_list_is_not_indented_twice(tmp_path: Path) -> None:
    listed = style("List Paragraph", '<w:ind w:left="720"/><w:contextualSpacing/><w:spacing w:after="160"/>')
    text = look(tmp_path, listed).text["bullet"]
    assert (text.indent, text.space_after) == (0, 2)


def test_where_running_text_is_indented_all_of_its_kind_is(tmp_path: Path) -> None:
    text = look(tmp_path, style("Body Text", '<w:ind w:left="800"/>'), style("heading 1")).text
    assert {text[role].indent for role in ("body", "bullet", "quote", "code", "caption", "method")} == {40}
    assert (text["heading1"].indent, text["label"].indent) == (0, 0)


def test_a_letterhead_is_what_it_looks_like(tmp_path: Path) -> None:
    found, notices = load_template_style(LETTERHEAD.saved(tmp_path))
    assert found.name == "corp"
    assert (found.accent.hex, found.muted.hex) == ("7A1F2B", "5A5A5A")
    assert found.logo is not None
    assert (found.logo.alternative, found.first_footer and found.first_footer.center) == (
        "Port House",
        "Port House, 1 Quay Street, Lund",
    )
    assert found.footer.center == "Page {page} of {pages}"
    assert found.text["heading2"].color.hex == "7A1F2B"
    assert {one.code for one in notices} <= {"font-substituted"}


def test_capitals_and_exact_lines_are_kept(tmp_path: Path) -> None:
    found, _ = load_template_style(AMERICAN.saved(tmp_path))
    heading = found.text["heading1"]
    assert (heading.capitals, heading.leading, heading.tracking) == ("all", 14, 0.5)
    assert (found.footer.left, found.footer.center, found.footer.right) == (
        "delta.example",
        "{date}",
        "{page}",
    )
    assert round(found.page.width) == 612


KNOWN: tuple[TextRole, ...] = (
    *("title", "subtitle", "heading1", "heading2", "heading3", "contents1", "contents2", "contents3"),
    *("body", "quote", "caption", "header", "footer"),
)


@pytest.mark.parametrize("name", ["default", "government"])
def test_a_word_file_of_ours_looks_like_the_style_it_was_made_in(name: str, tmp_path: Path) -> None:
    """Read back sizes, colours, spaces and paper that the Word writer wrote."""
    ours, path = load_style(name), tmp_path / "ours.docx"
    path.write_bytes(write(sample_document(), ours, "docx").data)
    found, notices = load_template_style(str(path))
    assert notices == ()
    assert (found.page, found.accent, found.muted, found.foreground) == (
        ours.page,
        ours.accent,
        ours.muted,
        ours.foreground,
    )
    for role in KNOWN:
        expected, text = ours.text[role], found.text[role]
        assert abs(text.indent - expected.indent) < 0.05
        for key in ("family", "size", "leading", "weight", "italic", "color", "space_before", "space_after"):
            assert (role, key, getattr(text, key)) == (role, key, getattr(expected, key))


MAPPED = style("heading 1", run='<w:sz w:val="40"/>') + style("Corp Head", run='<w:sz w:val="60"/>')


def test_a_role_can_be_read_from_a_style_of_another_name(tmp_path: Path) -> None:
    path = Template(styles=MAPPED).saved(tmp_path)
    assert load_template_style(path)[0].text["heading1"].size == 20
    mapped, _ = load_template_style(path, overrides=("word.map.heading1=corp head",))
    assert mapped.text["heading1"].size == 30
    assert mapped.word["map"] == {"heading1": "corp head"}
    assert (
        "map: {heading1: Corp Head}" in style_text(path, tmp_path / "h.yaml", {"heading1": "Corp Head"}).text
    )


def test_a_mapped_style_that_the_template_lacks_is_named(tmp_path: Path) -> None:
    path = Template(styles=MAPPED).saved(tmp_path)
    with pytest.raises(
        StyleError, match="no style 'Corp Hed', to which heading1 is mapped; did you mean corp head"
    ):
        style_text(path, None, {"heading1": "Corp Hed"})
