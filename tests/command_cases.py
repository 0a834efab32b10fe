"""Command cases: Markdown that says what is typed and what comes of it, run as it stands.

`tests/cases/README.md` explains how a case is written. Each heading of level 2 begins a case, which has a
folder of its own, far from the user's settings; files above the first heading are in every folder. A command
that is nothing but a call of `briefing` runs in this process, everything else in a shell.
"""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from msgspec import Struct

from converter.cli import main

ROOT = Path(__file__).resolve().parent.parent

# What stands inside a fence is no heading, though it may look like one.
_PART = re.compile(
    r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=fence)$|^## (?P<title>.+?)$",
    re.MULTILINE | re.DOTALL,
)
_SHELL_SIGNS = re.compile(r"[|&;<>$*?~`()#]")
_VARIABLE = re.compile(r"[A-Z_]+=")


class Outcome(Struct, frozen=True):
    """What came of a command."""

    stdout: str
    stderr: str
    status: int

    def shown(self) -> str:
        """Return it as a case shows it: stdout, stderr behind `2> `, a status that is not 0 behind `=> `."""
        lines = self.stdout.splitlines()
        lines += [f"2> {line}" for line in self.stderr.splitlines()]
        lines += [f"=> {self.status}"] if self.status else []
        return "".join(f"{line}\n" for line in lines)


class Block(Struct, frozen=True):
    """A fenced block of a case.

    Attributes:
        start: offset of its body in the file.
        info: what stands behind the fence.
        body: what stands inside.
    """

    start: int
    info: str
    body: str

    @property
    def file(self) -> str:
        """Name of the file that the block is, the last word of its first line; empty when it is none."""
        return self.info.partition("file=")[2]

    @property
    def is_session(self) -> bool:
        """Whether commands stand in it."""
        return self.info.split()[:1] == ["console"]

    @property
    def is_restricted(self) -> bool:
        """Whether its commands need a user whom permissions bind."""
        return "as=user" in self.info.split()

    @property
    def needs_fonts(self) -> bool:
        """Whether its commands need fonts that lend characters of other scripts."""
        return "needs=fonts" in self.info.split()

    def commands(self) -> Iterator[str]:
        """Yield each command, with its further lines where it ends in a backslash."""
        for match in re.finditer(r"^\$ ((?:.*\\\n)*.*)$", self.body, re.MULTILINE):
            yield match[1]


class Case(Struct, frozen=True):
    """Everything below one heading."""

    file: Path
    title: str
    blocks: tuple[Block, ...]


def cases_in(file: Path) -> list[Case]:
    """Return the cases of a Markdown file."""
    shared: list[Block] = []
    blocks = shared
    found: list[tuple[str, list[Block]]] = []
    for part in _PART.finditer(file.read_text("utf-8")):
        if part["title"]:
            blocks = []
            found.append((part["title"], blocks))
        else:
            blocks.append(Block(part.start("body"), part["info"], part["body"]))
    return [Case(file, title, (*shared, *blocks)) for title, blocks in found]


def run_case(case: Case, folder: Path) -> dict[Block, str]:
    """Run `case` in the empty `folder`; return each session as it went, in the form of the file."""
    work, home = folder / "work", folder / "home"
    work.mkdir()
    home.mkdir()
    sessions: dict[Block, str] = {}
    for block in case.blocks:
        if block.file:
            (work / block.file).parent.mkdir(parents=True, exist_ok=True)
            (work / block.file).write_text(block.body, "utf-8", newline="\n")
        elif block.is_session:
            sessions[block] = "".join(_run(command, block, work, home) for command in block.commands())
    return sessions


def accept(case: Case, sessions: dict[Block, str]) -> None:
    """Write `sessions` into the file of `case` in place of what was expected."""
    # The file may have changed since it was read, by other cases of it.
    (now,) = (other for other in cases_in(case.file) if other.title == case.title)
    text = case.file.read_text("utf-8")
    for block, session in reversed(list(zip(now.blocks, map(sessions.get, case.blocks), strict=True))):
        if session is not None:
            text = text[: block.start] + session + text[block.start + len(block.body) :]
    case.file.write_text(text, "utf-8", newline="\n")


def ordinary_user(command: Sequence[str]) -> list[str] | None:
    """Return `command` bound by permissions even when root runs the tests; `None` if there is no way."""
    if os.name != "posix" or os.geteuid() != 0:
        return list(command)
    if shutil.which("setpriv") is None:
        return None
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all", *command]


def _run(command: str, block: Block, work: Path, home: Path) -> str:
    environment = _environment(home)
    words = shlex.split(command)
    own = next((word for word in words if not _VARIABLE.match(word)), "") == "briefing"
    if own and not block.is_restricted and not _SHELL_SIGNS.search(command):
        outcome = _run_here(words, environment, work)
    else:
        outcome = _run_in_shell(command, block, environment, work)
    return f"$ {command}\n" + outcome.shown().replace(str(work), "$PWD").replace(str(home), "$HOME")


def _environment(home: Path) -> dict[str, str]:
    scripts = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return {"HOME": str(home), "PATH": scripts, "LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONWARNINGS": "error"}


def _run_here(words: Sequence[str], environment: dict[str, str], work: Path) -> Outcome:
    variables = dict(word.split("=", 1) for word in words[: words.index("briefing")])
    arguments = words[words.index("briefing") + 1 :]
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(3)]
    before = Path.cwd()
    try:
        os.chdir(work)
        with (
            patch.dict(os.environ, {**environment, **variables}, clear=True),
            patch("sys.stdin", streams[0]),
            redirect_stdout(streams[1]),
            redirect_stderr(streams[2]),
        ):
            status = main(list(arguments))
    finally:
        os.chdir(before)
    stdout, stderr = (_content(stream) for stream in streams[1:])
    return Outcome(stdout, stderr, status)


def _content(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def _run_in_shell(command: str, block: Block, environment: dict[str, str], work: Path) -> Outcome:
    words = ["sh", "-c", command]
    if block.is_restricted:
        restricted = ordinary_user(words)
        assert restricted is not None, "the case should have been skipped"
        words = restricted
    done = subprocess.run(
        words, cwd=work, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return Outcome(
        done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"), done.returncode
    )
