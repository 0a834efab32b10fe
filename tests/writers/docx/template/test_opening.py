"""A file that is no template is told apart from one that is not there."""

from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.writers.docx.template.opening import open_template
from tests.test_archives import archive
from tests.writers.docx.template.houses import changed, letterhead, save

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
PLAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def message(path: Path) -> str:
    with pytest.raises(StyleError) as caught:
        open_template(str(path))
    return f"{caught.value.code}: {caught.value.what}; {caught.value.remedy}"


def test_a_name_that_is_nearly_right_is_suggested(tmp_path: Path) -> None:
    save(letterhead(), tmp_path / "letterhead.dotx")
    assert message(tmp_path / "leterhead.dotx").endswith(f"did you mean {tmp_path / 'letterhead.dotx'}?")
    assert message(tmp_path / "x") == "template-missing: the Word template cannot be read; check its path"
    assert message(tmp_path / ("x" * 999)).startswith("template-missing")


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    assert message(tmp_path) == "template-missing: this is a folder, not a Word template; name the file in it"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest", "it is of before 2007, or has a password"),
        (archive(**{"[Content_Types].xml": b"<Types"}), "it has a part that is not well-formed"),
        (archive(**{"a.xml": b"<a/>"}), "this is no Word template"),
        (b"%PDF-1.7", "this is no Word template"),
    ],
    ids=["older", "torn", "another archive", "PDF"],
)
def test_the_reason_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "t.docx"
    path.write_bytes(data)
    assert reason in message(path)


def test_a_relationship_that_leads_nowhere_makes_it_unreadable(tmp_path: Path) -> None:
    plain = save(letterhead(), tmp_path / "t.docx")
    broken = changed(plain, tmp_path / "s.docx", {"word/_rels/document.xml.rels": (" Target=", " x=")})
    assert message(broken).startswith("template-unreadable")


def test_strict_open_xml_is_named(tmp_path: Path) -> None:
    plain = save(letterhead(), tmp_path / "t.docx")
    strict = changed(plain, tmp_path / "s.docx", {"word/header1.xml": (PLAIN, STRICT)})
    assert "it is Strict Open XML; save it in Word as an ordinary document" in message(strict)


def test_a_changed_template_is_read_anew(tmp_path: Path) -> None:
    path = save(letterhead(), tmp_path / "t.docx")
    first, _ = open_template(str(path))
    made = letterhead()
    made.add_paragraph("more")
    save(made, path)
    second, _ = open_template(str(path))
    assert len(second.paragraphs) == len(first.paragraphs) + 1


@pytest.mark.parametrize("kind", ["styles+xml", "core-properties+xml", "settings+xml", "document.main+xml"])
def test_parts_of_a_wrong_type_are_no_template(tmp_path: Path, kind: str) -> None:
    plain = save(letterhead(), tmp_path / "t.docx")
    wrong = changed(plain, tmp_path / "w.docx", {"[Content_Types].xml": (kind, "other+xml")})
    assert message(wrong).startswith("template-unreadable")
