from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.writers.pdf.objects import Objects, number, text_string


@given(st.floats(-1e6, 1e6))
def test_numbers_are_plain_and_near(value: float) -> None:
    written = number(value)
    assert set(written) <= set("-.0123456789")
    assert not written.endswith(".")
    assert float(written) == pytest.approx(value, abs=0.005001)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "0"), (-0.001, "0"), (1.5, "1.5"), (100, "100"), (-2.25, "-2.25"), (0.1 + 0.2, "0.3")],
)
def test_numbers_have_no_digit_too_many(value: float, expected: str) -> None:
    assert number(value) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_strings_come_back_as_they_were(text: str) -> None:
    assert str(pikepdf.Object.parse(text_string(text).encode())) == text


def test_objects_become_a_file_that_others_read() -> None:
    objects = Objects()
    stream = objects.add_stream("/Kind/River", b"endstream\nendobj")
    pages = objects.add("<</Type/Pages/Count 0/Kids[]>>")
    data = objects.write(
        objects.add(f"<</Type/Catalog/Pages {pages}/Extra {stream}>>"), objects.add("<</Title(Port)>>")
    )
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.pdf_version == "1.7"
        assert pdf.Root.Extra.read_bytes() == b"endstream\nendobj"
        assert str(pdf.docinfo.Title) == "Port"
