from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import InputError
from converter.verifier.visible.pdf import read_pdf
from tests.judges import tool
from tests.verifier.visible.making import carrying, drawn, report, text


@pytest.mark.parametrize(
    "options",
    [
        ["--linearize"],
        ["--object-streams=disable"],
        ["--object-streams=generate", "--compress-streams=y", "--recompress-flate"],
        ["--stream-data=uncompress"],
        ["--qdf"],
        ["--coalesce-contents", "--normalize-content=y"],
    ],
)
def test_rewriting_by_qpdf_changes_nothing(options: list[str], tmp_path: Path) -> None:
    program = tool.require("qpdf", Path("/usr/bin/qpdf") if Path("/usr/bin/qpdf").exists() else None)
    before, after = tmp_path / "before.pdf", tmp_path / "after.pdf"
    before.write_bytes(carrying())
    done = tool.run([str(program), *options, str(before), str(after)], timeout_s=60)
    assert done.returncode == 0, done.stderr
    assert read_pdf(after.read_bytes()) == read_pdf(before.read_bytes())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "input-broken"),
        (b"%PDF-1.7\n", "input-broken"),
        (b"PK\x03\x04", "input-broken"),
    ],
)
def test_what_is_no_pdf_is_refused_in_one_line(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_pdf(data)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)


def test_a_file_behind_a_password_is_refused() -> None:
    saved = BytesIO()
    with pikepdf.open(BytesIO(report())) as pdf:
        pdf.save(saved, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    with pytest.raises(InputError) as caught:
        read_pdf(saved.getvalue())
    assert caught.value.code == "input-encrypted"


def test_a_page_of_more_than_anybody_reads_is_refused() -> None:
    with pytest.raises(InputError, match="too many characters") as caught:
        read_pdf(drawn("".join(text(f"word{index} and more", f"20 {index}") for index in range(4_000))))
    assert caught.value.code == "pdf-too-long"


def test_a_page_of_more_objects_than_anybody_draws_is_refused() -> None:
    with pytest.raises(InputError, match="too many objects") as caught:
        read_pdf(drawn("0 0 1 1 re f " * 50_001))
    assert caught.value.code == "pdf-too-long"


@given(st.data())
def test_a_damaged_file_is_read_or_refused_in_one_line(data: st.DataObject) -> None:
    damaged = bytearray(report())
    for _ in range(data.draw(st.integers(1, 40))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    del damaged[data.draw(st.integers(len(damaged) // 2, len(damaged))) :]
    said = ""
    try:
        read_pdf(bytes(damaged))
    except InputError as error:
        said = str(error)
    assert len(said.splitlines()) <= 1
