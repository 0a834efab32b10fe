"""What words say for languages."""

import pytest

from converter.readers.evidence import all_tags, known_tags, scores, script_of, words_of


def test_a_language_without_a_file_must_show_more() -> None:
    ranking = {tag: score for score, tag in scores([], "Latin").ranking}
    assert ranking["en"] == 0 > ranking["sk"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’homme, l'eau", ["l'", "homme", "l'", "eau"]),
        ("'quoted' dogs' end", ["quoted", "dogs", "end"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("x² ½ Ⅳ 12", ["x"]),
    ],
)
def test_words_keep_their_marks_and_an_apostrophe_before_another(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("iPhone 15 发布会今天在北京举行", "zh"),
        ("iPhoneの新しい機能", "ja"),
        ("Yandex и Google работают здесь", "Cyrillic"),
        ("", ""),
    ],
)
def test_the_script_is_that_of_most_words(text: str, script: str) -> None:
    assert script_of(words_of(text)) == script


def test_languages_are_known_by_script() -> None:
    assert {"ru", "uk", "sr"} <= set(known_tags("Cyrillic"))
    assert known_tags("hy") == ["hy"]
    assert {"en", "hy", "sr", "ja"} <= all_tags()
