"""The real judges look at real reports."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

import pytest

from tests.conformance.matrix import make
from tests.judges import libreoffice, ooxml, qpdf, verapdf
from tests.judges.tool import Finding

VERSIONS: tuple[ooxml.Version, ...] = get_args(ooxml.Version)
PROFILES: tuple[verapdf.Profile, ...] = get_args(verapdf.Profile)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("sampled", id="sample"),
        pytest.param("every", id="all", marks=pytest.mark.conformance),
    ],
)
def reports(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, seed: Path
) -> Mapping[str, Sequence[Path]]:
    """Return format → files."""
    return make(tmp_path_factory.mktemp("reports"), seed, request.param)


def complaints(found: Mapping[Path, tuple[Finding, ...]]) -> list[str]:
    return [f"{path.name}: {finding}" for path, findings in found.items() for finding in findings]


@pytest.mark.timeout(900)
@pytest.mark.parametrize("version", VERSIONS)
def test_word_files_are_valid_for_every_version_of_office(
    reports: Mapping[str, Sequence[Path]], version: ooxml.Version
) -> None:
    assert complaints(ooxml.findings(reports["docx"], version)) == []


@pytest.mark.timeout(900)
def test_libreoffice_opens_word_files(reports: Mapping[str, Sequence[Path]]) -> None:
    assert complaints(libreoffice.findings(reports["docx"])) == []


@pytest.mark.timeout(900)
def test_pdf_files_are_sound(reports: Mapping[str, Sequence[Path]]) -> None:
    assert complaints(qpdf.findings(reports["pdf"])) == []


@pytest.mark.timeout(900)
@pytest.mark.parametrize("profile", PROFILES)
def test_pdf_files_conform(reports: Mapping[str, Sequence[Path]], profile: verapdf.Profile) -> None:
    assert complaints(verapdf.findings(reports["pdf"], profile)) == []
