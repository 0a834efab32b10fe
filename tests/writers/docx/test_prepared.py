import pytest
from msgspec.structs import replace

from converter.writers.docx import embedding, package, write_docx
from converter.writers.docx.prepared import prepare
from tests.sample import sample_document, sample_style
from tests.writers.docx.opened import parts


def test_the_constant_parts_are_made_once_for_a_style() -> None:
    style = sample_style()
    assert prepare(style, "en", "ltr") is prepare(style, "en", "ltr")


def test_another_language_or_style_has_parts_of_its_own() -> None:
    style = sample_style()
    assert prepare(style, "en", "ltr").parts != prepare(style, "fr", "ltr").parts
    assert (
        prepare(style, "en", "ltr").parts
        != prepare(replace(style, bullets=("*",), name="other"), "en", "ltr").parts
    )


def test_only_so_many_styles_are_kept() -> None:
    first = sample_style()
    kept = prepare(first, "en", "ltr")
    for _ in range(40):
        prepare(sample_style(), "en", "ltr")
    assert prepare(first, "en", "ltr") is not kept
    assert prepare(first, "en", "ltr").parts == kept.parts


def test_the_second_document_of_a_style_compresses_only_what_is_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed: list[str] = []

    def pack(name: str, content: bytes) -> package.Part:
        packed.append(name)
        return own(name, content)

    own = package.binary_part
    for module in (package, embedding):
        monkeypatch.setattr(module, "binary_part", pack)
    style = replace(sample_style(), word={"embed-fonts": True})
    first = parts(write_docx(sample_document(), style).data)
    assert {name for name in first if name.startswith("word/fonts/")} <= set(packed)
    assert len(packed) == len(set(packed))

    packed.clear()
    assert parts(write_docx(sample_document(), style).data) == first
    assert set(packed) == {
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/numbering.xml",
        "word/header1.xml",
        "word/footer1.xml",
        "word/endnotes.xml",
        "docProps/core.xml",
        "docProps/app.xml",
        "docProps/custom.xml",
    }
