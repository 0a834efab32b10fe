from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.judges import verapdf

# what a file says of itself (ISO 14289-1, 5; ISO 19005-3, 6.6.4)
CLAIMS: dict[verapdf.Profile, dict[str, str]] = {
    "ua1": {"pdfuaid:part": "1"},
    "3a": {"pdfaid:part": "3", "pdfaid:conformance": "A"},
}


@pytest.fixture
def conforming(tmp_path: Path, profile: verapdf.Profile) -> Path:
    """An empty page with all that the profile asks of one."""
    path = tmp_path / "conforming.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Lang = pikepdf.String("en-GB")
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = "Nothing"
            metadata.update(CLAIMS[profile])
        pdf.save(path)
    return path


@pytest.fixture
def untagged(tmp_path: Path) -> Path:
    path = tmp_path / "untagged.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 72, "No tags, no language, a font that is not embedded")
    canvas.save()
    return path


@pytest.fixture
def broken(untagged: Path) -> Path:
    path = untagged.with_name("broken.pdf")
    path.write_bytes(untagged.read_bytes()[:300])
    return path


@pytest.mark.parametrize("profile", CLAIMS)
def test_each_file_of_one_call_gets_its_own_findings(
    conforming: Path, untagged: Path, broken: Path, profile: verapdf.Profile
) -> None:
    found = verapdf.findings([untagged, conforming, broken], profile)
    assert list(found) == [untagged, conforming, broken]
    assert found[conforming] == ()
    assert any("font program is not embedded" in finding.text for finding in found[untagged])
    assert [finding.rule for finding in found[broken]] == ["readable"]
