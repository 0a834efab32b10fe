"""One run at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from converter.batch.locking import held
from converter.errors import OutputError, PostponedError
from tests.batch.articles import ROOT

HOLD = """
import sys
from pathlib import Path
from converter.batch.locking import held
with held([Path(sys.argv[1])]):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_what_another_process_holds_cannot_be_had_until_it_ends(tmp_path: Path) -> None:
    file = tmp_path / "new" / "journal.jsonl"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(PostponedError) as raised, held([file]):
            pytest.fail("two hold it")
        assert raised.value.code == "batch-busy"
        other.kill()
        other.wait()
        with held([file]):
            pass
    assert not file.exists()


def test_a_file_named_twice_is_held_once(tmp_path: Path) -> None:
    with held([tmp_path / "a", tmp_path / "a"]):
        pass


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(OutputError, match="cannot be written"), held([tmp_path / "file" / "a"]):
        pytest.fail("there is no such folder")
