"""The JSON Schemas that ship say what the loader says, and accept what ships."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from converter.stylesheets.folders import Kind
from converter.stylesheets.json_schema import json_schema

FOLDERS: dict[Kind, str] = {
    "style": "",
    "outline": "outlines",
    "language": "languages",
    "scheme": "schemes",
}


def validator(kind: Kind) -> Draft202012Validator:
    return Draft202012Validator(json_schema(kind))


@pytest.mark.parametrize("kind", FOLDERS)
def test_the_schema_that_ships_is_that_of_the_loader(
    kind: Kind, root: Path, request: pytest.FixtureRequest
) -> None:
    path = root / "styles" / "schema" / f"{kind}.schema.json"
    text = json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"
    if request.getfixturevalue("accept"):
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize("kind", FOLDERS)
def test_it_is_a_schema_and_accepts_every_file_that_ships(kind: Kind, root: Path) -> None:
    Draft202012Validator.check_schema(json_schema(kind))
    paths = list((root / "styles" / FOLDERS[kind]).glob("*.yaml"))
    assert paths
    for path in paths:
        # as an editor reads it: with YAML's own idea of types
        content = yaml.safe_load(path.read_text("utf-8"))
        assert [error.message for error in validator(kind).iter_errors(content)] == []


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("style", {"pagee": {}}),
        ("style", {"page": {"size": 4}}),
        ("style", {"typography": {"base": {"size": "eleven"}}}),
        ("style", {"styles": {"title": {"align": "left"}}}),
        ("style", {"color": {"primary": "#12"}}),
        ("style", {"labels": {"french": {}}}),
        ("outline", {"sections": {"summary": {"words": {"brief": 0}}}}),
        ("language", {"direction": "up"}),
        ("scheme", {"size": "12"}),
        ("scheme", {"marks": {"TLP:RED": {"colour": "#ff2b2b"}}}),
    ],
)
def test_it_refuses_what_the_loader_refuses(kind: Kind, content: dict[str, Any]) -> None:
    assert not validator(kind).is_valid(content)


@pytest.mark.parametrize(
    "content",
    [
        {"page": {"size": "A4", "indent": 0}},
        {"typography": {"base": "Inter", "headings": {"weight": 600}}},
        {"cover": "none", "first-header": None},
        {"rules": {"method": "0.5pt", "table": {"width": "none", "color": "navy"}}},
        {"typography": {"base": {"line-height": 1.4}}},
    ],
)
def test_it_accepts_the_short_forms(content: dict[str, Any]) -> None:
    assert validator("style").is_valid(content)


def test_every_key_says_what_it_is_for() -> None:
    schema: Any = json_schema("style")
    tables = [schema, *schema["$defs"].values()]
    properties = [(table.get("anyOf") or [table])[0]["properties"] for table in tables]
    abouts = [value["description"] for table in properties for value in table.values()]
    assert len(abouts) > 80
    assert all(about.endswith(".") for about in abouts)
