import pikepdf
import pytest

from converter.verifier.visible.pdf import read_pdf
from converter.verifier.visible.pdf.saying import agree
from tests.verifier.visible.making import changed, drawn, font, letters, report, shown, text, texts

HIDDEN = "Secretly added words"


def body(data: bytes) -> list[str]:
    return shown(data, "body", "note")


def test_body_text_that_is_marked_as_no_content_is_body() -> None:
    code = f"/Artifact <</Type/Pagination/Subtype/Header>> BDC {text(HIDDEN)} EMC"
    assert HIDDEN in body(drawn(code))


def test_glyphs_are_read_and_not_what_their_marks_say() -> None:
    data = drawn(f"/Span <</ActualText (They agreed)>> BDC {text('They did not agree')} EMC")
    visible = read_pdf(data)
    assert "They did not agree" in texts(visible, "body")
    assert [notice.code for notice in visible.notices] == ["pdf-text-differs"]
    assert "'They agreed'" in visible.notices[0].text


@pytest.mark.parametrize("letters_swapped", ["od", "oe", "nu"])
def test_a_font_that_lies_about_its_letters_is_found(letters_swapped: str) -> None:
    one, other = (f"><{ord(letter):04x}>".encode() for letter in letters_swapped)

    def swap(pdf: pikepdf.Pdf) -> None:
        for face in pdf.pages[0].Resources.Font.as_dict().values():
            codes = face.ToUnicode.read_bytes()
            parts = [part.replace(other, one) for part in codes.split(one)]
            face.ToUnicode = pdf.make_stream(other.join(parts))

    notices = read_pdf(changed(swap)).notices
    assert {notice.code for notice in notices} == {"pdf-letters-differ"}
    told = "".join(sorted(letters_swapped))
    assert f"SourceSerifPro-Regular look like others than they say: {told}" in " ".join(
        notice.text for notice in notices
    )


def test_notes_and_fields_are_shown() -> None:
    def note(pdf: pikepdf.Pdf) -> None:
        annotation = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Text,
            Rect=[20, 400, 40, 420],
            Contents="Nobody agreed",
        )
        pdf.pages[0].Annots.append(pdf.make_indirect(annotation))

    assert "Nobody agreed" in body(changed(note))
    assert letters(body(changed(note))).replace("Nobodyagreed", "") == letters(body(report()))


def test_what_an_annotation_looks_like_is_shown() -> None:
    def stamp(pdf: pikepdf.Pdf) -> None:
        look = pdf.make_stream(
            b"BT /Helv 10 Tf 2 5 Td (Stamped words) Tj ET",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 200, 20],
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=pdf.make_indirect(font()))),
        )
        annotation = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Stamp,
            Rect=[20, 400, 220, 420],
            F=4,
            AP=pikepdf.Dictionary(N=look),
        )
        pdf.pages[0].Annots.append(pdf.make_indirect(annotation))

    assert "Stamped words" in body(changed(stamp))


def test_a_word_that_is_covered_is_found_whatever_the_marks_say() -> None:
    code = f"/Span <</ActualText (They did not agree)>> BDC {text('They did not agree')} EMC"
    data = drawn(code + " 1 g 60.5 395 15 16 re f")
    assert shown(data, "hidden") == ["not"]
    assert "They did agree" in body(data)


@pytest.mark.parametrize(
    "matrix", ["0 1 -1 0 40 300", "-1 0 0 -1 140 400", "0 -1 1 0 30 400", ".7 .7 -.7 .7 20 300"]
)
def test_words_that_are_turned_are_read(matrix: str) -> None:
    code = f"BT /Helv 10 Tf {matrix} Tm (Turned words) Tj ET"
    assert "Turned words" in body(drawn(code))
    assert shown(drawn(f"1 g {code}"), "hidden") == ["Turned words"]


def test_words_stand_where_they_are_drawn_in_whatever_order() -> None:
    data = drawn(text("they stand", "20 388") + text("as", "70 400") + text("Read", "20 400"))
    assert "Read as they stand" in body(data)


def test_a_letter_is_not_moved_by_spaces_that_nobody_sees() -> None:
    data = drawn("BT /Helv 10 Tf 20 400 Td [(can) (\\040) 278 (not and now) -500 (here)] TJ ET")
    assert "cannot and now here" in body(data)


def test_elements_that_say_something_else_are_found() -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        elements = (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary))
        element = next(each for each in elements if each.get("/S") == pikepdf.Name.H1 and "/K" in each)
        element.ActualText = "Another heading"

    visible = read_pdf(changed(rename))
    assert [notice.code for notice in visible.notices] == ["pdf-text-differs"]
    assert "'Another heading'" in visible.notices[0].text


@pytest.mark.parametrize(
    ("actual", "drawn", "agreed"),
    [
        ("\xa0[¶\xa0", " ¶] ", True),
        ("(12", "12)", True),
        ("(שלום", "(שלום", True),
        ("(שלום", "שלום)", True),
        ("12", "21", False),
        ("1.5", "15.", False),
        ("(no", "no)", False),
        ("[¶", "¶", False),
    ],
)
def test_signs_without_a_direction_may_stand_at_the_other_side(
    actual: str, drawn: str, *, agreed: bool
) -> None:
    assert agree(actual, drawn) is agreed
