"""Lists: which numbers their items show."""

import pytest

from tests.ooxml.making import p
from tests.readers.docx.making import from_docx, item, package, style
from tests.readers.reading import shapes


def abstract(list_id: int, *formats: str, extra: str = "") -> str:
    levels = "".join(
        f"<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{kind}'/><w:lvlText w:val='x'/></w:lvl>"
        for level, kind in enumerate(formats)
    )
    return f"<w:abstractNum w:abstractNumId='{list_id}'>{extra}{levels}</w:abstractNum>"


def num(number: int, list_id: int, override: str = "") -> str:
    return f"<w:num w:numId='{number}'><w:abstractNumId w:val='{list_id}'/>{override}</w:num>"


def starting(level: int, number: int) -> str:
    return f"<w:lvlOverride w:ilvl='{level}'><w:startOverride w:val='{number}'/></w:lvlOverride>"


LISTS = (
    abstract(0, "decimal", "lowerLetter", "bullet")
    + abstract(1, "bullet", "bullet")
    + num(1, 0)
    + num(2, 1)
    + num(3, 0, starting(0, 7))
    + num(4, 0)
)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([(1, 0), (1, 0), (1, 0)], [["1.", "2.", "3."]]),
        ([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], [["1.", "  1.", "  2.", "2.", "  1."]]),
        ([(1, 0), (1, 2), (1, 0)], [["1.", "    -", "2."]]),
        ([(2, 0), (2, 1), (2, 0)], [["-", "  -", "-"]]),
        ([(1, 0), (2, 1), (1, 0)], [["1.", "  -", "2."]]),
        ([(1, 0), (2, 0), (1, 0)], [["1."], ["-"], ["2."]]),
        ([(1, 0), (3, 0), (3, 0)], [["1."], ["7.", "8."]]),
        ([(1, 0), (4, 0)], [["1."], ["2."]]),
        ([(0, 0)], []),
        ([(9, 0)], []),
    ],
)
def test_items_show_the_numbers_that_word_shows(
    items: list[tuple[int, int]], expected: list[list[str]]
) -> None:
    body = "".join(item("x", number, level) for number, level in items)
    found = [shape for shape in shapes(from_docx(package(body, numbering=LISTS))) if shape[0] == "list"]
    assert [[str(one).removesuffix(" x") for one in shape[1:]] for shape in found] == expected


def test_prose_between_items_ends_a_list_but_not_its_count() -> None:
    body = item("a", 1) + p("prose") + item("b", 1)
    assert shapes(from_docx(package(body, numbering=LISTS))) == [
        ("list", "1. a"),
        ("paragraph", "prose"),
        ("list", "2. b"),
    ]


def test_a_style_may_belong_to_a_list_and_its_level() -> None:
    linked = "<w:abstractNum w:abstractNumId='5'>" + "".join(
        f"<w:lvl w:ilvl='{n}'><w:numFmt w:val='decimal'/><w:pStyle w:val='L{n}'/></w:lvl>" for n in (0, 1)
    )
    numbered = "<w:pPr><w:numPr><w:numId w:val='5'/></w:numPr></w:pPr>"
    styles = style("L0", "Steps", numbered) + style("L1", "Sub-steps", numbered)
    body = p("a", style="L0") + p("b", style="L1") + p("c", style="L0")
    parts = package(body, styles=styles, numbering=f"{linked}</w:abstractNum>{num(5, 5)}")
    assert shapes(from_docx(parts)) == [("list", "1. a", "  1. b", "2. c")]


def test_lists_may_take_their_levels_from_another() -> None:
    shared = abstract(7, "decimal", extra="<w:styleLink w:val='Mine'/>")
    linking = "<w:abstractNum w:abstractNumId='8'><w:numStyleLink w:val='Mine'/></w:abstractNum>"
    circle = "<w:abstractNum w:abstractNumId='9'><w:styleLink w:val='C'/><w:numStyleLink w:val='C'/></w:abstractNum>"
    numbering = shared + linking + circle + num(1, 8) + num(2, 9)
    body = item("a", 1) + p("prose") + item("b", 2)
    assert shapes(from_docx(package(body, numbering=numbering)))[0] == ("list", "1. a")


@pytest.mark.parametrize(("name", "depth"), [("List Bullet", 0), ("List Bullet 3", 2)])
def test_bullets_by_the_name_of_their_style_need_no_list(name: str, depth: int) -> None:
    parts = package(p("a", style="B"), styles=style("B", name))
    assert shapes(from_docx(parts)) == [("list", f"{'  ' * depth}- a")]


def test_a_bullet_style_of_a_second_level_may_have_a_list_of_one_level() -> None:
    one = "<w:abstractNum w:abstractNumId='6'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/></w:lvl></w:abstractNum>"
    numbered = "<w:pPr><w:numPr><w:numId w:val='6'/></w:numPr></w:pPr>"
    parts = package(
        p("a", style="B"), styles=style("B", "List Bullet 2", numbered), numbering=one + num(6, 6)
    )
    assert shapes(from_docx(parts)) == [("list", "  - a")]


def test_headings_keep_their_words_and_not_their_numbers() -> None:
    styles = style("H", "heading 1", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>")
    body = (
        p("First prose.") + p("Background", style="H") + p("Prose.") + p("Outlook", style="H") + p("Prose.")
    )
    found = shapes(from_docx(package(body, styles=styles, numbering=LISTS)))
    assert [shape for shape in found if shape[0] == "heading"] == [
        ("heading", 1, "Background"),
        ("heading", 1, "Outlook"),
    ]


@pytest.mark.parametrize("told", ["1" * 5_000, "9999999999", "-1", "", "x", "²"])
def test_a_number_that_no_document_has_counts_as_none(told: str) -> None:
    levels = (
        f"<w:lvl w:ilvl='{told}'/><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/>"
        f"<w:lvlRestart w:val='{told}'/></w:lvl>"
    )
    override = f"<w:lvlOverride w:ilvl='0'><w:startOverride w:val='{told}'/></w:lvlOverride>"
    parts = package(
        p("a", properties=f"<w:numPr><w:ilvl w:val='{told}'/><w:numId w:val='1'/></w:numPr>")
        + p("b", style="L")
        + p("c", properties=f"<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{told}'/></w:numPr>"),
        numbering=f"<w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum>{num(1, 0, override)}",
        styles=style(
            "L", "L", f"<w:pPr><w:numPr><w:ilvl w:val='{told}'/><w:numId w:val='1'/></w:numPr></w:pPr>"
        ),
    )
    assert shapes(from_docx(parts)) == [("list", "1. a", "2. b"), ("paragraph", "c")]


@pytest.mark.parametrize("told", ["1" * 5_000, "9999999999", "x"])
def test_a_list_that_begins_with_no_such_number_begins_with_none(told: str) -> None:
    numbering = abstract(0, "decimal").replace("<w:start w:val='1'/>", f"<w:start w:val='{told}'/>") + num(
        1, 0
    )
    assert shapes(from_docx(package(item("a", 1), numbering=numbering))) == [("list", "0. a")]
