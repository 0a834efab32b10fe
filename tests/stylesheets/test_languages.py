from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.stylesheets import folders
from converter.stylesheets.language_file import LABELS
from converter.stylesheets.languages import known_language, load_language


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the user's folder of languages."""
    monkeypatch.setattr(folders, "user_folder", lambda: tmp_path)
    (tmp_path / "languages").mkdir()
    return tmp_path / "languages"


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("en-US", "en-US"),
        ("zh-Hant-TW", "zh"),
        ("pt_BR", "pt"),
        ("en-us", "en-US"),
    ],
)
def test_the_nearest_wider_language_stands_in(tag: str, found: str) -> None:
    assert load_language(tag).tag == found


@pytest.mark.parametrize("tag", ["tlh", "english", "", "x"])
def test_a_language_nobody_knows_is_an_error(tag: str) -> None:
    with pytest.raises(StyleError) as caught:
        load_language(tag)
    assert caught.value.code == "language-unknown"


@pytest.mark.parametrize(("tag", "known"), [("en-GB", "en"), ("en-US", "en-US"), ("zz", ""), ("", "")])
def test_a_tag_that_a_stranger_wrote_is_known_or_not(tag: str, known: str) -> None:
    assert known_language(tag) == known


def test_no_file_is_known_by_its_path(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own / "xx.yaml").write_text("extends: en\n", "utf-8")
    monkeypatch.chdir(own)
    assert known_language("xx") == "xx"
    assert [known_language(path) for path in ("xx.yaml", "./xx", str(own / "xx.yaml"))] == ["", "", ""]


def test_a_language_may_extend_another_and_say_only_what_differs(own: Path) -> None:
    (own / "en-AU.yaml").write_text("extends: en\nlabels: {summary: In short}\nname: Strine", "utf-8")
    language = load_language("en-AU")
    english = load_language("en")
    assert (language.tag, language.name, language.labels["summary"]) == ("en-AU", "Strine", "In short")
    assert language.labels["references"] == english.labels["references"]
    assert (language.months, language.cues) == (english.months, english.cues)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name: X", "xx.yaml:1:1: labels: is missing; write the labels, or extends: en"),
        ("extends: en\nlabels: {summary: ~}", "xx.yaml:2:9: labels.summary: is missing"),
        (
            "extends: en\nlabels: {page: page}",
            "xx.yaml:2:16: labels.page: lacks the field {number}; write it where its value is to stand",
        ),
        ("extends: en\nmonths: May, June", "xx.yaml:2:9: months: has 2 names; write twelve, or none"),
        (
            "extends: en\nmonths: ~\ndate-format: '{day} {month}'",
            "xx.yaml:3:14: date-format: names a month, but there are none; write months",
        ),
        ("extends: en\nquotes: [“]", "xx.yaml:2:9: quotes: is not a pair; write “, ”"),
        (
            "extends: en\ncues: {modal: will}",
            "xx.yaml:2:8: cues.modal: is not a key; did you mean modality?",
        ),
    ],
)
def test_faults_are_told_where_they_stand(text: str, line: str, own: Path) -> None:
    (own / "xx.yaml").write_text(text, "utf-8")
    with pytest.raises(StyleError) as caught:
        load_language("xx")
    assert str(caught.value).replace(f"{own}/", "") == line


def test_every_missing_label_is_told(own: Path) -> None:
    (own / "xx.yaml").write_text("labels: {briefing: X}", "utf-8")
    with pytest.raises(StyleError) as caught:
        load_language("xx")
    assert len(str(caught.value).splitlines()) == len(LABELS) - 1


def test_words_are_lower_case_and_may_be_phrases(own: Path) -> None:
    (own / "xx.yaml").write_text(
        "extends: en\nheadings: {summary: 'In Brief,  AT a glance ,'}\ncues: {cause: [Due to, 'a, b']}",
        "utf-8",
    )
    language = load_language("xx")
    assert language.headings["summary"] == ("in brief", "at a glance")
    assert language.cues["cause"] == ("due to", "a, b")
