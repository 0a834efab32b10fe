"""Content controls wherever Word lets them stand."""

import pytest

from converter.writers.docx.template.controls import control_places
from converter.writers.docx.template.trees import Element
from tests.writers.docx.opened import fragment, query, strings
from tests.writers.docx.template.houses import control, paragraph, run, table

DOCUMENT = "word/document.xml"
OURS = paragraph(run("one")) + paragraph(run("two"))


def body(xml: str) -> Element:
    """Return a document body with that mark-up."""
    return query(fragment(f"<w:body>{xml}</w:body>"), "//w:body")[0]


def blocks() -> list[Element]:
    return [*fragment(OURS)]


def words(tree: Element) -> list[str]:
    return ["".join(strings(each, ".//w:t/text()")) for each in query(tree, "//w:body//w:p")]


def only(tree: Element, part: str = DOCUMENT):  # type: ignore[no-untyped-def]  # noqa: ANN201 - `Control`, under test
    (place,) = control_places(part, tree)
    return place


@pytest.mark.parametrize(
    ("tag", "name"),
    [("brief:title", "title"), ("Brief:Reading_Time", "reading-time"), (" brief: my-own ", "my-own")],
)
def test_names_are_read_as_people_write_them(tag: str, name: str) -> None:
    assert only(body(control(tag, paragraph(run("x"))))).name == name


def test_controls_of_others_are_left_alone() -> None:
    tree = body(control("client", paragraph(run("x"))) + "<w:sdt><w:sdtContent/></w:sdt>")
    assert list(control_places(DOCUMENT, tree)) == []


def test_a_control_inside_another_of_ours_goes_with_it() -> None:
    tree = body(control("brief:body", control("brief:title", paragraph(run("x")))))
    assert only(tree).name == "body"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (control("brief:x", paragraph(run("a")) + paragraph(run("b"))), ["new"]),
        (paragraph(run("before ") + control("brief:x", run("a"))), ["before new"]),
        (table("<w:p/>").replace("<w:p/>", paragraph(control("brief:x", run("a")))), ["new"]),
        (paragraph(control("brief:x", "")), ["new"]),
    ],
)
def test_words_take_the_place_of_what_it_holds(xml: str, expected: list[str]) -> None:
    tree = body(xml)
    only(tree).fill([*fragment(run("new"))])
    assert words(tree) == expected
    assert strings(tree, "//w:tag/@w:val") == ["brief:x"]


def test_words_fill_the_cell_that_a_control_stands_around() -> None:
    cell = f"<w:tc><w:tcPr/>{paragraph(run('a'))}{paragraph(run('b'))}</w:tc>"
    tree = body(f"<w:tbl><w:tr>{control('brief:x', cell)}</w:tr></w:tbl>")
    only(tree).fill([*fragment(run("new"))])
    assert words(tree) == ["new"]
    assert [each.tag.rpartition("}")[2] for each in query(tree, "//w:tc/*")] == ["tcPr", "p"]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (control("brief:x", paragraph(run("a")), "<w:text/>"), ["one", "two"]),
        (paragraph(control("brief:x", run("a"))), ["one", "two"]),
        (paragraph(run("before") + control("brief:x", run("a"))), ["before", "one", "two"]),
        (table(control("brief:x", paragraph(run("a")))), ["one", "two"]),
        (f"<w:tbl><w:tr>{control('brief:x', '<w:tc><w:tcPr/><w:p/></w:tc>')}</w:tr></w:tbl>", ["one", "two"]),
        (f"<w:tbl>{control('brief:x', '<w:tr><w:tc><w:p/></w:tc></w:tr>')}</w:tbl>", ["one", "two"]),
    ],
)
def test_blocks_take_the_place_of_the_control(xml: str, expected: list[str]) -> None:
    tree = body(xml)
    only(tree).put(blocks())
    assert words(tree) == expected
    assert query(tree, "//w:sdt") == []


def test_a_choice_and_a_foreign_binding_go_with_the_prompt() -> None:
    properties = '<w:dataBinding w:xpath="/x" w:storeItemID="{0}"/><w:dropDownList/><w:showingPlcHdr/>'
    tree = body(control("brief:x", paragraph(run("a")), properties))
    only(tree).fill([*fragment(run("new"))])
    assert query(tree, "//w:sdtPr/*[not(self::w:tag or self::w:alias)]") == []


def test_blocks_stand_in_the_document_only_and_in_no_text_box() -> None:
    alone = control("brief:x", paragraph(run("a")))
    boxed = paragraph(f"<w:r><w:txbxContent>{alone}</w:txbxContent></w:r>")
    for xml, takes in ((alone, True), (boxed, False)):
        assert (
            only(
                query(fragment(f"<w:document><w:body>{xml}</w:body></w:document>"), "//w:body")[0]
            ).takes_blocks
            is takes
        )
    assert not only(query(fragment(f"<w:hdr>{alone}</w:hdr>"), "//w:hdr")[0]).takes_blocks


def test_what_tracked_changes_took_away_is_no_place() -> None:
    tree = body(f"<w:moveFrom>{paragraph(control('brief:x', run('a')))}</w:moveFrom>")
    assert list(control_places(DOCUMENT, tree)) == []


def test_a_section_that_ends_in_a_control_still_ends() -> None:
    ending = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
    tree = body(control("brief:x", ending))
    only(tree).put(blocks())
    assert words(tree) == ["one", "two", ""]
    assert len(query(tree, "//w:sectPr")) == 1
