from io import BytesIO

import pikepdf

from converter.model.document import Cell, TableBlock, Text
from converter.writers.pdf import write_pdf
from tests.sample import sample_style
from tests.writers.pdf.documents import document
from tests.writers.pdf.tagged import read_tags


def test_head_cells_say_that_they_head_a_column() -> None:
    table = TableBlock(((Cell((Text("Year"),)),), (Cell((Text("2025"),)),)), 1)
    data = write_pdf(document(table), sample_style()).data
    with pikepdf.open(BytesIO(data)) as pdf:
        elements = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]
    heads = [element for element in elements if element.S == pikepdf.Name.TH]
    assert [str(head.A.Scope) for head in heads] == ["/Column"]
    assert [row.text() for row in read_tags(data).all("TR")] == ["Year", "2025"]
