"""A style as one file: it says the same, and every value has its place."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.model.style import Style
from converter.stylesheets import folders
from converter.stylesheets.layers import Override
from converter.stylesheets.listing import available
from converter.stylesheets.showing import Shown, show_style, yaml_lines
from converter.stylesheets.styles import load_style
from converter.stylesheets.values import Value
from converter.yaml_source import Place

from .houses import house

PNG = b"\x89PNG\r\n\x1a\n"


def saved(shown: Shown, path: Path) -> str:
    """Write what is shown to a file, and return its path."""
    path.write_text("".join(f"{line}\n" for line, _ in yaml_lines(shown.values)), "utf-8")
    return str(path)


def look(style: Style) -> Style:
    return replace(style, name="", notices=())


def at(shown: Shown, key: str) -> Value:
    (value,) = (value for value in shown.values if ".".join(value.keys) == key)
    return value


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which is empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", [style.name for style in available("style")])
def test_a_style_that_ships_is_itself_when_it_is_saved(name: str, folder: Path) -> None:
    assert look(load_style(saved(show_style(name), folder / "saved.yaml"))) == look(load_style(name))


@pytest.mark.parametrize(
    "text",
    [
        "styles: {quote: {italic: null}}\nfooter: ~",
        "styles: {quote: null, title: {color: null}}",
        "rules: null\nbox: null\ncolor: null",
        "color: {primary: #f00\n  }",
        "typography: {base: Source Sans Pro, small: null}\ncover: band",
        "bullets: ['*', \"'\", '#']\nseparator: ' # '\ndate-format: '{day}. {month}'",
        "labels: {no: {summary: 'yes'}, fr: {summary: \"Résumé: l'essentiel\"}}",
        "first-header: {left: '{title}'}\npage: {size: 8in x 11in, indent: 0}",
        "word: {map: {heading1: Überschrift 1}, embed-fonts: yes}\npdf: {conformance: []}",
        "page: {margins: &m {left: 3cm}}\nlabels: {en: {}}",
        "word: {template: looks/corp.dotx}\nlogo: {path: looks/logo.png, alt: House}",
    ],
)
def test_a_style_of_ones_own_is_itself_when_it_is_saved(text: str, folder: Path) -> None:
    (folder / "looks").mkdir()
    (folder / "looks/logo.png").write_bytes(PNG)
    (folder / "looks/corp.dotx").write_bytes(b"")
    path = house(folder, text)
    assert look(load_style(saved(show_style(path), folder / "saved.yaml"))) == look(load_style(path))


def test_what_a_file_on_the_way_deletes_stays_deleted(folder: Path) -> None:
    house(folder, "extends: government\nrules: null", "team.yaml")
    path = house(folder, "extends: team.yaml\nrules: {method: 2pt}")
    shown = show_style(path)
    assert look(load_style(saved(shown, folder / "saved.yaml"))) == look(load_style(path))
    assert at(shown, "rules.title-below.width") == Value(("rules", "title-below", "width"), "null")


def test_a_brand_file_is_shown_as_the_style_that_it_is(folder: Path) -> None:
    (folder / "logo.png").write_bytes(PNG)
    text = (
        "meta: {name: {full: Port of Lund}}\ncolor: {palette: {sea: navy}, primary: sea, secondary: '#444'}\n"
        "typography: {base: {family: Source Sans Pro, size: 16px}}\n"
        "logo: {images: {l: {path: logo.png, alt: Port}}, medium: l}\ndefaults: {}\n"
    )
    path = house(folder, text, "_brand.yml")
    shown = show_style(path)
    assert [notice.code for notice in shown.notices] == ["brand-unused"]
    brand, copy = load_style(path), load_style(saved(shown, folder / "saved.yaml"))
    assert look(copy) == look(brand)
    assert at(shown, "color.primary").place == Place(str(folder / "_brand.yml"), 2, 40)


PIECES = {
    "color": ["{primary: '#123'}", "{palette: {a: '#abcdef'}, primary: a}", "{muted: null}"],
    "typography": ["{base: {size: 11pt}}", "{small: null}", "{headings: {color: muted, italic: yes}}"],
    "page": ["{size: A5}", "{margins: {left: 2cm, right: null}}"],
    "footer": ["{left: '{title}'}", "{right: null}"],
    "first-header": ["{left: L}", "{center: C}"],
    "cover": ["band", "{kind: page, fill: primary}"],
    "box": ["none", "{kind: panel, padding: null}", "{rule: {width: null}}"],
    "rules": ["{method: none}", "{table: {color: primary}, title-above: 1pt}"],
    "styles": ["{quote: null}", "{title: {size: null}, lead: {indent: 1em}}", "{code: {italic: off}}"],
    "bullets": ["['*']", "[a, b, c]"],
    "labels": ["{fr: {summary: Résumé}}", "{fr: null, de: {summary: Kurz}}"],
    "word": ["{map: {title: T}}", "{map: {title: null, body: B}, embed-fonts: no}"],
    "separator": ["' # '", "'null'", '"\\t"'],
}

layer = st.fixed_dictionaries(
    {}, optional={key: st.sampled_from([*of, "null"]) for key, of in PIECES.items()}
)


@settings(max_examples=40)
@given(st.lists(layer, min_size=1, max_size=3))
def test_any_layers_are_the_same_style_when_they_are_saved(
    tmp_path_factory: pytest.TempPathFactory, layers: list[dict[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("layers")
    for number, pieces in enumerate(layers):
        base = f"{number - 1}.yaml" if number else "government"
        text = "".join(f"{key}: {value}\n" for key, value in {"extends": base, **pieces}.items())
        path = house(folder, text, f"{number}.yaml")
    assert look(load_style(saved(show_style(path), folder / "saved.yaml"))) == look(load_style(path))


def test_paths_start_at_this_folder(folder: Path) -> None:
    house(folder, "logo: {path: logo.png, alt: House}", "looks/house.yaml")
    (folder / "looks/logo.png").write_bytes(PNG)
    assert at(show_style("looks/house.yaml"), "logo.path").text == '"looks/logo.png"'
    nested = house(folder, "extends: ../looks/house.yaml", "team/team.yaml")
    assert at(show_style(nested), "logo.path").text == f'"{folder}/team/../looks/logo.png"'


def test_every_value_has_the_place_that_set_it(folder: Path) -> None:
    house(folder, "extends: government\npage:\n  indent: 20mm\n  header: 9mm", "team.yaml")
    house(folder, "extends: team.yaml\npage: {header: 8mm}\nfooter:\nfirst-header: {left: L}")
    overrides = (Override("bullets=[a, b]", Place("briefing.yaml", 3, 5)), Override("page.footer=8mm"))
    shown = show_style("house.yaml", overrides=overrides, paper="A5")
    ours = folders.shipped_folder()
    assert shown.files == (
        Path("house.yaml"),
        Path("team.yaml"),
        ours / "government.yaml",
        ours / "default.yaml",
    )
    assert at(shown, "page.indent").place == Place("team.yaml", 3, 11)
    assert at(shown, "page.header").place == Place("house.yaml", 2, 16)
    assert at(shown, "numbering").place.file == str(ours / "government.yaml")
    assert at(shown, "contents").place.file == str(ours / "default.yaml")
    assert at(shown, "bullets").place == Place("briefing.yaml", 3, 5)
    assert at(shown, "page.footer").place == Place("--set page.footer")
    assert at(shown, "page.size") == Value(("page", "size"), "A5", Place("--paper"))
    assert at(shown, "first-header.center") == Value(("first-header", "center"), '""', is_default=True)
    assert at(shown, "footer.left") == Value(
        ("footer", "left"), '""', Place("house.yaml", 3, 8), is_default=True
    )


def test_values_stand_in_the_order_of_the_schema() -> None:
    shown = show_style("default", overrides=("styles.body.family=Source Sans Pro",))
    keys = [".".join(value.keys) for value in shown.values]
    assert keys.index("page.size") < keys.index("header.left") < keys.index("styles.title.size")
    assert keys.index("styles.body.family") + 1 == keys.index("styles.body.align")
    assert len(set(keys)) == len(keys)


def test_a_faulty_style_is_not_shown(folder: Path) -> None:
    with pytest.raises(Exception, match=r"house.yaml:1:1: colour: is not a key"):
        show_style(house(folder, "colour: {}"))
