"""What Word files are measured beside."""

from collections import Counter
from io import BytesIO

import docx
import pytest

from bench.rendering.wordpeers import STYLES, Write, paragraphs_of, python_docx, strings
from converter.model.document import TableBlock
from converter.writers.docx import write_docx
from tests.document_text import document_lines
from tests.sample import sample_document, sample_style
from tests.writers.docx.opened import document

OURS = write_docx(sample_document(), sample_style()).data
PLAIN = document(*(block for block in sample_document().blocks if not isinstance(block, TableBlock)))


def test_peers_are_given_the_words_of_the_document() -> None:
    given = Counter(text for _, text in paragraphs_of(PLAIN))
    missing = Counter(document_lines(PLAIN)) - given
    assert set(missing) == {"Briefing", "Figure 1. The quay"}
    assert {style for style, _ in paragraphs_of(PLAIN)} <= set(STYLES)


@pytest.mark.parametrize("write", [python_docx, strings(OURS)], ids=["python-docx", "strings"])
def test_peers_say_it_in_styles_of_these_names(write: Write) -> None:
    read = docx.Document(BytesIO(write(PLAIN)))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in read.paragraphs if paragraph.style]
    assert styles == list(map(tuple, paragraphs_of(PLAIN)))
