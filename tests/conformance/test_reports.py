"""The real judges look at real reports."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

import pytest

from converter import Settings, convert
from converter.configuration import CITES, EMBEDS, PAPERS
from converter.stylesheets.listing import available
from tests.conformance.articles import write_articles
from tests.conformance.matrix import every_case, make
from tests.conformance.scripts import SCRIPTS
from tests.conformance.scripts import make as make_scripts
from tests.judges import libreoffice, ooxml, qpdf, verapdf
from tests.judges.tool import complaints
from tests.writers.pdf.tagged import read_tags

VERSIONS: tuple[ooxml.Version, ...] = get_args(ooxml.Version)
BETWEEN = VERSIONS[1:-1]
PROFILES: tuple[verapdf.Profile, ...] = ("ua1", "3a")


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


def test_every_style_meets_every_language_paper_and_way_to_cite(seed: Path, tmp_path: Path) -> None:
    cases = [case.settings for case in every_case({"seed": seed, **write_articles(tmp_path)})]
    for style in available("style"):
        mine = [settings for settings in cases if settings.style == style.name]
        languages = {language.name for language in available("language")}
        assert {settings.report_language for settings in mine} == languages
        assert {settings.paper for settings in mine} == set(PAPERS)
        assert {settings.cite for settings in mine} == set(CITES)
        assert {settings.embed for settings in mine} == set(EMBEDS)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("version", VERSIONS)
def test_word_files_are_valid_for_every_version_of_office(
    reports: Mapping[str, Sequence[Path]], version: ooxml.Version
) -> None:
    files = reports["docx"]
    if version in BETWEEN:
        # these find what the oldest or the newest finds: they take turns
        files = files[BETWEEN.index(version) :: len(BETWEEN)]
    assert complaints(ooxml.findings(files, version)) == []


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


@pytest.mark.conformance
@pytest.mark.timeout(900)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_second_part_is_kept_too(tmp_path: Path, seed: Path, profile: verapdf.Profile) -> None:
    style = tmp_path / "second.yaml"
    style.write_text("extends: default\ncontents: always\npdf: {conformance: [ua-1, a-2a]}\n", "utf-8")
    settings = Settings(style=str(style), embed="source", formats=("pdf",))
    path = tmp_path / "second.pdf"
    path.write_bytes(convert(str(seed), settings).reports[0].data)
    assert complaints(verapdf.findings([path], profile)) == []


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Path, frozenset[str]]]:
    """Return name → PDF and codes of notices."""
    folder = tmp_path_factory.mktemp("scripts")
    return {name: (path, codes) for name, path, codes in make_scripts(folder)}


@pytest.mark.conformance
@pytest.mark.timeout(900)
@pytest.mark.parametrize("profile", PROFILES)
def test_pdf_files_conform_in_every_script(
    scripts: Mapping[str, tuple[Path, frozenset[str]]], profile: verapdf.Profile
) -> None:
    assert complaints(verapdf.findings([path for path, _ in scripts.values()], profile)) == []


@pytest.mark.conformance
@pytest.mark.timeout(900)
def test_pdf_files_are_sound_in_every_script(scripts: Mapping[str, tuple[Path, frozenset[str]]]) -> None:
    assert complaints(qpdf.findings([path for path, _ in scripts.values()])) == []


@pytest.mark.conformance
@pytest.mark.timeout(900)
def test_every_script_has_its_glyphs_and_says_its_words(
    scripts: Mapping[str, tuple[Path, frozenset[str]]],
) -> None:
    missing = sorted({name for name, (_, codes) in scripts.items() if "glyph-missing" in codes})
    if missing and os.environ.get("CI") != "true":
        pytest.skip(f"no font here has the characters of {', '.join(missing)}; see .ci/judges")
    assert missing == []
    for script, (title, sentence) in SCRIPTS.items():
        text = read_tags(scripts[f"{script}_default"][0].read_bytes()).text()
        assert "".join(sentence.split()) in "".join(text.split())
        assert "".join(title.split()) in "".join(text.split())
