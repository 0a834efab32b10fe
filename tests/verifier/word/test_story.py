from converter.verifier.word.story import Paragraph, cells_of
from tests.ooxml.making import p, r, row, table, tc
from tests.verifier.word.making import head, inline, link, opened, text_box, word


def paragraphs(body: str) -> list[Paragraph]:
    return opened(word(body)).body.paragraphs[1:]


def texts(body: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(body)]


def test_paragraphs_come_in_order_wherever_they_are_wrapped() -> None:
    control = f"<w:sdt><w:sdtContent>{p('two')}</w:sdtContent></w:sdt>"
    assert texts(p("one") + control + table(row("three", tc(table(row("four")) + p()))) + p("five")) == [
        "one", "two", "three", "four", "", "five",
    ]  # fmt: skip


def test_words_are_those_that_are_shown() -> None:
    deleted = "<w:del><w:r><w:delText>not</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r('not')}</w:moveFrom>"
    inserted = f"<w:ins>{r('b')}</w:ins>"
    signs = "<w:r><w:tab/><w:t>d</w:t><w:br/></w:r>"
    assert texts(p("a", runs=deleted + moved + inserted + link("rId9", "c") + signs)) == ["abc\td\n"]


def test_words_of_text_boxes_are_not_those_of_the_paragraph() -> None:
    assert texts(p("a", runs=text_box("b"))) == ["a"]


def test_paragraphs_are_numbered_and_known_by_their_words() -> None:
    found = paragraphs(p("a") + p("b " * 40) + p())
    assert [one.where for one in found] == [
        "paragraph 2 “a”",
        "paragraph 3 “b b b b b b b b b b b b b b b b b b b b …”",
        "paragraph 4",
    ]


def test_a_paragraph_knows_the_cells_around_it() -> None:
    (inner, _) = paragraphs(table(row("x", tc(table(row("y")) + p()))))[1:]
    assert [(cell.row, cell.column) for cell in inner.cells] == [(0, 1), (0, 0)]


def test_cells_count_the_columns_that_others_span() -> None:
    wide = tc("x", '<w:gridSpan w:val="2"/>')
    late = row("z", properties='<w:gridBefore w:val="1"/>')
    body = table(head(wide, "y"), late) + p()
    cells = list(cells_of(opened(word(body)).body.tables[0]))
    assert [(cell.row, cell.column, cell.last) for cell in cells] == [
        (0, 0, False),
        (0, 2, True),
        (1, 1, True),
    ]


def test_an_element_is_where_its_paragraph_is() -> None:
    body = opened(word(p("a", runs=inline()) + table(row("b")) + p("c"))).body
    (drawing,) = body.roots[0].iter("{*}inline")
    assert body.where(drawing) == "paragraph 2 “a”"
    assert body.where(body.tables[0]) == "paragraph 3 “b”"
