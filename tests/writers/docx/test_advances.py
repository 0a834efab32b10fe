import struct
from pathlib import Path

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from converter.writers.docx.advances import Advances, advances
from converter.writers.docx.typeface import typeface
from tests.sample import sample_style

SERIF = sample_style().fonts[0].faces[0].path
UNITS = 1000


@given(st.text(st.characters(codec="utf-8", max_codepoint=0x2FFF), max_size=40))
def test_widths_are_those_of_harfbuzz(text: str) -> None:
    face = hb.Face(hb.Blob.from_file_path(SERIF))
    font = hb.Font(face)
    glyphs = [font.get_nominal_glyph(ord(letter)) for letter in text]
    expected = sum(font.get_glyph_h_advance(glyph) / face.upem if glyph else 0.5 for glyph in glyphs)
    assert advances(typeface(SERIF, 0)).width(text) == pytest.approx(expected)


def test_a_letter_that_the_font_lacks_counts_half_an_em() -> None:
    assert advances(typeface(SERIF, 0)).width("日本") == 1.0


def test_a_font_whose_letters_stand_in_groups_is_read_as_well() -> None:
    groups = struct.pack(">HHIIIIIIIII", 12, 0, 40, 0, 2, 0x41, 0x42, 1, 0x1F600, 0x1F600, 3)
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + groups
    hmtx = struct.pack(">HhHhHhHh", 100, 0, 500, 0, 600, 0, 900, 0)
    font = _font(
        {
            "cmap": cmap,
            "hmtx": hmtx,
            "head": b"\0" * 18 + struct.pack(">H", UNITS),
            "hhea": b"\0" * 34 + struct.pack(">H", 4),
        }
    )
    assert Advances(font, 0).width("AB😀") == 2.0
    assert Advances(font, 0).width("@C") == 1.0


def _font(tables: dict[str, bytes]) -> bytes:
    records, content, start = b"", b"", 12 + 16 * len(tables)
    for tag, data in tables.items():
        records += struct.pack(">4sIII", tag.encode(), 0, start + len(content), len(data))
        content += data
    return struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0) + records + content


def test_the_file_is_read_once(tmp_path: Path) -> None:
    copy = tmp_path / "copy.ttf"
    copy.write_bytes(Path(SERIF).read_bytes())
    face = typeface(str(copy), 0)
    first = advances(face)
    copy.unlink()
    assert advances(face) is first
