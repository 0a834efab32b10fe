import pytest
from msgspec.structs import replace

from converter.model.document import Block, Item, ListBlock, Text, TextBlock
from converter.model.style import Length
from converter.writers.docx.numbering import LISTS, Numbering, definitions_xml, wide_hang
from tests.sample import sample_style
from tests.writers.docx.opened import Opened, fragment, look, query, strings, written


def items(*depths: int) -> tuple[Item, ...]:
    return tuple(Item((Text(f"item {index}"),), depth) for index, depth in enumerate(depths))


def counted(*numbers: int | None, depth: int = 0) -> ListBlock:
    return ListBlock(tuple(Item((Text("item"),), depth, number) for number in numbers))


def numbered(*blocks: Block) -> Opened:
    return written(*blocks)


def starts(opened: Opened, number_id: str) -> list[str]:
    return opened.values(f"//w:num[@w:numId='{number_id}']//w:startOverride/@w:val", "numbering")


def test_bullets_are_their_style_alone() -> None:
    opened = numbered(ListBlock(items(0, 1, 2)))
    assert opened.styles() == ["ListBullet", "ListBullet2", "ListBullet3"]
    assert not opened.find("//w:body//w:numPr")
    assert opened.values("//w:style[@w:styleId='ListBullet2']//w:numPr/w:ilvl/@w:val", "styles") == ["1"]


def test_the_deepest_style_serves_all_below_it() -> None:
    assert numbered(ListBlock(items(0, 7))).styles() == ["ListBullet", "ListBullet5"]


def test_each_numbered_list_counts_anew_from_its_start() -> None:
    opened = numbered(counted(1, 2), counted(7))
    ids = opened.values("//w:body//w:numId/@w:val")
    assert ids[0] == ids[1] != ids[2]
    assert [starts(opened, ids[0]), starts(opened, ids[2])] == [["1"], ["7"]]


def test_bullets_among_numbers_interrupt_the_count_only_where_it_breaks() -> None:
    nested = ListBlock(
        tuple(Item((Text("item"),), depth, number) for depth, number in [(0, 1), (1, None), (0, 2), (0, 5)])
    )
    opened = numbered(nested)
    assert opened.styles() == ["ListNumber", "ListBullet2", "ListNumber", "ListNumber"]
    ids = opened.values("//w:body//w:numId/@w:val")
    assert ids[0] == ids[1] != ids[2]
    assert starts(opened, ids[2]) == ["5"]


def test_a_nested_count_begins_at_its_own_level() -> None:
    opened = numbered(counted(3, depth=2))
    (override,) = opened.find("//w:lvlOverride", "numbering")
    assert strings(override, "@w:ilvl") == ["2"]


def test_paragraphs_share_one_count_through_the_report() -> None:
    paragraphs = [TextBlock("body", (Text("x"),), number) for number in (1, 2, 3)]
    opened = numbered(*paragraphs)
    assert len(set(opened.values("//w:body//w:numId/@w:val"))) == 1
    assert not opened.find("//w:startOverride", "numbering")


def test_a_gap_in_the_count_is_kept() -> None:
    opened = numbered(
        TextBlock("body", (Text("x"),), 1),
        TextBlock("body", (Text("y"),), 5),
        TextBlock("body", (Text("z"),), 6),
    )
    ids = opened.values("//w:body//w:numId/@w:val")
    assert ids[0] != ids[1] == ids[2]
    assert starts(opened, ids[1]) == ["5"]


def test_every_number_that_is_used_is_defined() -> None:
    opened = written()
    used = set(opened.values("//w:numId/@w:val")) | set(opened.values("//w:numId/@w:val", "styles"))
    assert used <= set(opened.values("//w:num/@w:numId", "numbering"))
    abstract = set(opened.values("//w:abstractNum/@w:abstractNumId", "numbering"))
    assert set(opened.values("//w:num/w:abstractNumId/@w:val", "numbering")) <= abstract


def test_levels_and_styles_name_each_other() -> None:
    opened = written()
    for link in opened.find("//w:abstractNum/w:lvl/w:pStyle", "numbering"):
        (style,) = strings(link, "@w:val")
        assert opened.find(f"//w:style[@w:styleId='{style}']//w:numPr", "styles")


def test_the_style_says_which_bullets() -> None:
    root = fragment(definitions_xml(look(replace(sample_style(), bullets=("→", "<", "·")))))
    assert strings(root, "w:abstractNum[1]/w:lvl/w:lvlText/@w:val") == ["→", "<", "·", "·", "·"]


def test_bullets_hang_in_the_indent_and_text_stands_in_the_column() -> None:
    lists, indent = LISTS[0], sample_style().text["bullet"].indent
    assert [lists.left(look(), depth) for depth in (0, 1)] == [indent, indent + 12]


def test_without_an_indent_the_text_makes_room_for_the_bullet() -> None:
    style = sample_style()
    flush = replace(style, text={**style.text, "bullet": replace(style.text["bullet"], indent=Length(0))})
    assert LISTS[0].left(look(flush), 0) == Length(12)
    assert LISTS[1].left(look(flush), 0) == Length(18)


def test_numbers_take_the_room_that_the_widest_of_the_list_needs() -> None:
    # figures are half an em wide, a full stop 0.3 em; and 0.4 em lie before the text
    size = sample_style().text["bullet"].size
    hangs = [wide_hang(look(), "bullet", number) for number in (9, 99, 100, 1000)]
    assert hangs[:2] == [Length(18), Length(18)]
    assert hangs[2:] == pytest.approx([2.2 * size, 2.7 * size], abs=0.1)
    opened = numbered(counted(99, 100))
    assert opened.values("//w:body//w:ind/@w:hanging") == [str(Length(hangs[2]).twips)] * 2


def test_in_large_type_without_an_indent_the_text_makes_room_for_its_numbers() -> None:
    style = sample_style()
    large = replace(style.text["bullet"], size=Length(24), indent=Length(0))
    flush = replace(style, text={**style.text, "bullet": large})
    hang = wide_hang(look(flush), "bullet", 10)
    assert hang > 24
    assert LISTS[1].left(look(flush), 1, hang) == 2 * hang


def test_a_document_without_lists_defines_no_instances_of_its_own() -> None:
    assert len(query(fragment(Numbering("").xml()), "//w:num")) == 0
