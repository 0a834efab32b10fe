from converter.ooxml.xml import attribute
from converter.verifier.word.styles import Styles, told, told_attribute
from tests.verifier.word.making import STYLES, opened, style, word


def styles(more: str) -> Styles:
    return opened(word(styles=STYLES + more)).styles


def size(half_points: int) -> str:
    return f'<w:rPr><w:sz w:val="{half_points}"/></w:rPr>'


def test_what_a_style_says_itself_counts_most() -> None:
    found = styles(
        style("A", "A", size(20)) + style("B", "B", size(30), base="A") + style("C", "C", base="B")
    )
    assert [told_attribute(found.layers(one, "rPr"), "sz", "val") for one in "ABC"] == ["20", "30", "30"]


def test_attributes_of_one_element_are_inherited_one_by_one() -> None:
    outer = '<w:pPr><w:spacing w:before="100" w:after="200"/></w:pPr>'
    inner = '<w:pPr><w:spacing w:after="300"/></w:pPr>'
    layers = styles(style("A", "A", outer) + style("B", "B", inner, base="A")).layers("B", "pPr")
    assert [told_attribute(layers, "spacing", one) for one in ("before", "after", "line")] == [
        "100",
        "300",
        "",
    ]


def test_styles_that_go_in_circles_end() -> None:
    found = styles(style("A", "A", size(20), base="B") + style("B", "B", base="A"))
    assert attribute(told(found.layers("B", "rPr"), "sz"), "val") == "20"


def test_an_unknown_style_is_the_default_one_of_its_kind() -> None:
    found = styles("")
    assert found.known("paragraph", "None") == found.known("paragraph", "") == "Normal"
    assert found.known("paragraph", "Title") == "Title"
    assert found.known("table", "") == ""


def test_names_are_those_of_the_whole_chain() -> None:
    assert styles(style("A", "My Code", base="Title")).names("A") == ("my code", "title", "normal")


def test_parts_of_a_table_are_asked_for_by_their_names() -> None:
    part = f'<w:tblStylePr w:type="firstRow">{size(40)}</w:tblStylePr>'
    found = styles(style("T", "T", part, kind="table") + style("U", "U", base="T", kind="table"))
    assert told_attribute(found.conditional("U", "firstRow", "rPr"), "sz", "val") == "40"
    assert found.conditional("U", "lastRow", "rPr") == ()


def test_without_styles_nothing_is_said() -> None:
    assert Styles(None).layers("Normal", "rPr") == ()
