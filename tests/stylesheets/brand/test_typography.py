"""Typography of brand files."""

from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.model.style import Color, Length, Style, TextRole
from converter.stylesheets import fonts
from converter.stylesheets.brand import mending
from converter.stylesheets.faults import StyleFaultsError
from tests.stylesheets.houses import house
from tests.stylesheets.typefaces import Font

from .brands import brand_of, told

INSTALLED = ("Source Serif Pro", "Source Sans Pro")
HEADINGS: tuple[TextRole, ...] = ("title", "heading1", "heading2", "heading3")


@pytest.fixture(autouse=True)
def what_comes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be installed but what always is."""
    found = {name: fonts.find_family(name) for name in INSTALLED}
    monkeypatch.setattr(fonts, "find_family", lambda name, _=None: found.get(name))
    monkeypatch.setattr(mending, "find_family", found.get)
    monkeypatch.setattr("converter.stylesheets.brand.typography.find_family", found.get)


def typed(folder: Path, said: str) -> Style:
    return brand_of(folder, f"typography: {{{said}}}")


class TestFamilies:
    @pytest.mark.parametrize("said", ["base: Source Sans Pro", "base: {family: Source Sans Pro}"])
    def test_a_family_is_a_text_or_a_key(self, said: str, tmp_path: Path) -> None:
        assert typed(tmp_path, said).text["body"].family == "Source Sans Pro"

    def test_all_but_headings_are_in_the_family_of_the_text(self, tmp_path: Path) -> None:
        text = typed(tmp_path, "base: Source Serif Pro, headings: Source Sans Pro").text
        assert {text[role].family for role in HEADINGS} == {"Source Sans Pro"}
        others: tuple[TextRole, ...] = ("body", "facts", "caption", "header", "reference")
        assert {text[role].family for role in others} == {"Source Serif Pro"}

    def test_headings_without_a_family_have_that_of_the_text(self, tmp_path: Path) -> None:
        text = typed(tmp_path, "base: Source Serif Pro, headings: {weight: 700}").text
        assert text["heading1"].family == "Source Serif Pro"

    @pytest.mark.parametrize(
        ("name", "instead"),
        [
            ("Open Sans", "Source Sans Pro"),
            ("Roboto Slab", "Source Serif Pro"),
            ("Noto Serif", "Source Serif Pro"),
            ("Merriweather Sans", "Source Sans Pro"),
        ],
    )
    def test_another_stands_in_for_one_that_is_not_here(
        self, name: str, instead: str, tmp_path: Path
    ) -> None:
        style = typed(tmp_path, f"base: {name}")
        assert style.text["body"].family == instead
        assert [family.name for family in style.fonts][:1] == [instead]
        assert told(style, "font-substituted") == [
            f"_brand.yml:1:20: {name} is not installed here: {instead} stands in"
        ]

    def test_a_family_that_is_not_here_stays_a_fault_in_a_style(self, tmp_path: Path) -> None:
        house(tmp_path, "typography: {base: Source Sans Pro}", "_brand.yml")
        with pytest.raises(
            Exception, match=r'house.yaml:2:24: typography.headings.family: "Corp" is not inst'
        ):
            brand_of(tmp_path, "extends: _brand.yml\ntypography: {headings: Corp}", name="house.yaml")

    def test_a_style_may_bring_what_the_brand_asks_for(self, tmp_path: Path) -> None:
        house(tmp_path, "typography: {fonts: [{family: Corp, source: google}], base: Corp}", "_brand.yml")
        (tmp_path / "Corp.ttf").write_bytes(Font("Corp").data())
        text = "extends: _brand.yml\ntypography: {fonts: [{family: Corp, files: [Corp.ttf]}]}"
        style = brand_of(tmp_path, text, name="house.yaml")
        assert style.text["body"].family == "Corp"
        assert style.notices == ()

    def test_of_a_list_the_first_is_taken_that_is_here(self, tmp_path: Path) -> None:
        style = typed(tmp_path, "base: \"'Corp Sans', Source Serif Pro, sans-serif\"")
        assert style.text["body"].family == "Source Serif Pro"
        assert style.notices == ()

    def test_code_has_a_family_of_fixed_pitch_where_there_is_one(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        family = fonts.family_of_files("Menlo", [house_font(tmp_path, "Menlo")], "monospace")
        monkeypatch.setattr(mending, "find_family", lambda name: family if name == "Menlo" else None)
        style = typed(tmp_path, "base: Source Sans Pro, monospace: Operator")
        assert style.text["code"].family == "Menlo"

    def test_code_is_set_like_text_where_there_is_none(self, tmp_path: Path) -> None:
        style = typed(tmp_path, "monospace: {family: Fira Code, size: 0.9em}")
        assert (style.text["code"].family, style.text["code"].size) == ("Source Sans Pro", Length(9.5))


def house_font(folder: Path, name: str) -> Path:
    path = folder / f"{name}.ttf"
    path.write_bytes(Font(name).data())
    return path


class TestFonts:
    @pytest.mark.parametrize("source", ["google", "bunny", "system"])
    def test_where_a_font_comes_from_does_not_matter_where_it_is_installed(
        self, source: str, tmp_path: Path
    ) -> None:
        said = (
            f"fonts: [{{family: Source Sans Pro, source: {source}, weight: [400, bold],"
            " style: [normal, italic], display: swap}], base: Source Sans Pro"
        )
        assert typed(tmp_path, said).notices == ()

    @pytest.mark.parametrize("weight", ["600", "bold", "[300, 700]", '"300..700"', "auto"])
    def test_weights_to_download_are_passed_over(self, weight: str, tmp_path: Path) -> None:
        said = f"fonts: [{{family: Source Sans Pro, source: google, weight: {weight}}}]"
        assert typed(tmp_path, said).notices == ()

    @pytest.mark.parametrize(
        "file", ["Corp.ttf", "{path: Corp.ttf}", "{path: Corp.ttf, weight: 400, style: normal}"]
    )
    def test_files_are_texts_or_maps(self, file: str, tmp_path: Path) -> None:
        house_font(tmp_path, "Corp")
        style = typed(tmp_path, f"fonts: [{{family: Corp, source: file, files: [{file}]}}], base: Corp")
        assert style.text["body"].family == "Corp"
        assert style.fonts[0].faces[0].path == str(tmp_path / "Corp.ttf")
        assert style.notices == ()

    @pytest.mark.parametrize("path", ["https://example.org/Corp.ttf", "Corp.woff2", "missing.ttf"])
    def test_files_that_cannot_be_used_are_told(self, path: str, tmp_path: Path) -> None:
        (tmp_path / "Corp.woff2").touch()
        style = typed(tmp_path, f"fonts: [{{family: Corp, files: [{{path: '{path}'}}]}}], base: Corp")
        assert style.text["body"].family == "Source Sans Pro"
        assert told(style, "font-file-left-out") == [
            "_brand.yml:1:44: a font file that is online, missing, or not TrueType or OpenType is left out"
        ]
        assert len(told(style, "font-substituted")) == 1

    def test_a_file_that_is_no_font_is_a_fault_with_its_place(self, tmp_path: Path) -> None:
        (tmp_path / "Corp.ttf").write_bytes(b"no font")
        with pytest.raises(StyleFaultsError, match=r'_brand.yml:1:45: .*: "Corp.ttf" is not a font'):
            typed(tmp_path, "fonts: [{family: Corp, files: [Corp.ttf]}], base: Corp")


class TestSizes:
    @pytest.mark.parametrize(
        ("said", "size"), [("1rem", 10.5), ("16px", 10.5), ("18px", 12), ("110%", 11.5), ("11pt", 11)]
    )
    def test_a_size_is_one_of_css(self, said: str, size: float, tmp_path: Path) -> None:
        assert typed(tmp_path, f"base: {{size: {said}}}").text["body"].size == size

    def test_what_is_as_large_as_the_text_grows_with_it(self, tmp_path: Path) -> None:
        text = typed(tmp_path, "base: {size: 14pt}").text
        roles: tuple[TextRole, ...] = ("body", "lead", "heading3", "contents2")
        assert {text[role].size for role in roles} == {14}
        assert text["lead"].leading > text["lead"].size

    @pytest.mark.parametrize(
        ("said", "leading"), [("1.5", 15.75), ("24px", 15.75), ("150%", 15.75), ("15pt", 15)]
    )
    def test_a_line_height_is_one_of_css(self, said: str, leading: float, tmp_path: Path) -> None:
        assert typed(tmp_path, f"base: {{line-height: {said}}}").text["body"].leading == leading

    def test_the_lead_has_the_line_height_of_the_text(self, tmp_path: Path) -> None:
        lead = typed(tmp_path, "base: {line-height: 2}").text["lead"]
        assert lead.leading == 2 * lead.size

    @pytest.mark.parametrize("said", ["2vw", "calc(1rem + 1vw)", "larger"])
    def test_sizes_that_depend_on_a_screen_are_told(self, said: str, tmp_path: Path) -> None:
        style = typed(tmp_path, f"base: {{size: {said}}}")
        assert style.text["body"].size == 10.5
        assert told(style, "brand-unused") == ["_brand.yml: reports have no use for typography.base.size"]

    def test_a_size_without_unit_is_a_fault(self, tmp_path: Path) -> None:
        with pytest.raises(StyleError, match=r'_brand.yml:1:27: typography.base.size: "16" is not a length'):
            typed(tmp_path, "base: {size: 16}")


class TestWeights:
    @pytest.mark.parametrize(
        ("said", "weight"),
        [
            *(("thin", 100), ("extra-light", 200), ("ultra-light", 200), ("light", 300), ("normal", 400)),
            *(("regular", 400), ("medium", 500), ("semi-bold", 600), ("demi-bold", 600), ("bold", 700)),
            *(("extra-bold", 800), ("ultra-bold", 800), ("black", 900)),
            *(("600", 600), ("1", 100), ("450", 400), ("999", 900), ("[300, 700]", 300)),
        ],
    )
    def test_weights_have_names_and_numbers(self, said: str, weight: int, tmp_path: Path) -> None:
        assert typed(tmp_path, f"base: {{weight: {said}}}").text["body"].weight == weight


class TestHeadings:
    def test_what_is_said_of_headings_is_said_of_every_level(self, tmp_path: Path) -> None:
        said = "headings: {weight: light, color: '#12355b', style: italic, line-height: 2}"
        text = typed(tmp_path, said).text
        for role in HEADINGS:
            assert (text[role].weight, text[role].italic) == (300, True), role
            assert text[role].color == Color(0x12, 0x35, 0x5B), role
            assert text[role].leading == 2 * text[role].size, role

    def test_a_style_on_top_may_still_say_otherwise(self, tmp_path: Path) -> None:
        house(tmp_path, "typography: {headings: {color: '#12355b'}}", "_brand.yml")
        text = "extends: _brand.yml\ntypography: {headings: {color: '#000000'}}"
        style = brand_of(tmp_path, text, name="house.yaml")
        assert style.text["heading1"].color == Color(0, 0, 0)

    def test_one_size_for_all_headings_is_not_taken(self, tmp_path: Path) -> None:
        style = typed(tmp_path, "headings: {size: 2rem}")
        assert style.text["title"].size != style.text["heading1"].size
        assert told(style, "brand-unused") == ["_brand.yml: reports have no use for typography.headings.size"]

    @pytest.mark.parametrize(
        ("said", "italic"), [("italic", True), ("[italic]", True), ("[normal, italic]", False)]
    )
    def test_a_slant_may_be_a_list(self, said: str, italic: str, tmp_path: Path) -> None:
        assert typed(tmp_path, f"headings: {{style: {said}}}").text["heading1"].italic is italic


class TestOther:
    def test_blocks_of_code_build_on_code(self, tmp_path: Path) -> None:
        said = "monospace: {size: 8pt, weight: 600}, monospace-block: {color: '#12355b', line-height: 2}"
        code = typed(tmp_path, said).text["code"]
        assert (code.size, code.weight, code.leading) == (8, 600, 16)
        assert code.color == Color(0x12, 0x35, 0x5B)

    def test_what_reports_do_not_tell_apart_is_told(self, tmp_path: Path) -> None:
        style = typed(
            tmp_path,
            "monospace-inline: {color: red, background-color: '#eee'}, monospace: {background-color: '#eee'},"
            " link: {color: red, weight: 600, background-color: '#eee', decoration: underline}",
        )
        (unused,) = told(style, "brand-unused")
        assert unused.endswith(
            "use for typography.monospace-inline, typography.monospace.background-color, typography.link"
        )

    def test_an_unknown_key_is_a_fault_at_its_place(self, tmp_path: Path) -> None:
        with pytest.raises(StyleError, match=r"_brand.yml:3:5: typography.base.siez: .*did you mean size"):
            brand_of(tmp_path, "typography:\n  base:\n    siez: 11pt\n")
