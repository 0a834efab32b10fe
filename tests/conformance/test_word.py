"""What other programs read in our Word files is what stands in the documents they were made of."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.conformance.readback import by_mammoth, by_pandoc, by_python_docx
from tests.conformance.readback.structure import Structure, structure_of
from tests.conformance.word import WordFile, in_every_script, of_every_article, sample

READERS: dict[str, Callable[[Path], Structure]] = {
    "pandoc": by_pandoc.read,
    "mammoth": by_mammoth.read,
    "python-docx": by_python_docx.read,
}


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


def test_the_sample_has_something_of_each_to_read(tmp_path: Path) -> None:
    found = structure_of(sample(tmp_path)[0].document)
    assert len(found.notes) == 9
    assert sum("[1]" in line for line in found.lines) == 2
    assert {level for level, _ in found.headings} == {1, 2}
    assert {(0, True), (0, False), (1, False)} <= {item[:2] for item in found.items}
    assert [heads for heads, _ in found.tables] == [1]
