from ctypes import c_uint
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from msgspec.structs import replace

from converter.model.document import Cell, TableBlock, Text
from converter.model.style import WHITE, Color, Length, Rule, Style, TableStyle
from converter.writers.pdf import write_pdf
from converter.writers.pdf.looks import Looks
from tests.sample import sample_style
from tests.writers.pdf.documents import document, small_page
from tests.writers.pdf.tagged import read_tags

INK, MIST = Color(0x1B, 0x1F, 0x24), Color(0xC9, 0xD1, 0xDA)


def test_head_cells_say_that_they_head_a_column() -> None:
    table = TableBlock(((Cell((Text("Year"),)),), (Cell((Text("2025"),)),)), 1)
    data = write_pdf(document(table), sample_style()).data
    with pikepdf.open(BytesIO(data)) as pdf:
        elements = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]
    heads = [element for element in elements if element.S == pikepdf.Name.TH]
    assert [str(head.A.Scope) for head in heads] == ["/Column"]
    assert [row.text() for row in read_tags(data).all("TR")] == ["Year", "2025"]


def rectangles(data: bytes) -> list[list[tuple[str, float, float, float, float]]]:
    """Return colour, left, bottom, right and top of what is filled on each page."""
    found: list[list[tuple[str, float, float, float, float]]] = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            found.append([])
            for each in page.get_objects():
                if each.type == pdfium.FPDF_PAGEOBJ_PATH:
                    channels = [c_uint() for _ in range(4)]
                    assert pdfium.FPDFPageObj_GetFillColor(each.raw, *channels)
                    color = "".join(f"{channel.value:02X}" for channel in channels[:3])
                    found[-1].append((color, *(round(side, 2) for side in each.get_bounds())))
    return found


def grounds(*rows: str, header_rows: int = 1) -> tuple[bytes, Style]:
    """Return a table of one column with grounds, and its style."""
    table = TableStyle(Rule(Length(0), INK), head_fill=INK, stripe=MIST, padding=Length(3), inset=Length(6))
    style = replace(small_page(), table=table)
    block = TableBlock(tuple((Cell((Text(row),)),) for row in rows), header_rows)
    return write_pdf(document(block), style).data, style


def test_the_head_and_every_second_row_have_a_ground_as_wide_as_the_table() -> None:
    data, style = grounds("Year", "2025", "2026", "2027", "2028")
    (found,) = rectangles(data)
    assert [color for color, *_ in found] == [INK.hex, MIST.hex, MIST.hex]
    left, right = style.page.left + style.text["caption"].indent, style.page.width - style.page.right
    assert {(around[0], around[2]) for _, *around in found} == {(round(left, 2), round(right, 2))}
    with pypdfium2.PdfDocument(data) as pdf:
        words = pdf[0].get_textpage()
        assert words.get_charbox(0)[0] == pytest.approx(left + 6, abs=1)


def test_a_ground_is_as_high_as_its_row_and_as_its_padding() -> None:
    (found,) = rectangles(grounds("Year", "2025", "2026")[0])
    text = sample_style().text
    heights = [top - bottom for _, _, bottom, _, top in found]
    wanted = [float(text[role].leading) + 6 for role in ("table-head", "table-cell")]
    assert heights == pytest.approx(wanted, abs=0.02)


def test_a_row_that_goes_on_on_the_next_page_has_its_ground_there() -> None:
    pages = rectangles(grounds("Year", "short", "a long story " * 90, "end")[0])
    assert len(pages) > 1
    for page in pages[:-1]:
        assert (page[0][0], page[-1][0]) == (INK.hex, MIST.hex)


def test_grounds_are_artifacts() -> None:
    data, _ = grounds("Year", "2025", "2026")
    with pikepdf.open(BytesIO(data)) as pdf:
        inside: list[str] = []
        for instruction in pikepdf.parse_content_stream(pdf.pages[0]):
            operands, operator = instruction.operands, instruction.operator
            if str(operator) in {"BMC", "BDC"}:
                inside.append(str(operands[0]))
            elif str(operator) == "EMC":
                inside.pop()
            elif str(operator) in {"f", "f*"}:
                assert inside == ["/Artifact"]


def test_links_in_a_dark_head_have_a_colour_of_their_own() -> None:
    style = sample_style()
    dark = replace(style, table=replace(style.table, head_fill=INK, head_link=WHITE))
    looks = [Looks(each, "en") for each in (style, dark)]
    assert [each.look("table-head", linked=True).color for each in looks] == [style.accent, WHITE]
    assert [each.superior("table-head").color for each in looks] == [style.accent, WHITE]
    assert looks[1].look("table-cell", linked=True).color == style.accent


def test_lines_between_rows_are_below_the_head_too_where_it_has_none() -> None:
    lined = replace(sample_style(), table=TableStyle(Rule(Length(0), INK), Rule(Length(1), MIST)))
    rows = tuple((Cell((Text(row),)),) for row in ("Year", "2025", "2026"))
    (found,) = rectangles(write_pdf(document(TableBlock(rows, 1)), lined).data)
    assert [color for color, *_ in found] == [MIST.hex, MIST.hex]
