import pikepdf
import pytest

from tests.verifier.visible.making import changed, drawn, letters, report, shown, text

HIDDEN = "Secretly added words"


def body(data: bytes) -> list[str]:
    return shown(data, "body", "note")


def test_words_in_the_margin_are_seen() -> None:
    assert HIDDEN in body(drawn(text(HIDDEN)))


@pytest.mark.parametrize(
    "code",
    [
        text(HIDDEN, more="1 1 1 rg"),
        text(HIDDEN, more=".98 g"),
        text(HIDDEN, more="0 .2 .4 rg 10 390 120 30 re f 0 .22 .4 rg"),
        text(HIDDEN, more="3 Tr"),
        text(HIDDEN, more="7 Tr"),
        text(HIDDEN, size=1),
        text(HIDDEN, size=2.9),
        text(HIDDEN, size=0.1),
        text(HIDDEN, at="-300 400"),
        text(HIDDEN, at="20 5000"),
        text(HIDDEN, more="0 0 10 10 re W n"),
        text(HIDDEN) + " 1 g 10 390 120 30 re f",
        text(HIDDEN) + " 1 g 10 390 m 130 390 l 130 430 l 10 430 l h f",
        text(HIDDEN, more="/Off gs"),
        "0.01 0 0 0.01 20 400 cm " + text(HIDDEN, at="0 0", size=12),
    ],
)
def test_hidden_words_are_found(code: str) -> None:
    def add_state(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources.ExtGState = pikepdf.Dictionary(Off=pikepdf.Dictionary(ca=0, CA=0))

    data = changed(add_state, drawn(code))
    assert letters(shown(data, "hidden")) == letters([HIDDEN])
    assert letters(body(data)) == letters(body(report()))


@pytest.mark.parametrize("at", ["70 736", "180 600", "180 604"])
def test_white_words_under_other_words_are_hidden(at: str) -> None:
    data = drawn(text(HIDDEN, at, more="1 1 1 rg"), before=True)
    assert letters(shown(data, "hidden")) == letters([HIDDEN])
    assert letters(body(data)) == letters(body(report()))


def test_words_under_a_picture_are_hidden() -> None:
    code = text(HIDDEN) + " q 130 0 0 40 0 380 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    assert shown(drawn(code), "hidden") == [HIDDEN]


def test_one_word_that_is_covered_is_found() -> None:
    data = drawn(text("They did not agree") + " 1 g 60.5 395 15 16 re f")
    assert shown(data, "hidden") == ["not"]
    assert "They did agree" in body(data)


def test_words_outside_the_crop_box_are_hidden() -> None:
    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].CropBox = [50, 0, 595.28, 841.89]

    hidden = drawn(text("Secret", at="10 400"))
    assert shown(changed(crop, hidden), "hidden") == ["Secret"]


def test_words_in_a_layer_that_is_off_are_hidden() -> None:
    def layer(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Layer"))
        pdf.Root.OCProperties = pikepdf.Dictionary(
            OCGs=[group], D=pikepdf.Dictionary(OFF=[group], Order=[group])
        )
        pdf.pages[0].Resources.Properties = pikepdf.Dictionary(Layer=group)

    data = changed(layer, drawn(f"/OC /Layer BDC {text(HIDDEN)} EMC"))
    assert shown(data, "hidden") == [HIDDEN]
