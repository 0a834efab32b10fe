"""Every kind of file that this writer makes, before the Open XML SDK's validator and LibreOffice."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import docx
import pytest
from msgspec.structs import replace

from converter.model.article import Image
from converter.model.document import (
    Block,
    BoxBlock,
    Cell,
    Document,
    FigureBlock,
    HeadingBlock,
    Item,
    ListBlock,
    Reference,
    RunningLine,
    TableBlock,
    Text,
    TextBlock,
)
from converter.model.style import Box, Color, Cover, Length, Logo, Rule, Style, TableStyle
from converter.writers.docx import write_docx
from tests.judges import libreoffice, ooxml
from tests.sample import png, sample_document, sample_style, with_contents

ARABIC = "فتح الرصيف الجديد أبوابه (GDP 2026) يوم الاثنين."
TABLE = TableBlock(((Cell((Text("a"),)),), (Cell((Text("b"),)),), (Cell((Text("c"),)),)), 2)
LEAD = BoxBlock(
    (
        TextBlock("lead", (Text("A paragraph."), Reference(1), Reference(2)), 1),
        ListBlock((Item((Text("one"),)), Item((Text("two"),), 1), Item((Text("three"),), 9)), role="lead"),
        ListBlock((Item((Text("one"),), number=99),), role="lead"),
        TextBlock("quote", (Text("Quoted."),)),
        TableBlock(((Cell((Text("x"),)), Cell(())),), 0),
        TextBlock("comment", (Text("Comment."),)),
    )
)


def styles() -> Iterator[tuple[str, Style]]:
    """Yield names and styles: each way to set a box, a cover, fonts and rules."""
    style = sample_style()
    fill, rule = Color(0xEC, 0xF5, 0xF4), Rule(Length(2), style.accent)
    yield "rule", style
    yield "panel", replace(style, box=Box(fill, replace(rule, width=Length(0)), Length(9), Length(40)))
    yield "both", replace(style, box=Box(fill, rule, Length(40)), cover=Cover("page", fill=Color(16, 49, 47)))
    yield "band", replace(style, box=None, cover=Cover("band", Length(160), Color(16, 49, 47)))
    plain = {role: replace(text, family="Arial", hyphenate=False) for role, text in style.text.items()}
    yield "embedded", replace(style, word={"embed-fonts": True})
    yield "system", replace(style, fonts=(), text=plain, table=TableStyle(replace(rule, width=Length(0))))
    grounds = TableStyle(rule, rule, style.accent, fill, Color(255, 255, 255), Length(9), Length(6))
    yield "grounds", replace(style, table=grounds, box=Box(fill, rule, Length(9), Length(40)))


def documents() -> Iterator[tuple[str, Document]]:
    """Yield names and documents: each kind of block in each kind of place."""
    sample = sample_document()
    *sections, method, notes = with_contents(sample).blocks
    # the bookmark around the sections ends with the table
    yield "sample", replace(sample, blocks=(*sections, TABLE, method, notes))
    yield "boxed", replace(sample, blocks=(sample.blocks[0], LEAD, *sample.blocks[4:]))
    yield "first page", replace(sample, first_header=RunningLine(), first_footer=sample.footer)
    arabic = TextBlock(
        "body", (Text(ARABIC), Text(" quai", frozenset({"strong", "emphasis"}), language="fr"))
    )
    yield (
        "arabic",
        replace(
            sample, language="ar", direction="rtl", blocks=(*sample.blocks[:1], arabic, *sample.blocks[2:])
        ),
    )
    wide = FigureBlock(Image(png(900, 20), "image/png", 900, 20), "")
    rest: tuple[Block, ...] = (
        wide, TABLE, TABLE, HeadingBlock(3, (Text("x", link="#title"), Text("y", link="#gone")), "x"),
        TextBlock("code", (Text("a\n\tb"),)), TextBlock("body", (Text("z"),), 100), TABLE,
    )  # fmt: skip
    yield "odd", replace(sample, blocks=(sample.blocks[0], *rest))


def made(folder: Path) -> list[Path]:
    """Write every document in every style, and one on a template."""
    files = []
    logo = replace(sample_style(), logo=Logo("logo.png", 'The "House"', Length(34), png(40, 10)))
    band = Cover("band", Length(160), Color(16, 49, 47))
    for style_name, style in (*styles(), ("logo", logo), ("logo on a band", replace(logo, cover=band))):
        for name, document in documents():
            files.append(folder / f"{style_name} {name}.docx")
            files[-1].write_bytes(write_docx(document, style).data)
    template = folder / "template"
    docx.Document().save(str(template))
    for name, document in documents():
        files.append(folder / f"template {name}.docx")
        files[-1].write_bytes(
            write_docx(document, replace(sample_style(), word={"template": str(template)})).data
        )
    return files


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return made(tmp_path_factory.mktemp("made"))


@pytest.mark.conformance
@pytest.mark.timeout(600)
@pytest.mark.parametrize("version", get_args(ooxml.Version))
def test_every_version_of_word_takes_every_file(version: ooxml.Version, files: list[Path]) -> None:
    found = ooxml.findings(files, version)
    assert {file.name: [str(each) for each in findings] for file, findings in found.items() if findings} == {}


@pytest.mark.conformance
@pytest.mark.timeout(600)
def test_libreoffice_opens_every_file(files: list[Path]) -> None:
    found = libreoffice.findings(files)
    assert {file.name: [str(each) for each in findings] for file, findings in found.items() if findings} == {}


@pytest.mark.parametrize("version", ["Office2007", "Microsoft365"])
def test_the_oldest_and_the_newest_word_take_the_sample(version: ooxml.Version, tmp_path: Path) -> None:
    file = tmp_path / "sample.docx"
    file.write_bytes(write_docx(sample_document(), sample_style()).data)
    assert [str(finding) for finding in ooxml.findings([file], version)[file]] == []
