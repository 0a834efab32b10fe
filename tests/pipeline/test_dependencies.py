"""Which files a conversion reads, whether they are sound, faulty or missing."""

from pathlib import Path

import pytest

from converter.configuration import Settings
from converter.errors import UsageError
from converter.pipeline.dependencies import files_read
from converter.stylesheets import folders
from converter.stylesheets.folders import shipped_folder
from tests.stylesheets.houses import house

SHIPPED = frozenset(
    shipped_folder() / name for name in ("default.yaml", "outlines/default.yaml", "schemes/tlp.yaml")
)
ENGLISH = shipped_folder() / "languages/en.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder; the user's own is below it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(folders, "user_folder", lambda: tmp_path / "own")
    return tmp_path


def _read(location: str, settings: Settings | None = None, language: str | None = "en") -> set[Path]:
    languages = {} if language is None else {location: language}
    return set(files_read([location], settings or Settings(), languages) - SHIPPED)


def test_an_article_is_read_with_the_language_that_it_is_in() -> None:
    assert _read("gone.txt") == {Path("gone.txt"), ENGLISH}
    assert _read("gone.txt", language="") == {Path("gone.txt"), ENGLISH}
    assert _read("gone.txt", language="fr-CA") == {
        Path("gone.txt"),
        shipped_folder() / "languages/fr.yaml",
    }


def test_while_its_language_is_not_known_it_may_be_any() -> None:
    names = {path.stem for path in _read("gone.txt", language=None) if path.parent.name == "languages"}
    assert names >= {"en", "ar", "zh"}


def test_a_language_that_has_no_file_may_get_one(folder: Path) -> None:
    assert folder / "own/languages/ka.yaml" in _read("article.txt", language="ka")


def test_a_briefing_file_is_read_with_its_article_and_outline(folder: Path) -> None:
    source = f"source: {{name: a.md, sha256: {'0' * 64}}}"
    text = f"briefing: 1\n{source}\noutline: bluf\nsections: {{summary: {{lines: []}}}}\n"
    (folder / "drafts").mkdir()
    (folder / "drafts/a.yaml").write_text(text)
    outline = shipped_folder() / "outlines/bluf.yaml"
    assert _read("drafts/a.yaml") == {Path("drafts/a.yaml"), Path("drafts/a.md"), outline, ENGLISH}


@pytest.mark.parametrize("text", ["briefing: {", "briefing: 9\n", "sections:\n"])
def test_a_faulty_briefing_file_is_read(folder: Path, text: str) -> None:
    (folder / "a.yaml").write_text(text)
    assert _read("a.yaml") == {Path("a.yaml"), ENGLISH}


def test_a_style_is_read_with_all_that_it_names(folder: Path) -> None:
    house(folder, "logo: {path: logo.png}\nword: {template: corp.dotx}\ncolour: red", "base.yaml")
    settings = Settings(style=house(folder, "extends: base.yaml"), overrides={"typography.base.size": "9pt"})
    names = {"house.yaml", "base.yaml", "logo.png", "corp.dotx"}
    assert _read("a.txt", settings) == {*(folder / name for name in names), Path("a.txt"), ENGLISH}


def test_template_outline_and_language_of_the_report_are_read(folder: Path) -> None:
    mine = house(folder, "extends: default", "mine.yaml")
    settings = Settings(template="corp.dotx", outline=mine, report_language="de")
    assert _read("a.txt", settings) == {
        *(Path("a.txt"), Path("corp.dotx"), Path(mine), ENGLISH),
        shipped_folder() / "languages/de.yaml",
    }


@pytest.mark.parametrize("location", ["-", "https://example.org/article.yaml"])
def test_what_is_no_file_is_not_among_them(location: str) -> None:
    assert _read(location) == {ENGLISH}


def test_an_override_that_sets_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="sets nothing"):
        files_read([], Settings(overrides={"": "9pt"}), {})
