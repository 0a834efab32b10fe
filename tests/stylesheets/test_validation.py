"""Where a fault is told that has several causes, or none in the file; other faults stand in `faulty/`."""

from pathlib import Path

import pytest

from converter.limits import LIMITS
from converter.stylesheets.styles import load_style

from .houses import error_of, house, lines_of, style_of


def test_a_fault_of_an_option_is_told_of_the_option(tmp_path: Path) -> None:
    assert lines_of(tmp_path, "numbering: none", "typography.base.size=eleven", "pag.size=A4") == [
        "--set pag.size: pag: is not a key; did you mean page?",
        (
            '--set typography.base.size: typography.base.size: "eleven" is not a length; '
            "write 11pt, 3.9mm, 0.15in or 1.2em"
        ),
    ]


def test_a_paper_that_does_not_exist_is_a_fault_of_its_option() -> None:
    with pytest.raises(Exception, match=r'^--paper: page.size: "B9" is not a paper size; choose A3, '):
        load_style("default", paper="B9")


def test_giant_and_deep_files_are_refused_where_they_go_too_far(tmp_path: Path) -> None:
    assert error_of(tmp_path, "# long\n" * LIMITS.yaml_bytes).what == "is larger than 256 KB"
    deep = error_of(tmp_path, "page: " + "{a: " * 100)
    assert deep.where.endswith(f"house.yaml:1:{len('page: ') + 4 * (LIMITS.yaml_depth - 1) + 1}")
    assert deep.what == f"is nested deeper than {LIMITS.yaml_depth} levels"


def test_what_is_weak_is_a_notice_to_those_who_convert(tmp_path: Path) -> None:
    (notice,) = style_of(tmp_path, "color: {muted: '#999999'}").notices
    assert (notice.code, notice.where) == ("contrast-low", f"{tmp_path}/house.yaml:1:16")
    assert notice.text.startswith(
        "color.muted: #999999 has a contrast of 2.84:1 with its ground #ffffff, and "
    )
    assert [notice.code for notice in style_of(tmp_path, "page: {header: 1in}").notices] == ["header-in-text"]
    assert [notice.code for notice in style_of(tmp_path, 'bullets: ["\ue000"]').notices] == ["glyph-missing"]


def test_a_contrast_is_told_at_the_option_that_spoils_it(tmp_path: Path) -> None:
    (notice,) = style_of(tmp_path, "box: panel\ncolor: {panel: '#eeeeee'}", "color.panel=#888888").notices
    assert notice.where == "--set color.panel"


def test_large_type_needs_less_contrast(tmp_path: Path) -> None:
    grey = "color: '#949494'"
    large = f"styles:\n  title: {{{grey}, size: 18pt}}\n  subtitle: {{{grey}, size: 14pt, weight: bold}}\n"
    assert style_of(tmp_path, large).notices == ()
    assert len(style_of(tmp_path, large.replace("18", "17").replace("14pt", "13pt")).notices) == 2


def test_what_stands_on_a_cover_is_mended_and_not_told(tmp_path: Path) -> None:
    assert style_of(tmp_path, "cover: {kind: band, fill: '#123456'}").notices == ()


def test_a_text_of_a_colour_that_is_no_colour_is_not_told_twice(tmp_path: Path) -> None:
    assert len(lines_of(tmp_path, "box: panel\ncolor: {panel: '#333333', palette: {ink: nil}}")) == 1


class TestFields:
    def test_a_field_that_nobody_gives_is_a_fault_where_it_stands(self, tmp_path: Path) -> None:
        path = house(tmp_path, 'footer: {left: "{source} · {unit}"}')
        with pytest.raises(Exception, match=r"yaml:1:28: footer.left: there is no field {unit}") as caught:
            load_style(path, given=("team",))
        assert str(caught.value).endswith(
            "choose title, source, date, author, marking, page, pages or team, or give it with --field unit=…"
        )

    def test_a_field_that_is_given_is_none(self, tmp_path: Path) -> None:
        assert (
            load_style(house(tmp_path, "footer: {left: '{titel}'}"), given=("titel",)).footer.left
            == "{titel}"
        )

    def test_a_check_cannot_know_the_fields_given_and_tells_what_is_nearly_one_of_ours(
        self, tmp_path: Path
    ) -> None:
        path = house(tmp_path, "footer: {left: '{subtitle} {unit} {reviewer}'}")
        load_style(path, strict=True)
        for name in ("titel", "pagse", "autor", "sorce", "markng"):
            path = house(tmp_path, f"footer: {{left: '{{{name}}}'}}")
            with pytest.raises(Exception, match="did you mean"):
                load_style(path, strict=True)
