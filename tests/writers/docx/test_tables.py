from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.model.article import Image
from converter.model.document import (
    Block,
    BoxBlock,
    Cell,
    FigureBlock,
    HeadingBlock,
    MethodBlock,
    TableBlock,
    Text,
    TextBlock,
)
from converter.model.style import WHITE, Box, Color, Length, Rule
from converter.writers.docx.advances import advances
from tests.sample import png, sample_style
from tests.writers.docx.opened import Opened, look, query, strings, written

STYLE = sample_style()
ROOM = STYLE.page.text_width - STYLE.text["caption"].indent
INK, MIST = Color(0x1B, 0x1F, 0x24), Color(0xC9, 0xD1, 0xDA)
AFTER = TextBlock("body", (Text("after"),))


def table(rows: list[list[str]], header_rows: int = 1, caption: str = "") -> TableBlock:
    cells = tuple(tuple(Cell((Text(text),) if text else ()) for text in row) for row in rows)
    return TableBlock(cells, header_rows, (Text(caption),) if caption else ())


def written_table(*blocks: Block) -> Opened:
    return written(*blocks)


def test_header_rows_are_repeated_and_no_row_is_parted() -> None:
    opened = written_table(table([["a", "b"], ["c", "d"], ["e", "f"]], header_rows=2), AFTER)
    rows = opened.find("//w:tr")
    assert [bool(query(row, "w:trPr/w:tblHeader")) for row in rows] == [True, True, False]
    assert all(query(row, "w:trPr/w:cantSplit") for row in rows)
    heads = [strings(row, ".//w:pStyle/@w:val")[0] for row in rows]
    assert heads == ["BriefingTableHead", "BriefingTableHead", "BriefingTableCell"]


def test_the_line_below_a_head_of_several_rows_is_below_its_last() -> None:
    opened = written_table(table([["a"], ["b"], ["c"]], header_rows=2), AFTER)
    assert [bool(query(row, ".//w:tcBorders/w:bottom")) for row in opened.find("//w:tr")] == [
        False,
        True,
        False,
    ]


def test_a_table_without_a_head_asks_for_no_first_row() -> None:
    assert written_table(table([["a"]], 0), AFTER).values("//w:tblLook/@w:val") == ["0600"]
    assert written_table(table([["a"]], 1), AFTER).values("//w:tblLook/@w:val") == ["0620"]


def test_figures_stand_at_the_end_of_their_column() -> None:
    opened = written(TableBlock(((Cell((Text("x"),)), Cell((Text("1"),), "end")),), 0), AFTER)
    assert [strings(cell, ".//w:jc/@w:val") for cell in opened.find("//w:tc")] == [[], ["right"]]


def test_there_are_no_lines_between_columns() -> None:
    opened = written_table(table([["a", "b"]]), AFTER)
    assert not opened.find("//w:style[@w:styleId='BriefingTable']//w:insideV", "styles")
    assert not opened.find("//w:style[@w:styleId='BriefingTable']//w:left[@w:val]", "styles")


@given(
    st.integers(1, 7).flatmap(
        lambda count: st.lists(
            st.lists(st.text("abc 123", max_size=60), min_size=count, max_size=count), min_size=1, max_size=4
        )
    )
)
def test_columns_fill_the_room_and_none_vanishes(rows: list[list[str]]) -> None:
    widths = [int(width) for width in written_table(table(rows), AFTER).values("//w:gridCol/@w:w")]
    assert len(widths) == len(rows[0])
    assert abs(sum(widths) / 20 - ROOM) < 0.1
    assert min(widths) > 0


def test_a_column_of_prose_is_wider_than_one_of_figures() -> None:
    opened = written_table(
        table([["Year", "What was agreed in the talks, at length"], ["2026", "Nothing " * 30]]), AFTER
    )
    year, prose = (int(width) for width in opened.values("//w:gridCol/@w:w"))
    assert prose > 3 * year


def test_a_column_of_short_texts_keeps_them_on_one_line_beside_prose() -> None:
    opened = written_table(table([["x", "By whom"], ["Prose " * 60, "Ministry of Transport"]]), AFTER)
    _, short = (int(width) / 20 for width in opened.values("//w:gridCol/@w:w"))
    font = look().fonts["table-cell"]
    assert font.face
    text = advances(font.face).width("Ministry of Transport") * STYLE.text["table-cell"].size
    assert text < short < 1.1 * text


def test_the_caption_stands_above_and_keeps_with_the_table() -> None:
    opened = written_table(table([["a"]], caption="Table 1. Arrivals"), AFTER)
    (caption,) = opened.find("//w:p[w:pPr/w:pStyle/@w:val='Caption']")
    assert query(caption, "w:pPr/w:keepNext")
    assert query(caption, "following-sibling::*[1][self::w:tbl]")


def test_what_follows_a_table_keeps_its_distance() -> None:
    opened = written_table(table([["a"]]), AFTER)
    assert opened.values("//w:tbl/following-sibling::w:p[1]//w:spacing/@w:before") == ["200"]


def test_the_method_and_pictures_keep_the_larger_space_of_their_own_after_a_table() -> None:
    heading = HeadingBlock(2, (Text("Source and method"),), "source-and-method")
    spaced = "//w:tbl/following-sibling::w:p[1]//w:spacing/@*[local-name() != 'lineRule']"
    method = written_table(table([["a"]]), MethodBlock(heading, ()))
    assert method.values(spaced) == ["600", "100", "400"]
    picture = written_table(table([["a"]]), FigureBlock(Image(png(4, 2), "image/png", 4, 2), "A quay"))
    assert picture.values(spaced) == ["200", "150", "240"]


def test_between_two_tables_and_at_the_end_there_is_a_paragraph() -> None:
    opened = written_table(table([["a"]]), table([["b"]]))
    kinds = [element.tag.rpartition("}")[2] for element in opened.find("//w:body/*")]
    assert kinds == ["tbl", "p", "tbl", "p", "sectPr"]


def grounds(block: TableBlock, *, box: Box | None = None) -> Opened:
    table = replace(STYLE.table, head_fill=INK, stripe=MIST, head_link=WHITE, inset=Length(6))
    style = replace(STYLE, table=table, box=box)
    return written(BoxBlock((block,)) if box else block, AFTER, style=style)


def fills(opened: Opened) -> list[list[str]]:
    """Return the ground that each row sets by itself."""
    return [strings(row, ".//w:tcPr/w:shd/@w:fill") for row in opened.find("//w:tr")]


def test_grounds_are_those_of_the_table_style() -> None:
    opened = grounds(table([["a"], ["b"], ["c"]]))
    part = "//w:style[@w:styleId='BriefingTable']/w:tblStylePr[@w:type='{}']//w:shd/@w:fill"
    assert opened.values(part.format("firstRow"), "styles") == [INK.hex]
    assert opened.values(part.format("band2Horz"), "styles") == [MIST.hex]
    assert opened.values("//w:tblStyleRowBandSize/@w:val", "styles") == ["1"]
    assert opened.values("//w:tblLook/@w:val") == ["0420"]
    assert fills(opened) == [[], [], []]


def test_rows_below_a_head_of_several_rows_have_grounds_of_their_own() -> None:
    opened = grounds(table([["a"], ["b"], ["c"], ["d"]], header_rows=2))
    # Word would count from the second row on
    assert opened.values("//w:tblLook/@w:val") == ["0620"]
    assert fills(opened) == [[], [INK.hex], [], [MIST.hex]]


def test_grounds_of_a_table_cover_that_of_its_box() -> None:
    panel = Color(0xEC, 0xF5, 0xF4)
    opened = grounds(table([["a"], ["b"], ["c"]]), box=Box(panel, Rule(Length(0), INK), Length(9)))
    assert fills(opened) == [[INK.hex], [panel.hex], [MIST.hex]]


def test_text_keeps_away_from_both_edges_of_a_ground() -> None:
    opened = grounds(table([["a", "b"], ["c", "d"]]))
    margins = "//w:style[@w:styleId='BriefingTable']/w:tblPr/w:tblCellMar/w:{}/@w:w"
    assert [opened.values(margins.format(side), "styles") for side in ("left", "right")] == [["120"], ["120"]]
    assert opened.values("//w:tr[1]/w:tc/w:tcPr/w:tcMar/w:right/@w:w") == ["120"]
    assert sum(map(int, opened.values("//w:gridCol/@w:w"))) == Length(ROOM).twips


def test_links_in_a_dark_head_are_light() -> None:
    linked = TableBlock(tuple(((Cell((Text("x", link="https://example.org/"),)),)) for _ in "ab"), 1)
    opened = grounds(linked)
    colors = [strings(row, ".//w:hyperlink//w:rPr/w:color/@w:val") for row in opened.find("//w:tr")]
    assert colors == [["FFFFFF"], []]


def test_lines_between_rows_are_the_table_styles() -> None:
    lined = replace(STYLE.table, row_rule=Rule(Length(0.5), MIST))
    opened = written(table([["a"], ["b"]]), AFTER, style=replace(STYLE, table=lined))
    assert opened.values("//w:style[@w:styleId='BriefingTable']//w:insideH/@w:color", "styles") == [MIST.hex]


def test_a_table_keeps_its_distance_from_paragraphs_that_ask_for_none() -> None:
    body = replace(STYLE.text["body"], space_after=Length(0))
    tight = replace(STYLE, text={**STYLE.text, "body": body})
    opened = written(TextBlock("body", (Text("x"),)), table([["a"], ["b"]]), AFTER, style=tight)
    third = Length(body.leading / 3).twips
    assert opened.values("//w:tbl/preceding-sibling::w:p[1]/w:pPr/w:spacing/@w:after") == [str(third)]
