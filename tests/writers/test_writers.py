"""What all formats have in common."""

import re
from pathlib import Path

import pytest

from converter.composer import compose
from converter.errors import UsageError
from converter.model.briefing import Details
from converter.model.document import Document
from converter.outliner import outline
from converter.readers import read
from converter.stylesheets.languages import load_language
from converter.stylesheets.outlines import load_outline
from converter.stylesheets.styles import load_style
from converter.writers import WRITERS, write
from tests.document_text import document_lines
from tests.sample import sample_document, sample_style
from tests.writers.reading import READ


def letters(lines: list[str]) -> str:
    """Return all that is not white space: how lines are broken is each format's own affair."""
    return re.sub(r"\s", "", "".join(lines))


def seed_document(seed: Path) -> Document:
    language = load_language("en")
    briefing = outline(read(str(seed)), load_outline("default"), language, "full")
    return compose(briefing, load_style("default"), language, Details(marking="TLP:GREEN", date="2026-11-23"))


def test_every_format_has_a_test_that_reads_it() -> None:
    assert list(READ) == list(WRITERS.builtin)


@pytest.mark.parametrize("name", READ)
def test_all_formats_say_the_same_in_the_same_order(name: str, seed: Path) -> None:
    document = seed_document(seed)
    report = write(document, load_style("default"), name)
    assert report.format == name
    assert letters(READ[name](report.data)) == letters(document_lines(document))


@pytest.mark.parametrize("name", READ)
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    first, second = (write(sample_document(), sample_style(), name) for _ in range(2))
    assert first.sha256 == second.sha256


def test_an_unknown_format_gets_the_nearest_name() -> None:
    with pytest.raises(UsageError) as caught:
        write(sample_document(), sample_style(), "dcox")
    assert caught.value.code == "format-unknown"
    assert str(caught.value) == "no report can be written as 'dcox'; did you mean docx?"
