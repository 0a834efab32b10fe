import struct
from pathlib import Path

from msgspec.structs import replace

from converter.model.style import FontFace, FontFamily, Style
from converter.writers.docx import write_docx
from tests.sample import sample_document, sample_style
from tests.writers.docx.opened import Opened, written


def embedding(style: Style | None = None) -> Style:
    return replace(style or sample_style(), word={"embed-fonts": True})


def files(opened: Opened) -> dict[str, bytes]:
    """Return what is embedded by name and slot, made readable as ECMA-376 17.8.1 describes it."""
    relationships = opened.tree("word/_rels/fontTable.xml.rels")
    targets = {str(each.get("Id")): f"word/{each.get('Target')}" for each in relationships}
    found = {}
    for slot in opened.find("//w:font/*[@w:fontKey]", "fontTable"):
        id_, key = (str(value) for value in slot.attrib.values())
        digits = key.strip("{}").replace("-", "")
        mask = [int(digits[place : place + 2], 16) for place in range(30, -2, -2)]
        data = bytearray(opened.parts[targets[id_]])
        for index in range(32):
            data[index] ^= mask[index % 16]
        font = slot.getparent()
        assert font is not None
        found[f"{next(iter(font.attrib.values()))} {slot.tag.rpartition('}')[2]}"] = bytes(data)
    return found


def test_the_faces_that_are_used_travel_with_the_file() -> None:
    found = files(written(style=embedding()))
    assert list(found) == [
        "Source Sans Pro embedRegular",
        "Source Sans Pro Semibold embedRegular",
        "Source Serif Pro embedRegular",
        "Source Serif Pro embedBold",
        "Source Serif Pro embedItalic",
        "Source Serif Pro embedBoldItalic",
    ]
    originals = {Path(face.path).read_bytes() for family in sample_style().fonts for face in family.faces}
    assert set(found.values()) <= originals


def test_the_settings_say_so() -> None:
    assert written(style=embedding()).find("//w:embedTrueTypeFonts", "settings")
    assert not written().find("//w:embedTrueTypeFonts", "settings")
    assert not [name for name in written().parts if "fonts/" in name]


def test_a_font_whose_licence_forbids_it_stays_outside_and_is_named(tmp_path: Path) -> None:
    style = sample_style()
    data = bytearray(Path(style.fonts[0].faces[0].path).read_bytes())
    place = data.index(b"OS/2")
    offset = struct.unpack_from(">I", data, place + 8)[0]
    struct.pack_into(">H", data, offset + 8, 0x0002)
    file = tmp_path / "restricted.ttf"
    file.write_bytes(bytes(data))
    restricted = FontFamily(style.fonts[0].name, (FontFace(str(file)),), "serif")
    report = write_docx(sample_document(), embedding(replace(style, fonts=(restricted, style.fonts[1]))))
    assert all(name.startswith("Source Sans") for name in files(Opened(report.data)))
    assert [(notice.code, notice.where) for notice in report.notices] == [("font-not-embedded", str(file))]


def test_the_same_fonts_give_the_same_bytes() -> None:
    first, second = (write_docx(sample_document(), embedding()).data for _ in range(2))
    assert first == second
