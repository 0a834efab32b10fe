"""The language files, as far as reading needs them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.readers import evidence, languages
from converter.readers.function_words import SHIPPED
from converter.readers.language import tell_language
from converter.readers.languages import known_languages
from converter.readers.orthography import LETTERS, SCRIPTS
from converter.readers.sequences import SEQUENCES
from converter.readers.small_words import WORDS
from converter.stylesheets.listing import available


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    """Load anew before and after, since what was loaded is kept for the life of the process."""
    kept = (languages._files, languages._loaded, evidence.small_words, evidence._table)
    for cached in kept:
        cached.cache_clear()
    yield
    for cached in kept:
        cached.cache_clear()


def test_every_language_with_a_file_is_known_english_first_and_none_is_regional() -> None:
    tags = [known.tag for known in known_languages()]
    assert tags[0] == "en"
    assert set(tags) == {listed.name for listed in available("language") if "-" not in listed.name}


def test_a_faulty_file_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "xx.yaml").write_text("name: [")
    monkeypatch.setattr(languages, "listed", lambda _: {"xx": tmp_path / "xx.yaml", "en": tmp_path})
    monkeypatch.chdir(tmp_path)
    assert [known.tag for known in known_languages()] == ["en"]


def test_a_language_that_the_user_adds_is_told_like_any_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "eo.yaml").write_text(
        "extends: en\nname: Esperanto\nfunction-words: la, kaj, estas, de, en, ne, kiu, por, kun"
    )
    monkeypatch.setattr("converter.stylesheets.folders.user_folder", lambda: tmp_path)
    assert tell_language("La paroloj estas longaj, kaj ne klaras kiu pagos por la laboro.").tag == "eo"
    assert tell_language("The talks are long, and it is not clear who will pay for the work.").tag == "en"


def test_function_words_that_are_known_are_those_of_the_files() -> None:
    read = {known.tag: frozenset(known.function_words) for known in known_languages()}
    assert dict(languages.function_words()) == read
    assert set(SHIPPED) == set(read)


def test_function_words_of_a_file_of_the_user_go_before_those_that_are_known(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "de.yaml").write_text("extends: de\nfunction-words: zwo")
    monkeypatch.setattr("converter.stylesheets.folders.user_folder", lambda: tmp_path)
    assert dict(languages.function_words())["de"] == {"zwo"}


def test_every_language_with_a_file_that_shares_its_script_has_its_letters() -> None:
    assert {known.tag for known in known_languages()} <= {*LETTERS, *SCRIPTS}


def test_no_small_word_stands_both_in_a_language_file_and_here() -> None:
    for known in known_languages():
        assert not set(known.function_words) & set(WORDS.get(known.tag, "").split()), known.tag


def test_every_sequence_is_written_with_the_letters_of_its_language() -> None:
    for tag, sequences in SEQUENCES.items():
        assert {letter for letter in sequences if not letter.isascii()} <= set(LETTERS.get(tag, sequences)), (
            tag
        )


def test_every_small_word_is_written_with_the_letters_of_its_language() -> None:
    for tag, words in WORDS.items():
        assert {letter for letter in words if not letter.isascii()} <= set(LETTERS.get(tag, words)), tag
