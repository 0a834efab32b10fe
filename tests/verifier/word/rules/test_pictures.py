import pytest

from tests.ooxml.making import p, r
from tests.verifier.word.making import DECORATIVE, anchor, inline, rules, text_box, word

SHIPS = 'descr="Ships at the new quay"'
VML = '<w:r><w:pict><v:shape style="width:10pt" {}><v:imagedata r:id="rIdImage"/></v:shape></w:pict></w:r>'


def test_a_picture_wants_alternative_text() -> None:
    assert rules(word(p(runs=inline()))) == ["alt-missing"]
    assert rules(word(p(runs=inline('descr=" "')))) == ["alt-missing"]


def test_a_picture_with_alternative_text_is_sound() -> None:
    assert rules(word(p(runs=inline(SHIPS)))) == []
    assert rules(word(p(runs=inline('title="Ships at the new quay"')))) == []


def test_a_decorative_picture_wants_none() -> None:
    assert rules(word(p(runs=inline(content=DECORATIVE)))) == []
    assert rules(word(p(runs=inline(content=DECORATIVE.replace('val="1"', 'val="0"'))))) == ["alt-missing"]


def test_a_hidden_picture_wants_none() -> None:
    assert rules(word(p(runs=inline('hidden="1"')))) == []


def test_a_floating_picture_wants_alternative_text_too() -> None:
    assert rules(word(p(runs=anchor()))) == ["alt-missing", "floating"]


@pytest.mark.parametrize("place", ["header/default", "footer/first", "header/even"])
def test_pictures_in_headers_and_footers_count(place: str) -> None:
    assert rules(word(running={place: p(runs=inline())})) == ["alt-missing"]
    assert rules(word(running={place: p(runs=inline(SHIPS))})) == []


@pytest.mark.parametrize("kind", ["footnotes", "endnotes"])
def test_pictures_in_notes_count(kind: str) -> None:
    assert rules(word(notes={kind: p(runs=inline())})) == ["alt-missing"]
    assert rules(word(notes={kind: p(runs=inline(SHIPS))})) == []


def test_pictures_of_old_programs_count() -> None:
    assert rules(word(p(runs=VML.format("")))) == ["alt-missing"]
    assert rules(word(p(runs=VML.format('alt="Ships at the new quay"')))) == []


def test_a_ruled_line_of_old_programs_is_no_picture() -> None:
    assert rules(word(p(runs=VML.format('o:hr="t"')))) == []


@pytest.mark.parametrize(
    "text", ["image1.png", "C:\\pictures\\ships.jpg", "Picture 1", "Image", "figure_12", "Bild 3", "图片 4"]
)
def test_a_name_of_a_file_says_nothing(text: str) -> None:
    assert rules(word(p(runs=inline(f'descr="{text}"')))) == ["alt-placeholder"]


@pytest.mark.parametrize("text", ["Picture of the quay", "Figure 1: ships", "The logo of Lund"])
def test_words_are_no_names_of_files(text: str) -> None:
    assert rules(word(p(runs=inline(f'descr="{text}"')))) == []


def test_a_text_box_is_told_as_what_it_is() -> None:
    assert rules(word(p(runs=text_box("Words.")))) == ["text-box"]


def test_of_alternatives_the_first_counts() -> None:
    choice = inline(SHIPS).removeprefix("<w:r>").removesuffix("</w:r>")
    fallback = VML.format("").removeprefix("<w:r>").removesuffix("</w:r>")
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert rules(word(p(runs=both))) == []


def test_words_beside_a_picture_are_no_alternative() -> None:
    assert rules(word(p(runs=r("Ships") + inline()))) == ["alt-missing"]
