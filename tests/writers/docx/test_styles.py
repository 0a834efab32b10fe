import pytest
from msgspec.structs import replace

from converter.model.document import Text, TextBlock
from converter.model.style import Emphasis, Length, TextRole
from converter.writers.docx.stylenames import ROLE_STYLES
from tests.sample import sample_style
from tests.writers.docx.opened import Opened, written


@pytest.fixture(scope="module")
def opened() -> Opened:
    return written()


def style(opened: Opened, id_: str, path: str) -> list[str]:
    return opened.values(f"//w:style[@w:styleId='{id_}']/{path}", "styles")


def test_word_knows_its_own_styles_by_their_names(opened: Opened) -> None:
    names = set(opened.values("//w:style[not(@w:customStyle)]/w:name/@w:val", "styles"))
    assert names >= {
        "Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "Body Text", "List Bullet",
        "List Bullet 2", "List Bullet 3", "List Number", "List Number 2", "List Number 3", "Quote", "caption",
        "endnote text", "endnote reference", "Hyperlink", "header", "footer", "Strong", "Emphasis",
    }  # fmt: skip


def test_only_styles_of_ours_are_custom(opened: Opened) -> None:
    custom = opened.values("//w:style[@w:customStyle]/w:name/@w:val", "styles")
    assert custom
    assert all(name.startswith("Briefing ") for name in custom)


def test_every_role_has_its_style(opened: Opened) -> None:
    ids = opened.values("//w:style/@w:styleId", "styles")
    assert len(ids) == len(set(ids))
    assert set(ROLE_STYLES) == set(sample_style().text)
    assert {name.id for name in ROLE_STYLES.values()} <= set(ids)


def test_every_reference_to_a_style_leads_somewhere(opened: Opened) -> None:
    ids = set(opened.values("//w:style/@w:styleId", "styles"))
    assert set(opened.values("//w:basedOn/@w:val | //w:next/@w:val", "styles")) <= ids
    for part in ("document", "header1", "footer1", "endnotes"):
        assert set(opened.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", part)) <= ids


@pytest.mark.parametrize(("role", "level"), [("heading1", "0"), ("heading2", "1"), ("heading3", "2")])
def test_headings_have_their_level_and_keep_with_what_follows(
    opened: Opened, role: TextRole, level: str
) -> None:
    id_ = ROLE_STYLES[role].id
    assert style(opened, id_, "w:pPr/w:outlineLvl/@w:val") == [level]
    assert len(style(opened, id_, "w:pPr/w:keepNext/@w:val")) == 0
    assert opened.find(f"//w:style[@w:styleId='{id_}']/w:pPr/w:keepNext", "styles")
    assert style(opened, id_, "w:next/@w:val") == ["BodyText"]


def test_styles_say_only_what_differs_from_normal(opened: Opened) -> None:
    assert not opened.find("//w:style[@w:styleId='BodyText']/w:rPr", "styles")
    assert style(opened, "BodyText", "w:pPr/w:jc/@w:val") == ["both"]
    assert style(opened, "Title", "w:rPr/w:sz/@w:val") == ["48"]


def test_the_defaults_are_the_bodys_type_in_the_documents_language(opened: Opened) -> None:
    assert opened.values("//w:docDefaults//w:sz/@w:val", "styles") == ["21"]
    assert opened.values("//w:docDefaults//w:lang/@w:val", "styles") == ["en-US"]
    assert opened.values("//w:docDefaults//w:rFonts/@w:asciiTheme", "styles") == ["minorHAnsi"]


def test_the_defaults_have_a_language_for_each_script_of_the_document() -> None:
    words = TextBlock("body", (Text("ท่าเรือ", language="th"), Text("港口", language="zh")))
    languages = "//w:docDefaults//w:lang/@*"
    assert written(words).values(languages, "styles") == ["en-US", "th-TH", "zh-CN"]
    assert written(TextBlock("body", (Text("Ports"),))).values(languages, "styles") == ["en-US"]


def test_notes_hang_behind_their_numbers(opened: Opened) -> None:
    assert style(opened, "EndnoteText", "w:pPr/w:ind/@w:hanging") == ["360"]


def test_running_lines_have_stops_in_the_middle_and_at_the_end(opened: Opened) -> None:
    width = sample_style().page.text_width
    stops = [str(Length(width / 2).twips), str(width.twips)]
    assert style(opened, "Footer", "w:pPr/w:tabs/w:tab/@w:pos") == stops


def test_facts_stand_between_the_rules_of_the_style() -> None:
    ruled = replace(sample_style(), title_rule_above=sample_style().table.rule)
    assert style(written(style=ruled), "BriefingFacts", "w:pPr/w:pBdr/*/@w:sz") == ["6", "6"]


def test_the_style_of_stressed_words_is_slanted_or_bold() -> None:
    names: dict[Emphasis, list[str]] = {"italic": ["i", "iCs"], "bold": ["b", "bCs"]}
    for emphasis, looks in names.items():
        opened = written(style=replace(sample_style(), emphasis=emphasis))
        found = opened.find("//w:style[@w:styleId='Emphasis']/w:rPr/*", "styles")
        assert [each.tag.rpartition("}")[2] for each in found] == looks


def test_in_a_right_to_left_document_paragraphs_are_so_by_default() -> None:
    opened = written(language="ar", direction="rtl")
    assert opened.find("//w:style[@w:styleId='Normal']/w:pPr/w:bidi", "styles")
    assert opened.values("//w:docDefaults//w:lang/@w:bidi", "styles") == ["ar-SA"]
    assert opened.find("//w:sectPr/w:bidi")
