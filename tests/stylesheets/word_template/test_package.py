from pathlib import Path
from zipfile import ZipFile

import pytest

from converter import archives
from converter.errors import StyleError
from converter.limits import Limits
from converter.stylesheets.word_template import load_template_style
from converter.stylesheets.word_template.package import open_package
from tests.sample import png
from tests.stylesheets.word_template.houses import LETTERHEAD
from tests.stylesheets.word_template.templates import Template, paragraph, picture


def error_of(path: str) -> StyleError:
    with pytest.raises(StyleError) as caught:
        open_package(path)
    return caught.value


def test_a_template_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert error_of(str(tmp_path / "corp.dotx")).code == "template-missing"


@pytest.mark.parametrize("data", [b"", b"{\\rtf1 Corp}", b"PK\x03\x04 and no more"])
def test_what_is_no_archive_is_no_template(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "corp.dotx"
    path.write_bytes(data)
    assert error_of(str(path)).code == "template-unreadable"


@pytest.mark.parametrize("missing", ["_rels/.rels", "word/document.xml"])
def test_an_archive_without_a_document_is_no_template(missing: str, tmp_path: Path) -> None:
    whole, part = LETTERHEAD.saved(tmp_path), tmp_path / "part.dotx"
    with ZipFile(whole) as archive, ZipFile(part, "w") as less:
        for name in archive.namelist():
            if name != missing:
                less.writestr(name, archive.read(name))
    assert error_of(str(part)).code == "template-unreadable"


@pytest.mark.parametrize("limits", [Limits(zip_entries=3), Limits(zip_bytes=2_000)])
def test_an_archive_that_unfolds_beyond_limits_is_refused(
    limits: Limits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "LIMITS", limits)
    assert error_of(LETTERHEAD.saved(tmp_path)).code == "template-unreadable"


@pytest.mark.parametrize("name", ["styles", "theme", "settings", "fontTable", "header1", "footer3"])
def test_a_part_that_is_damaged_does_not_keep_the_others_from_being_read(name: str, tmp_path: Path) -> None:
    whole, torn = LETTERHEAD.saved(tmp_path), tmp_path / "torn.dotx"
    with ZipFile(whole) as archive, ZipFile(torn, "w") as less:
        for entry in archive.namelist():
            data = archive.read(entry)
            less.writestr(entry, data[:40] if entry == f"word/{name}.xml" else data)
    style, _ = load_template_style(str(torn))
    assert style.page.left.mm == pytest.approx(25)


def test_nothing_outside_the_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    entity = f'<!DOCTYPE w [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    template = Template(running={"default header": paragraph("<w:r><w:t>Corp &e;</w:t></w:r>")})
    whole, hostile = template.saved(tmp_path), tmp_path / "hostile.dotx"
    with ZipFile(whole) as archive, ZipFile(hostile, "w") as changed:
        for entry in archive.namelist():
            data = archive.read(entry)
            changed.writestr(entry, entity.encode() + data if entry == "word/header1.xml" else data)
    style, _ = load_template_style(str(hostile))
    assert "SECRET" not in repr(style)
    assert style.header.left == ""


def test_a_picture_outside_the_file_is_no_logo(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(4, 4))
    template = Template(running={"default header": paragraph(picture())}, pictures={"logo.png": png(4, 4)})
    whole, hostile = template.saved(tmp_path), tmp_path / "hostile.dotx"
    with ZipFile(whole) as archive, ZipFile(hostile, "w") as changed:
        for entry in archive.namelist():
            data = archive.read(entry)
            outside = (tmp_path / "logo.png").as_uri().encode() + b'" TargetMode="External'
            changed.writestr(entry, data.replace(b"media/logo.png", outside))
    assert load_template_style(whole)[0].logo is not None
    assert load_template_style(str(hostile))[0].logo is None
