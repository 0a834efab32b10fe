"""Which format is it?"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest

from converter.readers.detect import (
    looks_binary,
    looks_like_html,
    looks_like_markdown,
    not_read,
    told_by_content,
)


def _zip(parts: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\r\n junk %PDF-1.4", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "doc"),
        (rb"{\rtf1\ansi", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"GIF89a", "image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image"),
        (b"BM\x36\x00\x0c\x00\0\0\0\0", "image"),
        (b"\0\0\0\x20ftypheic", "image"),
        (b"\x1f\x8b\x08", "archive"),
        (_zip({"mimetype": b"application/epub+zip"}), "epub"),
        (_zip({"mimetype": b"application/vnd.oasis.opendocument.text"}), "odt"),
        (_zip({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "office"),
        (_zip({"[Content_Types].xml": b"", "word/document.xml": b""}), "docx"),
        (_zip({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "office"),
        (_zip({"a.txt": b"text"}), "archive"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"<!DOCTYPE html><p>", "html"),
        (b"\xef\xbb\xbf <!-- a -->\n<HTML lang=en>", "html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "html"),
        ("\ufeff<!doctype html>".encode("utf-16-le"), "html"),
        (b"<head><title>a</title>", "html"),
        (b"PK\x03\x04 ... word/document.xml and no more", "docx"),
        (b"PK\x03\x04 ... [Content_Types].xml and no more", "docx"),
        (b"PK\x03\x04 ... [Content_Types].xml, xl/workbook.xml and no more", "office"),
        (b"PK\x03\x04 ... [Content_Types].xml, ppt/presentation.xml and no more", "office"),
        (b"From: <Saved by a browser>\r\nSubject: A\r\n b\r\nMIME-Version: 1.0\r\n", "message"),
    ],
)
def test_a_signature_tells_the_format(data: bytes, name: str) -> None:
    assert told_by_content(data) == name


def _types(*overrides: tuple[str, str]) -> bytes:
    told = "".join(
        f'<Override PartName="{name}" ContentType="application/vnd.{kind}"/>' for name, kind in overrides
    )
    return f'<?xml version="1.0"?><Types>{told}</Types>'.encode()


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("openxmlformats-officedocument.wordprocessingml.document.main+xml", "docx"),
        ("openxmlformats-officedocument.wordprocessingml.template.main+xml", "docx"),
        ("ms-word.document.macroEnabled.main+xml", "docx"),
        ("ms-word.template.macroEnabledTemplate.main+xml", "docx"),
        ("openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "office"),
        ("openxmlformats-officedocument.presentationml.presentation.main+xml", "office"),
        ("ms-excel.sheet.macroEnabled.main+xml", "office"),
        ("ms-powerpoint.presentation.macroEnabled.main+xml", "office"),
    ],
)
@pytest.mark.parametrize("main", ["docs/main.xml", "word/document.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_office_files_are_told_by_the_type_of_their_main_part(
    kind: str, told: str, main: str, encoding: str
) -> None:
    types = _types(("/styles.xml", "openxmlformats-officedocument.theme+xml"), (f"/{main}", kind))
    parts = {"[Content_Types].xml": types.decode().encode(encoding), main: b"", "docs/other.xml": b""}
    assert told_by_content(_zip(parts)) == told
    assert (
        told_by_content(_zip({name.upper().replace("/", "\\"): data for name, data in parts.items()})) == told
    )


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["mimetype", "content.xml"], "archive"),
        (["mimetype", "[Content_Types].xml", "word/document.xml"], "docx"),
        (["mimetype", "[Content_Types].xml", "xl/workbook.xml"], "office"),
    ],
)
@pytest.mark.parametrize("damage", [b"\xff" * 20, bytes(20)], ids=["ones", "zeros"])
def test_a_member_that_is_damaged_tells_nothing_and_the_others_do(
    method: int, names: Sequence[str], told: str, damage: bytes
) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name in names:
            archive.writestr(name, bytes(range(33, 97)))
    data = bytearray(stream.getvalue())
    # behind the header of the first member and its name
    data[38 : 38 + len(damage)] = damage
    assert told_by_content(bytes(data)) == told


@pytest.mark.parametrize(
    "data",
    [
        b"BMW announced a car.",
        b"Rar! cried the crow.",
        b"<html-like is a word",
        b"II* is no list",
        b"PK is a name",
        b"",
        b"a %PDF",
        b"From: Jane\nTo: John\nSubject: Ports\n\nMIME-Version: 1.0 is a header",
    ],
)
def test_prose_that_resembles_a_signature_is_prose(data: bytes) -> None:
    assert told_by_content(data) == ""


def test_an_archive_of_which_nothing_is_left_is_damaged_and_no_archive_to_unpack() -> None:
    error = not_read("damaged", "a.docx")
    assert error.code == "input-broken"
    assert (
        str(error) == "a.docx: this is a damaged archive or Word file; get it anew, nothing in it can be read"
    )


@pytest.mark.parametrize("name", ["doc", "rtf", "odt", "epub", "office", "image", "archive", "message"])
def test_every_format_that_is_told_and_not_read_gets_a_way_out(name: str) -> None:
    error = not_read(name, "a.x")
    assert error.code == "input-unsupported"
    assert str(error).startswith("a.x: this is a")
    assert error.remedy


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n---\nText",
        "\ufeff---\ntitle: A\n---\nText",
        "# Title\n\nText with no more than that.",
        "\n\n# Title\nText",
        "Intro\n\n## One\n\nText\n\n## Two\n\nText",
        "See [this](https://x.org) and **that**.",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n",
        "# Title\r\n\r\nText\r\n",
        "Title\n\n**Background**\n\nText\n\n**Outlook**\n\nText",
    ],
)
def test_markdown_is_told_by_more_than_one_sign(text: str) -> None:
    assert looks_like_markdown(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Plain prose.\n\nMore of it.",
        "# comment\n# another\nkey = value\n",
        "A * B * C",
        "Price: **5",
        "Title\n=====\n\nText",
        "---\n\nText after a rule\n",
        "It is [sic](sometimes) odd.",
        "Item #5 is here\n\n#5 is not a heading",
    ],
)
def test_a_single_sign_may_be_chance(text: str) -> None:
    assert not looks_like_markdown(text.encode())


@pytest.mark.parametrize(
    "text", ["<p>One</p>\n<p>Two</p>", "\n<h1>A</h1><p>b<p>c", '<div class="a"><p>b</p></div><br>']
)
def test_a_piece_of_a_web_page_opens_with_a_tag_and_has_more(text: str) -> None:
    assert looks_like_html(text.encode())


@pytest.mark.parametrize("text", ["Prose <p>with</p> <b>tags</b>", "<none of my business>", "<p>Alone"])
def test_a_tag_alone_may_be_chance(text: str) -> None:
    assert not looks_like_html(text.encode())


def test_control_characters_make_it_binary() -> None:
    assert looks_binary(b"\x00\x01\x02 abc")
    assert not looks_binary("Åland\tand\r\n\f\x1b$B".encode("latin-1"))
