"""Word files in every script are valid, and other programs read in ours what stands in their documents.

Validity of the articles in every style and length, for every version of Office, is tested in `test_reports`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.conformance.readback import by_libreoffice, by_mammoth, by_pandoc, by_python_docx
from tests.conformance.readback.structure import Structure, structure_of
from tests.conformance.scripts import SCRIPTS
from tests.conformance.word import STYLES, WordFile, in_every_script, of_every_article, sample
from tests.judges import ooxml
from tests.judges.tool import complaints

READERS: dict[str, Callable[[Path], Structure]] = {
    "pandoc": by_pandoc.read,
    "mammoth": by_mammoth.read,
    "python-docx": by_python_docx.read,
}

ENDS: tuple[ooxml.Version, ooxml.Version] = ("Office2007", "Microsoft365")
"""Scripts use no element that the articles do not use: versions between these two would find nothing else."""


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Path]:
    return [file.path for file in in_every_script(tmp_path_factory.mktemp("scripts"))]


@pytest.mark.conformance
@pytest.mark.timeout(300)
@pytest.mark.parametrize("version", ENDS)
def test_the_oldest_and_the_newest_office_take_every_script(
    scripts: Sequence[Path], version: ooxml.Version
) -> None:
    found = ooxml.findings(scripts, version)
    assert len(found) == len(STYLES) * len(SCRIPTS)
    assert complaints(found) == []


@pytest.mark.parametrize("version", ENDS)
def test_the_oldest_and_the_newest_office_take_the_sample(tmp_path: Path, version: ooxml.Version) -> None:
    assert complaints(ooxml.findings([file.path for file in sample(tmp_path)], version)) == []


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("sampled", id="sample"),
        pytest.param("every", id="all", marks=pytest.mark.conformance),
    ],
)
def files(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, seed: Path
) -> Sequence[WordFile]:
    folder = tmp_path_factory.mktemp("word")
    if request.param == "sampled":
        return sample(folder)
    return in_every_script(folder) + of_every_article(folder, seed)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("reader", READERS)
def test_other_programs_read_the_same_words_headings_lists_tables_and_notes(
    files: Sequence[WordFile], reader: str
) -> None:
    for path, document in files:
        assert (path.stem, READERS[reader](path)) == (path.stem, structure_of(document))


@pytest.mark.timeout(300)
def test_libreoffice_shows_the_same_text_and_notes(files: Sequence[WordFile], tmp_path: Path) -> None:
    shown = by_libreoffice.read([file.path for file in files], tmp_path)
    for path, document in files:
        expected = by_libreoffice.lines_of(document), structure_of(document).notes
        assert (path.stem, *shown[path]) == (path.stem, *expected)


def test_the_sample_has_something_of_each_to_read(tmp_path: Path) -> None:
    found = structure_of(sample(tmp_path)[0].document)
    assert len(found.notes) == 9
    assert sum("[1]" in line for line in found.lines) == 2
    assert {level for level, _ in found.headings} == {1, 2}
    assert {(0, True), (0, False), (1, False)} <= {item[:2] for item in found.items}
    assert [heads for heads, _ in found.tables] == [1]
