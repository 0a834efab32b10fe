"""The runner of command cases would notice."""

from pathlib import Path

import pytest

from tests.command_cases import accept, cases_in, run_case

CASES = """\
# Shared

```text file=notes.txt
one
```

## First

```console
$ cat notes.txt
```

Words between.

```console
$ echo two >&2; exit 3
$ printf '## %s\\n' Inside \\
    Below
```

## Second

```text file=with a space.txt
three
```

```console
$ cat "with a space.txt" notes.txt
$ briefing --nonsense
```
"""

ANSWERED = """\
# Shared

```text file=notes.txt
one
```

## First

```console
$ cat notes.txt
one
```

Words between.

```console
$ echo two >&2; exit 3
2> two
=> 3
$ printf '## %s\\n' Inside \\
    Below
## Inside
## Below
```

## Second

```text file=with a space.txt
three
```

```console
$ cat "with a space.txt" notes.txt
three
one
$ briefing --nonsense
2> briefing: there is no option --nonsense; see briefing --help
=> 2
```
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cases.md"
    path.write_text(CASES, "utf-8")
    return path


def run_and_accept(file: Path, folder: Path) -> None:
    for index, case in enumerate(cases_in(file)):
        (folder / str(index)).mkdir(parents=True)
        accept(case, run_case(case, folder / str(index)))


def test_accepting_writes_what_came_and_leaves_the_rest(file: Path, tmp_path: Path) -> None:
    run_and_accept(file, tmp_path / "once")
    assert file.read_text("utf-8") == ANSWERED
    run_and_accept(file, tmp_path / "twice")
    assert file.read_text("utf-8") == ANSWERED


def test_an_answer_that_is_not_the_expected_one_differs(file: Path, tmp_path: Path) -> None:
    file.write_text(ANSWERED.replace("2> two", "2> three"), "utf-8")
    first, second = cases_in(file)
    for number, (case, agrees) in enumerate([(first, False), (second, True)]):
        (tmp_path / str(number)).mkdir()
        sessions = run_case(case, tmp_path / str(number))
        assert all(block.body == session for block, session in sessions.items()) is agrees


def test_what_stands_inside_a_fence_is_no_heading(file: Path) -> None:
    file.write_text(ANSWERED, "utf-8")
    assert [case.title for case in cases_in(file)] == ["First", "Second"]
