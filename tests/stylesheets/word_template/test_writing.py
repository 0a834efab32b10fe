from pathlib import Path

import pytest

from converter.errors import StyleError, UsageError
from converter.stylesheets.styles import load_style
from converter.stylesheets.word_template import load_template_style, style_text
from converter.stylesheets.word_template.writing import yaml_text
from converter.yaml_source import Mapping, Scalar, parse
from tests.sample import png
from tests.stylesheets.word_template.houses import LETTERHEAD
from tests.stylesheets.word_template.templates import Template, paragraph, picture


@pytest.mark.parametrize(
    "value",
    [
        "",
        "null",
        "~",
        "no",
        "1.10",
        "a: b",
        "a #b",
        "#fff",
        "{x}",
        "[x]",
        "a, b",
        "- a",
        "'",
        '"',
        "\\",
        "é 文 🙂",
    ],
)
def test_every_value_is_read_as_it_was(value: str) -> None:
    node = parse(yaml_text({"a": {"b": value, "c": "d"}, "e": value}, {}), "x.yaml")
    assert isinstance(node, Mapping)
    inner, outer = (entry.value for entry in node.entries)
    assert isinstance(inner, Mapping)
    first = inner.entries[0].value
    assert isinstance(first, Scalar)
    assert isinstance(outer, Scalar)
    assert (first.text, outer.text) == (value, value)
    assert not outer.is_null


def test_small_maps_stand_on_a_line_and_their_comment_behind_them() -> None:
    text = yaml_text({"a": {"b": {"c": "1"}, "d": "2"}, "e": "f"}, {("a", "b", "c"): "why"})
    assert text == "\na:\n  b: {c: 1} # why\n  d: 2\n\ne: f\n"


def test_a_file_names_the_template_and_the_logo_beside_it(tmp_path: Path) -> None:
    path = LETTERHEAD.saved(tmp_path)
    file = tmp_path / "styles" / "house.yaml"
    written = style_text(path, file)
    assert written.files == {tmp_path / "styles" / "house-logo.png": png(160, 40)}
    file.parent.mkdir()
    file.write_text(written.text, "utf-8")
    (file.parent / "house-logo.png").write_bytes(png(160, 40))
    style = load_style(str(file))
    assert Path(str(style.word["template"])).resolve() == Path(path).resolve()
    assert style.logo is not None
    assert written.text.splitlines()[2:4] == [
        "extends: default",
        "meta: {name: Port House, description: In the look of corp.dotx}",
    ]


def test_without_a_file_what_would_refer_to_others_is_a_comment(tmp_path: Path) -> None:
    path = LETTERHEAD.saved(tmp_path)
    written = style_text(path, None)
    assert written.files == {}
    # how many lines the template below it takes depends on how long its path is
    (logo,) = [line for line in written.text.splitlines() if "logo" in line]
    assert logo.startswith("# logo: {path: logo.png, alt: Port House")
    (tmp_path / "house.yaml").write_text(written.text, "utf-8")
    style = load_style(str(tmp_path / "house.yaml"))
    assert (style.logo, style.word) == (None, {})


def test_a_font_that_is_missing_is_told_beside_the_one_that_stands_in(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a" w:default="1"><w:name w:val="Normal"/>'
        '<w:rPr><w:rFonts w:ascii="Corp Grotesk"/></w:rPr></w:style>'
    )
    written = style_text(Template(styles=styles).saved(tmp_path), None)
    (line,) = (line for line in written.text.splitlines() if line.startswith("  base:"))
    assert "family: Source Sans Pro" in line
    assert line.endswith("# Corp Grotesk is not installed here: Source Sans Pro stands in")
    assert [(one.code, one.text) for one in written.notices] == [
        ("font-substituted", "Corp Grotesk is not installed here: Source Sans Pro stands in")
    ]


def test_a_drawing_that_cannot_be_the_logo_is_told_in_the_file(tmp_path: Path) -> None:
    header = {"default header": paragraph(picture())}
    written = style_text(Template(running=header, pictures={"a.emf": b"\x01\0"}).saved(tmp_path), None)
    assert "# a.emf is neither PNG nor JPEG and cannot be the logo.\n" in written.text


def test_what_is_set_by_option_lies_on_top(tmp_path: Path) -> None:
    path = LETTERHEAD.saved(tmp_path)
    style, _ = load_template_style(
        path, overrides=("color.primary=#005a8c", "logo.height=9mm"), paper="Letter"
    )
    assert (style.accent.hex, round(style.page.width)) == ("005A8C", 612)
    assert style.logo is not None
    assert style.logo.height.mm == pytest.approx(9)
    assert style.word == {"template": path}
    with pytest.raises(StyleError, match=r"typography\.base\.size"):
        load_template_style(path, overrides=("typography.base.size=huge",))
    with pytest.raises(UsageError):
        load_template_style(path, overrides=("nothing",))
