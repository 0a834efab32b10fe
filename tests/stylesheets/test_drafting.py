"""A new file: whatever one takes the # from, it is valid, and says what the file below says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from converter.errors import StyleError
from converter.model.language import Language
from converter.model.outline import Outline
from converter.model.style import Scheme, Style
from converter.stylesheets import folders
from converter.stylesheets.drafting import base_of, draft_text, schema_address
from converter.stylesheets.folders import KINDS, Kind
from converter.stylesheets.json_schema import json_schema
from converter.stylesheets.kinds import TABLES, load_any
from converter.stylesheets.listing import available
from converter.stylesheets.sheets import Table

from .houses import house

NAME: dict[Kind, str] = {"style": "house", "outline": "mine", "language": "sv", "scheme": "ours"}
BASES: list[tuple[Kind, str]] = [(kind, one.name) for kind in ("style", "outline") for one in available(kind)]
BASES += [("language", "en"), ("scheme", "tlp")]
LINE = re.compile(r"#((?:  )*)([^\s#].*)")


def draft(kind: Kind, base: str, folder: Path) -> str:
    return draft_text(kind, base, folder / f"{NAME[kind]}.yaml", "style.schema.json")


def choices(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line that could be read, with the text in which it and its parents can."""
    lines = text.splitlines()
    parents: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        if not (found := LINE.fullmatch(line)):
            continue
        depth = len(found[1])
        parents = [(deep, at) for deep, at in parents if deep < depth]
        if not re.fullmatch(r"[^ ]+:( +# .*)?", found[2]):
            read = {at for _, at in parents} | {number}
            yield line, "\n".join(one[1:] if at in read else one for at, one in enumerate(lines))
        parents.append((depth, number))


def loaded(kind: Kind, path: Path | str) -> Style | Outline | Language | Scheme:
    """Return the file without what it says of itself."""
    found = load_any(kind, str(path))
    if isinstance(found, Language):
        return replace(found, tag="", name="")
    if isinstance(found, Scheme):
        return replace(found, name="", title="", description="")
    return replace(found, name="", description="")


@pytest.mark.parametrize(("kind", "base"), BASES)
def test_each_line_alone_is_valid_and_changes_nothing(kind: Kind, base: str, tmp_path: Path) -> None:
    expected = loaded(kind, base)
    path = tmp_path / f"{NAME[kind]}.yaml"
    lines = list(choices(draft(kind, base, tmp_path)))
    for line, text in lines:
        path.write_text(text, "utf-8")
        assert loaded(kind, path) == expected, line
    assert len(lines) > {"style": 90, "outline": 0, "language": 80, "scheme": 10}[kind]


@pytest.mark.parametrize(("kind", "base"), BASES)
def test_all_lines_together_are_valid_and_change_nothing(kind: Kind, base: str, tmp_path: Path) -> None:
    path = tmp_path / f"{NAME[kind]}.yaml"
    text = re.sub("^#(?! )|^#(?=  )", "", draft(kind, base, tmp_path), flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    assert loaded(kind, path) == loaded(kind, base)
    content = yaml.safe_load(text)
    assert [error.message for error in Draft202012Validator(json_schema(kind)).iter_errors(content)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_the_schema_stands_there_with_what_it_is_for(kind: Kind, tmp_path: Path) -> None:
    text = draft(kind, {"language": "en", "scheme": "tlp"}.get(kind, "default"), tmp_path)
    shapes: list[Any] = [TABLES[kind]]
    while shapes:
        shape = shapes.pop()
        shapes += shape.inner()
        for key in shape.sheet.keys.values() if isinstance(shape, Table) else ():
            if key.name not in {"extends", "meta", "name", "description"}:
                assert re.search(rf"^#[ -]*{key.name}:", text, re.MULTILINE), key.name
                assert key.described in text


def test_roles_that_take_less_are_told_apart(tmp_path: Path) -> None:
    (line,) = (line for line in draft("style", "default", tmp_path).splitlines() if " take only " in line)
    roles, keys = line.removeprefix("# ").removesuffix(".").split(" take only ")
    assert roles == "table-head, table-cell, header, footer"
    assert "capitals" in keys
    assert "indent" not in keys


def test_a_new_file_is_valid_as_it_stands(tmp_path: Path) -> None:
    for kind, base in BASES:
        path = tmp_path / f"{NAME[kind]}.yaml"
        path.write_text(draft(kind, base, tmp_path), "utf-8")
        assert loaded(kind, path) == loaded(kind, base)


def test_paths_start_at_the_folder_of_the_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    house(tmp_path, "logo: {path: logo.png, alt: House}", "looks/house.yaml")
    (tmp_path / "looks/logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    text = draft_text("style", "looks/house.yaml", Path("teams/team.yaml"), "")
    assert 'extends: "../looks/house.yaml"\n' in text
    assert '#  path: "../looks/logo.png" #' in text
    text = draft_text("style", "looks/house.yaml", tmp_path / "team.yaml", "")
    assert f'extends: "{tmp_path}/looks/house.yaml"\n' in text


def test_it_extends_english_unless_a_nearer_language_is_there() -> None:
    bases = [base_of("language", Path(f"{tag}.yaml")) for tag in ("sv", "de-AT", "en-US", "fr")]
    assert bases == ["en", "de", "en-US", "fr"]
    assert base_of("scheme", Path("ours.yaml")) == "tlp"
    assert base_of("outline", Path("mine.yaml")) == base_of("style", Path("mine.yaml")) == "default"


def test_a_file_of_the_user_is_drafted_anew_as_if_it_were_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "user_folder", lambda: tmp_path)
    files: list[tuple[Kind, str]] = [("language", "sv"), ("style", "government"), ("outline", "sbar")]
    for kind, name in files:
        file = folders.user_file(kind, name)
        file.parent.mkdir(exist_ok=True)
        base = base_of(kind, file) if kind == "language" else name
        first = draft_text(kind, base, file, "")
        file.write_text(first, "utf-8")
        assert (base_of(kind, file) if kind == "language" else name) == base
        assert draft_text(kind, base, file, "") == first
        assert loaded(kind, name) == loaded(kind, file)


def test_a_file_cannot_extend_one_that_builds_on_it(tmp_path: Path) -> None:
    house(tmp_path, "extends: government", "house.yaml")
    team = house(tmp_path, "extends: house.yaml", "team.yaml")
    with pytest.raises(StyleError) as caught:
        draft_text("style", team, tmp_path / "house.yaml", "")
    assert caught.value.code == "style-cycle"


def test_editors_are_sent_to_the_schema_beside_the_file_or_to_the_installed_one(tmp_path: Path) -> None:
    installed = folders.shipped_folder() / "schema" / "style.schema.json"
    assert schema_address("style", tmp_path) == installed.as_uri()
    assert installed.is_file()
    (tmp_path / "style.schema.json").write_text("{}", "utf-8")
    assert schema_address("style", tmp_path) == "style.schema.json"
