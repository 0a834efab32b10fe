"""Templates made here by python-docx, as a house would make them with Word."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm, Pt, RGBColor
from msgspec.structs import replace

from converter.errors import StyleError
from converter.model.document import HeadingBlock, Item, ListBlock, Text, TextBlock
from converter.model.style import Color, Cover, Length, Style
from converter.writers.docx import write_docx
from tests.document_text import document_lines
from tests.sample import sample_document, sample_style, with_contents
from tests.writers.docx.opened import Opened, document, parts, strings
from tests.writers.docx.template.houses import save

DOTX = b"wordprocessingml.template.main+xml"
RED = RGBColor(0xA0, 0, 0)


def house(path: Path) -> Path:
    """Save a letterhead: first-page header, a heading in red, a line of text and an empty one."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(210), Mm(297), Mm(30)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "LETTERHEAD"
    section.footer.paragraphs[0].text = "House footer"
    made.styles["Heading 1"].font.color.rgb = RED
    made.styles["Normal"].font.size = Pt(12)
    made.add_paragraph("To whom it may concern")
    made.add_paragraph("")
    made.save(str(path))
    return path


def on(template: Path, style: Style | None = None, **word: object) -> Style:
    return replace(style or sample_style(), word={"template": str(template), **word})


def changed(source: Path, target: Path, **replaced: tuple[bytes, bytes]) -> Path:
    """Save a copy of a template in which bytes of one part are replaced."""
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for part, (before, after) in replaced.items():
                data = data.replace(before, after) if part in name else data
            new.writestr(name, data)
    return target


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return house(tmp_path / "house.docx")


@pytest.fixture
def opened(template: Path) -> Opened:
    return Opened(write_docx(sample_document(), on(template)).data)


def test_the_words_stand_behind_those_of_the_template(opened: Opened) -> None:
    texts = ["".join(strings(paragraph, ".//w:t/text()")) for paragraph in opened.find("//w:body//w:p")]
    lines = document_lines(sample_document())
    assert texts[:3] == ["To whom it may concern", lines[0], lines[1]]


def test_headers_footers_and_paper_stay_the_templates(template: Path, opened: Opened) -> None:
    before = parts(template.read_bytes())
    for name in before:
        if "header" in name or "footer" in name or "theme" in name:
            assert opened.parts[name] == before[name]
    (margin,) = opened.values("//w:sectPr/w:pgMar/@w:left")
    assert margin == str(Length.from_mm(30).twips)
    assert opened.find("//w:body/*[last()][self::w:sectPr]/w:titlePg")


def test_a_style_that_the_template_has_stays_as_it_is(opened: Opened) -> None:
    names = opened.values("//w:style/w:name/@w:val", "styles")
    assert len(names) == len({name.casefold() for name in names})
    assert opened.values("//w:style[w:name/@w:val='heading 1']//w:color/@w:val", "styles")[:1] == [str(RED)]


def test_only_styles_that_are_used_are_added(opened: Opened) -> None:
    added = {
        name for name in opened.values("//w:style/w:name/@w:val", "styles") if name.startswith("Briefing")
    }
    assert "Briefing Facts" in added
    assert "Briefing Lead Bullet" in added
    assert "Briefing Lead Number" not in added


def test_every_reference_to_a_style_or_list_leads_somewhere(opened: Opened) -> None:
    ids = set(opened.values("//w:style/@w:styleId", "styles"))
    used = opened.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
    assert set(used) <= ids
    assert set(opened.values("//w:basedOn/@w:val", "styles")) <= ids
    numbers = set(opened.values("//w:num/@w:numId", "numbering"))
    assert (
        set(opened.values("//w:numId/@w:val")) | set(opened.values("//w:numId/@w:val", "styles")) <= numbers
    )


def test_text_begins_at_the_margin_in_the_templates_fonts(opened: Opened) -> None:
    style = "//w:style[w:name/@w:val='Briefing Facts']"
    assert not opened.values(f"{style}//w:ind/@w:left", "styles")
    assert opened.values("//w:style[w:name/@w:val='Briefing Comment']//w:ind/@w:left", "styles") in (
        [],
        ["0"],
    )
    assert not opened.values("//w:rFonts[@w:ascii='Source Sans Pro Semibold']", "styles")


def test_colours_are_ours_in_styles_of_ours(opened: Opened) -> None:
    added = opened.find("//w:style[starts-with(w:name/@w:val, 'Briefing')]", "styles")
    assert [color for style in added for color in strings(style, ".//@w:themeColor | .//@w:themeFill")] == []


def test_notes_are_real_and_numbered_in_figures(opened: Opened) -> None:
    assert opened.values("//w:endnoteReference/@w:id") == ["1", "2", "3"]
    assert opened.values("//w:endnote[not(@w:type)]/@w:id", "endnotes") == ["1", "2", "3"]
    assert opened.values("//w:endnotePr/w:numFmt/@w:val", "settings") == ["decimal"]
    assert opened.values("//w:sectPr/w:endnotePr/w:numFmt/@w:val") == ["decimal"]


def test_properties_and_language_are_those_of_the_report(opened: Opened) -> None:
    core, given = "docProps/core.xml", sample_document().properties
    assert opened.values("//dc:title/text()", core) == [given.title]
    assert opened.values("//dc:creator/text()", core) == [given.author]
    assert opened.values("//dcterms:created/text() | //dcterms:modified/text()", core) == [given.created] * 2
    assert opened.values("//w:docDefaults//w:lang/@w:val", "styles") == ["en-US"]


def test_pictures_and_links_are_found(opened: Opened) -> None:
    relationships = opened.tree("word/_rels/document.xml.rels")
    ids = set(strings(relationships, "//rel:Relationship/@Id"))
    used = set(opened.values("//w:hyperlink/@r:id | //a:blip/@r:embed"))
    assert used
    assert used <= ids
    assert opened.parts["word/media/briefing1.png"].startswith(b"\x89PNG")


def test_the_same_template_gives_the_same_bytes(template: Path) -> None:
    first, second = (write_docx(sample_document(), on(template)).data for _ in range(2))
    assert first == second


def test_a_dotx_is_a_template_too(template: Path, tmp_path: Path) -> None:
    dotx = changed(
        template, tmp_path / "house.dotx", Content_Types=(b"wordprocessingml.document.main+xml", DOTX)
    )
    made = write_docx(sample_document(), on(dotx)).data
    assert made == write_docx(sample_document(), on(template)).data
    assert docx.Document(BytesIO(made)).paragraphs


def test_styles_are_known_by_name_whatever_their_ids(template: Path, tmp_path: Path) -> None:
    german = changed(
        template, tmp_path / "de.docx", styles=(b'w:styleId="Heading1"', b'w:styleId="berschrift1"')
    )
    opened = Opened(write_docx(document(HeadingBlock(1, (Text("x"),), "x")), on(german)).data)
    assert opened.values("//w:body//w:pStyle/@w:val")[-1:] == ["berschrift1"]


def test_a_role_can_be_mapped_to_a_style_of_the_template(template: Path) -> None:
    mapped = on(template, map={"body": "Body Text 2"})
    opened = Opened(write_docx(document(TextBlock("body", (Text("x"),))), mapped).data)
    assert opened.values("//w:body//w:pStyle/@w:val")[-1:] == ["BodyText2"]


def test_bullets_can_be_mapped_too(template: Path) -> None:
    items = document(ListBlock((Item((Text("x"),)),)))
    opened = Opened(write_docx(items, on(template, map={"bullet": "List Bullet 2"})).data)
    assert opened.values("//w:body//w:pStyle/@w:val")[-1:] == ["ListBullet2"]


def test_contents_find_headings_in_mapped_styles_by_their_level(template: Path) -> None:
    contents = with_contents(sample_document())
    mapped = {"heading1": "Intense Quote"}
    for style, switch in ((on(template), False), (on(template, map=mapped), True)):
        opened = Opened(write_docx(contents, style).data)
        (field,) = [text for text in opened.values("//w:instrText/text()") if "TOC" in text]
        assert ("\\u" in field) == switch


def test_contents_at_a_place_of_their_own_need_no_bookmark(tmp_path: Path) -> None:
    contents = with_contents(sample_document())
    for words, marked in (("{{body}}", True), ("{{contents}}", False)):
        made = docx.Document()
        made.add_paragraph(words)
        opened = Opened(write_docx(contents, on(save(made, tmp_path / "t.docx"))).data)
        (field,) = [text for text in opened.values("//w:instrText/text()") if "TOC" in text]
        names = [word for word in opened.values("//w:bookmarkStart/@w:name") if word == "_Sections"]
        assert ("\\b _Sections" in field, len(names)) == (marked, int(marked))


def test_a_template_made_by_us_is_one_like_others(tmp_path: Path) -> None:
    first = tmp_path / "ours.docx"
    first.write_bytes(write_docx(sample_document(), sample_style()).data)
    opened = Opened(write_docx(sample_document(), on(first)).data)
    for path in ("//w:bookmarkStart/@w:name", "//w:bookmarkStart/@w:id", "//wp:docPr/@id"):
        values = opened.values(path)
        assert len(values) == len(set(values)), path
    assert opened.values("//w:endnote[not(@w:type)]/@w:id", "endnotes") == [
        str(number) for number in range(1, 7)
    ]
    assert opened.values("//w:endnoteReference/@w:id") == [str(number) for number in range(1, 7)]
    names = set(opened.values("//w:bookmarkStart/@w:name"))
    fields = {text.split()[1] for text in opened.values("//w:instrText/text()") if "NOTEREF" in text}
    assert len(fields) == 2
    assert fields <= names


def test_a_list_counts_anew_beside_those_of_the_template(tmp_path: Path) -> None:
    path = tmp_path / "lists.docx"
    made = docx.Document()
    made.add_paragraph("theirs", style="List Number")
    made.save(str(path))
    opened = Opened(write_docx(document(ListBlock((Item((Text("ours"),), number=4),))), on(path)).data)
    (number,) = opened.values("//w:body//w:numId/@w:val")
    assert opened.values(f"//w:num[@w:numId='{number}']//w:startOverride/@w:val", "numbering") == ["4"]
    kinds = [element.tag.rpartition("}")[2] for element in opened.find("/w:numbering/*", "numbering")]
    assert kinds == sorted(kinds)


def test_sections_of_the_template_stay_and_the_last_is_ours(tmp_path: Path) -> None:
    path = tmp_path / "sections.docx"
    made = docx.Document()
    made.add_paragraph("first")
    last = made.add_section(WD_SECTION.NEW_PAGE)
    last.orientation, last.page_width, last.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    made.save(str(path))
    opened = Opened(write_docx(sample_document(), on(path)).data)
    assert len(opened.find("//w:sectPr")) == 2
    assert opened.values("//w:body/w:sectPr/w:pgSz/@w:orient") == ["landscape"]


def test_on_a_template_there_is_no_cover_and_no_white_title(template: Path) -> None:
    white = replace(sample_style().text["facts"], color=Color(255, 255, 255))
    style = replace(
        sample_style(), cover=Cover("band", Length(160)), text={**sample_style().text, "facts": white}
    )
    opened = Opened(write_docx(sample_document(), on(template, style)).data)
    assert not [
        name for name in opened.parts if "media" in name and b"IHDR\0\0\0\1\0\0\0\1" in opened.parts[name]
    ]
    color = opened.values("//w:style[w:name/@w:val='Briefing Facts']//w:color/@w:val", "styles")
    assert color == [style.accent.hex]


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        StyleError, match=r"gone\.dotx: the Word template cannot be read; check its path"
    ) as caught:
        write_docx(sample_document(), on(tmp_path / "gone.dotx"))
    assert caught.value.code == "template-missing"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 rubbish", b"plain text"])
def test_rubbish_is_no_template(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "rubbish.docx"
    path.write_bytes(content)
    with pytest.raises(StyleError) as caught:
        write_docx(sample_document(), on(path))
    assert caught.value.code == "template-unreadable"


def test_an_archive_without_word_in_it_is_no_template(tmp_path: Path) -> None:
    path = tmp_path / "other.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(StyleError) as caught:
        write_docx(sample_document(), on(path))
    assert caught.value.code == "template-unreadable"


def test_a_mapped_style_that_the_template_lacks_is_named(template: Path) -> None:
    with pytest.raises(StyleError, match="no style 'Corp Body', to which body is mapped") as caught:
        write_docx(sample_document(), on(template, map={"body": "Corp Body"}))
    assert caught.value.code == "template-style-missing"
