"""Files that travel inside a PDF, as other tools find them."""

import hashlib
from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace

from converter.model.document import Attachment
from converter.model.style import Style
from converter.writers.pdf import write_pdf
from tests.sample import sample_document, sample_style

LINES = Attachment("provenance.json", "application/json", b"{}\n", "Data", "Where each line comes from")
ARTICLE = Attachment(
    "\u0421\u0442\u0430\u0442\u044c\u044f (1).txt", "text/plain", "Порт".encode(), "Source", "The article"
)


def written(*attachments: Attachment, style: Style | None = None) -> pikepdf.Pdf:
    document = replace(sample_document(), attachments=attachments)
    return pikepdf.open(BytesIO(write_pdf(document, style or sample_style()).data))


def test_readers_find_every_file_whole() -> None:
    with written(LINES, ARTICLE) as pdf:
        assert {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()} == {
            each.name: each.data for each in (LINES, ARTICLE)
        }
        file = pdf.attachments[ARTICLE.name].get_file()
        assert (file.mime_type, file.size) == ("text/plain", len(ARTICLE.data))
        assert file.md5 == hashlib.md5(ARTICLE.data, usedforsecurity=False).digest()


def test_each_belongs_to_the_document_and_says_how() -> None:
    with written(LINES, ARTICLE) as pdf:
        told = {str(file.UF): (str(file.AFRelationship), str(file.Desc)) for file in pdf.Root.AF}
    assert told == {each.name: (f"/{each.relationship}", each.description) for each in (LINES, ARTICLE)}


@pytest.mark.parametrize("names", [("b", "a"), ("ж", "provenance"), ("é", "provenance"), ("😀", "ﬁ")])
def test_the_name_tree_is_sorted(names: tuple[str, ...]) -> None:
    with written(*(replace(LINES, name=name) for name in names)) as pdf:
        tree = pdf.Root.Names.EmbeddedFiles.Names
        keys = [bytes(tree[index]) for index in range(0, len(tree), 2)]
    assert keys == sorted(keys)
    assert len(keys) == len(names)


def test_without_any_the_catalog_does_not_speak_of_files() -> None:
    with written() as pdf:
        assert "/AF" not in pdf.Root
        assert "/EmbeddedFiles" not in pdf.Root.Names


def test_an_archive_of_the_second_part_carries_none() -> None:
    style = replace(sample_style(), pdf={"conformance": ("ua-1", "a-2a")})
    with written(LINES, style=style) as pdf:
        assert not pdf.attachments


SUM = "{urn:briefing:provenance}sha256"


def test_the_metadata_hold_the_sum_of_the_provenance() -> None:
    with written(LINES, ARTICLE) as pdf:
        assert pdf.open_metadata()[SUM] == hashlib.sha256(LINES.data).hexdigest()


@pytest.mark.parametrize("conformance", [("ua-1", "a-2a"), ("a-2a",)])
def test_where_nothing_is_carried_the_metadata_hold_no_sum(conformance: tuple[str, ...]) -> None:
    with written(LINES, style=replace(sample_style(), pdf={"conformance": conformance})) as pdf:
        assert SUM not in pdf.open_metadata()
    with written(ARTICLE) as pdf:
        assert SUM not in pdf.open_metadata()
