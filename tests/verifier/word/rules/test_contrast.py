from io import BytesIO

import pytest
from PIL import Image

from tests.ooxml.making import p, r, row, table, tc
from tests.verifier.word.making import DECORATIVE, STYLES, anchor, head, png, replaced, rules, style, word

GREY, DARK = "888888", "10312F"
"""3.5 and 14 to 1 on white."""

PAPER = (
    '<w:pgSz w:w="11900" w:h="16840"/><w:pgMar w:top="1200" w:right="1200" w:bottom="1200" w:left="1200"/>'
)
FIRST = "<w:titlePg/>"
TITLE = r("A river that returns", '<w:color w:val="FFFFFF"/>')


def color(digits: str, more: str = "") -> str:
    return f'<w:color w:val="{digits}"{more}/>'


def fill(digits: str, pattern: str = "clear") -> str:
    return f'<w:shd w:val="{pattern}" w:color="auto" w:fill="{digits}"/>'


def text(properties: str, around: str = "") -> bytes:
    return word(p(properties=around, runs=r("Words.", properties)))


# ----------------------------------------------------------------------------------------------- text


def test_text_stands_out_from_paper() -> None:
    assert rules(text(color(GREY))) == ["contrast"]
    assert rules(text(color("767676"))) == []
    assert rules(text(color("777777"))) == ["contrast"]


@pytest.mark.parametrize(
    ("half_points", "more", "found"),
    [
        (36, "", []),
        (35, "", ["contrast"]),
        (28, "<w:b/>", []),
        (27, "<w:b/>", ["contrast"]),
        (28, '<w:b w:val="0"/>', ["contrast"]),
        (36, '<w:vertAlign w:val="superscript"/>', ["contrast"]),
        (36, '<w:vertAlign w:val="baseline"/>', []),
    ],
)
def test_large_text_needs_less(half_points: int, more: str, found: list[str]) -> None:
    assert rules(text(f'{color(GREY)}<w:sz w:val="{half_points}"/>{more}')) == found


def test_large_text_needs_something() -> None:
    assert rules(text(f'{color("999999")}<w:sz w:val="72"/>')) == ["contrast"]


def test_the_size_of_right_to_left_text_is_another() -> None:
    assert rules(text(f'{color(GREY)}<w:rtl/><w:sz w:val="36"/><w:szCs w:val="20"/>')) == ["contrast"]


def test_automatic_text_is_readable_on_any_ground() -> None:
    for ground in ("000000", "FFFFFF", "777777", "FF0000"):
        assert rules(text(color("auto"), fill(ground))) == []


def test_hidden_text_and_blanks_are_passed_over() -> None:
    assert rules(text(f"{color(GREY)}<w:vanish/>")) == []
    assert rules(word(p("Words.", runs=r(" ", color(GREY))))) == []


def test_colours_come_from_styles() -> None:
    styles = (
        STYLES
        + style("Pale", "Pale", f"<w:rPr>{color(GREY)}</w:rPr>", base="Normal")
        + style("Paler", "Paler", base="Pale")
        + style("Ink", "Ink", f"<w:rPr>{color('000000')}</w:rPr>", kind="character")
    )
    assert rules(word(p("Words.", style="Paler"), styles=styles)) == ["contrast"]
    inked = p(style="Paler", runs=r("Words.", '<w:rStyle w:val="Ink"/>'))
    assert rules(word(inked, styles=styles)) == []


def test_the_same_fault_is_told_once() -> None:
    assert rules(word(p(runs=r("One", color(GREY))) + p(runs=r("Two", color(GREY))))) == ["contrast"]


# ------------------------------------------------------------------------------------------- shading


@pytest.mark.parametrize(
    "properties",
    [
        color("FFFFFF") + fill(DARK),
        color("FFFFFF") + '<w:highlight w:val="darkBlue"/>',
    ],
)
def test_shading_of_a_run_is_its_ground(properties: str) -> None:
    assert rules(text(properties)) == []
    assert rules(text(properties.replace("FFFFFF", DARK))) == ["contrast"]


def test_shading_of_a_paragraph_is_its_ground() -> None:
    assert rules(text(color("FFFFFF"), fill(DARK))) == []
    assert rules(text(color("000000"), fill(DARK))) == ["contrast"]


def test_shading_of_a_style_is_its_ground_unless_it_is_taken_back() -> None:
    styles = STYLES + style("Panel", "Panel", f"<w:pPr>{fill(DARK)}</w:pPr>", base="Normal")
    panel = p(style="Panel", runs=r("Words.", color("FFFFFF")))
    assert rules(word(panel, styles=styles)) == []
    plain = p(style="Panel", properties=fill("auto"), runs=r("Words.", color("FFFFFF")))
    assert rules(word(plain, styles=styles)) == ["contrast"]


def test_patterns_are_mixed() -> None:
    assert rules(text(color("FFFFFF"), fill("FFFFFF", "solid"))) == []
    assert rules(text(color("000000"), fill("FFFFFF", "pct90"))) == ["contrast"]
    assert rules(text(color("000000"), fill("FFFFFF", "pct10"))) == []


def test_shading_of_a_cell_is_its_ground() -> None:
    white = p(runs=r("2026", color("FFFFFF")))
    dark = table(head("Year"), row(tc(white, fill(DARK)))) + p("Words.")
    light = table(head("Year"), row(tc(white))) + p("Words.")
    assert rules(word(dark)) == []
    assert rules(word(light)) == ["contrast"]


def test_the_style_of_a_table_shades_its_head() -> None:
    first = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{fill(DARK)}</w:tcPr></w:tblStylePr>'
    styles = STYLES + style("Grid", "Grid", first, kind="table")
    white, named = p(runs=r("Year", color("FFFFFF"))), '<w:tblStyle w:val="Grid"/><w:tblLook w:val="{}"/>'
    made = table(head(tc(white)), row("2026"), properties=named.format("0020")) + p("Words.")
    assert rules(word(made, styles=styles)) == []
    assert rules(word(made.replace("0020", "0000"), styles=styles)) == ["contrast"]


def test_the_style_of_a_table_colours_its_head() -> None:
    first = f'<w:tblStylePr w:type="firstRow"><w:rPr>{color("FFFFFF")}</w:rPr></w:tblStylePr>'
    styles = STYLES + style("Grid", "Grid", first, kind="table")
    named = '<w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="{}"/>'
    made = table(head("Year"), row("2026"), properties=named.format("1")) + p("Words.")
    assert rules(word(made, styles=styles)) == ["contrast"]
    assert rules(word(made.replace('firstRow="1"', 'firstRow="0"'), styles=styles)) == []


# -------------------------------------------------------------------------------- behind the whole page


def covered(
    body: str, image: bytes, *, height: int = 300, section: str = FIRST, place: str = "first"
) -> bytes:
    """Return a file with a picture behind the head of its page, as wide as the page."""
    band = anchor(content=DECORATIVE, behind=True, place=(0, 0, 595, height))
    return word(body, section=PAPER + section, image=image, running={f"header/{place}": p(runs=band)})


def lines(count: int) -> str:
    return p("Words.") * count


def test_white_words_on_a_dark_band_are_readable() -> None:
    assert rules(covered(p(runs=TITLE), png(0x10, 0x31, 0x2F))) == []


def test_white_words_on_a_light_band_are_not() -> None:
    assert rules(covered(p(runs=TITLE), png(0xEE, 0xEE, 0xEE))) == ["contrast"]


def test_dark_words_on_a_dark_band_are_not() -> None:
    dark = p(runs=r("A river that returns", color("222222")))
    assert rules(covered(dark, png(0x10, 0x31, 0x2F))) == ["contrast"]


def test_white_words_far_below_the_band_are_not() -> None:
    assert rules(covered(lines(30) + p(runs=TITLE), png(0x10, 0x31, 0x2F), height=100)) == ["contrast"]


def test_white_words_on_the_next_page_are_not() -> None:
    following = p(properties="<w:pageBreakBefore/>", runs=TITLE)
    assert rules(covered(following, png(0x10, 0x31, 0x2F), height=842)) == ["contrast"]


def test_black_words_below_the_band_are_readable() -> None:
    black = p(runs=r("Words.", color("000000")))
    assert rules(covered(p(runs=TITLE) + black * 30, png(0x10, 0x31, 0x2F), height=84)) == []


def test_a_band_that_is_on_other_pages_is_no_ground() -> None:
    data = covered(p(runs=TITLE), png(0x10, 0x31, 0x2F), section="", place="first")
    assert rules(data) == ["contrast"]


def test_words_on_a_picture_of_several_colours_cannot_be_judged() -> None:
    halves = Image.new("RGB", (2, 2), (0x10, 0x31, 0x2F))
    halves.putpixel((1, 0), (255, 255, 255))
    file = BytesIO()
    halves.save(file, "PNG")
    assert rules(covered(p(runs=TITLE), file.getvalue())) == ["contrast-picture"]


def test_words_on_the_plain_part_of_a_picture_are_judged_by_its_colour() -> None:
    plain = png(0x10, 0x31, 0x2F, size=(2, 2))
    assert rules(covered(p(runs=TITLE), plain)) == rules(covered(p(runs=TITLE), png(0x10, 0x31, 0x2F)))


def test_shaded_words_do_not_stand_on_the_picture() -> None:
    band = anchor(content=DECORATIVE, behind=True, place=(0, 0, 595, 842))
    data = word(
        running={"header/default": p(runs=band)},
        section=PAPER,
        image=png(1, 2, 3, size=(2, 2)),
        styles=STYLES.replace(
            style("Normal", "Normal"), style("Normal", "Normal", f"<w:pPr>{fill('FFFFFF')}</w:pPr>")
        ),
    )
    assert rules(data) == []


def test_a_picture_in_the_margin_stands_behind_no_words() -> None:
    band = anchor(content=DECORATIVE, behind=True, place=(0, 0, 20, 842))
    data = word(running={"header/default": p(runs=band)}, section=PAPER, image=png(1, 2, 3, size=(2, 2)))
    assert rules(data) == []


def test_the_colour_of_the_page_counts_where_it_is_shown() -> None:
    body = f'<w:background w:color="{DARK}"/><w:body>'
    shown = "<w:displayBackgroundShape/>"
    made = word(p(runs=TITLE), settings=shown)
    assert rules(made) == ["contrast"]
    assert rules(replaced(made, "word/document.xml", "<w:body>", body)) == []
    assert rules(replaced(word(p(runs=TITLE)), "word/document.xml", "<w:body>", body)) == ["contrast"]
