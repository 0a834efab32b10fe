"""The real judges look at digests: in every style, with all there is to say beside a line."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from converter.stylesheets.listing import available
from tests.conformance.test_reports import PROFILES, VERSIONS
from tests.digester.articles import mixed
from tests.judges import libreoffice, ooxml, qpdf, verapdf
from tests.judges.tool import complaints
from tests.pipeline.test_joining import MORNING, digested

pytestmark = [pytest.mark.conformance, pytest.mark.timeout(600)]

TEXTS = [*MORNING, *mixed(8), MORNING[0] + "\n"]


@pytest.fixture(scope="module")
def digests(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sequence[Path]]:
    """Return format → files."""
    folder = tmp_path_factory.mktemp("digests")
    files: dict[str, list[Path]] = {"docx": [], "pdf": []}
    for turn, style in enumerate(available("style")):
        embed, cite = ("used", "source", "none")[turn % 3], ("notes", "inline", "none")[turn % 3]
        made = digested(
            TEXTS, ["broken.pdf"], style=style.name, embed=embed, cite=cite, notes=("Call Lund.",)
        )
        for report in made.reports:
            if report.format in files:
                files[report.format].append(folder / f"{style.name}.{report.format}")
                files[report.format][-1].write_bytes(report.data)
    return files


@pytest.mark.parametrize("profile", PROFILES)
def test_vera_pdf_has_nothing_to_say(digests: Mapping[str, Sequence[Path]], profile: verapdf.Profile) -> None:
    assert complaints(verapdf.findings(digests["pdf"], profile)) == []


def test_the_syntax_of_pdfs_is_sound(digests: Mapping[str, Sequence[Path]]) -> None:
    assert complaints(qpdf.findings(digests["pdf"])) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_of_word_takes_them(
    digests: Mapping[str, Sequence[Path]], version: ooxml.Version
) -> None:
    assert complaints(ooxml.findings(digests["docx"], version)) == []


def test_libreoffice_opens_them(digests: Mapping[str, Sequence[Path]]) -> None:
    assert complaints(libreoffice.findings(digests["docx"])) == []
