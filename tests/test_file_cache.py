"""What was made of a file is remembered until it is to be read anew."""

from pathlib import Path

from converter.file_cache import forget, remembered


@remembered(2)
def _size(path: Path) -> int:
    return len(path.read_bytes())


def test_a_file_is_read_once_until_it_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(b"old")
    assert _size(path) == 3
    path.write_bytes(b"newer")
    assert _size(path) == 3
    forget()
    assert _size(path) == 5


def test_so_many_results_are_kept_and_no_more(tmp_path: Path) -> None:
    forget()
    paths = [tmp_path / name for name in "abc"]
    for path in paths:
        path.write_bytes(b"old")
        _size(path)
        path.write_bytes(b"newer")
    assert [_size(path) for path in reversed(paths)] == [3, 3, 5]
