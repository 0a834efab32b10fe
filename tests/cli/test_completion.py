"""The completion script does in a shell what it promises."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ASK = """
[[ ${BASH_VERSINFO[0]}${BASH_VERSINFO[1]} > 43 ]] || exit 99
source <(briefing completion bash)
COMP_WORDS=(briefing outline --expl)
COMP_CWORD=2
_briefing_completion briefing
echo "${COMPREPLY[@]}"
complete -p briefing
"""


def test_bash_completes_an_option() -> None:
    if shutil.which("bash") is None:
        pytest.skip("there is no bash")
    scripts = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        ["bash", "-c", ASK], env={**os.environ, "PATH": scripts}, capture_output=True, text=True, check=False
    )
    if done.returncode == 99:
        pytest.skip("this bash is older than 4.4")
    assert done.stdout.splitlines() == ["--explain", "complete -o nosort -F _briefing_completion briefing"]
