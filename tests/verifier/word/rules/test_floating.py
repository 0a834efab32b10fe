import pytest

from tests.ooxml.making import p, r
from tests.verifier.word.making import DECORATIVE, STYLES, anchor, png, rules, style, text_box, word

FRAME = '<w:framePr w:hAnchor="page" w:x="100"/>'
SHIPS = 'descr="Ships at the new quay"'


@pytest.mark.parametrize("place", ["body", "header/default"])
def test_words_stand_not_in_text_boxes(place: str) -> None:
    box = p(runs=text_box("Words."))
    data = word(box) if place == "body" else word(running={place: box})
    assert rules(data) == ["text-box"]


def test_a_text_box_of_old_programs_is_one_too() -> None:
    box = f"<v:textbox><w:txbxContent>{p('Words.')}</w:txbxContent></v:textbox>"
    assert rules(word(p(runs=f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>"))) == ["text-box"]


def test_an_empty_text_box_is_a_shape() -> None:
    assert rules(word(p(runs=text_box("")))) == ["alt-missing", "floating"]


def test_words_stand_not_in_frames() -> None:
    assert rules(word(p("Words.", properties=FRAME))) == ["frame"]
    styles = STYLES + style("Framed", "Framed", f"<w:pPr>{FRAME}</w:pPr>", base="Normal")
    assert rules(word(p("Words.", style="Framed"), styles=styles)) == ["frame"]


def test_a_drop_capital_is_in_a_frame() -> None:
    assert rules(word(p("W", properties='<w:framePr w:dropCap="drop"/>') + p("ords."))) == ["frame"]


def test_a_frame_in_a_header_counts() -> None:
    assert rules(word(running={"footer/default": p("7", properties=FRAME)})) == ["frame"]


def test_pictures_that_mean_something_do_not_float() -> None:
    assert rules(word(p("Words.", runs=anchor(SHIPS)))) == ["floating"]
    assert rules(word(running={"header/first": p(runs=anchor(SHIPS))})) == ["floating"]


def test_pictures_of_old_programs_do_not_float() -> None:
    shape = '<w:r><w:pict><v:shape alt="Ships at the quay" style="{}"><v:imagedata/></v:shape></w:pict></w:r>'
    assert rules(word(p("Words.", runs=shape.format("position:absolute;width:1pt")))) == ["floating"]
    assert rules(word(p("Words.", runs=shape.format("width:1pt")))) == []


def test_decorative_pictures_may_float() -> None:
    assert rules(word(p("Words.", runs=anchor(content=DECORATIVE)), image=png(1, 2, 3))) == []


def watermark(attributes: str, path: str = "") -> str:
    shape = f'<v:shape {attributes} style="position:absolute">{path}</v:shape>'
    kind = '<v:shapetype id="_x0000_t136"><v:textpath on="t"/></v:shapetype>'
    return p(runs=f"<w:r><w:pict>{kind}{shape}</w:pict></w:r>")


@pytest.mark.parametrize(
    "mark",
    [
        watermark('id="PowerPlusWaterMarkObject357476642"'),
        watermark('id="Other"', '<v:textpath string="DRAFT"/>'),
        watermark('id="WordPictureWatermark1"', "<v:imagedata o:title=''/>").replace(
            "<v:shape ", '<v:shape alt="The arms of Lund" '
        ),
        p(runs=anchor('descr="Draft, not to be quoted"').replace("Picture 1", "PowerPlusWaterMarkObject1")),
    ],
)
def test_a_watermark_is_no_mark(mark: str) -> None:
    assert rules(word(running={"header/default": mark})) == ["watermark"]


def test_words_drawn_as_a_picture_are_a_watermark() -> None:
    words = f"<wps:txbx><w:txbxContent>{p('DRAFT')}</w:txbxContent></wps:txbx>"
    shape = '<wps:wsp>{}<wps:bodyPr><a:prstTxWarp prst="{}"/></wps:bodyPr></wps:wsp>'
    assert rules(word(p(runs=anchor(graphic=shape.format(words, "textPlain"))))) == ["text-box", "watermark"]
    assert rules(word(p(runs=anchor(graphic=shape.format(words, "textNoShape"))))) == ["text-box"]


def test_a_mark_in_the_header_is_sound() -> None:
    assert rules(word(running={"header/default": p(runs=r("TLP:AMBER"))})) == []
