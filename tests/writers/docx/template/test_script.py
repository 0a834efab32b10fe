"""Our words say their language and direction where the template's are others."""

from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from converter.model.document import Document
from converter.writers.docx import write_docx
from converter.writers.docx.template.script import settle_script
from converter.writers.docx.template.trees import Element
from tests.sample import sample_document, sample_style
from tests.writers.docx.opened import Opened, fragment, query, strings
from tests.writers.docx.template.houses import add, paragraph, run, save


def styles(default: str, own: str = "") -> Element:
    xml = f"<w:styles><w:docDefaults><w:rPrDefault><w:rPr>{default}</w:rPr></w:rPrDefault></w:docDefaults>{own}</w:styles>"
    return query(fragment(xml), "//w:styles")[0]


def settled(document: Document, default: str, own: str = "") -> Element:
    tree = fragment(paragraph(run("a") + run("b", '<w:b/><w:lang w:val="fr-FR"/>')))
    settle_script([tree], document, styles(default, own))
    return tree


@pytest.mark.parametrize(
    ("default", "own", "expected"),
    [
        ('<w:lang w:val="en-US"/>', "", ["fr-FR"]),
        ('<w:lang w:val="de-DE"/>', "", ["en-US", "fr-FR"]),
        ("", "", ["en-US", "fr-FR"]),
        (
            '<w:lang w:val="en-US"/>',
            '<w:style><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:style>',
            ["en-US", "fr-FR"],
        ),
    ],
)
def test_words_say_their_language_where_the_template_does_not(
    default: str, own: str, expected: list[str]
) -> None:
    assert strings(settled(sample_document(), default, own), "//w:lang/@w:val") == expected


def test_paragraphs_run_from_right_to_left_where_the_report_does() -> None:
    arabic = replace(sample_document(), language="ar", direction="rtl")
    tree = settled(arabic, '<w:lang w:val="en-US"/>')
    assert query(tree, "//w:pPr/w:bidi")
    assert strings(tree, "//w:lang/@w:bidi") == ["ar-SA"]
    assert not query(settled(sample_document(), '<w:lang w:val="en-US"/>'), "//w:bidi")


def test_words_in_a_line_turn_the_line_where_they_are_alone(tmp_path: Path) -> None:
    made = docx.Document()
    add(made, paragraph(run("{{title}}")), paragraph(run("Date: {{date}}")))
    arabic = replace(sample_document(), language="ar", direction="rtl", fields={"date": "23 نوفمبر 2026"})
    style = replace(sample_style(), word={"template": str(save(made, tmp_path / "t.docx"))})
    opened = Opened(write_docx(arabic, style).data)
    title, date = opened.find("//w:body/w:p")[:2]
    assert query(title, "w:pPr/w:bidi")
    assert not query(date, "w:pPr/w:bidi")
    assert all(query(run_, "w:rPr/w:rtl") for run_ in query(date, ".//w:r")[1:])
    assert opened.find("//w:endnote[not(@w:type)]//w:bidi", "endnotes")
