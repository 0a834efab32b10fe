import json
from pathlib import Path

import pytest

from converter.stylesheets import cache
from converter.stylesheets.folders import Kind, shipped
from converter.yaml_source import Node, parse
from docs.generate import READ_BY_DEFAULT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache folder that does not exist yet."""
    monkeypatch.setattr(cache, "cache_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts that were parsed rather than remembered."""
    texts: list[str] = []

    def counting(text: str, file: str) -> Node:
        texts.append(text)
        return parse(text, file)

    monkeypatch.setattr(cache, "parse", counting)
    return texts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file with every kind of node."""
    path = tmp_path / "house.yaml"
    path.write_text('a: [1, "é", {}, []]\nb: {c: &x ~, d: *x}\ne: #fff\nf: "~"\n', "utf-8")
    return path


def entry(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


@pytest.mark.usefixtures("folder")
def test_a_file_is_parsed_once(parsed: list[str], file: Path) -> None:
    first = cache.load(file)
    assert cache.load(file) == first == parse(file.read_text("utf-8"), str(file))
    assert len(parsed) == 1


@pytest.mark.parametrize(("kind", "name"), READ_BY_DEFAULT)
def test_what_every_command_reads_is_known_from_the_start(
    folder: Path, parsed: list[str], tmp_path: Path, kind: Kind, name: str
) -> None:
    path = shipped(kind, name)
    text = path.read_text("utf-8")
    assert cache.load(path) == parse(text, str(path))
    assert not parsed
    assert not folder.exists()
    changed = tmp_path / path.name
    changed.write_text(f"{text}# changed\n", "utf-8")
    cache.load(changed)
    assert len(parsed) == 1


def test_a_change_is_seen_and_replaces_what_was_remembered(
    folder: Path, parsed: list[str], file: Path
) -> None:
    cache.load(file)
    file.write_text("a: 2", "utf-8")
    assert cache.load(file) == parse("a: 2", str(file))
    assert len(parsed) == 2
    assert entry(folder).is_file()


@pytest.mark.usefixtures("folder")
def test_the_place_is_that_of_the_path_it_was_asked_by(
    parsed: list[str], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.load(file)
    monkeypatch.chdir(file.parent)
    assert cache.load(Path("house.yaml")).place.file == "house.yaml"
    assert len(parsed) == 1


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[]",
        '{"edition": 1}',
        "[" * 100_000,
        '{"edition": EDITION, "text": "a: 1", "nodes": [9, 1, 1]}',
        '{"edition": EDITION, "text": "a: 1", "nodes": [3, 1, 1, [0, 1, 1, "a", ""]]}',
        '{"edition": EDITION, "text": "a: 1", "nodes": null}',
    ],
)
def test_a_broken_entry_is_as_good_as_none(broken: str, folder: Path, parsed: list[str], file: Path) -> None:
    file.write_text("a: 1", "utf-8")
    cache.load(file)
    entry(folder).write_text(broken.replace("EDITION", str(cache.EDITION)), "utf-8")
    assert cache.load(file) == parse("a: 1", str(file))
    assert len(parsed) == 2


def test_an_entry_of_another_edition_does_not_count(folder: Path, parsed: list[str], file: Path) -> None:
    cache.load(file)
    content = json.loads(entry(folder).read_bytes())
    entry(folder).write_text(json.dumps({**content, "edition": cache.EDITION + 1}), "utf-8")
    cache.load(file)
    assert len(parsed) == 2


def test_a_folder_that_cannot_be_written_is_no_obstacle(folder: Path, file: Path) -> None:
    folder.write_text("a file in the way", "utf-8")
    assert cache.load(file) == parse(file.read_text("utf-8"), str(file))
