"""Optional parts: there, or how to get them."""

from pathlib import Path

import pytest

from converter.doctor.checkup import Check
from converter.doctor.extras import look_at_extras


def _check(word: str, environment: dict[str, str], home: Path) -> Check | None:
    return next((one for one in look_at_extras(environment, home) if word in one.text), None)


def test_libreoffice_that_is_not_on_the_path_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("converter.previewer.word._USUAL_PLACES", ())
    check = _check("LibreOffice", {}, tmp_path)
    assert check is not None
    assert (check.status, "libreoffice-writer" in check.remedy) == ("missing", True)
    assert _check("veraPDF", {}, tmp_path) is None


def test_programs_that_are_found_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("soffice", "verapdf"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    for name, word in (("soffice", "LibreOffice"), ("verapdf", "veraPDF")):
        check = _check(word, {}, tmp_path)
        assert check is not None
        assert check.status == "ok"
        assert str(tmp_path / name) in check.text


@pytest.mark.parametrize(
    ("shell", "file"),
    [("bash", ".bashrc"), ("zsh", ".zshrc"), ("fish", ".config/fish/completions/briefing.fish")],
)
def test_completion_is_looked_for_where_its_shell_reads_it(shell: str, file: str, tmp_path: Path) -> None:
    environment = {"SHELL": f"/usr/bin/{shell}"}
    before = _check(f"in {shell}", environment, tmp_path)
    assert before is not None
    assert (before.status, f"briefing completion {shell}" in before.remedy) == ("missing", True)
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text("_BRIEFING_COMPLETE=complete briefing\n")
    after = _check(f"{shell} completes", environment, tmp_path)
    assert after is not None
    assert after.status == "ok"


def test_a_shell_without_completion_is_not_mentioned(tmp_path: Path) -> None:
    assert _check("complet", {"SHELL": "/bin/dash"}, tmp_path) is None
    assert _check("complet", {}, tmp_path) is None
