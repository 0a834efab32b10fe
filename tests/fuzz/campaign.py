"""Fuzzing for as long as one likes: starts the fuzzer, listens to it, and tells what came of it."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field

from tests.fuzz.findings import NAME, Regression, as_text
from tests.fuzz.minimising import minimised
from tests.fuzz.target import Target

TIMEOUT_S = 30
"""For one input; more is a finding."""

MEMORY_MB = 2_000
"""For the process, with the fuzzer's own; more is a finding."""

_STATE = re.compile(r"#(?P<runs>\d+)\s+\w+\s+cov: (?P<coverage>\d+) ft: \d+ corp: (?P<corpus>\d+)")
_FOUND = re.compile(r"FOUND (?P<key>\w+) (?P<signature>.*)")


class Told(Struct):
    """What a campaign told of itself.

    Attributes:
        runs: how many inputs were run.
        first: coverage of the seeds, in libFuzzer's counters.
        last: coverage at the end.
        corpus: how many inputs each reach something that no other does.
        causes: what was raised, by its key; crashes and inputs that take too long by their files' names.
        tail: the last lines, for when something else went wrong.
    """

    runs: int = 0
    first: int = 0
    last: int = 0
    corpus: int = 0
    causes: dict[str, str] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)

    def hear(self, lines: Iterable[str]) -> None:
        """Take what one process writes."""
        before, runs = self.runs, 0
        for line in lines:
            self.tail = [*self.tail[-40:], line.rstrip()]
            if state := _STATE.match(line):
                runs = int(state["runs"])
                self.runs = before + runs
                self.first = self.first or int(state["coverage"])
                self.last, self.corpus = max(self.last, int(state["coverage"])), int(state["corpus"])
            elif found := _FOUND.match(line):
                self.causes[found["key"]] = found["signature"]

    def __str__(self) -> str:
        """Return it on one line."""
        return (
            f"{self.runs:,} executions, coverage {self.first:,} → {self.last:,}, "
            f"{self.corpus:,} inputs kept, {len(self.causes)} findings"
        )


def campaign(target: Target, seconds: int, corpus: Path, findings: Path) -> Told:
    """Fuzz `target`; write what was found, as small as it can be, into `findings`.

    Args:
        target: what is fuzzed.
        seconds: how long; a crash does not end it before.
        corpus: a folder of inputs to begin with beside the seeds, which takes new ones.
        findings: a folder.
    """
    told, end = Told(), time.monotonic() + seconds
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number:02}").write_bytes(seed)
    with tempfile.TemporaryDirectory() as found:
        while (rest := round(end - time.monotonic())) > 0:
            if not _fuzz(target, rest, corpus, Path(found), told):
                break
        _keep(target, Path(found), findings, told)
    return told


def _fuzz(target: Target, seconds: int, corpus: Path, found: Path, told: Told) -> bool:
    """Run the fuzzer once; return whether an input has ended it."""
    words = found / "words"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in target.words), "ascii")
    options = [
        f"-dict={words}",
        f"-max_total_time={seconds}",
        f"-max_len={target.largest}",
        f"-timeout={TIMEOUT_S}",
        f"-rss_limit_mb={MEMORY_MB}",
        f"-artifact_prefix={found}/",
        "-print_final_stats=1",
    ]
    command = [sys.executable, "-m", "tests.fuzz.fuzzing", target.name, str(found), *options, str(corpus)]
    with (
        tempfile.TemporaryDirectory() as home,
        subprocess.Popen(
            command,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            errors="replace",
            env={**os.environ, "XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home},
        ) as process,
    ):
        assert process.stderr is not None
        try:
            told.hear(process.stderr)
        except BaseException:
            process.kill()
            raise
    if process.returncode and not _artifacts(found):
        raise RuntimeError("\n".join(["the fuzzer ended by itself:", *told.tail]))
    return bool(process.returncode)


def _artifacts(found: Path) -> list[Path]:
    return [path for path in sorted(found.iterdir()) if path.name.startswith(("crash-", "timeout-", "oom-"))]


def _escaped(word: bytes) -> str:
    """Return a word as libFuzzer's dictionaries have it."""
    return "".join(
        chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word
    )


def _keep(target: Target, found: Path, findings: Path, told: Told) -> None:
    """Write findings as text, as regressions are; those that are exceptions are made small."""
    inputs = {key: found / NAME.format(key) for key in told.causes}
    for path in _artifacts(found):
        key, _, digest = path.name.partition("-")
        told.causes[f"{key}-{digest[:8]}"] = key
        inputs[f"{key}-{digest[:8]}"] = path
    for key, path in inputs.items():
        data = path.read_bytes()
        small = data if key.startswith(("crash-", "timeout-", "oom-")) else minimised(target, data)
        findings.mkdir(parents=True, exist_ok=True)
        file = findings / f"{target.name}-{key}.txt"
        file.write_text(as_text(Regression(told.causes[key], target.name, small)), "ascii")
