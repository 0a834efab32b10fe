"""Word templates: a report is poured into them, and their look is read."""

import re
from collections.abc import Callable
from io import BytesIO
from itertools import count
from unittest.mock import patch
from zipfile import ZipFile
from zlib import crc32

from docx.oxml.ns import qn
from lxml import etree
from msgspec.structs import replace

from converter.errors import ConverterError
from converter.links import safe_link
from converter.stylesheets.word_template import load_template_style, style_text
from converter.writers.docx import write_docx
from tests.fuzz.packed.archives import change_archive, packed, unpacked
from tests.fuzz.scratch import folder, written
from tests.fuzz.target import Target
from tests.sample import sample_document, sample_style
from tests.writers.docx.template.houses import HOUSES, save

_NUMBERS = count()
_DESCRIBED = 60
_USELESS = re.compile(r"stylesWithEffects|thumbnail|customXml|webSettings|fontTable")


def _run(data: bytes) -> None:
    # a name of its own: what is read is remembered by name, size and time
    path = written(f"{next(_NUMBERS)}.docx", data)
    errors: list[ConverterError] = []
    try:
        # to look for each name among a thousand fonts takes longer than all the rest
        with patch("converter.stylesheets.fonts._system_folders", return_value=()):
            for read in _ways(data):
                try:
                    read(str(path))
                except ConverterError as error:
                    errors.append(error)
    finally:
        path.unlink()
    if errors:
        raise errors[0]


def _ways(data: bytes) -> list[Callable[[str], object]]:
    """Return what is done with a template; one of so many is described, which takes as long as twenty others."""
    return [_write, load_template_style, *([] if crc32(data) % _DESCRIBED else [_describe])]


def _write(path: str) -> None:
    document = replace(sample_document(), fields={"title": "A title", "date": "A date"})
    report = write_docx(document, replace(sample_style(), word={"template": path}))
    with ZipFile(BytesIO(report.data)) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())
        assert not [name for name in archive.namelist() if "vba" in name.lower()]
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                _check_part(name, archive.read(name))


def _check_part(name: str, part: bytes) -> None:
    """Assert that a part can be read, and leads to nothing that a report may not carry."""
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, huge_tree=True))
    if name.endswith(".rels"):
        external = [one for one in root if one.get("TargetMode", "").strip().lower() == "external"]
        assert all(safe_link(one.get("Target", "")) for one in external), part


def _describe(path: str) -> None:
    style_text(path, None)


def _seeds() -> list[bytes]:
    return [_lean(save(make(), folder() / f"{name}.docx").read_bytes()) for name, make in HOUSES.items()]


def _lean(template: bytes) -> bytes:
    """Return a template without what python-docx puts into each: 700 kB of styles of tables, above all."""
    files = {name: content for name, content in unpacked(template).items() if not _USELESS.search(name)}
    for name in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        files[name] = _without(
            files[name], lambda one: _USELESS.search(one.get("Target") or one.get("PartName") or "")
        )
    files["word/styles.xml"] = _without(
        files["word/styles.xml"],
        lambda one: one.get(qn("w:type")) == "table" or one.tag == qn("w:latentStyles"),
    )
    return packed(files)


def _without(part: bytes, is_useless: Callable[[etree._Element], object]) -> bytes:
    root = etree.fromstring(part)
    for one in list(root):
        if is_useless(one):
            root.remove(one)
    return etree.tostring(root)


TARGET = Target(
    "template",
    _run,
    _seeds,
    (
        *(b"{{title}}", b"{{body}}", b"{{summary}}", b"{{", b"}}", b"brief:body", b"brief_body", b"w:sdt", b"w:tbl", b"w:p"),
        *(b' TargetMode="External"', b"attachedTemplate", b"oleObject", b"altChunk", b"vbaProject", b"javascript:x"),
        *(b"INCLUDEPICTURE", b"DDEAUTO", b"MERGEFIELD title", b"w:fldSimple", b"w:dataBinding", b"<!DOCTYPE x>", b"mc:Ignorable"),
    ),
    inside=change_archive,
    largest=200_000,
)  # fmt: skip
