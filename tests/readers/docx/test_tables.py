"""Tables, and those that only arrange what stands in them."""

from converter.model.article import Table
from tests.ooxml.making import p, r, row, table, tc
from tests.readers.docx.making import from_docx, package, style
from tests.readers.reading import codes, shapes

PROSE = "The harbour of Lund reopened on Monday after ten years of work."


def test_merged_cells_stand_once() -> None:
    body = table(
        row(tc("ab", "<w:gridSpan w:val='2'/>"), "c"),
        row(tc("d", "<w:vMerge w:val='restart'/>"), "e", "f"),
        row(tc(p(), "<w:vMerge/>"), "g", "h"),
    )
    article = from_docx(body)
    assert shapes(article) == [("table", 0, ("ab", None, "c"), ("d", "e", "f"), (None, "g", "h"))]
    assert codes(article) == []


def test_words_in_a_cell_that_another_covers_are_left_out_and_told() -> None:
    two = "<w:gridSpan w:val='2'/>"
    body = table(
        row("a", "b", "c"),
        row(tc("d", two), tc("e", "<w:vMerge w:val='restart'/>")),
        row("f", "g", tc("covered", "<w:vMerge/>")),
        row(tc("h", two), tc("covered too", "<w:vMerge w:val='continue'/>")),
    )
    article = from_docx(body)
    assert [*shapes(article)[0]][3:] == [("d", None, "e"), ("f", "g", None), ("h", None, None)]
    assert codes(article) == ["covered-left-out"]
    assert article.notices[0].text.endswith(": 2")


def test_a_cell_that_goes_on_from_none_is_read() -> None:
    merged = "<w:vMerge/>"
    rows = row(tc("a", merged), "b"), row("c", "d"), row("e", tc("f", merged)), row(tc("g", merged), "h")
    before = "<w:gridBefore w:val='1'/>"
    shifted = (
        row("k", tc("l", "<w:vMerge w:val='restart'/>")),
        row(tc("covered", merged), "m", properties=before),
    )
    assert shapes(from_docx(table(*rows, *shifted)))[0][2:] == (
        ("a", "b"), ("c", "d"), ("e", "f"), ("g", "h"), ("k", "l"), (None, "m")
    )  # fmt: skip


def test_header_rows_are_marked_or_look_otherwise() -> None:
    rows = row("a", "b"), row("c", "d")
    header = row("a", "b", properties="<w:tblHeader/>")
    bold = row(tc(p("", runs=r("a", "<w:b/>"))), tc(p("", runs=r("b", "<w:b/>"))))
    for body, expected in (
        (table(header, rows[1]), 1),
        (table(*rows, properties="<w:tblLook w:firstRow='1'/>"), 1),
        (table(*rows, properties="<w:tblLook w:val='04A0'/>"), 1),
        (table(*rows, properties="<w:tblLook w:firstRow='0' w:val='04A0'/>"), 0),
        (table(bold, rows[1]), 1),
        (table(*rows), 0),
    ):
        assert shapes(from_docx(body)) == [("table", expected, ("a", "b"), ("c", "d"))]


def test_rows_and_cells_may_be_wrapped_or_deleted() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{row('c', 'd')}</w:sdtContent></w:sdt>"
    gone = row("e", "f", properties="<w:del w:id='1'/>")
    article = from_docx(table(row("a", "b"), wrapped, gone, row(p(), p(), properties="<w:del w:id='1'/>")))
    assert shapes(article) == [("table", 0, ("a", "b"), ("c", "d"))]
    assert codes(article) == ["deletions-left-out"]
    assert article.notices[0].text.endswith(": 1")


def test_a_cell_that_was_deleted_is_left_out_and_told() -> None:
    gone = tc("gone", "<w:cellDel w:id='1'/>")
    article = from_docx(table(row("a", gone, "b"), row("c", "d")))
    assert shapes(article) == [("table", 0, ("a", "b"), ("c", "d"))]
    assert codes(article) == ["deletions-left-out"]


def test_a_field_may_end_in_a_row_that_was_deleted() -> None:
    begin, end = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "end"))
    gone = row(tc(p("x", runs=end)), "y", properties="<w:del w:id='1'/>")
    assert from_docx(p("a", runs=begin) + table(gone, row("b", "c")) + p("d")).text == "a\n\nb\tc\n\nd"


def test_all_that_a_cell_holds_stands_in_it() -> None:
    nested = table(row("x", "y"), row("z", "w"))
    body = table(row(tc(p("a") + p("b")), "c"), row(tc(nested + p("d")), "e"))
    assert shapes(from_docx(body)) == [("table", 0, ("a b", "c"), ("x y z w d", "e"))]


def test_a_box_and_columns_of_text_are_no_tables() -> None:
    box = table(row(tc(p("One", style="H") + p("text") + p("Two", style="H"))))
    columns = table(row(tc(p(f"{PROSE} " * 4)), tc(p(f"{PROSE} " * 3) + p("Last."))))
    parts = package(p("Opening prose.") + box + columns, styles=style("H", "heading 1"))
    kinds = [shape[0] for shape in shapes(from_docx(parts))]
    assert kinds == ["paragraph", "heading", "paragraph", "heading", *["paragraph"] * 3]


def test_captions_go_to_their_table() -> None:
    caption = p("Table 1. Ships", style="C")
    parts = package(p(PROSE) + caption + table(row("a", "b"), row("c", "d")), styles=style("C", "caption"))
    article = from_docx(parts)
    (found,) = [block for block in article.blocks if isinstance(block, Table)]
    assert found.caption
    assert article.slice(found.caption) == "Table 1. Ships"
    two = package(
        p("Opening.") + caption + caption + table(row("a", "b"), row("c", "d")), styles=style("C", "caption")
    )
    assert [shape[0] for shape in shapes(from_docx(two))] == ["paragraph", "paragraph", "table"]
    alone = package(p(PROSE) + caption, styles=style("C", "caption"))
    assert shapes(from_docx(alone))[-1] == ("paragraph", "Table 1. Ships")


def test_a_span_beyond_all_measure_is_bounded() -> None:
    article = from_docx(table(row(tc("a", "<w:gridSpan w:val='1000000'/>")), row("b", "c")))
    assert article.text == "a\nb\tc"


def test_a_span_or_look_that_is_no_number_says_nothing() -> None:
    digits = "1" * 5_000
    rows = row(tc("a", f"<w:gridSpan w:val='{digits}'/>"), "b"), row("c", "d")
    body = table(*rows, properties=f"<w:tblLook w:val='{digits}'/>")
    assert shapes(from_docx(body)) == [("table", 0, ("a", "b"), ("c", "d"))]
