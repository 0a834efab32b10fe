import subprocess
import sys
from pathlib import Path

START_UP = frozenset({"click", "converter"})
"""All that `briefing --help` may import beside the standard library; the rest loads when it is used."""


def modules(*arguments: str) -> frozenset[str]:
    """Return the modules that Python imports when it is run so."""
    command = [sys.executable, "-X", "importtime", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    # import time:       208 |        208 |   click._compat
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return frozenset(line.rpartition("|")[2].strip() for line in lines[1:])


def imported(*arguments: str) -> frozenset[str]:
    """Return the packages outside the standard library that Python imports when it is run so."""
    return frozenset({module.partition(".")[0] for module in modules(*arguments)} - sys.stdlib_module_names)


def test_the_help_imports_click_and_nothing_else() -> None:
    # what other packages of this environment hook into every start of Python is none of ours
    offenders = imported("-m", "converter", "--help") - imported("-c", "") - START_UP
    assert not offenders, f"`briefing --help` also imports {', '.join(sorted(offenders))}"


def test_the_help_imports_what_this_test_can_see() -> None:
    assert imported("-m", "converter", "--help") >= START_UP


def test_the_package_itself_imports_nothing() -> None:
    offenders = imported("-c", "import converter") - imported("-c", "") - {"converter"}
    assert not offenders, f"`import converter` also imports {', '.join(sorted(offenders))}"


def test_an_outline_of_a_text_imports_nothing_that_composes_styles_or_opens_archives(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The quay\n\nThe quay opened on Monday.\n", "utf-8")
    found = modules("-m", "converter", "outline", str(article))
    assert "converter.outliner" in found
    assert found.isdisjoint({"converter.composer", "converter.returning", "converter.briefing_file", "lxml"})
    assert found.isdisjoint({"converter.stylesheets.styles", "dataclasses", "yaml", "zipfile"})
