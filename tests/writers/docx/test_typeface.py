from pathlib import Path

import pytest
from PIL import ImageFont

from converter.errors import StyleError
from converter.model.style import FontFace
from converter.writers.docx.typeface import typeface
from tests.sample import sample_style

FACES = [face for family in sample_style().fonts for face in family.faces]


@pytest.mark.parametrize("face", FACES, ids=lambda face: Path(face.path).stem)
def test_semibold_faces_have_a_family_of_their_own(face: FontFace) -> None:
    typographic_family, style = ImageFont.truetype(face.path).getname()
    own = f"{typographic_family} Semibold" if "Semi" in str(style) else typographic_family
    assert typeface(face.path, 0).family == own


def test_only_the_bold_of_a_family_is_reached_by_bold() -> None:
    bold = {Path(face.path).stem: typeface(face.path, 0).bold for face in FACES if not face.italic}
    assert {stem for stem, is_bold in bold.items() if is_bold} == {
        "SourceSerifPro-Bold",
        "SourceSansPro-Bold",
    }


def test_what_word_needs_for_a_substitute_is_read() -> None:
    face = typeface(FACES[0].path, 0)
    # usWinAscent 1036 and usWinDescent 335 of 1000
    assert face.line_height == 1.371
    assert face.panose == "02040603050405020204"
    assert face.signature[0] == "20000287"
    assert not face.fixed_pitch


@pytest.mark.parametrize("content", [b"", b"no font at all", b"\0\1\0\0\0\x09" + b"\0" * 40])
def test_a_file_that_is_no_font_is_named(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "broken.ttf"
    file.write_bytes(content)
    with pytest.raises(StyleError, match=r"broken\.ttf: the font file cannot be read; check") as caught:
        typeface(str(file), 0)
    assert caught.value.code == "font-unreadable"
