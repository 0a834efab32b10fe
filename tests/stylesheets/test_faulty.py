"""Faulty style files get exactly the lines that their pages say, in the order of the file."""

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from converter.errors import StyleError
from converter.stylesheets.json_schema import json_schema
from converter.stylesheets.styles import load_style

from . import faulty_files as pages
from .faulty_files import FaultyFile, faulty_files

ONE, SEVERAL = faulty_files("one.md"), faulty_files("several.md")
SCHEMA = Draft202012Validator(json_schema("style"))


def answers(case: FaultyFile, folder: Path) -> list[str]:
    case.write(folder)
    with pytest.raises(StyleError) as caught:
        load_style("house.yaml", strict=True)
    return str(caught.value).splitlines()


@pytest.mark.parametrize("case", [*ONE, *SEVERAL], ids=lambda case: case.title)
def test_a_faulty_file_gets_exactly_its_lines(
    case: FaultyFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, accept: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    told = answers(case, tmp_path)
    if accept:
        pages.accept(case, told)
    else:
        assert told == list(case.answers)


def test_there_are_enough_of_them_and_none_is_there_twice() -> None:
    assert len(ONE) >= 60
    assert len(SEVERAL) >= 20
    assert len({case.title for case in (*ONE, *SEVERAL)}) == len(ONE) + len(SEVERAL)
    assert len({tuple(case.files.items()) for case in (*ONE, *SEVERAL)}) == len(ONE) + len(SEVERAL)
    assert all(len(case.answers) == 1 for case in ONE)
    assert all(len(case.answers) > 1 for case in SEVERAL)


@pytest.mark.parametrize("case", [*ONE, *SEVERAL], ids=lambda case: case.title)
def test_an_editor_that_knows_the_schema_sees_what_a_schema_can_see(case: FaultyFile) -> None:
    assert is_refused(case.files["house.yaml"]) is not case.is_invisible


def is_refused(data: bytes) -> bool:
    """Whether YAML as others read it, or the schema, refuses a file."""
    try:
        content = yaml.safe_load(data)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError):
        return True
    return not SCHEMA.is_valid(content)
