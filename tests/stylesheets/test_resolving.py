"""From what a style file says to what writers take."""

from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.model.style import Box, Color, Length, Rule, TextRole
from converter.stylesheets.contrast import LEAST, contrast
from converter.stylesheets.style_file import ROLES
from converter.stylesheets.styles import load_style
from tests.hostile.making import picture as black
from tests.hostile.making import progressive

from .houses import style_of
from .typefaces import Font

PNG = b"\x89PNG\r\n\x1a\n"
NAVY = Color(0x12, 0x35, 0x5B)


def points(*values: float) -> tuple[Length, ...]:
    return tuple(Length(value) for value in values)


class TestText:
    def test_a_role_falls_back_on_its_group_and_that_on_base(self, tmp_path: Path) -> None:
        style = style_of(
            tmp_path,
            "typography:\n  base: {family: Source Sans Pro, color: '#222222'}\n"
            "  headings: {family: null, weight: bold, color: null}\n  small: {color: null}\n"
            "styles: {heading2: {weight: 300}}",
        )
        text = style.text
        assert {text[role].family for role in ROLES} == {"Source Sans Pro"}
        assert (text["heading1"].weight, text["heading2"].weight, text["body"].weight) == (700, 300, 400)
        assert text["heading1"].color == text["facts"].color == text["body"].color == Color(0x22, 0x22, 0x22)

    @pytest.mark.parametrize(
        ("said", "size", "leading"),
        [
            ("size: 11pt", 11, 15.75),
            ("size: 11pt, line-height: 15pt", 11, 15),
            ("size: 2em, line-height: 1.2", 21, 25.2),
            ("size: 0.37in, line-height: 60mm", 26.5, 170.1),
            ("line-height: 1.5em", 10.5, 15.75),
        ],
    )
    def test_sizes_are_those_that_word_knows(
        self, said: str, size: float, leading: float, tmp_path: Path
    ) -> None:
        quote = style_of(tmp_path, f"styles: {{quote: {{{said}}}}}").text["quote"]
        assert (quote.size, quote.leading) == points(size, leading)

    def test_a_line_height_in_points_is_for_type_of_that_size_only(self, tmp_path: Path) -> None:
        text = (
            "typography: {base: {line-height: 15pt}}\n"
            "styles: {heading1: {line-height: null}, quote: {size: 9pt}}"
        )
        style = style_of(tmp_path, text)
        # other groups take the proportion, the group itself what was written
        assert (style.text["heading1"].leading, style.text["quote"].leading) == points(22.85, 15)

    def test_spaces_in_em_are_multiples_of_the_roles_own_size(self, tmp_path: Path) -> None:
        title = style_of(tmp_path, "styles: {title: {size: 20pt, space-after: 0.5em, first-line: -1em}}")
        assert (title.text["title"].space_after, title.text["title"].first_line) == points(10, -20)

    def test_running_text_stands_in_the_column_and_headings_hang_at_the_margin(self, tmp_path: Path) -> None:
        style = style_of(
            tmp_path, "page: {indent: 30mm}\nstyles: {quote: {indent: 5mm}, caption: {edge: margin}}"
        )
        column = Length.from_mm(30)
        assert style.text["body"].indent == style.text["method"].indent == column
        assert style.text["quote"].indent == Length.from_mm(35)
        roles: tuple[TextRole, ...] = ("title", "facts", "heading1", "caption", "header", "table-cell")
        assert {style.text[role].indent for role in roles} == {Length(0)}

    def test_the_base_size_in_em_is_of_that_of_the_style_below(self, tmp_path: Path) -> None:
        style = style_of(tmp_path, "typography: {base: {size: 2em}}")
        assert style.text["body"].size == 21

    def test_the_base_size_scales_what_is_given_in_em(self, tmp_path: Path) -> None:
        style = style_of(tmp_path, "styles: {title: {size: 2em}}", "typography.base.size=14pt")
        assert (style.text["title"].size, style.text["body"].size) == points(28, 14)


class TestBox:
    def test_the_text_of_a_box_begins_where_running_text_does(self) -> None:
        style = load_style("default")
        assert style.box == Box(
            None, Rule(Length(2), NAVY), Length(9), Length(style.text["body"].indent - 11)
        )
        assert style.text["lead"].indent == style.text["body"].indent

    def test_a_box_stays_inside_the_margin(self) -> None:
        style = load_style("default", overrides=("page.indent=0", "box.kind=ruled-panel"))
        assert style.box == Box(Color(0xF3, 0xF6, 0xF9), Rule(Length(2), NAVY), Length(9), Length(0))
        assert style.text["lead"].indent == Length(11)

    def test_a_panel_has_no_rule_and_none_is_none(self) -> None:
        panel = load_style("default", overrides=("box=panel",)).box
        assert panel is not None
        assert panel.rule.width == Length(0)
        assert load_style("default", overrides=("box=none",)).box is None


class TestPage:
    def test_a_paper_has_a_name_or_two_sides(self, tmp_path: Path) -> None:
        for size in ("210mm x 297mm", "210mmx297mm", "21cm × 29.7cm", "a4"):
            page = style_of(tmp_path, f"page: {{size: {size}}}").page
            assert (round(page.width, 6), round(page.height, 6)) == (595.275591, 841.889764)

    def test_margins_and_running_lines_are_lengths(self, tmp_path: Path) -> None:
        page = style_of(tmp_path, "page: {margins: {top: 1in, left: 2.5cm}, header: 36pt}").page
        assert (page.top, page.header) == points(72, 36)
        assert round(page.left, 4) == 70.8661

    def test_the_first_page_may_have_a_header_of_its_own(self, tmp_path: Path) -> None:
        style = style_of(tmp_path, "first-header: {center: '{marking}'}")
        assert style.first_header is not None
        assert (style.first_header.center, style.first_footer) == ("{marking}", None)


class TestOther:
    def test_a_logo_is_a_picture_beside_the_file(self, tmp_path: Path) -> None:
        (tmp_path / "logo.png").write_bytes(PNG)
        logo = style_of(tmp_path, "logo: {path: logo.png, alt: House, height: 10mm}").logo
        assert logo is not None
        assert (logo.path, logo.alternative, logo.height, logo.data) == (
            str(tmp_path / "logo.png"),
            "House",
            Length.from_mm(10),
            PNG,
        )

    @pytest.mark.parametrize(
        ("data", "what"),
        [
            (black(7_000, 6_000, honest=False), "has more than 40 million pixels"),
            (progressive(64, 64, 501), "is told in more than 500 scans"),
        ],
    )
    def test_a_logo_that_is_too_much_to_be_unfolded_is_a_fault(
        self, data: bytes, what: str, tmp_path: Path
    ) -> None:
        (tmp_path / "logo.png").write_bytes(data)
        with pytest.raises(StyleError, match=rf'logo\.path: "?logo\.png"? {what}; make it smaller'):
            style_of(tmp_path, "logo: {path: logo.png, alt: House}")

    def test_a_logo_needs_words(self, tmp_path: Path) -> None:
        (tmp_path / "logo.png").write_bytes(PNG)
        with pytest.raises(Exception, match=r"house.yaml:1:7: logo.alt: is missing"):
            style_of(tmp_path, "logo: {path: logo.png}")

    def test_a_family_may_bring_its_files(self, tmp_path: Path) -> None:
        (tmp_path / "fonts").mkdir()
        (tmp_path / "fonts" / "Corp.ttf").write_bytes(Font("Corp", weight=500).data())
        style = style_of(
            tmp_path, "typography: {fonts: [{family: Corp, files: [fonts/Corp.ttf]}], headings: Corp}"
        )
        assert [family.name for family in style.fonts][:2] == ["Source Serif Pro", "Corp"]
        assert style.fonts[1].faces[0].path == str(tmp_path / "fonts" / "Corp.ttf")
        assert style.text["title"].family == style.text["facts"].family == "Corp"

    def test_colours_have_names(self, tmp_path: Path) -> None:
        style = style_of(
            tmp_path,
            "color: {palette: {sea: '#036', deep: sea}, primary: deep, muted: #777777\n}\n"
            "cover: {kind: band, fill: sea}\nstyles: {title: {color: white}}",
        )
        assert style.accent == style.cover.fill == Color(0, 0x33, 0x66)
        assert style.muted == Color(0x77, 0x77, 0x77)
        assert style.text["title"].color == Color(255, 255, 255)

    def test_labels_and_options_of_formats_are_handed_on(self, tmp_path: Path) -> None:
        (tmp_path / "corp.dotx").touch()
        style = style_of(
            tmp_path,
            "labels: {fr: {summary: L’essentiel}}\ndate-format: '{day:02}.{month_number:02}.{year}'\n"
            "word: {template: corp.dotx, map: {heading1: Corp 1}, embed-fonts: yes}\n"
            "pdf: {conformance: [ua-1]}",
        )
        assert style.labels == {"fr": {"summary": "L’essentiel"}}
        assert style.date_format == "{day:02}.{month_number:02}.{year}"
        assert style.word == {
            "template": str(tmp_path / "corp.dotx"),
            "map": {"heading1": "Corp 1"},
            "embed-fonts": True,
        }
        assert style.pdf == {"conformance": ("ua-1",)}
        assert load_style("default").word == load_style("default").pdf == {}


@pytest.mark.parametrize("kind", ["band", "page"])
def test_the_title_can_be_read_on_its_cover(tmp_path: Path, kind: str) -> None:
    for parent in ("default", "field-report", "government", "large-print", "memo", "think-tank"):
        style = style_of(tmp_path, f"extends: {parent}\ncover: {kind}")
        for role in ("label", "title", "subtitle", "facts"):
            assert contrast(style.text[role].color, style.cover.fill) >= LEAST


def test_what_stands_in_the_margins_of_a_cover_can_be_read(tmp_path: Path) -> None:
    cover = style_of(tmp_path, "cover: {kind: page, fill: '#12355b'}").cover
    assert cover.header == cover.footer == Color(255, 255, 255)


def test_a_header_keeps_its_colour_where_it_can_be_read_on_the_cover(tmp_path: Path) -> None:
    cover = style_of(tmp_path, "cover: {kind: page, fill: '#f3f6f9'}").cover
    assert cover.header is cover.footer is None


@pytest.mark.parametrize(("height", "color"), [("36pt", None), ("45pt", Color(255, 255, 255))])
def test_a_header_stands_on_the_band_that_reaches_below_its_middle(
    height: str, color: Color | None, tmp_path: Path
) -> None:
    said = f"page: {{header: 34pt}}\ncover: {{kind: band, fill: '#12355b', height: {height}}}"
    cover = style_of(tmp_path, said).cover
    assert (cover.header, cover.footer) == (color, None)


class TestTables:
    def test_text_on_a_ground_keeps_away_from_its_edges(self, tmp_path: Path) -> None:
        table = style_of(tmp_path, "table: {stripe: panel, padding: 5pt}\nrules: {table-rows: 1pt}").table
        assert (table.stripe, table.head_fill) == (Color(0xF3, 0xF6, 0xF9), None)
        assert (table.padding, table.inset, table.row_rule.width) == points(5, 6, 1)
        assert load_style("default").table.inset == 0

    def test_a_head_can_be_read_on_its_ground_and_so_can_its_links(self, tmp_path: Path) -> None:
        style = style_of(tmp_path, "table: {head-fill: primary}")
        assert style.table.head_fill == style.accent
        assert style.text["table-head"].color == style.table.head_link == Color(255, 255, 255)

    def test_a_head_keeps_what_can_be_read_on_its_ground(self, tmp_path: Path) -> None:
        style = style_of(tmp_path, "table: {head-fill: panel}")
        assert style.text["table-head"].color == style.foreground
        assert style.table.head_link is None

    def test_a_stripe_on_which_text_cannot_be_read_is_told(self, tmp_path: Path) -> None:
        (notice,) = style_of(tmp_path, "table:\n  stripe: '#777777'\n").notices
        assert (notice.code, notice.where) == ("contrast-low", str(tmp_path / "house.yaml:2:11"))
        assert notice.text == (
            "table.stripe: #777777 has a contrast of 2.78:1 with text in #12355b, and table-cell and links "
            'need 4.5:1; write "#9c9c9c" or lighter'
        )

    @pytest.mark.parametrize(
        ("written", "said"),
        [
            (
                "color: {primary: '#aaaaaa'}\nstyles: {title: {color: black}, heading1: {color: black}}",
                "links need ",
            ),
            ("styles: {facts: {color: '#aaaaaa'}}", "facts need "),
            ("styles: {quote: {color: '#aaaaaa'}}", "quote needs "),
        ],
    )
    def test_one_that_cannot_be_read_is_told_in_its_number(
        self, tmp_path: Path, written: str, said: str
    ) -> None:
        (notice,) = style_of(tmp_path, written).notices
        assert f"and {said}4.5:1" in notice.text
