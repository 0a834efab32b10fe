"""What is read of a file that a stranger may have made: numbers that are none of a person's."""

import os
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from converter.configuration import Settings
from converter.pipeline import convert, templates
from converter.returning import template_paragraphs
from converter.returning.reading import paragraphs_of
from converter.verifier.word.document import Document
from tests.returning.making import MILL, PRICES, Desk, xml
from tests.returning.test_digest import Morning
from tests.verifier.alterations.word import WordFile

DIGITS = "1" * 5000


def test_an_outline_level_of_thousands_of_digits_is_none(desk: Desk) -> None:
    word = desk.word
    paragraph = word.paragraph_of(desk.line(PRICES))
    paragraph[0].append(xml(f'<w:outlineLvl w:val="{DIGITS}"/>'))
    assert desk.back(word).notices == ()


@pytest.mark.parametrize("digits", ["1", DIGITS], ids=len)
def test_a_heading_of_thousands_of_digits_is_a_heading(desk: Desk, digits: str) -> None:
    word = desk.word
    styles = word.parts["word/styles.xml"]
    renamed = styles.replace(b'w:val="heading 2"', f'w:val="heading {digits}"'.encode())
    assert renamed != styles
    word.parts["word/styles.xml"] = renamed
    assert desk.back(word).briefing.sections


def test_of_thousands_of_open_bookmarks_the_last_ones_are_kept(desk: Desk) -> None:
    """Each run has the one set of them, which changes where one opens or ends."""
    word = desk.word
    paragraph = word.paragraph_of(desk.line(PRICES))
    for number in range(3000):
        paragraph.append(xml(f'<w:bookmarkStart w:id="x{number}" w:name="line_{number}"/>'))
        paragraph.append(xml("<w:r><w:t>x</w:t></w:r>"))
    paragraph.append(xml("<w:r><w:t>y</w:t></w:r>"))
    paragraph.append(xml('<w:bookmarkEnd w:id="x2999"/>'))
    paragraph.append(xml("<w:r><w:t>z</w:t></w:r>"))
    read = next(one for one in paragraphs_of(Document(word.saved(), "report.docx")) if PRICES in one.text)
    *_, before, opened, ended = read.hands
    assert max(len(hand.lines) for hand in read.hands) == len(opened.lines) < 200
    assert opened.lines is before.lines
    assert opened.lines - ended.lines == {2999}


@pytest.mark.parametrize("kind", ["report", "digest"])
def test_a_large_template_is_read_by_a_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    template = str(tmp_path / "corp.docx")
    docx.Document().save(template)
    word = WordFile(Path(template).read_bytes())
    word.parts["word/media/image9.png"] = os.urandom(1_100_000)
    Path(template).write_bytes(word.saved())
    settings = Settings(template=template, formats=("docx",))
    folder = tmp_path / "made"
    folder.mkdir()
    made = Morning(folder, settings=settings) if kind == "digest" else Desk(folder, MILL, settings)
    asked: list[object] = []
    guarded = templates._guarded

    def counted(function: Callable[..., object], *arguments: str) -> object:
        asked.append(function)
        return guarded(function, *arguments)

    monkeypatch.setattr(templates, "_guarded", counted)
    assert convert(made.report, settings).reports[0].data == made.report.read_bytes()
    assert template_paragraphs in asked
