from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow

from converter.model.style import Logo
from converter.stylesheets.word_template import load_template_style
from tests.hostile.making import picture as black
from tests.sample import png
from tests.stylesheets.word_template.templates import A4, MARGINS, Template, paragraph, picture

FIRST_DIFFERS = A4 + MARGINS + "<w:titlePg/>"


def logo(folder: Path, template: Template) -> Logo | None:
    return load_template_style(template.saved(folder))[0].logo


def test_the_first_pages_header_goes_before_that_of_the_others_and_the_text(tmp_path: Path) -> None:
    running = {
        "default header": paragraph(picture("rId9", "others", 20)),
        "first header": paragraph(picture("rId10", "first", 30)),
    }
    pictures = {"a.png": png(4, 2), "b.png": png(6, 2), "c.png": png(8, 2)}
    body = paragraph(picture("rId11", "text", 40))
    every = Template(section=FIRST_DIFFERS, running=running, pictures=pictures, body=body)
    found = [
        logo(tmp_path, every),
        logo(tmp_path, Template(running=running, pictures=pictures, body=body)),
        logo(tmp_path, Template(pictures=pictures, body=body)),
    ]
    assert [(one.alternative, one.data) for one in found if one] == [
        ("first", png(6, 2)),
        ("others", png(4, 2)),
        ("text", png(8, 2)),
    ]
    assert [round(one.height) for one in found if one] == [30, 20, 40]


def test_a_jpeg_is_a_logo_too(tmp_path: Path) -> None:
    file = BytesIO()
    Pillow.new("RGB", (4, 2)).save(file, "JPEG")
    template = Template(running={"default header": paragraph(picture())}, pictures={"a.jpg": file.getvalue()})
    found = logo(tmp_path, template)
    assert found is not None
    assert found.data == file.getvalue()


def test_an_old_picture_is_a_logo_too(tmp_path: Path) -> None:
    old = (
        '<w:r><w:pict><v:shape alt="Old" style="width:40pt;height:20pt"><v:imagedata r:id="rId9"/></v:shape>'
        "</w:pict></w:r>"
    )
    found = logo(
        tmp_path, Template(running={"default header": paragraph(old)}, pictures={"a.png": png(4, 2)})
    )
    assert found is not None
    assert (found.alternative, round(found.height)) == ("Old", 20)


@pytest.mark.parametrize(
    ("properties", "expected"), [(("Memo", "Corp"), "Corp"), (("Memo", ""), "Memo"), (("", ""), "corp")]
)
def test_a_logo_without_words_says_whose_it_is(
    properties: tuple[str, str], expected: str, tmp_path: Path
) -> None:
    template = Template(
        running={"default header": paragraph(picture(words=""))},
        pictures={"a.png": png(4, 2)},
        properties=properties,
    )
    found = logo(tmp_path, template)
    assert found is not None
    assert found.alternative == expected


@pytest.mark.parametrize("height", [3, 840])
def test_a_picture_as_low_as_a_line_or_as_high_as_a_page_is_none(height: float, tmp_path: Path) -> None:
    template = Template(
        running={"default header": paragraph(picture(height_pt=height))}, pictures={"a.png": png(4, 2)}
    )
    assert logo(tmp_path, template) is None


def test_a_drawing_is_left_out_and_told(tmp_path: Path) -> None:
    header = paragraph(picture("rId9") + picture("rId10", "House"))
    template = Template(
        running={"default header": header}, pictures={"a.emf": b"\x01\0\0\0", "b.png": png(4, 2)}
    )
    path = template.saved(tmp_path)
    style, notices = load_template_style(path)
    assert style.logo is not None
    assert style.logo.data == png(4, 2)
    assert [(one.code, one.where) for one in notices if one.code != "font-substituted"] == [
        ("logo-left-out", path)
    ]


def test_a_picture_that_is_too_much_to_be_unfolded_is_no_logo(tmp_path: Path) -> None:
    pictures = {"a.png": black(7_000, 6_000, honest=False), "b.png": png(6, 2)}
    body = paragraph(picture("rId9", "bomb", 40)) + paragraph(picture("rId10", "house", 40))
    template = Template(running={"default header": body}, pictures=pictures)
    found = logo(tmp_path, template)
    assert found is not None
    assert found.alternative == "house"
