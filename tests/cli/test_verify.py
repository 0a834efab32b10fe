"""`briefing verify`: its data is as documented, and every code that it may show is explained."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from converter import Settings, convert
from converter.cli import main

ARTICLE = "The port of Lund reopened on Monday.\n\nIt had been closed for ten years, officials said.\n"
FORMATS = ("docx", "pdf", "html", "md", "json")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with an article, its reports, and what is wrong in all ways."""
    monkeypatch.chdir(tmp_path)
    Path("port.txt").write_text(ARTICLE, "utf-8")
    Path("other.txt").write_text("Something else.\n", "utf-8")
    made = convert("port.txt", Settings(formats=FORMATS)).reports
    for report in made:
        Path(f"report.{report.format}").write_bytes(report.data)
    Path("altered.md").write_bytes(
        made[3].data.replace(b"\nThe port", b"\nThe quay").replace(b"- The port", b"- The quay")
    )
    Path("none.md").write_text("Nothing is claimed here.\n", "utf-8")
    assert main(["email", "port.txt", "--eml", ".", "--formats", "md", "-q"]) == 0
    return tmp_path


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    """Return the status of a call with `--json`, and the objects that it prints."""
    capsys.readouterr()
    status = main(["verify", "--json", *arguments])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_line_of_data_is_as_the_schema_says(
    root: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = json.loads((root / "docs" / "formats" / "verify.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    message = next(folder.glob("*.eml")).name
    reports = [*(f"report.{name}" for name in FORMATS), "altered.md", "none.md", "missing.pdf", message]
    status, found = rows(capsys, *reports, "--source", "port.txt", "--source", "other.txt")
    validator = Draft202012Validator(schema)
    assert [error.message for row in found for error in validator.iter_errors(row)] == []
    assert status == 6
    assert [row.get("verdict", "") for row in found] == [
        *["proved"] * 5,
        "contradicted",
        "unproved",
        "",
        *["proved"] * 3,
        "",
    ]


def test_every_key_of_the_schema_is_on_the_page(root: Path) -> None:
    folder = root / "docs" / "formats"
    schema = json.loads((folder / "verify.schema.json").read_text("utf-8"))
    page = (folder / "verify.md").read_text("utf-8")
    keys = {key for one in ("verdict", "unread", "unused") for key in schema["$defs"][one]["properties"]}
    assert [key for key in sorted(keys) if not re.search(rf'[`"]{key}[`"]', page)] == []


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["report.pdf"], 0),
        (["report.pdf", "--source", "port.txt"], 0),
        (["report.pdf", "altered.md"], 6),
        (["none.md"], 6),
        (["missing.pdf", "report.pdf"], 3),
        (["missing.pdf", "altered.md"], 6),
        (["report.pdf", "--source", "other.txt"], 6),
        (["report.pdf", "--source", "missing.txt"], 3),
        ([], 2),
    ],
)
def test_the_status_says_the_worst(arguments: list[str], status: int, folder: Path) -> None:
    assert folder.exists()
    assert main(["verify", *arguments]) == status


def test_quiet_says_what_was_found_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    main(["verify", "-q", str(folder / "report.pdf"), "altered.md"])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[:2] for line in lines] == [
        ["altered.md", "contradicted"],
        ["altered.md:17", "altered"],
    ]


# ------------------------------------------------------------------------------------------------ codes


def codes_in_source(root: Path) -> Iterator[str]:
    """Yield the code of every finding that the command may show."""
    verifier = root / "converter" / "verifier"
    files = [*(verifier / "proof").glob("*.py"), *(verifier / "message").glob("*.py")]
    for file in [*files, verifier / "verifying.py", root / "converter" / "cli" / "verdicts.py"]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding":
                assert isinstance(node.args[0], ast.Constant), f"{file.name}:{node.lineno}: no literal"
                yield str(node.args[0].value)


def test_every_code_is_explained_once(root: Path) -> None:
    page = (root / "docs" / "formats" / "verify.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| .+ \| .+ \|$", page.partition("## Findings")[2], re.MULTILINE)
    assert len(rows) == len(set(rows))
    assert set(codes_in_source(root)) - set(rows) == set()
