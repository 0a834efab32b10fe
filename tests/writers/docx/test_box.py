from msgspec.structs import replace

from converter.model.document import BoxBlock, Cell, Item, ListBlock, TableBlock, Text, TextBlock, TitleBlock
from converter.model.style import Box, Color, Length, Rule, Style
from converter.writers.docx.box import box_frame, box_left, box_right
from converter.writers.docx.look import Look
from tests.sample import sample_style
from tests.writers.docx.opened import Opened, document, fragment, look, query, strings, written

FILL = Color(0xF3, 0xF6, 0xF9)
LEAD = TextBlock("lead", (Text("one"),))
BULLETS = ListBlock((Item((Text("two"),)), Item((Text("three"),))), role="lead")


def style(fill: Color | None = None, rule: float = 2, padding: float = 9) -> Style:
    box = Box(fill, Rule(Length(rule), Color(1, 2, 3)), Length(padding), Length(100))
    return replace(sample_style(), box=box)


def boxed(*blocks: TextBlock | ListBlock | TableBlock, style: Style) -> Opened:
    title = document().blocks[0]
    assert isinstance(title, TitleBlock)
    return written(title, BoxBlock(blocks), style=style)


def side(frame: object, name: str, attribute: str) -> list[str]:
    assert isinstance(frame, dict)
    return strings(fragment(frame["pBdr"]), f"//w:{name}/@w:{attribute}")


def test_a_rule_stands_where_the_box_begins_and_the_text_behind_the_padding() -> None:
    assert box_left(look(style()), "lead") == Length(100 + 2 + 9)
    assert box_right(look(style())) == Length(0)
    frame = box_frame(look(style()), Length(111))
    assert (side(frame, "left", "sz"), side(frame, "left", "space")) == (["16"], ["9"])
    assert side(frame, "top", "val") == ["nil"]
    assert "shd" not in frame


def test_a_ground_reaches_the_padding_on_all_sides() -> None:
    frame = box_frame(look(style(FILL, rule=0)), Length(109))
    assert box_right(look(style(FILL))) == Length(9)
    assert [side(frame, name, "space") for name in ("top", "bottom", "right")] == [["9"]] * 3
    assert side(frame, "left", "color") == [FILL.hex]
    assert f'w:fill="{FILL.hex}"' in frame["shd"]


def test_no_rule_and_no_ground_are_no_frame() -> None:
    assert box_frame(look(style(rule=0)), Length(100)) == {}
    assert box_frame(look(replace(sample_style(), box=None)), Length(0)) == {}


def test_in_right_to_left_text_the_rule_stands_at_the_right() -> None:
    frame = box_frame(Look(style(), "ar", "rtl"), Length(111))
    assert side(frame, "right", "sz") == ["16"]
    assert side(frame, "left", "val") == ["nil"]


def test_what_is_all_alike_needs_nothing_but_its_style() -> None:
    opened = boxed(LEAD, LEAD, style=style(FILL))
    paragraphs = opened.find("//w:p[w:pPr/w:pStyle/@w:val='BriefingLead']")
    assert len(paragraphs) == 2
    assert not any(query(paragraph, "w:pPr/w:pBdr") for paragraph in paragraphs)
    assert opened.find("//w:style[@w:styleId='BriefingLead']//w:pBdr", "styles")


def test_neighbours_of_different_indent_are_framed_apart_and_leave_no_gap() -> None:
    opened = boxed(LEAD, BULLETS, TextBlock("quote", (Text("four"),)), style=style(FILL))
    framed = opened.find("//w:body/w:p[w:pPr/w:pBdr][w:pPr/w:shd]")
    assert len(framed) == 4
    spaces = [
        strings(paragraph, "w:pPr/w:spacing/@w:before | w:pPr/w:spacing/@w:after") for paragraph in framed
    ]
    # first: its own space before; between groups nothing, since the frames reach down to each other
    assert spaces == [["0", "0"], ["0", "100"], ["0", "0"], ["0", "100"]]
    bottoms = [strings(paragraph, "w:pPr/w:pBdr/w:bottom/@w:space")[0] for paragraph in framed]
    assert bottoms == ["5", "5", "5", "9"]
    frames = [strings(paragraph, "w:pPr/w:pBdr/w:right/@w:sz")[0] for paragraph in framed]
    assert frames == ["2", "3", "3", "2"]
    assert [strings(paragraph, "w:pPr/w:pBdr/w:top/@w:val")[0] for paragraph in framed] == [
        "single",
        "nil",
        "nil",
        "nil",
    ]


def test_the_rule_keeps_its_place_whatever_the_indent() -> None:
    deep = ListBlock((Item((Text("a"),)), Item((Text("b"),), 1)), role="lead")
    opened = boxed(LEAD, deep, TextBlock("quote", (Text("c"),)), style=style())
    for paragraph in opened.find("//w:body/w:p[w:pPr/w:pBdr/w:left]"):
        left = strings(paragraph, "w:pPr/w:ind/@w:left")
        hang = strings(paragraph, "w:pPr/w:ind/@w:hanging")
        if left:
            space = int(strings(paragraph, "w:pPr/w:pBdr/w:left/@w:space")[0])
            begins = (int(left[0]) - int(hang[0] if hang else 0)) / 20
            assert begins - space - 2 == 100


TABLE = TableBlock(((Cell((Text("x"),)), Cell((Text("y"),))), (Cell((Text("z"),)), Cell(()))), 1)


def table_place(opened: Opened) -> tuple[int, int]:
    """Return where a table begins and ends, in twips from the text area's edge."""
    (begin,) = map(int, opened.values("//w:tblInd/@w:w"))
    return begin, begin + sum(map(int, opened.values("//w:gridCol/@w:w")))


def test_the_ground_goes_on_behind_a_table() -> None:
    opened = boxed(LEAD, TABLE, LEAD, style=style(FILL, rule=0))
    assert opened.values("//w:tc/w:tcPr/w:shd/@w:fill") == [FILL.hex] * 4
    assert table_place(opened) == (2000, sample_style().page.text_width.twips)
    caption = sample_style().text["caption"].indent
    assert set(opened.values("//w:tcMar/w:left/@w:w")) == {str(Length(max(caption, 109) - 100).twips)}
    assert set(opened.values("//w:tcMar/w:right/@w:w")) == {"180"}
    (following,) = opened.find("//w:tbl/following-sibling::w:p[w:pPr/w:pBdr]")
    # the space below the table is the upper side of the next frame
    assert strings(following, ".//w:pBdr/w:top/@w:space") == ["10"]
    assert strings(following, ".//w:spacing/@w:before") == ["0"]


def test_the_rule_goes_on_beside_a_table() -> None:
    opened = boxed(LEAD, TABLE, LEAD, style=style(rule=2))
    assert opened.values("//w:tcBorders/w:left/@w:sz") == ["16", "16"]
    assert not opened.find("//w:tc[2]//w:tcBorders/w:left")
    # the middle of the border is where the cell begins
    assert table_place(opened)[0] == Length(101).twips


def test_outside_of_a_box_a_table_has_neither() -> None:
    opened = written(TABLE, LEAD, style=style(FILL))
    assert not opened.find("//w:tc/w:tcPr/w:shd | //w:tc//w:tcBorders/w:left | //w:tcMar/w:left")
