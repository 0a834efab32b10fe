from pathlib import Path

import docx
import pytest

from tests.judges import pandoc


def test_the_blocks_of_a_word_file_are_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    document = docx.Document()
    document.add_heading("Terms", level=2)
    document.add_paragraph("Agreed")
    document.save(str(path))
    heading, paragraph = pandoc.read(path)
    assert (heading["t"], heading["c"][0]) == ("Header", 2)
    assert paragraph == {"t": "Para", "c": [{"t": "Str", "c": "Agreed"}]}


def test_rubbish_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rubbish.docx"
    path.write_bytes(b"not a zip archive")
    with pytest.raises(RuntimeError, match="couldn't unpack docx container"):
        pandoc.read(path)
