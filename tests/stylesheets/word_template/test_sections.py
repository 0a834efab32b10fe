from pathlib import Path

import pytest

from converter.model.style import Running
from converter.ooxml.xml import parse
from converter.stylesheets.word_template import load_template_style
from converter.stylesheets.word_template.sections import sections_of
from tests.stylesheets.word_template.templates import A4, MARGINS, NAMESPACES, Template, paragraph, words

LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' + MARGINS


def ending(content: str) -> str:
    """Return a paragraph that ends a section."""
    return paragraph("", f"<w:sectPr>{content}</w:sectPr>")


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def bookmark(name: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'


def report_in(*before: str) -> str:
    """Return the mark of the section that a report stands in, where these blocks make up a document."""
    marked = "".join(before).replace("SECTION", ending('<w:cols w:num="2"/>'))
    document = f'<w:document {NAMESPACES}><w:body>{marked}<w:sectPr><w:cols w:num="9"/></w:sectPr></w:body>'
    (*_, found) = sections_of(parse(f"{document}</w:document>".encode())[0])
    return str(found[0].values()[0])


PLACES = {
    "a placeholder": paragraph(words("{{body}}")),
    "one over several runs, in capitals": paragraph(words("{{ Bo") + words("dy") + words(" }}")),
    "a placeholder in a table": f"<w:tbl><w:tr><w:tc>{paragraph(words('{{body}}'))}</w:tc></w:tr></w:tbl>",
    "a bookmark": paragraph(bookmark("Brief_Body")),
    "a bookmark between paragraphs": bookmark("brief_body"),
    "a control by its tag": control('<w:tag w:val="brief:body"/>', paragraph(words("Click"))),
    "a control by its title": control('<w:alias w:val="Brief: Body "/>', paragraph(words("Click"))),
    "a control in a paragraph": paragraph(control('<w:tag w:val="brief:body"/>', words("Click"))),
    "the paragraph that ends the section": paragraph(
        words("{{body}}"), '<w:sectPr><w:cols w:num="2"/></w:sectPr>'
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_the_report_stands_in_the_section_of_its_place(place: str) -> None:
    assert report_in(PLACES[place], "SECTION") == "2"
    assert report_in("SECTION", PLACES[place].replace('w:num="2"', 'w:num="9"')) == "9"


OTHERS = {
    "nothing": "",
    "a place of another name": paragraph(words("{{summary}} {{bodywork}} body")),
    "a bookmark of another name": paragraph(bookmark("body")),
    "a control of another name": control('<w:tag w:val="body"/>', paragraph("")),
    "a text box, which holds no report": paragraph(
        f"<w:r><w:pict><w:txbxContent>{paragraph(words('{{body}}'))}</w:txbxContent></w:pict></w:r>"
    ),
}


@pytest.mark.parametrize("other", OTHERS)
def test_without_a_place_of_its_own_the_report_stands_in_the_last_section(other: str) -> None:
    assert report_in(OTHERS[other], "SECTION") == "9"


def test_a_control_goes_before_a_bookmark_and_that_before_a_placeholder() -> None:
    tagged, named, typed = (PLACES[name] for name in ("a control by its tag", "a bookmark", "a placeholder"))
    assert report_in(typed, "SECTION", named) == report_in(named, "SECTION", tagged) == "9"
    assert report_in(named, "SECTION", typed) == report_in(tagged, "SECTION", named) == "2"


def test_what_a_section_was_before_a_change_is_no_section() -> None:
    change = f'<w:sectPrChange><w:sectPr {NAMESPACES}><w:cols w:num="1"/></w:sectPr></w:sectPrChange>'
    changed = paragraph("", f'<w:sectPr><w:cols w:num="2"/>{change}</w:sectPr>')
    assert report_in(PLACES["a placeholder"], changed) == "2"
    assert report_in(changed) == "9"


def test_a_document_without_a_section_has_none() -> None:
    assert sections_of(None) == []
    assert sections_of(parse(f"<w:body {NAMESPACES}>{PLACES['a placeholder']}</w:body>".encode())) == []


def two_sections(body: str) -> Template:
    """Return an upright section that has a first page of its own, and a landscape annex."""
    references = "".join(
        f'<w:headerReference w:type="{page}" r:id="rIdR{number}"/>'
        for page, number in (("default", 1), ("first", 2))
    )
    return Template(
        body=body + ending(f"{references}{A4}{MARGINS}<w:titlePg/>"),
        running={
            # not those of the last section, which refers to all: its own headers come first there
            "even header": paragraph(words("Corp")),
            "odd header": paragraph(words("Quay Street")),
            "default header": paragraph(words("Annex")),
            "default footer": paragraph(words("Annex")),
        },
        section=LANDSCAPE,
    )


def test_paper_header_and_footer_are_those_of_the_reports_section(tmp_path: Path) -> None:
    upright, _ = load_template_style(two_sections(paragraph(words("{{body}}"))).saved(tmp_path))
    assert upright.page.height.mm == pytest.approx(297)
    assert (upright.header, upright.footer) == (Running("Corp", "", "{marking}"), Running())
    assert upright.first_header == Running("Quay Street", "", "{marking}")
    last, _ = load_template_style(two_sections("").saved(tmp_path))
    assert last.page.width.mm == pytest.approx(297)
    assert (last.header, last.footer) == (Running("Annex", "", "{marking}"), Running("Annex"))
    assert last.first_header is None
