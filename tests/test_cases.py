"""Every command case does what it says (`tests/cases`, `docs/guide`); `--accept` writes down what it does."""

from collections import Counter
from pathlib import Path

import pytest

from converter.stylesheets.fonts import lenders
from tests import command_cases
from tests.command_cases import Case, cases_in, ordinary_user, run_case
from tests.judges import tool

FOLDER = Path(__file__).parent / "cases"
GUIDE = command_cases.ROOT / "docs" / "guide"
FILES = sorted((*FOLDER.rglob("*.md"), *GUIDE.glob("*.md")))
CASES = [case for file in FILES if file.name != "README.md" for case in cases_in(file)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file.stem}: {case.title}")
def test_the_commands_do_what_the_case_says(case: Case, tmp_path: Path, *, accept: bool) -> None:
    if any(block.is_restricted for block in case.blocks) and ordinary_user([]) is None:
        pytest.skip("root may do anything here, and there is no setpriv to change that")
    if any(block.needs_fonts for block in case.blocks):
        tool.require("a font for Arabic and Armenian", _font())
    sessions = run_case(case, tmp_path)
    assert "a fault of ours" not in "".join(sessions.values()), "no case may expect that"
    if accept:
        command_cases.accept(case, sessions)
    else:
        assert "\n".join(sessions.values()) == "\n".join(block.body for block in sessions)


def _font() -> str | None:
    """Return a file of the fonts that stand in for all scripts; `None` where one of them is missing."""
    found = {family.name: family.faces[0].path for family in lenders()}
    return (
        str(found["Noto Serif Armenian"])
        if {"Noto Serif Armenian", "Noto Naskh Arabic"} <= found.keys()
        else None
    )


def test_no_two_cases_of_a_file_have_one_title() -> None:
    counts = Counter((case.file, case.title) for case in CASES)
    assert [key for key, count in counts.items() if count > 1] == []


def test_every_case_runs_something() -> None:
    assert CASES
    assert [case for case in CASES if not any(list(b.commands()) for b in case.blocks if b.is_session)] == []
