"""References show the numbers that Word gives their notes, in whatever order a template sets the sections."""

from pathlib import Path

import docx
from msgspec.structs import replace

from converter.writers.docx import write_docx
from tests.sample import sample_document, sample_style
from tests.writers.docx.opened import Opened
from tests.writers.docx.template.houses import add, element, paragraph, run, save


def test_repeated_references_follow_their_notes(tmp_path: Path) -> None:
    made = docx.Document()
    add(made, *(paragraph(run(f"{{{{{name}}}}}")) for name in ("background", "summary", "body")))
    style = replace(sample_style(), word={"template": str(save(made, tmp_path / "t.docx"))})
    opened = Opened(write_docx(sample_document(), style).data)
    assert opened.values("//w:endnoteReference/@w:id") == ["3", "1", "2"]
    # the second note of the report, first cited in the Summary, is the third that Word counts
    field = "//w:r[w:instrText[contains(., '_RefNote2 ')]]/following-sibling::w:r[w:t][1]/w:t/text()"
    assert opened.values(field) == ["3"]


def test_numbering_of_the_templates_own_does_not_go_on(tmp_path: Path) -> None:
    made = docx.Document()
    restarting = '<w:endnotePr><w:pos w:val="sectEnd"/><w:numStart w:val="7"/><w:numRestart w:val="eachSect"/></w:endnotePr>'
    made.element.body.sectPr.insert(0, element(restarting))
    style = replace(sample_style(), word={"template": str(save(made, tmp_path / "t.docx"))})
    opened = Opened(write_docx(sample_document(), style).data)
    assert [each.tag.rpartition("}")[2] for each in opened.find("//w:sectPr/w:endnotePr/*")] == ["numFmt"]
    assert opened.values("//w:endnotePr/w:pos/@w:val", "settings") == ["docEnd"]
