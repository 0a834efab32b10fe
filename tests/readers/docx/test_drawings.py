"""Pictures."""

import struct

import pytest

from converter.limits import Limits
from converter.model.article import Figure, Paragraph
from converter.readers.docx.package import Package
from tests.ooxml.making import p
from tests.readers.docx.making import from_docx, package
from tests.readers.reading import codes

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 3, 2)


def picture(link: str) -> str:
    return f"<w:r><w:drawing><wp:inline><wp:docPr descr='A quay'/><a:blip r:embed='{link}'/></wp:inline></w:drawing></w:r>"


def test_a_picture_that_stands_often_is_unpacked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    genuine = Package.read

    def counting(self: Package, name: str) -> bytes:
        read.append(name)
        return genuine(self, name)

    monkeypatch.setattr(Package, "read", counting)
    links = {
        "a": ("image", "media/a.png"),
        "b": ("image", "media/../media/a.png"),
        "c": ("image", "media/c.emf"),
    }
    parts = package(
        p("Ships", runs=picture("a") * 3 + picture("b") + picture("c") * 2 + picture("none") * 2),
        links=links,
        parts={"word/media/a.png": PNG, "word/media/c.emf": b"no picture that is taken"},
    )
    article = from_docx(parts)
    assert (read.count("word/media/a.png"), read.count("word/media/c.emf")) == (1, 1)
    figures = [block for block in article.blocks if isinstance(block, Figure)]
    assert [figure.image is not None for figure in figures] == [True] * 4 + [False] * 4
    assert len({id(figure.image) for figure in figures[:4]}) == 1
    assert codes(article) == ["images-left-out"] * 2


def test_pictures_that_stand_often_do_not_unfold_beyond_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.readers.docx.package.LIMITS", Limits(zip_bytes=2_000_000))
    parts = package(
        p("Ships", runs=picture("a") * 5) + p("The end."),
        links={"a": ("image", "media/a.png")},
        parts={"word/media/a.png": PNG + bytes(900_000)},
    )
    assert codes(from_docx(parts)) == []


DECORATIVE = "<a:extLst><a:ext><a:decorative val='1'/></a:ext></a:extLst>"
SHIPS = "<pic:pic><pic:cNvPr descr='Two ships'/><a:blip r:embed='a'/></pic:pic>"
BOX = f"<wps:wsp><wps:txbx><w:txbxContent>{p('Words in a box')}</w:txbxContent></wps:txbx></wps:wsp>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f"<wp:docPr>{DECORATIVE}</wp:docPr><a:blip r:embed='a'/>", []),
        ("<wp:docPr descr='A quay'/><a:blip r:embed='a'/>", [Figure]),
        (f"<wp:docPr>{DECORATIVE}</wp:docPr><a:blip r:embed='a'/>{BOX}", [Paragraph]),
        (
            f"<pic:pic><pic:cNvPr>{DECORATIVE}</pic:cNvPr><a:blip r:embed='a'/></pic:pic>{SHIPS}{BOX}",
            [Figure, Paragraph],
        ),
    ],
)
def test_decorative_pictures_are_left_out_and_words_beside_them_are_not(
    content: str, expected: list[type]
) -> None:
    drawing = f"<w:r><w:drawing><wp:inline>{content}</wp:inline></w:drawing></w:r>"
    parts = package(
        p("Ships", runs=drawing), links={"a": ("image", "media/a.png")}, parts={"word/media/a.png": PNG}
    )
    assert [type(block) for block in from_docx(parts).blocks[1:]] == expected
