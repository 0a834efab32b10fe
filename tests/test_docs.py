"""The documentation says what the code does: help, man page, and every code of an error or notice."""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from converter import errors
from converter.errors import ConverterError
from docs.generate import command_paths, generated

ERRORS: tuple[type[ConverterError], ...] = (
    ConverterError,
    *(
        error
        for error in vars(errors).values()
        if isinstance(error, type) and error.__base__ is not Exception
    ),
)
CLASSES = {one.__name__: one for one in ERRORS}
NOTICE = 0
"""Stands for the exit code of a notice, which has none."""


class Code(NamedTuple):
    """A code as the source says it; where part of it is computed, that part is `*`."""

    pattern: str
    exit_code: int
    where: str


# ------------------------------------------------------------------------------------- what the code says


def codes_in_source(root: Path) -> Iterator[Code]:
    """Yield the code of every error and notice that the package makes."""
    for file in sorted((root / "converter").rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        tellers = _tellers(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and (kind := _kind(node, tree, tellers)) is not None:
                pattern = _pattern(node.args[0])
                if pattern:
                    yield Code(pattern, kind, f"{file.relative_to(root)}:{node.lineno}")


def _kind(call: ast.Call, tree: ast.AST, tellers: dict[str, int]) -> int | None:
    """Return the exit code of what `call` makes; `None` when it makes neither error nor notice."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name == "__init__":
        parents = [base.id for base in _bases_around(call, tree) if isinstance(base, ast.Name)]
        return next((CLASSES[parent].exit_code for parent in parents if parent in CLASSES), None)
    if name in CLASSES:
        return CLASSES[name].exit_code
    return NOTICE if name == "Notice" else tellers.get(name)


def _bases_around(call: ast.Call, tree: ast.AST) -> list[ast.expr]:
    around = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and call in ast.walk(node))
    return [base for node in around for base in node.bases]


def _tellers(tree: ast.AST) -> dict[str, int]:
    """Return functions of a module that take a code and make a notice of it."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {one.name: NOTICE for one in functions if "code" in {arg.arg for arg in one.args.args[:2]}} | {
        "notice": NOTICE
    }


def _pattern(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
    # a code that is handed on; where it is made it is looked at
    return ""


# --------------------------------------------------------------------------------- what the page says


def codes_on_page(root: Path) -> dict[tuple[str, int], str]:
    """Return each documented code with its exit code, and the row that explains it."""
    page = (root / "docs" / "errors.md").read_text("utf-8")
    found: dict[tuple[str, int], str] = {}
    for section in re.split(r"^## ", page, flags=re.MULTILINE)[1:]:
        exit_code = int(section.partition(":")[0]) if section[0].isdigit() else NOTICE
        for row in re.finditer(r"^\| `([a-z-]+)` \|(.*)\|$", section, re.MULTILINE):
            assert (row[1], exit_code) not in found, f"{row[1]} stands twice"
            found[row[1], exit_code] = row[2]
    return found


def matches(pattern: str, code: str) -> bool:
    return re.fullmatch(re.escape(pattern).replace(r"\*", "[a-z-]+"), code) is not None


def test_every_code_of_the_source_is_explained(root: Path) -> None:
    page = codes_on_page(root)
    missing = [
        f"{code.pattern} ({code.exit_code}) at {code.where}"
        for code in codes_in_source(root)
        if not any(matches(code.pattern, name) and code.exit_code == status for name, status in page)
    ]
    assert missing == []


def test_every_code_on_the_page_can_occur(root: Path) -> None:
    source = list(codes_in_source(root))
    stale = [
        (name, status)
        for name, status in codes_on_page(root)
        if not any(matches(code.pattern, name) and code.exit_code == status for code in source)
    ]
    assert stale == []


def test_every_exit_code_has_its_line(root: Path) -> None:
    page = (root / "docs" / "errors.md").read_text("utf-8")
    documented = {int(status) for status in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)}
    used = {code.exit_code for code in codes_in_source(root)} - {NOTICE}
    assert documented == used | {0, 1, 130, 143}


def test_the_scan_finds_codes_of_every_class(root: Path) -> None:
    found = {code.exit_code for code in codes_in_source(root)}
    assert found >= {NOTICE, 2, 3, 4, 5, 6, ConverterError.exit_code}


# ------------------------------------------------------------------------------------------- generated


def test_nothing_generated_is_out_of_date() -> None:
    stale = [file.name for file, text in generated().items() if file.read_text("utf-8") != text]
    assert stale == [], "run make docs"


def test_every_command_has_its_help_on_the_page(root: Path) -> None:
    page = (root / "docs" / "cli.md").read_text("utf-8")
    assert [path for path in command_paths() if f"<!-- generated: {path} -->" not in page] == []


def test_the_man_page_is_sound(root: Path) -> None:
    if shutil.which("groff") is None:
        pytest.skip("there is no groff to ask")
    page = root / "docs" / "man" / "briefing.1"
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z", str(page)], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""


def test_every_page_of_the_documentation_leads_somewhere(root: Path) -> None:
    top = [root / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")]
    pages = [*top, *sorted((root / "docs").rglob("*.md"))]
    broken = [
        f"{page.relative_to(root)}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_gallery_shows_every_style_that_ships_and_nothing_else(root: Path) -> None:
    shipped = sorted(path.stem for path in (root / "styles").glob("*.yaml"))
    gallery = (root / "docs" / "gallery.md").read_text("utf-8")
    assert re.findall(r"^## `(.+)`$", gallery, re.MULTILINE) == shipped
    shown = re.findall(r"^!\[Two pages in the style (.+)\]\(images/style-(.+)\.png\)$", gallery, re.MULTILINE)
    assert shown == [(name, name) for name in shipped]
    pictures = (root / "docs" / "images").glob("style-*.png")
    assert sorted(path.stem.removeprefix("style-") for path in pictures) == shipped


def test_pictures_are_small(root: Path) -> None:
    pictures = {path for path in (root / "docs" / "images").iterdir() if path.suffix != ".svg"}
    assert pictures
    for path in pictures:
        with Image.open(path) as picture:
            assert (picture.format, picture.mode) == ("PNG", "P"), path.name
        assert path.stat().st_size <= 200_000, path.name


def test_plots_are_small_and_nothing_but_drawings(root: Path) -> None:
    plots = [*(root / "docs" / "images").glob("*.svg")]
    assert plots
    for path in plots:
        text = path.read_text("utf-8")
        assert len(text) <= 20_000, path.name
        assert not re.search(r"<script|<image|href|<style|font-face", text), path.name
