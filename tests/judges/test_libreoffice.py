from pathlib import Path

import docx
import pikepdf
import pytest

from tests.judges import libreoffice


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.docx"
    document = docx.Document()
    run = document.add_paragraph().add_run("Yours sincerely")
    run.font.name = "Source Serif Pro"
    document.save(str(path))
    return path


@pytest.fixture
def rubbish(tmp_path: Path) -> Path:
    path = tmp_path / "rubbish.docx"
    path.write_bytes(b"Plain text that LibreOffice would open if it were asked to guess")
    return path


def test_a_word_file_opens_and_rubbish_does_not(letter: Path, rubbish: Path) -> None:
    found = libreoffice.findings([rubbish, letter])
    assert list(found) == [rubbish, letter]
    assert found[letter] == ()
    assert [finding.rule for finding in found[rubbish]] == ["readable"]


def test_files_of_the_same_name_are_converted_to_text_each(letter: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin" / letter.name
    twin.parent.mkdir()
    document = docx.Document()
    document.add_paragraph("Best wishes")
    document.save(str(twin))
    texts = libreoffice.convert([letter, twin], "txt", tmp_path)
    assert [texts[file].read_text("utf-8-sig").strip() for file in (letter, twin)] == [
        "Yours sincerely",
        "Best wishes",
    ]


def test_the_fonts_of_our_styles_are_at_hand(letter: Path, tmp_path: Path) -> None:
    pdf = libreoffice.convert([letter], "pdf", tmp_path)[letter]
    with pikepdf.open(pdf) as opened:
        fonts = [str(font.BaseFont) for font in opened.pages[0].Resources.Font.values()]
    assert [font.partition("+")[2] for font in fonts] == ["SourceSerifPro-Regular"]
