from pathlib import Path

import pytest

from converter.model.style import Running
from converter.stylesheets.word_template import load_template_style
from tests.stylesheets.word_template.templates import (
    A4,
    MARGINS,
    NAMESPACES,
    PAGE,
    Template,
    field_of,
    paragraph,
    style,
    words,
)

STOPS = '<w:tabs><w:tab w:val="center" w:pos="4677"/><w:tab w:val="right" w:pos="9354"/></w:tabs>'


def footer(folder: Path, content: str, styles: str = "") -> tuple[str, str, str]:
    """Return left, middle and right of a footer of this content."""
    template = Template(styles=styles, running={"default footer": content})
    found = load_template_style(template.saved(folder))[0].footer
    return found.left, found.center, found.right


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def row(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


CASES = {
    "words begin at the left": (paragraph(words("Corp")), ("Corp", "", "")),
    "words are aligned": (paragraph(words("Corp"), '<w:jc w:val="center"/>'), ("", "Corp", "")),
    "or at the right": (paragraph(words("Corp"), '<w:jc w:val="end"/>'), ("", "", "Corp")),
    "tabs lead to their stops": (paragraph(words("a\tb\tc"), STOPS), ("a", "b", "c")),
    "two tabs pass the middle": (paragraph(words("a\t\tc"), STOPS), ("a", "", "c")),
    "a stop in the middle of the line": (
        paragraph(words("a\tb"), '<w:tabs><w:tab w:val="left" w:pos="4000"/></w:tabs>'),
        ("a", "b", ""),
    ),
    "a tab without a stop": (paragraph(words("a\tb")), ("a", "", "b")),
    "a tab that says where": (
        paragraph(words("a") + '<w:r><w:ptab w:alignment="center"/></w:r>' + words("b")),
        ("a", "b", ""),
    ),
    "several lines are parted": (
        paragraph(words("Corp")) + paragraph(words("Lund")),
        ("Corp · Lund", "", ""),
    ),
    "broken lines too": (
        paragraph("<w:r><w:t>Corp</w:t><w:br/><w:t>Lund</w:t></w:r>"),
        ("Corp · Lund", "", ""),
    ),
    "cells have their places": (
        row(paragraph(words("a")), paragraph(words("b")), paragraph(words("c"))),
        ("a", "b", "c"),
    ),
    "two cells stand at the sides": (row(paragraph(words("a")), paragraph(words("b"))), ("a", "", "b")),
    "one cell is like a line": (row(paragraph(words("a"), '<w:jc w:val="right"/>')), ("", "", "a")),
    "pages are counted": (
        paragraph(words("Page ") + PAGE + words("/") + field_of(" NUMPAGES \\* MERGEFORMAT ")),
        ("Page {page}/{pages}", "", ""),
    ),
    "fields of the document": (
        paragraph(field_of(" TITLE ", "Old") + words(", ") + field_of(' DATE \\@ "d MMM" ', "1 May")),
        ("{title}, {date}", "", ""),
    ),
    "a field in a field": (
        paragraph(field_of(" IF 1 ", "Corp ") + field_of(" FILENAME ", "x.docx") + words("end")),
        ("Corp end", "", ""),
    ),
    "placeholders are found across runs": (
        paragraph(words("{{ti") + words("tle}} by {{") + words(" Author }}")),
        ("{title} by {author}", "", ""),
    ),
    "one that nobody knows is left out": (paragraph(words("Ref. {{reference}}")), ("Ref.", "", "")),
    "braces of words are no fields": (paragraph(words("{title} } {")), ("(title) ) (", "", "")),
    "controls of ours": (
        paragraph(control('<w:tag w:val="brief:date"/>', words("Click here"))),
        ("{date}", "", ""),
    ),
    "controls around paragraphs": (
        control('<w:tag w:val="brief:title"/>', paragraph(words("Click"), '<w:jc w:val="center"/>')),
        ("", "{title}", ""),
    ),
    "controls of ours that no line knows": (
        paragraph(words("a") + control('<w:tag w:val="brief:ref"/>', words("Click"))),
        ("a", "", ""),
    ),
    "controls that show a property": (
        paragraph(control('<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]"/>', words("Old"))),
        ("{title}", "", ""),
    ),
    "other controls are words": (paragraph(control("", words("Corp"))), ("Corp", "", "")),
    "but no hints": (paragraph(control("<w:showingPlcHdr/>", words("Type here"))), ("", "", "")),
    "hidden and deleted words are no words": (
        paragraph(words("a", "<w:vanish/>") + f"<w:del>{words('b')}</w:del><w:ins>{words('c')}</w:ins>"),
        ("c", "", ""),
    ),
    "words in a box are left to Word": (
        paragraph(f"<w:r><w:pict><w:txbxContent>{paragraph(words('a'))}</w:txbxContent></w:pict></w:r>"),
        ("", "", ""),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_line_says_what_words_says(case: str, tmp_path: Path) -> None:
    content, expected = CASES[case]
    assert footer(tmp_path, content) == expected


def test_stops_and_alignment_may_be_those_of_the_style(tmp_path: Path) -> None:
    styles = style("footer", f'{STOPS}<w:jc w:val="center"/>')
    named = '<w:pStyle w:val="xFooter"/>'
    content = paragraph(words("a"), named) + paragraph(words("\t\tb"), named)
    assert footer(tmp_path, content, styles) == ("", "a", "b")


def test_fields_of_a_persons_own_are_kept_where_they_are_given(tmp_path: Path) -> None:
    line = paragraph(words("For {{Client}}\t{{my_own}}"))
    path = Template(running={"default footer": line}).saved(tmp_path)
    assert load_template_style(path)[0].footer == Running("For")
    given, _ = load_template_style(path, given={"client": "x", "my-own": "y"})
    assert given.footer == Running("For {client}", "", "{my-own}")


def test_a_handling_mark_has_a_place_in_every_header(tmp_path: Path) -> None:
    running = {
        "default header": paragraph(words("Corp\tLund")),
        "first header": paragraph(words("{{marking}}")),
    }
    template = Template(running=running, section=A4 + MARGINS + "<w:titlePg/>")
    found, _ = load_template_style(template.saved(tmp_path))
    assert found.header == Running("Corp", "", "Lund · {marking}")
    assert found.first_header == Running("{marking}")


def test_the_first_page_differs_only_where_the_section_says_so(tmp_path: Path) -> None:
    running = {"default footer": paragraph(words("a")), "first footer": paragraph(words("b"))}
    alike, _ = load_template_style(Template(running=running).saved(tmp_path))
    assert (alike.footer, alike.first_footer) == (Running("a"), None)
    section = A4 + MARGINS + "<w:titlePg/>"
    differing, _ = load_template_style(Template(running=running, section=section).saved(tmp_path))
    assert (differing.footer, differing.first_footer) == (Running("a"), Running("b"))
    bare, _ = load_template_style(Template(section=section).saved(tmp_path))
    assert bare.first_footer == Running()


def test_a_section_without_a_header_has_that_of_the_one_before(tmp_path: Path) -> None:
    before = (
        f'<w:p><w:pPr><w:sectPr {NAMESPACES}><w:footerReference w:type="default" r:id="rIdR1"/></w:sectPr>'
        "</w:pPr></w:p>"
    )
    template = Template(body=before, running={"even footer": paragraph(words("a"))})
    assert load_template_style(template.saved(tmp_path))[0].footer == Running("a")


def test_header_and_footer_are_set_as_their_words_are(tmp_path: Path) -> None:
    direct = '<w:color w:val="7A1F2B"/><w:sz w:val="14"/>'
    template = Template(
        styles=style("footer", run='<w:sz w:val="18"/>'),
        running={"default footer": paragraph(words("a", direct), '<w:pStyle w:val="xFooter"/>')},
    )
    text = load_template_style(template.saved(tmp_path))[0].text["footer"]
    assert (text.size, text.color.hex) == (7, "7A1F2B")
