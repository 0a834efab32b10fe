"""Cases of faulty style files: `faulty/README.md` explains how they are written."""

import re
from pathlib import Path

from msgspec import Struct

FOLDER = Path(__file__).parent / "faulty"

_CASE = re.compile(r"^## (?P<title>.+)$\n(?P<body>(?:(?!^## ).*\n?)*)", re.MULTILINE)
_BLOCK = re.compile(r"^```(?P<info>.*)\n(?P<text>(?:(?!^```$).*\n)*)^```$", re.MULTILINE)


class FaultyFile(Struct, frozen=True):
    """A case.

    Attributes:
        page: where it stands.
        title: what is wrong, in a reader's words.
        words: what stands behind `yaml` in its first block.
        files: name → bytes; `house.yaml` is the style.
        answers: the lines expected.
    """

    page: Path
    title: str
    words: frozenset[str]
    files: dict[str, bytes]
    answers: tuple[str, ...]

    @property
    def is_invisible(self) -> bool:
        """Whether a JSON Schema cannot see the fault."""
        return "invisible" in self.words

    def write(self, folder: Path) -> None:
        """Write the files into `folder`."""
        for name, data in self.files.items():
            (folder / name).write_bytes(data)


def faulty_files(name: str) -> list[FaultyFile]:
    """Return the cases of a page."""
    page = FOLDER / name
    return [_case(page, found["title"], found["body"]) for found in _CASE.finditer(page.read_text("utf-8"))]


def accept(case: FaultyFile, answers: list[str]) -> None:
    """Write `answers` into the page."""
    text = case.page.read_text("utf-8")
    start = text.index(f"## {case.title}\n")
    end = text.index("```text\n", start) + len("```text\n")
    close = text.index("```\n", end)
    case.page.write_text(text[:end] + "".join(f"{line}\n" for line in answers) + text[close:], "utf-8")


def _case(page: Path, title: str, body: str) -> FaultyFile:
    files: dict[str, bytes] = {}
    words: frozenset[str] = frozenset()
    answers: tuple[str, ...] = ()
    for block in _BLOCK.finditer(body):
        kind, *rest = block["info"].split()
        if kind == "text":
            answers = tuple(block["text"].splitlines())
        else:
            name = next((word.removeprefix("file=") for word in rest if word.startswith("file=")), "")
            words = frozenset(rest) if not name else words
            files[name or "house.yaml"] = _encoded(block["text"], rest)
    return FaultyFile(page, title, words, files, answers)


def _encoded(text: str, words: list[str]) -> bytes:
    text = text.replace("\n", "\r\n") if "crlf" in words else text
    text = f"\ufeff{text}" if "bom" in words else text
    return text.encode("latin-1" if "bytes" in words else "utf-8")
