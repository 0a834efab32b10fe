"""Files that extend others, and what options set above them."""

from pathlib import Path

import pytest

from converter.errors import StyleError, UsageError
from converter.model.style import Color, Length, Rule
from converter.stylesheets import folders
from converter.stylesheets.layers import Override, layers_of, merge, override
from converter.stylesheets.styles import STYLE, load_style
from converter.yaml_source import Mapping, Node, Place, Scalar, Sequence

from .houses import house, style_of


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the user's folder of styles."""
    monkeypatch.setattr(folders, "user_folder", lambda: tmp_path)
    return tmp_path


def at(tree: Node, *keys: str) -> Node:
    for key in keys:
        assert isinstance(tree, Mapping)
        tree = next(entry.value for entry in tree.entries if entry.key.text == key)
    return tree


class TestExtends:
    def test_a_style_builds_on_the_default_where_it_extends_nothing(self, tmp_path: Path) -> None:
        style = style_of(tmp_path, "color: {primary: '#800000'}")
        default = load_style("default")
        assert style.accent == Color(0x80, 0, 0)
        assert (style.page, style.header, style.text["body"]) == (
            default.page,
            default.header,
            default.text["body"],
        )

    def test_maps_merge_lists_replace_and_null_deletes(self, tmp_path: Path) -> None:
        text = "page: {margins: {left: 30mm}}\nbullets: [–]\nstyles: {quote: {italic: null}}\nfooter: ~"
        style = style_of(tmp_path, text)
        assert (style.page.left, style.page.right) == (Length.from_mm(30), Length.from_mm(24))
        assert style.bullets == ("–",)
        assert style.text["quote"].italic is False
        assert style.footer.right == ""

    def test_a_chain_is_followed_by_name_and_by_path(self, tmp_path: Path) -> None:
        house(tmp_path, "extends: government\nseparator: ' / '", "house.yaml")
        team = house(tmp_path, "extends: ../house.yaml\nbox: panel", "team/team.yaml")
        style = load_style(team)
        assert (style.name, style.separator, style.numbering) == ("team", " / ", "paragraphs")
        assert style.box is not None

    def test_a_short_form_merges_with_the_map_below_it(self, tmp_path: Path) -> None:
        style = style_of(tmp_path, "typography: {base: Source Sans Pro}\nrules: {table: 2pt}")
        assert style.text["body"].family == "Source Sans Pro"
        assert style.text["body"].size == 10.5
        assert style.table.rule == Rule(Length(2), style.foreground)

    def test_what_a_file_says_of_itself_is_not_handed_down(self, tmp_path: Path) -> None:
        assert style_of(tmp_path, "extends: government").description == ""
        assert style_of(tmp_path, "meta: {name: House}").description == "House"

    def test_an_empty_file_is_the_default(self, tmp_path: Path) -> None:
        assert style_of(tmp_path, "# nothing yet\n").text == load_style("default").text

    @pytest.mark.parametrize("first", ["b.yaml", "./b.yaml", "sub/../b.yaml"])
    def test_a_circle_is_refused(self, first: str, tmp_path: Path) -> None:
        (tmp_path / "sub").mkdir()
        house(tmp_path, "extends: sub/../a.yaml", "b.yaml")
        with pytest.raises(StyleError) as caught:
            load_style(house(tmp_path, f"extends: {first}", "a.yaml"))
        assert caught.value.code == "style-cycle"
        assert caught.value.where.endswith("b.yaml:1:10")
        assert caught.value.what == "extends: goes in a circle: a.yaml → b.yaml → sub/../a.yaml"

    def test_a_base_that_does_not_exist_is_told_where_it_is_named(self, tmp_path: Path) -> None:
        path = house(tmp_path, "\nextends: goverment\n")
        with pytest.raises(StyleError) as caught:
            load_style(path)
        assert str(caught.value) == (
            f"{path}:2:10: extends: no style is called goverment; did you mean government?"
        )

    def test_a_base_of_the_wrong_kind_is_a_fault(self, tmp_path: Path) -> None:
        with pytest.raises(StyleError, match=r"house.yaml:1:10: extends: is a list, not a text"):
            style_of(tmp_path, "extends: [default]")

    def test_a_users_style_may_take_and_extend_the_name_of_one_that_ships(self, own: Path) -> None:
        house(own, "separator: ' / '", "default.yaml")
        house(own, "extends: government\nbox: panel", "government.yaml")
        assert load_style("default").separator == " / "
        style = load_style("government")
        assert (style.separator, style.numbering, style.box is None) == (" / ", "paragraphs", False)


class TestOrigin:
    def test_every_value_keeps_the_place_that_set_it(self, tmp_path: Path) -> None:
        base = house(tmp_path, "extends: default\npage:\n  indent: 20mm\n  size: A5\n", "base.yaml")
        path = house(tmp_path, "extends: base.yaml\npage: {size: A4}\n")
        tree = merge(layers_of("style", path, "default"), STYLE, [override("page.header=9mm")])
        assert at(tree, "page", "size").place == Place(path, 2, 14)
        assert at(tree, "page", "indent").place == Place(base, 3, 11)
        assert at(tree, "page", "header").place == Place("--set page.header")
        assert at(tree, "page", "footer").place.file == str(folders.shipped_folder() / "default.yaml")


class TestOverrides:
    def test_an_override_is_the_topmost_layer(self, tmp_path: Path) -> None:
        style = style_of(tmp_path, "typography: {base: {size: 12pt}}", "typography.base.size=11pt")
        assert style.text["body"].size == Length(11)

    def test_the_last_of_two_wins(self) -> None:
        style = load_style("default", overrides=("numbering=paragraphs", "numbering=none"))
        assert style.numbering == "none"

    @pytest.mark.parametrize(
        "value", ["#fff", "no", "a: b", "- x", "*x", "{title} = {source}", "{title}: {source}"]
    )
    def test_a_value_is_taken_as_it_is_written(self, value: str) -> None:
        tree = override(f"separator={value}")
        assert at(tree, "separator") == Scalar(value, Place("--set separator"))

    def test_a_value_in_brackets_is_yaml(self) -> None:
        style = load_style(
            "default", overrides=('bullets=["*", -]', "header={left: L}", "color.primary=#fff")
        )
        assert (style.bullets, style.header.left, style.header.right) == (("*", "-"), "L", "{marking}")
        assert style.accent == Color(255, 255, 255)

    def test_an_empty_value_deletes(self) -> None:
        assert load_style("default", overrides=("header=",)).header.right == ""

    @pytest.mark.parametrize(
        "text",
        ["", "=", "page", "page.size", ".=1", "page..size=A4", "extends=government", "a." * 40 + "b=1"],
    )
    def test_an_override_that_sets_nothing_is_a_usage_error(self, text: str) -> None:
        with pytest.raises(UsageError) as caught:
            override(text)
        assert caught.value.code == "set-malformed"

    def test_what_a_configuration_file_sets_is_told_with_its_place(self) -> None:
        place = Place("briefing.yaml", 3, 5)
        assert at(override(Override("page.size=A5", place)), "page", "size").place == place
        tree = at(override(Override("bullets=[a, {b: c}]", place)), "bullets")
        assert isinstance(tree, Sequence)
        assert [item.place for item in (tree, *tree.items)] == [place] * 3
        with pytest.raises(UsageError, match=r"^briefing.yaml:3:5: page sets nothing"):
            override(Override("page", place))

    def test_paths_of_a_configuration_file_start_at_its_folder(self, tmp_path: Path) -> None:
        (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
        logo = Override("logo={path: logo.png, alt: House}", Place(f"{tmp_path}/briefing.yaml", 3, 5))
        found = load_style("default", overrides=(logo,)).logo
        assert found is not None
        assert found.path == f"{tmp_path}/logo.png"

    def test_paper_outdoes_style_and_overrides(self) -> None:
        page = load_style("default", overrides=("page.size=A5",), paper="Letter").page
        assert (page.width, page.height) == (Length(612), Length(792))
