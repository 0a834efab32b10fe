"""The measurement of languages."""

from pathlib import Path

import pytest

from bench.reading.language import Answer, Text, accuracy, answer, by_language, main, read_texts, summary

ENGLISH = "The talks were held in the capital, and they said that it would not be the end of it."


def test_texts_stand_on_lines() -> None:
    assert read_texts(['{"lang": "en", "text": "a"}', '{"lang": "fr", "text": "b"}']) == [
        Text("en", "a"),
        Text("fr", "b"),
    ]


def test_a_second_opinion_is_had_in_doubt_only() -> None:
    assert answer(Text("en", ENGLISH), lambda _, __: "xx") == Answer("en", "en", "en", asked=False)
    assert answer(Text("fi", "Xyz"), lambda _, __: "fi") == Answer("fi", "", "fi", asked=True)


def test_accuracy_is_the_share_of_what_is_right() -> None:
    assert accuracy([("en", "en"), ("fr", "en")]) == 0.5
    assert accuracy([]) == 0


def test_languages_are_counted_each_and_together() -> None:
    answers = [
        Answer("en", "en", "en", asked=False),
        Answer("fr", "", "fr", asked=True),
        Answer("fr", "it", "it", asked=True),
    ]
    assert summary(answers) == (3, 1 / 3, 2 / 3, 2 / 3)
    assert summary([]) == (0, 0, 0, 0)
    assert by_language(answers) == [("en", 1, 1, 1, 0), ("fr", 2, 0, 0.5, 1)]


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    for arguments in ([], [str(tmp_path)], [str(tmp_path), "x"]):
        with pytest.raises(SystemExit, match="usage"):
            main(arguments)


def test_the_tables_name_files_and_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "language-sentences.jsonl").write_text(f'{{"lang": "en", "text": "{ENGLISH}"}}\n')
    main([str(tmp_path)])
    shown = capsys.readouterr().out
    assert "sentences      1  1.000           1.000  0.000" in shown
    assert "By language, sentences" in shown
