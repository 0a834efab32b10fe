from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.judges import qpdf


def test_a_sound_pdf_gets_no_finding_and_a_broken_one_gets_some(tmp_path: Path) -> None:
    sound, broken = tmp_path / "sound.pdf", tmp_path / "broken.pdf"
    canvas = Canvas(str(sound))
    canvas.drawString(72, 72, "All is well")
    canvas.save()
    broken.write_bytes(sound.read_bytes().replace(b"startxref", b"nowhere"))
    found = qpdf.findings([broken, sound])
    assert list(found) == [broken, sound]
    assert found[sound] == ()
    assert "can't find startxref" in [finding.text for finding in found[broken]]


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    missing = tmp_path / "missing.pdf"
    assert qpdf.findings([missing])[missing]
