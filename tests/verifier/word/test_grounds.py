from converter.model.style import WHITE, Color
from converter.verifier.word.grounds import Colors, Grounds
from tests.ooxml.making import p
from tests.verifier.word.making import DECORATIVE, anchor, opened, png, word

TEAL = Color(0x10, 0x31, 0x2F)
PIXEL = png(0x10, 0x31, 0x2F)
PAPER = '<w:pgSz w:w="11900" w:h="16840"/>'
PAGE = (0, 0, 595, 842)


def picture(place: tuple[int, int, int, int] | None, graphic: str = "", content: str = DECORATIVE) -> str:
    shown = {"graphic": graphic} if graphic else {}
    return p(runs=anchor(content=content, behind=True, place=place, **shown))


def behind(running: dict[str, str], *, body: str = "", first: bool = False, story: int = 0) -> list[Colors]:
    """Return what may lie behind the paragraphs of a part."""
    section = PAPER + "<w:titlePg/>" * first
    document = opened(word(body + p("Words."), running=running, section=section, image=PIXEL))
    grounds = Grounds(document)
    return [grounds.behind(paragraph) for paragraph in document.stories[story].paragraphs]


def test_without_pictures_the_page_is_white() -> None:
    assert behind({}) == [(WHITE,), (WHITE,)]


def test_a_picture_over_the_whole_page_is_its_ground() -> None:
    assert behind({"header/default": picture(PAGE)}) == [(TEAL,), (TEAL,)]


def test_the_first_page_alone_may_have_it() -> None:
    following = p("Words.", properties="<w:pageBreakBefore/>")
    found = behind({"header/first": picture(PAGE)}, body=following, first=True)
    assert found == [(TEAL,), (WHITE,), (WHITE,)]


def test_headers_and_footers_stand_on_it_too() -> None:
    running = {"header/default": picture(PAGE), "footer/default": p("7")}
    assert behind(running, story=1) == [(TEAL,)]
    assert behind(running, story=2) == [(TEAL,)]
    high = {"header/default": picture((0, 0, 595, 300)), "footer/default": p("7")}
    assert [behind(high, story=one) for one in (1, 2)] == [[(TEAL,)], [(WHITE,)]]


def test_a_picture_as_wide_as_half_the_page_may_lie_behind_the_text() -> None:
    assert behind({"header/default": picture((0, 0, 300, 842))})[0] == (WHITE, TEAL)


def test_a_picture_whose_place_word_alone_knows_may_lie_behind_the_text() -> None:
    assert behind({"header/default": picture(None)})[0] == (WHITE, TEAL)


def test_a_picture_in_the_text_may_lie_behind_it() -> None:
    assert behind({}, body=picture(PAGE))[0] == (WHITE, TEAL)


def test_a_shape_of_one_colour_is_a_ground() -> None:
    shape = '<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="10312F"/></a:solidFill></wps:spPr></wps:wsp>'
    assert behind({"header/default": picture(PAGE, shape)})[0] == (TEAL,)


def test_what_cannot_be_read_has_no_colour() -> None:
    shape = "<wps:wsp><wps:spPr><a:gradFill/></wps:spPr></wps:wsp>"
    assert behind({"header/default": picture(PAGE, shape)})[0] == (None,)


def test_what_is_hidden_or_in_front_is_no_ground() -> None:
    hidden = picture(PAGE).replace('name="Picture 1"', 'name="Picture 1" hidden="1"')
    assert behind({"header/default": hidden})[0] == (WHITE,)
    front = p(runs=anchor(content=DECORATIVE, place=PAGE))
    assert behind({"header/default": front})[0] == (WHITE,)
