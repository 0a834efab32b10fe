import pytest

from converter.verifier.word.sections import sections_of
from tests.ooxml.making import p
from tests.verifier.word.making import opened, replaced, word

PAPER = '<w:pgSz w:w="11900" w:h="16840"/><w:pgMar w:top="-1200" w:left="1000"/>'


def test_paper_and_margins_are_points() -> None:
    (section,) = sections_of(opened(word(section=PAPER)))
    assert (section.width, section.height) == (595, 842)
    assert (section.margins["top"], section.margins["left"], section.margins["right"]) == (60, 50, 72)


@pytest.mark.parametrize("first", [True, False])
def test_a_first_page_may_differ(*, first: bool) -> None:
    (section,) = sections_of(opened(word(section="<w:titlePg/>" if first else "")))
    assert section.first_differs == first


def test_sections_share_the_paragraphs_and_inherit_headers() -> None:
    data = word(p("a") + p("b", properties="<w:sectPr/>") + p("c"), running={"header/default": p("H")})
    reference = '<w:headerReference w:type="default" r:id="rIdRun1"/>'
    # the first section names the header, the last has it from there
    data = replaced(data, "word/document.xml", reference, "")
    data = replaced(
        data, "word/document.xml", "<w:pPr><w:sectPr/>", f"<w:pPr><w:sectPr>{reference}</w:sectPr>"
    )
    found = sections_of(opened(data))
    assert [[one.text for one in section.paragraphs] for section in found] == [["A heading", "a", "b"], ["c"]]
    assert [section.running for section in found] == [{"header/default": "word/header1.xml"}] * 2


def test_a_body_without_properties_is_a_section() -> None:
    data = replaced(word(p("a")), "word/document.xml", "<w:sectPr></w:sectPr>", "")
    (section,) = sections_of(opened(data))
    assert (section.width, section.running, len(section.paragraphs)) == (612, {}, 2)
