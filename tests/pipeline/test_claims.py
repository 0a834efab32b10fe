"""What a report claims keeps to its schema and can stand in any mark-up as it is."""

import json
import re
from itertools import product
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter import pipeline
from converter.configuration import CITES, Settings
from converter.model.briefing import Omission
from converter.model.outline import LENGTHS
from converter.pipeline.claims import claims, compact
from converter.pipeline.digest import style_digest
from converter.stylesheets.listing import available
from converter.stylesheets.styles import load_style
from tests.conformance.articles import write_articles
from tests.sample import sample_document


@pytest.fixture(scope="module")
def schema() -> Any:  # noqa: ANN401 - JSON
    path = Path(__file__).parents[2] / "docs" / "formats" / "provenance.schema.json"
    return json.loads(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def claimed(tmp_path_factory: pytest.TempPathFactory, seed: Path) -> list[Any]:
    """Return what reports of many articles claim, in every length, style and way to cite."""
    articles = {"seed": seed, **write_articles(tmp_path_factory.mktemp("articles"))}
    styles = [style.name for style in available("style")]
    found = []
    for turn, (article, length) in enumerate(product(articles.values(), LENGTHS)):
        settings = Settings(
            style=styles[turn % len(styles)],
            length=length,
            cite=CITES[turn % len(CITES)],
            overrides={"contents": "always"} if turn % 2 else {},
            marking="TLP:AMBER" if turn % 5 == 0 else "",
            formats=("json",),
        )
        found.append(json.loads(pipeline.convert(str(article), settings).document.provenance))
    return found


def test_reports_of_many_articles_keep_to_the_schema(schema: Any, claimed: list[Any]) -> None:  # noqa: ANN401
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert len(claimed) > 20
    for each in claimed:
        validator.validate(each)
        assert [line["id"] for line in each["lines"]] == list(range(len(each["lines"])))


@pytest.mark.parametrize(
    "fault",
    [
        {"colour": "red"},
        {"content": [{"role": "heading", "text": "Summary"}]},
        {"content": [{"role": "shout", "text": "Summary"}]},
        {"content": [{"line": 1, "text": "Summary"}]},
        {"briefing": 2},
    ],
)
def test_the_schema_is_strict(schema: Any, claimed: list[Any], fault: dict[str, Any]) -> None:  # noqa: ANN401
    assert not jsonschema.Draft202012Validator(schema).is_valid({**claimed[0], **fault})


def test_a_style_given_as_a_path_fails_the_schema(schema: Any, claimed: list[Any]) -> None:  # noqa: ANN401
    configuration = {**claimed[0]["configuration"], "style": "/home/ada/house"}
    told = {**claimed[0], "configuration": configuration}
    assert not jsonschema.Draft202012Validator(schema).is_valid(told)


def test_every_key_and_role_is_documented(schema: Any, root: Path) -> None:  # noqa: ANN401
    pages = "".join(
        (root / "docs/formats" / name).read_text("utf-8") for name in ("provenance.md", "json.md")
    )
    told = {*re.findall(r"[`\"]([\w-]+)[`\"]", pages)}
    definitions = schema["$defs"]
    roles = {
        *definitions["words"]["properties"]["role"]["enum"],
        *definitions["running"]["properties"]["role"]["enum"],
    }
    keys = {key for each in (schema, *definitions.values()) for key in each.get("properties", ())}
    assert len(keys) > 35
    assert keys | roles <= told


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("<>&'\"-\\\ud800\ufffe\u2028\n"), max_size=30))
def test_any_text_is_kept_and_ends_no_element_attribute_or_comment(text: str) -> None:
    made = compact({"text": text}).decode()
    assert json.loads(made) == {"text": text}
    assert not re.search(r"[<>&'\n\r]|--", made)
    assert all(sign >= " " for sign in made)


def test_claims_are_on_one_line_without_spaces() -> None:
    assert compact({"a": [1, "é x"], "b": None}) == '{"a":[1,"é x"],"b":null}'.encode()


def test_articles_that_are_not_in_a_digest_are_claimed() -> None:
    document = sample_document()
    assert "omissions" not in json.loads(claims(document, {}))
    omissions = (Omission("twice.txt", 0, "ab" * 32), Omission("broken.pdf"))
    assert json.loads(claims(replace(document, omissions=omissions), {}))["omissions"] == [
        {"name": "twice.txt", "same_as": 0, "sha256": "ab" * 32},
        {"name": "broken.pdf", "same_as": None, "sha256": ""},
    ]


def test_the_sum_of_a_style_is_that_of_its_look() -> None:
    style = load_style("default")
    assert style_digest(style) == style_digest(load_style("default"))
    assert style_digest(style) != style_digest(load_style("default", overrides=["separator= / "]))
    elsewhere = replace(style, word={"template": "/home/ada/letter.dotx"})
    assert style_digest(elsewhere) == style_digest(replace(style, word={"template": "C:\\letter.dotx"}))
    assert style_digest(elsewhere) != style_digest(style)
