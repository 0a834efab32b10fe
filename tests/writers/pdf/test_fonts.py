from converter.model.style import Color, FontFace, FontFamily
from converter.writers.pdf.face import Face, open_face
from converter.writers.pdf.fonts import Look, family_faces, missing_notices
from tests.sample import SANS, SERIF, sample_style

INK = Color(0, 0, 0)
FAMILIES = sample_style().fonts


def opened(face: FontFace) -> Face:
    return open_face(face.path, face.index)


def look(family: str = SERIF, families: tuple[FontFamily, ...] = FAMILIES, *, capitals: bool = False) -> Look:
    return Look(
        family_faces(families, family, 400, italic=False), 10.0, INK, capitals=capitals, language="en"
    )


def test_the_nearest_weight_and_slant_is_taken() -> None:
    names = [
        opened(family_faces(FAMILIES, SANS, weight, italic=italic)[0]).name
        for weight, italic in ((400, False), (500, False), (700, True), (900, False))
    ]
    assert names == [
        "SourceSansPro-Regular",
        "SourceSansPro-Semibold",
        "SourceSansPro-BoldIt",
        "SourceSansPro-Bold",
    ]


def test_other_families_lend_what_is_missing_in_their_order() -> None:
    assert [opened(face).name for face in family_faces(FAMILIES, SANS, 400, italic=False)] == [
        "SourceSansPro-Regular",
        "SourceSerifPro-Regular",
    ]


def test_a_word_in_one_face_is_one_piece_that_says_itself() -> None:
    (piece,) = look().pieces("river")
    assert (piece.shaped.text, piece.actual, piece.missing) == ("river", None, "")


def test_a_character_that_only_another_family_has_is_set_in_it() -> None:
    sans_only = next(
        c
        for c in sorted(
            opened(family_faces(FAMILIES, SANS, 400, italic=False)[0]).coverage - look()._coverage(0)
        )
        if c.isprintable()
    )
    pieces = look().pieces(f"a{sans_only}b")
    assert [piece.shaped.face.name for piece in pieces] == [
        "SourceSerifPro-Regular",
        "SourceSansPro-Regular",
        "SourceSerifPro-Regular",
    ]
    assert not any(piece.missing for piece in pieces)


def test_a_space_or_hyphen_without_a_glyph_looks_like_its_twin_and_is_copied_as_itself() -> None:
    (piece,) = look().pieces("12\u2011a")
    assert (piece.shaped.text, piece.actual) == ("12-a", "12\u2011a")


def test_what_no_font_has_is_shown_as_a_mark_and_remembered() -> None:
    before, mark, after = look().pieces("a\u0531\u0532b")
    assert (before.shaped.text, mark.shaped.text, after.shaped.text) == ("a", "??", "b")
    assert (mark.actual, mark.missing) == ("\u0531\u0532", "\u0531\u0532")


def test_a_mark_without_ink_is_not_missed() -> None:
    assert not any(piece.missing for piece in look().pieces("a\u200db\ufe0f"))


def test_capitals_are_shown_and_the_word_is_copied_as_it_was_written() -> None:
    (piece,) = look(capitals=True).pieces("Straße")
    assert (piece.shaped.text, piece.actual) == ("STRASSE", "Straße")


def test_missing_characters_are_told_by_script_with_a_remedy() -> None:
    armenian, chinese, emoji = missing_notices("Աբ中😀")
    assert armenian.code == "glyph-missing"
    assert armenian.text == (
        "no font of the style has the Armenian characters Ա (U+0531), բ (U+0562); "
        "the PDF shows a replacement; add a font that has them to typography.fonts, "
        "such as Noto Sans Armenian"
    )
    assert "the Chinese characters 中 (U+4E2D);" in chinese.text
    assert "the emoji characters 😀 (U+1F600);" in emoji.text


def test_many_missing_characters_are_counted() -> None:
    (notice,) = missing_notices("ԱԲԳԴԵԶԷԸԹԺ")
    assert "Ը (U+0538) and 2 more;" in notice.text


def test_han_is_lent_by_the_family_of_the_language() -> None:
    face = FAMILIES[0].faces[:1]
    families = (
        FAMILIES[0],
        *(FontFamily(f"Noto Sans CJK {region}", face, "serif") for region in ("JP", "SC")),
    )
    numbered = tuple(
        FontFamily(family.name, (FontFace(f"{index}", 400, italic=False),), family.generic)
        for index, family in enumerate(families)
    )
    orders = {
        tag: [face.path for face in family_faces(numbered, SERIF, 400, italic=False, language=tag)]
        for tag in ("ja", "zh-CN", "en")
    }
    assert orders == {"ja": ["0", "1", "2"], "zh-CN": ["0", "2", "1"], "en": ["0", "1", "2"]}


def test_kanji_and_kana_that_are_missing_make_one_notice() -> None:
    (notice,) = missing_notices("港の。")
    assert "Noto Sans CJK JP" in notice.text
