"""The stationery of a style: which sheet lies under which page, and what is wrong with its files."""

from pathlib import Path

import pytest

from converter.limits import LIMITS
from converter.model.style import Stationery, Style, Underlay
from converter.stylesheets.faults import StyleFaultsError
from converter.stylesheets.styles import load_style
from tests.sheets import A4_PT, BLUE, RED, opened, pdf, picture
from tests.stylesheets.houses import house, lines_of, style_of

WHITE = (255, 255, 255)
LETTER_PT = (612.0, 792.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with sheets."""
    (tmp_path / "one.pdf").write_bytes(pdf(RED))
    (tmp_path / "two.pdf").write_bytes(pdf(RED, BLUE))
    (tmp_path / "letter.pdf").write_bytes(pdf(RED, size=LETTER_PT))
    (tmp_path / "plain.png").write_bytes(picture("PNG", color=BLUE))
    return tmp_path


def seen(underlay: Underlay | None) -> object:
    """Return the colour at the top of a sheet."""
    return opened(underlay.draw()).convert("RGB").getpixel((5, 5)) if underlay else None


def colors(style: Style) -> tuple[object, object]:
    assert style.stationery
    return seen(style.stationery.first), seen(style.stationery.following)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one.pdf", (RED, RED)),
        ("two.pdf", (RED, BLUE)),
        ("{first: one.pdf}", (RED, None)),
        ("{first: two.pdf}", (RED, BLUE)),
        ("{following: plain.png}", (None, BLUE)),
        ("{first: two.pdf, following: one.pdf}", (RED, RED)),
        ("{first: one.pdf, following: plain.png}", (RED, BLUE)),
        ("{first: two.pdf, following: two.pdf}", (RED, BLUE)),
    ],
)
def test_each_page_has_its_sheet(folder: Path, text: str, expected: tuple[object, object]) -> None:
    assert colors(style_of(folder, f"page: {{stationery: {text}}}")) == expected


def test_one_sheet_under_all_pages_is_one_object(folder: Path) -> None:
    stationery = style_of(folder, "page: {stationery: one.pdf}").stationery
    assert stationery
    assert stationery.first is stationery.following


def test_there_is_none_by_default(folder: Path) -> None:
    assert load_style("default").stationery is None
    assert style_of(folder, "page: {stationery: {}}").stationery == Stationery()


@pytest.mark.parametrize(
    ("base", "over", "expected"),
    [
        ("{first: one.pdf, following: plain.png}", "two.pdf", (RED, BLUE)),
        ("{first: two.pdf, following: two.pdf}", "one.pdf", (RED, RED)),
        ("one.pdf", "{following: plain.png}", (RED, BLUE)),
        ("one.pdf", "{following: null}", (RED, None)),
    ],
)
def test_a_file_that_extends_another_changes_it(
    folder: Path, base: str, over: str, expected: tuple[object, object]
) -> None:
    house(folder, f"page: {{stationery: {base}}}", "base.yaml")
    assert colors(style_of(folder, f"extends: base.yaml\npage: {{stationery: {over}}}")) == expected


def test_null_takes_it_away(folder: Path) -> None:
    house(folder, "page: {stationery: one.pdf}", "base.yaml")
    assert style_of(folder, "extends: base.yaml\npage: {stationery: null}").stationery is None


def test_it_is_scaled_to_paper_of_its_proportions(folder: Path) -> None:
    style = style_of(folder, "page: {stationery: one.pdf, size: A5}")
    assert style.stationery
    assert style.stationery.first
    width, height = opened(style.stationery.first.draw()).size
    assert (width, height) == pytest.approx((148 / 25.4 * 300, 210 / 25.4 * 300), rel=0.01)


def test_paper_of_other_proportions_is_a_fault_with_both_sizes(folder: Path) -> None:
    text = "page:\n  size: A4\n  stationery: {first: letter.pdf, following: plain.png}"
    assert lines_of(folder, text) == [
        (
            'house.yaml:3:23: page.stationery.first: "letter.pdf" is 216 x 279 mm, and the paper '
            "210 x 297 mm; let page.size or --paper be as the stationery is"
        )
    ]
    (folder / "plain.png").write_bytes(picture("PNG", (297, 210)))
    with pytest.raises(StyleFaultsError, match="is 297 x 210 pixels, and the paper 216 x 279 mm"):
        load_style(house(folder, "page: {stationery: plain.png}"), paper="Letter")


def test_every_file_has_its_own_fault(folder: Path) -> None:
    (folder / "locked.pdf").write_bytes(pdf(RED, locked="x"))
    text = "page:\n  stationery:\n    first: missing.pdf\n    following: locked.pdf\n"
    assert lines_of(folder, text) == [
        (
            "house.yaml:3:12: page.stationery.first: there is no file missing.pdf; "
            "write its path from the folder of this file"
        ),
        (
            'house.yaml:4:16: page.stationery.following: "locked.pdf" needs a password; '
            "save it anew, without a password"
        ),
    ]


def test_a_file_alone_that_is_wrong_is_told_once(folder: Path) -> None:
    (folder / "broken.png").write_bytes(b"nothing")
    assert lines_of(folder, "page: {stationery: broken.png}") == [
        (
            'house.yaml:1:20: page.stationery.first: "broken.png" is not a PDF, PNG or JPEG file; '
            "save it anew as PDF, PNG or JPEG"
        )
    ]


def test_damage_that_shows_late_is_told_at_its_place(folder: Path) -> None:
    data = picture("PNG", (420, 594))
    (folder / "cut.png").write_bytes(data[: len(data) // 2])
    style = style_of(folder, "page: {stationery: cut.png}")
    assert style.stationery
    assert style.stationery.first
    with pytest.raises(StyleFaultsError) as caught:
        style.stationery.first.draw()
    assert str(caught.value).replace(f"{folder}/", "") == (
        'house.yaml:1:20: page.stationery.first: "cut.png" is damaged; save it anew as PDF, PNG or JPEG'
    )


def test_nothing_is_drawn_before_it_is_wanted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    monkeypatch.setattr(
        "converter.stylesheets.stationery.drawn", lambda _data, _index, dpi: asked.append(dpi)
    )
    style = style_of(folder, "page: {stationery: two.pdf}")
    assert asked == []
    assert style.stationery
    assert style.stationery.first
    style.stationery.first.draw()
    assert asked == [pytest.approx(300, rel=0.001)]


def test_very_large_paper_gets_fewer_dots(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    monkeypatch.setattr(
        "converter.stylesheets.stationery.drawn", lambda _data, _index, dpi: asked.append(dpi)
    )
    style = style_of(folder, "page: {stationery: one.pdf, size: 841mm x 1189mm}")
    assert style.stationery
    assert style.stationery.first
    style.stationery.first.draw()
    pixels = [side / 72 * asked[0] for side in A4_PT]
    assert 39_000_000 < pixels[0] * pixels[1] < LIMITS.image_pixels
