"""Word templates as files: what is read of them, and what is told where that cannot be."""

import os
from pathlib import Path

import pytest

from converter.errors import StyleError
from converter.word_template import template_bytes, template_parts
from tests.hostile.making import word
from tests.limited import limited
from tests.ooxml.making import zipped


def _refusal(path: Path | str) -> StyleError:
    with pytest.raises(StyleError) as caught:
        template_parts(str(path))
    return caught.value


def test_a_template_is_its_parts(tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(zipped(word()))
    assert set(template_parts(str(path))) == set(word())
    assert template_bytes(str(path)) == path.read_bytes()


def test_a_pipe_that_nobody_writes_to_and_a_device_without_end_are_told_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "house.docx")
    for path in (tmp_path / "house.docx", "/dev/zero"):
        error = _refusal(path)
        assert (error.code, error.what) == (
            "template-missing", "this is a pipe or a device, not a Word template"
        )  # fmt: skip


def test_a_template_is_as_large_as_an_article_may_be(tmp_path: Path) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(zipped(word()))
    size = path.stat().st_size
    with limited(input_bytes=size):
        template_parts(str(path))
    with limited(input_bytes=size - 1):
        assert _refusal(path).code == "template-unreadable"


def test_what_is_no_template_is_told(tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (tmp_path / "text.docx").write_text("no archive", "utf-8")
    assert "of before 2007" in _refusal(tmp_path / "old.doc").what
    assert _refusal(tmp_path / "text.docx").code == "template-unreadable"
    assert _refusal(tmp_path).what == "this is a folder, not a Word template"
    missing = _refusal(tmp_path / "txt.docx")
    assert (missing.code, missing.remedy) == ("template-missing", f"did you mean {tmp_path / 'text.docx'}?")
