"""Panels in a briefing file: their lines can be dropped and moved, and cannot be edited."""

import pytest

from converter.briefing_file import dump, parse, restore
from converter.errors import InputError
from converter.model.briefing import Briefing, Entry, Note
from converter.model.outline import PANELS, with_panels
from converter.outliner import outline
from converter.readers import read_original
from converter.readers.original import Original
from converter.stylesheets.languages import load_language
from converter.stylesheets.outlines import load_outline

STORY = """\
Quake on the coast

An earthquake killed 34 people in Lowmere. “It was very dark,” said Ana Ruiz, the mayor of Lowmere.

Some 600 soldiers were sent to the coast in March 2024. The harbour stays closed.
"""
ARTICLE = read_original(Original(STORY.encode(), "a.txt"), "a.txt", language="en")
ENGLISH, DEFAULT = load_language("en"), load_outline("default")


def made() -> Briefing:
    return outline(ARTICLE, with_panels(DEFAULT, PANELS), ENGLISH)


def read(text: str) -> Briefing:
    return restore(parse(text, "b.yaml"), ARTICLE, DEFAULT, ENGLISH)


def test_an_unchanged_file_gives_its_panels_back() -> None:
    briefing = made()
    back = read(dump(briefing, ENGLISH))
    assert [section.lines for section in back.sections] == [section.lines for section in briefing.sections]
    assert [section.rule.panel for section in back.sections[3:]] == list(PANELS)


def _file(*lines: str, panel: str = "actors") -> str:
    said = "".join(f"      - {line}\n" for line in lines)
    head = f"briefing: 1\nsource: {{name: a.txt, sha256: {ARTICLE.source.sha256}}}\nsections:\n"
    return f"{head}  who:\n    title: Who\n    panel: {panel}\n    lines:\n{said}"


def test_a_place_alone_is_the_entry_and_a_note_may_stand_beside_it() -> None:
    entry, note = read(_file("p1s2", "note: Call her.")).sections[0].lines
    assert isinstance(entry, Entry)
    assert ARTICLE.slice(entry.line.spans[0]) == "Ana Ruiz, the mayor of Lowmere"
    assert note == Note("Call her.")


@pytest.mark.parametrize(
    ("lines", "panel", "what"),
    [
        (("p1s2: Ana Ruiz, the queen",), "actors", "cannot be edited"),
        (("p1s1",), "actors", "is nothing for the panel actors"),
        (("p1s2", "p1s2"), "actors", "stands here again"),
        (("p9s9",), "actors", "has no p9"),
        (("p1s2",), "actor", "there is no panel 'actor'"),
    ],
)
def test_what_is_no_entry_is_told(lines: tuple[str, ...], panel: str, what: str) -> None:
    with pytest.raises(InputError, match=what):
        read(_file(*lines, panel=panel))
