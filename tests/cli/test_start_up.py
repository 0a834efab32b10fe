"""What is imported, and when: start-up counts."""

import subprocess
import sys
from collections.abc import Sequence

import pytest

SCRIPT = """
import sys
from converter.cli import main
status = main(sys.argv[1:])
print(status, *sorted(sys.modules), file=sys.stderr)
"""

HEAVY = {"asyncio", "email", "http", "multiprocessing", "socket", "ssl", "tomllib", "unittest", "xml"}
"""Parts of the standard library that take long to import."""


def imported_by(*arguments: str) -> set[str]:
    """Return the modules that a call of `briefing` imports; the call must succeed."""
    command = [sys.executable, "-I", "-c", SCRIPT, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    status, *modules = done.stderr.split()
    assert status == "0"
    return set(modules)


def roots(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


@pytest.fixture(scope="module")
def bare() -> set[str]:
    """Return the modules that Python itself imports in this environment."""
    command = [sys.executable, "-I", "-c", "import sys; print(*sys.modules)"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["convert", "--help"], ["styles", "--help"], ["completion", "bash"]],
    ids=" ".join,
)
def test_help_imports_click_and_the_standard_library_alone(bare: set[str], arguments: Sequence[str]) -> None:
    modules = imported_by(*arguments) - bare
    assert roots(modules) - sys.stdlib_module_names == {"click", "converter"}
    assert roots(modules) & HEAVY == set()


def test_help_imports_no_room_of_the_converter() -> None:
    ours = {name for name in imported_by("--help") if name.startswith("converter.")}
    assert {name.split(".")[1] for name in ours} == {"cli", "errors", "paths", "suggestions"}


def test_converting_to_one_format_does_not_import_the_others(tmp_path: str) -> None:
    modules = imported_by("convert", "seeds/strategic-dialogues.txt", "-o", f"{tmp_path}/report.json")
    assert {name for name in modules if name.startswith("converter.writers.")} == {"converter.writers.json"}
    assert roots(modules) & {"reportlab", "docx", "lxml", "markdown_it", "pypdfium2"} == set()


def test_a_process_of_its_own_does_not_look_for_garbage_in_what_stays() -> None:
    script = """
import atexit, gc, sys
looks = []
gc.callbacks.append(lambda phase, _: looks.append(phase))
# what is registered first comes last
atexit.register(lambda: print(len(looks), gc.get_freeze_count() > len(gc.get_objects()), file=sys.stderr))
from converter.__main__ import main
looks.clear()
main()
"""
    command = [sys.executable, "-c", script, "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr.split() == ["0", "True"]
