import re
from io import BytesIO

import pikepdf
from msgspec.structs import replace

from converter.writers.pdf import write_pdf
from tests.sample import sample_document, sample_style


def test_both_places_say_the_same() -> None:
    with pikepdf.open(BytesIO(write_pdf(sample_document(), sample_style()).data)) as pdf:
        info, xmp = pdf.docinfo, pdf.open_metadata()
        assert str(info.Title) == xmp["dc:title"] == "River & Port: “Trade” Returns"
        assert [str(info.Author)] == xmp["dc:creator"] == ["Ada Example"]
        assert str(info.Subject) == xmp["dc:description"] == "Summary, Background, Implications"
        assert str(info.Keywords) == xmp["pdf:Keywords"] == "river, trade"
        assert str(info.Creator) == xmp["xmp:CreatorTool"] == "briefing 0.1.0"
        assert str(info.Producer) == xmp["pdf:Producer"]
        assert str(info.CreationDate) == str(info.ModDate) == "D:20261123000000Z"
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-11-23T00:00:00Z"


def test_what_is_not_known_is_left_out() -> None:
    document = sample_document()
    bare = replace(document, properties=replace(document.properties, author="", keywords=(), subject=""))
    with pikepdf.open(BytesIO(write_pdf(bare, sample_style()).data)) as pdf:
        assert not {"/Author", "/Keywords", "/Subject"} & {*pdf.docinfo.keys()}
        assert "dc:creator" not in pdf.open_metadata()


def test_the_file_names_its_language_and_shows_its_title() -> None:
    with pikepdf.open(BytesIO(write_pdf(sample_document(), sample_style()).data)) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)


def test_the_identifier_follows_from_the_content() -> None:
    document = sample_document()
    other = replace(document, properties=replace(document.properties, title="Another"))
    identifiers = [
        re.findall(rb"\[<(\w{32})><", write_pdf(each, sample_style()).data)
        for each in (document, document, other)
    ]
    assert identifiers[0] == identifiers[1] != identifiers[2]
