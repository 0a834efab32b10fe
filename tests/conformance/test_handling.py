"""The judges look at reports with a handling mark on stationery, in both directions, with each cover."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from converter import Settings, convert
from converter.verifier.word.accessibility import check_accessibility
from tests.judges import libreoffice, ooxml, verapdf
from tests.judges.tool import complaints
from tests.sheets import BLUE, RED, pdf, picture

ARABIC = """# إعادة فتح الميناء

أعيد فتح الميناء يوم الاثنين بعد عشر سنوات من العمل. غادرت العبارة الأولى عند الظهر وعلى متنها ثلاثمئة راكب.
"""
VERSIONS: tuple[ooxml.Version, ...] = ("Office2007", "Microsoft365")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory, seed: Path) -> Mapping[str, Sequence[Path]]:
    """Return format → files."""
    folder = tmp_path_factory.mktemp("handling")
    (folder / "two.pdf").write_bytes(pdf(RED, BLUE))
    (folder / "grey.pdf").write_bytes(pdf((90, 90, 90)))
    (folder / "photo.jpg").write_bytes(picture("JPEG", (210, 297), color=(255, 250, 240)))
    (folder / "arabic.md").write_text(ARABIC, "utf-8")
    houses = {
        "default": "page: {stationery: two.pdf}",
        "government": "page: {stationery: {first: grey.pdf, following: photo.jpg}}\ncover: band",
        "think-tank": "page: {stationery: {following: two.pdf}}",
    }
    files: dict[str, list[Path]] = {"docx": [], "pdf": []}
    for style, text in houses.items():
        house = folder / f"{style}.yaml"
        house.write_text(f"extends: {style}\n{text}\n", "utf-8")
        for article, mark in ((seed, "TLP:RED"), (folder / "arabic.md", "TLP:AMBER+STRICT")):
            settings = Settings(style=str(house), marking=mark, formats=("docx", "pdf"))
            for report in convert(str(article), settings).reports:
                path = folder / f"{style}-{article.stem}.{report.format}"
                path.write_bytes(report.data)
                files[report.format].append(path)
    return files


@pytest.mark.timeout(900)
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_pdf_files_conform(reports: Mapping[str, Sequence[Path]], profile: verapdf.Profile) -> None:
    assert complaints(verapdf.findings(reports["pdf"], profile)) == []


@pytest.mark.timeout(900)
@pytest.mark.parametrize("version", VERSIONS)
def test_word_files_are_valid(reports: Mapping[str, Sequence[Path]], version: ooxml.Version) -> None:
    assert complaints(ooxml.findings(reports["docx"], version)) == []


@pytest.mark.timeout(900)
def test_libreoffice_opens_word_files(reports: Mapping[str, Sequence[Path]]) -> None:
    assert complaints(libreoffice.findings(reports["docx"])) == []


def test_word_files_are_accessible(reports: Mapping[str, Sequence[Path]]) -> None:
    found = {path.name: check_accessibility(path.read_bytes()) for path in reports["docx"]}
    assert {name: [*map(str, findings)] for name, findings in found.items() if findings} == {}
