"""What a file is."""

from pathlib import Path

import pytest

from converter.model.style import Style
from converter.stylesheets.faults import StyleFaultsError
from converter.stylesheets.folders import Kind
from converter.stylesheets.kinds import kind_of, load_any


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("extends: default\nsections: {background: null}", "outline"),
        ("description: Ours\nsections: {}", "outline"),
        ("name: Svenska\nlabels: {summary: Kort}", "language"),
        ("extends: en\nlabels: {summary: In short}\ncues: {}", "language"),
        ("extends: default\nlabels: {en: {summary: In short}}", "style"),
        ("prefix: House\nmarks: {House secret: {}}", "scheme"),
        ("colour: {}", "style"),
        ("# nothing", "style"),
        ("- a list", "style"),
        ("page: [", "style"),
    ],
)
def test_its_keys_tell(text: str, kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text(text, "utf-8")
    assert kind_of(str(tmp_path / "house.yaml")) == kind


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("outlines", "outline"), ("languages", "language"), ("schemes", "scheme"), ("looks", "style")],
)
def test_its_folder_tells_before_its_keys(
    folder: str, kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "a.yaml").write_text("color: {}\npage: {}", "utf-8")
    assert kind_of(str(tmp_path / folder / "a.yaml")) == kind
    monkeypatch.chdir(tmp_path / folder)
    assert kind_of("a.yaml") == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("default", "style"),
        ("sbar", "outline"),
        ("de", "language"),
        ("tlp", "scheme"),
        ("nobody", "style"),
        ("x.yaml", "style"),
    ],
)
def test_a_name_is_a_style_unless_another_kind_alone_has_it(name: str, kind: Kind) -> None:
    assert kind_of(name) == kind


def test_what_is_weak_is_a_fault_only_where_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text('color: {muted: "#bbbbbb"}', "utf-8")
    style = load_any("style", str(path))
    assert isinstance(style, Style)
    assert style.notices
    with pytest.raises(StyleFaultsError, match="contrast"):
        load_any("style", str(path), strict=True)
