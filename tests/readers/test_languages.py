"""The language files, as far as reading needs them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.readers import languages
from converter.readers.languages import known_languages
from converter.readers.orthography import LETTERS, SCRIPTS, WORDS
from converter.stylesheets import available_languages


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    """Load anew before and after, since what was loaded is kept for the life of the process."""
    for cached in (languages._tags, languages._loaded):
        cached.cache_clear()
    yield
    for cached in (languages._tags, languages._loaded):
        cached.cache_clear()


def test_every_language_with_a_file_is_known_english_first_and_none_is_regional() -> None:
    tags = [language.tag for language in known_languages()]
    assert tags[0] == "en"
    assert set(tags) == {listed.name for listed in available_languages() if "-" not in listed.name}


def test_a_faulty_file_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "xx.yaml").write_text("name: [")
    monkeypatch.setattr(languages, "listed", lambda _: {"xx": tmp_path / "xx.yaml", "en": tmp_path})
    monkeypatch.chdir(tmp_path)
    assert [language.tag for language in known_languages()] == ["en"]


def test_every_language_with_a_file_that_shares_its_script_has_its_letters() -> None:
    assert {language.tag for language in known_languages()} <= {*LETTERS, *SCRIPTS}


def test_small_words_are_kept_here_only_for_languages_without_a_file() -> None:
    assert not {language.tag for language in known_languages()} & set(WORDS)


def test_every_small_word_is_written_with_the_letters_of_its_language() -> None:
    for tag, words in WORDS.items():
        assert {letter for letter in words if not letter.isascii()} <= set(LETTERS[tag]), tag
