from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import StyleError
from converter.writers.pdf.face import Face, open_face
from tests.sample import sample_style


@pytest.fixture(scope="module")
def serif() -> Face:
    return open_face(sample_style().fonts[0].faces[0].path, 0)


def test_a_face_knows_its_name_and_its_measures(serif: Face) -> None:
    assert serif.name == "SourceSerifPro-Regular"
    assert serif.outlines == "truetype"
    assert (serif.ascent, serif.descent, serif.cap_height) == pytest.approx((1.036, 0.335, 0.67))
    assert serif.italic_angle == 0
    assert open_face(sample_style().fonts[0].faces[1].path, 0).italic_angle == -12


def test_letters_are_kerned(serif: Face) -> None:
    shape = serif.shaper((), "en")
    assert shape("AV").width < shape("A").width + shape("V").width
    assert shape("AV").code == "<0002>129<0017>"


def test_letters_are_joined_unless_that_is_switched_off(serif: Face) -> None:
    joined, parted = serif.shaper((), "en")("office"), serif.shaper((("liga", False),), "en")("office")
    assert list(joined.texts) == ["o", "ffi", "c", "e"]
    assert list(parted.texts) == list("office")


@given(st.text("AVTofficejy .,“”’–", min_size=1, max_size=12))
def test_the_code_moves_on_by_the_width(text: str) -> None:
    face = open_face(sample_style().fonts[0].faces[0].path, 0)
    shaped = face.shaper((), "en")(text)
    moved, code = 0.0, shaped.code
    while code:
        if code[0] == "<":
            digits, _, code = code[1:].partition(">")
            moved += sum(face.width(int(digits[at : at + 4], 16)) for at in range(0, len(digits), 4))
        else:
            adjustment, bracket, code = code.partition("<")
            code = bracket + code
            moved -= float(adjustment)
    assert moved == pytest.approx(1000 * shaped.width, abs=0.05)
    assert "".join(shaped.texts) == text


def test_the_same_word_is_shaped_once(serif: Face) -> None:
    shape = serif.shaper((), "en")
    assert shape("river") is shape("river")


def test_edges_lie_inside_the_word_as_shaped(serif: Face) -> None:
    shaped = serif.shaper((), "en")("AVA")
    edges = [shaped.edge(index) for index in range(4)]
    assert edges[0] == 0
    assert edges == sorted(edges)
    assert edges[3] == pytest.approx(shaped.width)


@pytest.mark.parametrize("content", [b"", b"no font at all", b"\x00\x01\x00\x00" + bytes(200)])
def test_a_file_that_is_no_font_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(content)
    with pytest.raises(StyleError, match=r"broken\.ttf: cannot be read as a font") as raised:
        Face(str(path), 0)
    assert raised.value.code == "font-unreadable"


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match="missing"):
        Face(str(tmp_path / "missing.ttf"), 0)
