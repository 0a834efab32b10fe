import sys

import pytest

from tests.judges import tool


def test_a_missing_tool_skips_a_test_on_a_user_s_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="qpdf is not installed: `make judges`"):
        tool.require("qpdf", None)


def test_a_missing_tool_fails_a_test_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="qpdf is not installed"):
        tool.require("qpdf", None)


def test_a_tool_that_hangs_is_stopped_with_its_children() -> None:
    # the child holds the pipes open: without its end, run() would wait for it
    hangs = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(600)'])"
    with pytest.raises(TimeoutError, match="was stopped after 1 s"):
        tool.run([sys.executable, "-c", hangs], timeout_s=1)
