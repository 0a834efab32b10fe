"""What may change what a Word file says, and is not followed, is told; of an honest file there is none."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from converter.stylesheets.listing import available
from converter.stylesheets.styles import load_style
from converter.verifier.visible.word import read_word
from converter.writers.docx import write_docx
from tests.ooxml.making import p, r, zipped
from tests.sample import sample_document
from tests.verifier.word.making import STYLES, style, word


def told(data: bytes) -> list[str]:
    """Return what is told of a Word file."""
    return [notice.text.partition(" may change")[0] for notice in read_word(data).notices]


def with_labels(said: str) -> bytes:
    """Return an honest file whose bullets and numbers are all `said`."""
    with ZipFile(BytesIO(write_docx(sample_document(), load_style("default")).data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    numbering = parts["word/numbering.xml"].decode()
    parts["word/numbering.xml"] = re.sub('(<w:lvlText w:val=")[^"]*', rf"\g<1>{said}", numbering).encode()
    return zipped(parts)


@pytest.mark.parametrize("said", ["False:", "It is untrue that", "%1. Not"])
def test_words_in_place_of_bullets_are_told(said: str) -> None:
    assert told(with_labels(said)) == ["words in place of a bullet or number"]


@pytest.mark.parametrize("said", ["•", "o", "%1.%2.", "(%1)", "§ %1"])
def test_bullets_and_numbers_are_none(said: str) -> None:
    assert told(with_labels(said)) == []


@pytest.mark.parametrize("struck", ["<w:strike/>", "<w:dstrike/>", '<w:dstrike w:val="true"/>'])
def test_words_that_are_struck_through_are_told(struck: str) -> None:
    assert told(word(p(runs=r("a line", struck)))) == ["what is struck through"]
    styles = STYLES + style("Struck", "Struck", f"<w:rPr>{struck}</w:rPr>")
    assert told(word(p("a line", style="Struck"), styles=styles)) == ["what is struck through"]


def test_what_is_not_struck_through_or_not_seen_is_not_told() -> None:
    runs = r("a line", '<w:strike w:val="0"/>') + r("a line", "<w:vanish/><w:strike/>")
    assert told(word(p(runs=runs))) == []


@pytest.mark.parametrize("name", [one.name for one in available("style")])
def test_of_an_honest_file_there_is_none(name: str) -> None:
    assert told(write_docx(sample_document(), load_style(name)).data) == []
