"""Files are told when they change, whole."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from converter.watching import changes


def _looks(*steps: Callable[[], object]) -> Callable[[float], None]:
    """Return a wait in which one step after the other happens; behind the last the watch ends."""
    left = iter(steps)

    def wait(_seconds: float) -> None:
        step = next(left, None)
        if step is None:
            raise TimeoutError
        step()

    return wait


def _told(watch: Iterator[frozenset[Path]]) -> list[set[str]]:
    told: list[set[str]] = []
    try:
        told.extend({path.name for path in paths} for paths in watch)
    except TimeoutError:
        return told
    raise AssertionError("a watch ends only with its wait")


def _nothing() -> None:
    pass


def test_a_file_that_is_written_in_pieces_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text("a")
    wait = _looks(
        lambda: path.write_text("a: "), lambda: path.write_text("a: 1\n"), _nothing, _nothing, _nothing
    )
    told = (path.read_text() for _paths in changes(lambda: [path], wait))
    assert next(told) == "a: 1\n"
    with pytest.raises(TimeoutError):
        next(told)


def test_files_that_appear_go_or_are_replaced_are_told(tmp_path: Path) -> None:
    new, old, replaced, calm = (tmp_path / name for name in ("new", "old", "replaced", "calm"))
    for path in (old, replaced, calm):
        path.write_text("text")
    (tmp_path / "next").write_text("text")
    wait = _looks(
        lambda: new.write_text("text"),
        _nothing,
        old.unlink,
        _nothing,
        lambda: (tmp_path / "next").replace(replaced),
        _nothing,
        _nothing,
    )
    assert _told(changes(lambda: [new, old, replaced, calm], wait)) == [{"new"}, {"old"}, {"replaced"}]


def test_a_file_that_begins_to_be_watched_has_not_changed(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("text")
    second.write_text("text")
    watched = [first]

    def begin() -> None:
        watched.append(second)
        first.write_text("names the second")

    wait = _looks(begin, _nothing, lambda: second.write_text("more"), _nothing, _nothing)
    assert _told(changes(lambda: watched, wait)) == [{"first"}, {"second"}]


def test_what_changes_while_the_files_are_first_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text("text")
    told = changes(lambda: [path], _looks(_nothing, _nothing), at_once=True)
    assert next(told) == frozenset()
    path.write_text("other text")
    assert next(told) == {path}


def test_a_file_named_by_one_that_changed_between_being_asked_and_being_seen_is_followed(
    tmp_path: Path,
) -> None:
    style, logo = tmp_path / "house.yaml", tmp_path / "logo.png"
    style.write_text("names nothing")
    logo.write_text("old")

    def watched() -> list[Path]:
        if "logo" in style.read_text():
            return [style, logo]
        style.write_text("names the logo")
        return [style]

    told = changes(watched, _looks(_nothing, _nothing), at_once=True)
    assert next(told) == frozenset()
    logo.write_text("newer")
    assert next(told) == {logo}


def test_a_file_that_changes_again_within_the_disks_measure_of_time_is_told(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    second = 1_000_000_000

    def save(text: str) -> None:
        path.write_text(text)
        os.utime(path, ns=(0, 10 * second))

    save("size: 11")
    clock = [10 * second]

    def save_later() -> None:
        clock.append(13 * second)
        save("size: 13")

    wait = _looks(
        _nothing,
        lambda: save("size: 12"),
        _nothing,
        save_later,
        _nothing,
        _nothing,
    )
    told = (path.read_text() for _paths in changes(lambda: [path], wait, now_ns=lambda: clock[-1]))
    assert next(told) == "size: 12"
    assert next(told) == "size: 13"
    with pytest.raises(TimeoutError):
        next(told)


def test_what_is_watched_is_asked_only_when_something_happened(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text("text")
    asked: list[str] = []

    def watched() -> list[Path]:
        asked.append(path.read_text())
        return [path]

    told = changes(watched, _looks(*[_nothing] * 9, lambda: path.write_text("more"), _nothing), at_once=True)
    next(told)
    begun = len(asked)
    assert next(told) == {path}
    assert asked[begun:] == ["text", "more"]
    with pytest.raises(TimeoutError):
        next(told)
    assert asked[begun:] == ["text", "more", "more"]


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert _told(changes(lambda: [path], _looks(_nothing, _nothing))) == []
