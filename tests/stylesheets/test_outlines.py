from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.stylesheets.outlines import load_outline


def written(folder: Path, text: str) -> str:
    (folder / "mine.yaml").write_text(text, "utf-8")
    return str(folder / "mine.yaml")


def test_the_default_outline_is_summary_background_implications() -> None:
    outline = load_outline("default")
    assert [(rule.key, rule.roles, rule.form) for rule in outline.sections] == [
        ("summary", ("summary",), "bullets"),
        ("background", ("background",), "paragraphs"),
        ("implications", ("implications",), "paragraphs"),
    ]
    assert [
        sum(rule.words.get(length, 0) for rule in outline.sections)
        for length in ("brief", "standard", "full")
    ] == [150, 300, 0]


def test_a_section_is_changed_removed_and_added_by_its_key(tmp_path: Path) -> None:
    outline = load_outline(
        written(
            tmp_path,
            "extends: default\nsections:\n  implications: {titles: {en: Outlook}, words: {full: 900}}\n"
            "  background: ~\n  contacts: {cues: 'contact, press office'}\n",
        )
    )
    assert [rule.key for rule in outline.sections] == ["summary", "implications", "contacts"]
    _, implications, contacts = outline.sections
    assert (implications.titles, implications.words["standard"], implications.words["full"]) == (
        {"en": "Outlook"},
        95,
        900,
    )
    assert (contacts.roles, contacts.cues, contacts.form, contacts.when_empty) == (
        (),
        ("contact", "press office"),
        "paragraphs",
        "omit",
    )
    assert (outline.name, outline.description) == ("mine", "")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("description: Nothing", "mine.yaml:1:1: sections: has no section; write at least one"),
        (
            "sections: {a: {roles: [sumary]}}",
            'mine.yaml:1:24: sections.a.roles.1: "sumary" is not a choice here; did you mean summary?',
        ),
        (
            "sections: {a: {words: {brief: many}}}",
            'mine.yaml:1:31: sections.a.words.brief: "many" is not a whole number; write 1 to 1000000',
        ),
        (
            "sections: {a: {words: {brief: 0}}}",
            "mine.yaml:1:31: sections.a.words.brief: 0 is out of range; write 1 to 1000000",
        ),
        ("sections: {A b: {}}", "mine.yaml:1:12: sections.A b: is not a key; write one such as next-steps"),
        ("logo: {}", "mine.yaml:1:1: logo: is not a key; write it into a style, for --style"),
        ("sections: [summary]", "mine.yaml:1:11: sections: is not a mapping; write key: value"),
    ],
)
def test_faults_are_told_where_they_stand(text: str, line: str, tmp_path: Path) -> None:
    with pytest.raises(StyleError) as caught:
        load_outline(written(tmp_path, text))
    assert str(caught.value).splitlines()[0].replace(f"{tmp_path}/", "") == line


def test_an_unknown_outline_is_an_error() -> None:
    with pytest.raises(StyleError) as caught:
        load_outline("sbarr")
    assert caught.value.code == "outline-unknown"
