"""Fields: what they do is never read, and what comes of it always is."""

import pytest

from tests.ooxml.making import p, part, r
from tests.readers.docx.making import from_docx, package
from tests.readers.reading import marks

HIDDEN = "<w:vanish/>"


def mark(kind: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:fldChar w:fldCharType='{kind}'/></w:r>"


def told(instruction: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:instrText>{instruction}</w:instrText></w:r>"


BEGIN, RESULT, END = mark("begin"), mark("separate"), mark("end")
LINK = told(' HYPERLINK "https://example.org/" ')


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("a", runs=BEGIN + told(" DATE ") + END + r(" b")), "a b"),
        (p("a", runs=BEGIN + r("DATE") + RESULT + r(" b") + END), "a b"),
        (
            p(
                "a",
                runs=BEGIN + told(" IF ") + BEGIN + r("no") + RESULT + r("no") + END + RESULT + r(" b") + END,
            ),
            "a b",
        ),
        (p("a", runs=BEGIN + f"<w:fldSimple>{r('no')}</w:fldSimple>" + RESULT + r(" b") + END), "a b"),
        (
            p("a", runs=f"<w:fldSimple>{BEGIN}{told('DATE')}{RESULT}{r(' b')}{END}{r(' c')}</w:fldSimple>"),
            "a b c",
        ),
        (p("a", runs=BEGIN + RESULT + r(" b")) + p("c", runs=END + r(" d")), "a b\n\nc d"),
        # marks without their counterparts
        (p("a", runs=END + RESULT + r(" b")), "a b"),
        (p("a", runs=BEGIN + told(" DATE ") + r(" b")) + p("c"), "a b\n\nc"),
        (
            p("a", runs=BEGIN + told(" DATE ") + r(" b") + BEGIN + told(" DATE ") + RESULT + r(" c") + END),
            "a b c",
        ),
        # marks that nobody sees
        (p("a", runs=BEGIN + told("XE", HIDDEN) + mark("end", HIDDEN) + r(" b")), "a b"),
        (p("a", runs=BEGIN + told("DATE") + mark("separate", HIDDEN) + r(" b") + END), "a b"),
        (p("a", runs=BEGIN + told("XE") + f"<w:del w:id='1'>{END}</w:del>" + r(" b")), "a b"),
    ],
)
def test_only_results_are_read(body: str, text: str) -> None:
    assert from_docx(body).text == text


def test_a_field_that_begins_in_a_table_of_contents_ends_behind_it() -> None:
    gallery = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    contents = f"<w:sdt>{gallery}<w:sdtContent>{p('Text 1', runs=RESULT)}</w:sdtContent></w:sdt>"
    assert from_docx(p("", runs=BEGIN + told(" TOC ")) + contents + p("Text", runs=END)).text == "Text"


def test_a_link_without_an_end_leads_nowhere() -> None:
    assert marks(from_docx(p("a", runs=BEGIN + LINK + RESULT + r(" b")) + p("c"))) == []
    hidden = BEGIN + told(' HYPERLINK "https://example.org/" ', HIDDEN) + RESULT + r(" b") + END
    assert marks(from_docx(p("a", runs=hidden))) == [("link", "b", "https://example.org/")]


def test_text_boxes_have_fields_of_their_own() -> None:
    def box(content: str) -> str:
        return f"<w:r><w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict></w:r>"

    inside = p("in", runs=BEGIN + r(" the box"))
    assert from_docx(p("a", runs=box(inside)) + p("after")).text == "a\n\nin the box\n\nafter"
    around = p("a", runs=BEGIN + LINK + RESULT + r(" b") + box(p("in"))) + p("c", runs=END)
    assert [text for _, text, _ in marks(from_docx(around))] == ["b", "c"]


def test_notes_have_fields_of_their_own() -> None:
    notes = "".join(
        f"<w:footnote w:id='{number}'>{p(f'note {number}', runs=runs)}</w:footnote>"
        for number, runs in ((1, BEGIN + LINK + RESULT + r(" b")), (2, BEGIN + r(" c")), (3, r(" d") + END))
    )
    references = "".join(f"<w:r><w:footnoteReference w:id='{number}'/></w:r>" for number in (1, 2, 3))
    parts = package(
        p("a", runs=references),
        links={"f": ("footnotes", "footnotes.xml")},
        parts={"word/footnotes.xml": part("footnotes", notes)},
    )
    article = from_docx(parts)
    assert [text in article.text for text in ("note 1 b", "note 2 c", "note 3 d")] == [True] * 3
    assert [kind for kind, _, _ in marks(article)] == ["footnote"] * 3


@pytest.mark.parametrize(
    ("told_by", "text"),
    [
        ("<w:result w:val='1'/>", "a two"),
        ("", "a one"),
        ("<w:default w:val='1'/>", "a two"),
        ("<w:result w:val='9'/>", "a"),
    ],
)
def test_what_is_chosen_from_a_list_is_read(told_by: str, text: str) -> None:
    entries = "".join(f"<w:listEntry w:val='{one}'/>" for one in ("one", "two"))
    data = f"<w:ffData><w:ddList>{told_by}{entries}</w:ddList></w:ffData>"
    begin = f"<w:r><w:fldChar w:fldCharType='begin'>{data}</w:fldChar></w:r>"
    assert from_docx(p("a ", runs=begin + told(" FORMDROPDOWN ") + END)).text == text
