from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.stylesheets.sfnt import Face, read_faces

from .typefaces import SANS, Font, collection


def face(family: str, weight: int, *, italic: bool, generic: Literal["serif", "sans-serif"]) -> Face:
    return Face(family, weight, italic, "truetype", generic)


def faces_of(folder: Path, data: bytes) -> tuple[Face, ...]:
    path = folder / "font.ttf"
    path.write_bytes(data)
    return read_faces(path)


@pytest.mark.parametrize(
    ("package", "file", "expected"),
    [
        ("serif", "SourceSerifPro-Regular", face("Source Serif Pro", 400, italic=False, generic="serif")),
        ("serif", "SourceSerifPro-SemiboldIt", face("Source Serif Pro", 600, italic=True, generic="serif")),
        ("sans", "SourceSansPro-Black", face("Source Sans Pro", 900, italic=False, generic="sans-serif")),
    ],
)
def test_a_real_font_says_what_its_name_says(package: str, file: str, expected: Face) -> None:
    spec = find_spec(f"font_source_{package}_pro")
    assert spec is not None
    assert spec.origin is not None
    assert read_faces(Path(spec.origin).parent / "files" / f"{file}.ttf") == (expected,)


def test_a_face_has_family_weight_slant_and_kind(tmp_path: Path) -> None:
    assert faces_of(tmp_path, Font("Corp", weight=600, italic=True, serifs=SANS).data()) == (
        face("Corp", 600, italic=True, generic="sans-serif"),
    )
    assert faces_of(tmp_path, Font("Corp Mono", fixed=True).data())[0].generic == "monospace"
    assert faces_of(tmp_path, Font("Corp", serifs=0).data())[0].generic is None
    assert faces_of(tmp_path, Font("Corp", outlines=b"CFF ").data())[0].outlines == "postscript"


def test_the_typographic_family_counts_where_there_is_one(tmp_path: Path) -> None:
    (found,) = faces_of(tmp_path, Font("Corp Semibold", typographic_family="Corp").data())
    assert found.family == "Corp"


def test_a_collection_has_several_faces(tmp_path: Path) -> None:
    faces = faces_of(tmp_path, collection("Corp", "Corp Two"))
    assert [(found.family, found.index) for found in faces] == [("Corp", 0), ("Corp Two", 1)]


def test_what_is_no_font_has_no_faces(tmp_path: Path) -> None:
    assert faces_of(tmp_path, b"") == ()
    assert faces_of(tmp_path, b"%PDF-1.7") == ()
    assert read_faces(tmp_path) == ()
    assert read_faces(tmp_path / "missing.ttf") == ()


@given(cut=st.integers(0, 300), at=st.integers(0, 299), byte=st.integers(0, 255))
def test_a_broken_font_does_no_harm(
    tmp_path_factory: pytest.TempPathFactory, cut: int, at: int, byte: int
) -> None:
    data = bytearray(collection("Corp", "Corp Two"))
    data[at] = byte
    for broken in (data, data[:cut]):
        assert len(faces_of(tmp_path_factory.getbasetemp(), bytes(broken))) <= 256
