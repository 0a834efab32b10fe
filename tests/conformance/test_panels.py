"""The real judges look at reports with all panels: in every style and in several languages."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.configuration import Settings
from converter.pipeline import convert
from converter.stylesheets.listing import available
from tests.conformance.test_reports import PROFILES, VERSIONS
from tests.judges import libreoffice, ooxml, qpdf, verapdf
from tests.judges.tool import complaints
from tests.outliner.panels.marked import marked_articles, plain_original

pytestmark = [pytest.mark.conformance, pytest.mark.timeout(600)]

FORMATS = ("docx", "pdf")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sequence[Path]]:
    """Return format → files: an article of each language, and every style at least once."""
    folder = tmp_path_factory.mktemp("panels")
    files: dict[str, list[Path]] = {"docx": [], "pdf": []}
    styles = [style.name for style in available("style")]
    for turn, path in enumerate(marked_articles()[::2]):
        settings = Settings(formats=FORMATS, outline="analyst", style=styles[turn % len(styles)])
        if turn % 3 == 1:
            settings = replace(settings, cite="inline")
        for report in convert(plain_original(path), settings).reports:
            files[report.format].append(folder / f"{path.stem}.{report.format}")
            files[report.format][-1].write_bytes(report.data)
    return files


@pytest.mark.parametrize("profile", PROFILES)
def test_vera_pdf_has_nothing_to_say(reports: Mapping[str, Sequence[Path]], profile: verapdf.Profile) -> None:
    assert complaints(verapdf.findings(reports["pdf"], profile)) == []


def test_the_syntax_of_pdfs_is_sound(reports: Mapping[str, Sequence[Path]]) -> None:
    assert complaints(qpdf.findings(reports["pdf"])) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_of_word_takes_them(
    reports: Mapping[str, Sequence[Path]], version: ooxml.Version
) -> None:
    assert complaints(ooxml.findings(reports["docx"], version)) == []


def test_libreoffice_opens_them(reports: Mapping[str, Sequence[Path]]) -> None:
    assert complaints(libreoffice.findings(reports["docx"])) == []
