from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement

from tests.judges import ooxml


@pytest.fixture
def valid(tmp_path: Path) -> Path:
    path = tmp_path / "valid.docx"
    document = docx.Document()
    document.add_paragraph("All is well.")
    document.save(str(path))
    return path


@pytest.fixture
def invalid(tmp_path: Path) -> Path:
    """A paragraph within a run, where ECMA-376 17.3.2.25 allows none."""
    path = tmp_path / "invalid.docx"
    document = docx.Document()
    paragraph = document.add_paragraph("Something is wrong.")
    paragraph.runs[0]._element.append(OxmlElement("w:p"))
    document.save(str(path))
    return path


@pytest.fixture
def rubbish(tmp_path: Path) -> Path:
    path = tmp_path / "rubbish.docx"
    path.write_bytes(b"not a zip archive")
    return path


@pytest.mark.parametrize("version", ["Office2007", "Microsoft365"])
def test_each_file_of_one_call_gets_its_own_findings(
    valid: Path, invalid: Path, rubbish: Path, version: ooxml.Version
) -> None:
    found = ooxml.findings([invalid, valid, rubbish], version)
    assert list(found) == [invalid, valid, rubbish]
    assert found[valid] == ()
    assert found[invalid][0].text.startswith("The element has invalid child element")
    assert found[invalid][0].where.startswith("/word/document.xml")
    assert [finding.rule for finding in found[rubbish]] == ["Exception"]
