"""Documents of every kind before the judges; what the whole program makes is judged in tests/conformance."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image as Pillow
from PIL import ImageCms

from converter.model.article import Image
from converter.model.document import Document, FigureBlock, Text
from converter.model.style import Color, Cover, Length, Logo, Style
from converter.writers.pdf import write_pdf
from converter.writers.pdf.conformance import srgb_profile
from tests.judges import qpdf, verapdf
from tests.sample import png, sample_document, sample_style
from tests.writers.pdf.documents import document, small_page, text

BOX = Color(0xF3, 0xF6, 0xF9)


def picture(mode: str, form: str) -> FigureBlock:
    """Return a figure of a picture of this colour mode and format."""
    file = BytesIO()
    Pillow.new(mode, (8, 4)).save(file, form)
    return FigureBlock(Image(file.getvalue(), "image/png", 8, 4), f"{mode} {form}", (Text(mode),))


def variety() -> dict[str, tuple[Document, Style]]:
    """Return documents and styles that differ in what the file is made of."""
    style, sample = sample_style(), sample_document()
    logo = replace(style, logo=Logo("logo.png", "House", Length(30), png(40, 10)))
    modes = [
        ("1", "PNG"),
        ("L", "PNG"),
        ("LA", "PNG"),
        ("P", "PNG"),
        ("RGB", "PNG"),
        ("RGBA", "PNG"),
        ("I;16", "PNG"),
        ("L", "JPEG"),
        ("RGB", "JPEG"),
        ("CMYK", "JPEG"),
    ]
    scripts = (
        "Ελληνικά, Кириллица, Tiếng Việt, ‘шлях’, 12\u202f%, Երևան, שלום, السلام, नमस्ते, 你好, 😀 ﬁ ½ ² ™"
    )
    return {
        "sample": (sample, style),
        "small": (sample, small_page()),
        "band": (
            sample,
            replace(
                style,
                cover=Cover("band", Length(160), BOX),
                box=replace(style.box, fill=BOX) if style.box else None,
            ),
        ),
        "page": (sample, replace(style, cover=Cover("page", Length(0), BOX))),
        "logo": (sample, logo),
        "logo on a band": (sample, replace(logo, cover=Cover("band", Length(160), BOX))),
        "pictures": (document(*(picture(*each) for each in modes)), style),
        "scripts": (document(text(scripts), text("Guten Tag", language="de")), style),
        "right-to-left": (replace(document(text("שלום")), direction="rtl", language="he"), style),
        "empty": (document(), style),
        "long": (document(*(text("the river and the port " * 60) for _ in range(80))), style),
    }


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("variety")
    paths = []
    for name, (each, style) in variety().items():
        paths.append(folder / f"{name}.pdf")
        paths[-1].write_bytes(write_pdf(each, style).data)
    return paths


def test_the_syntax_is_sound(files: list[Path]) -> None:
    assert {path.name: found for path, found in qpdf.findings(files).items() if found} == {}


@pytest.mark.conformance
@pytest.mark.timeout(600)
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_every_kind_of_document_conforms(files: list[Path], profile: verapdf.Profile) -> None:
    assert {path.name: found for path, found in verapdf.findings(files, profile).items() if found} == {}


def test_the_profile_is_that_of_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB"
    colors = Pillow.new("RGB", (3, 1))
    for index, color in enumerate(((255, 0, 0), (18, 53, 91), (128, 128, 128))):
        colors.putpixel((index, 0), color)
    turned = ImageCms.profileToProfile(colors, profile, ImageCms.createProfile("sRGB"))
    assert turned is not None
    assert turned.tobytes() == colors.tobytes()


def test_pictures_keep_their_pixels_and_their_opacity() -> None:
    image = Pillow.new("RGBA", (2, 1))
    image.putpixel((0, 0), (10, 20, 30, 255))
    image.putpixel((1, 0), (40, 50, 60, 128))
    file = BytesIO()
    image.save(file, "PNG")
    figure = FigureBlock(Image(file.getvalue(), "image/png", 2, 1), "Two pixels")
    with pikepdf.open(BytesIO(write_pdf(document(figure, figure), sample_style()).data)) as pdf:
        (stored,) = pdf.pages[0].Resources.XObject.values()
        assert stored.read_bytes() == bytes([10, 20, 30, 40, 50, 60])
        assert stored.SMask.read_bytes() == bytes([255, 128])
