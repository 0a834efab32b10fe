import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest


def python(*arguments: str, cwd: Path, **environment: str) -> str:
    """Run Python to a good end and return what it says on stdout."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the package as its wheel installs it."""
    folder = tmp_path_factory.mktemp("wheel")
    python("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(root), cwd=folder)
    (wheel,) = folder.glob("*.whl")
    target = folder / "site"
    options = ("--no-deps", "--no-index", "--disable-pip-version-check", "--target", str(target))
    python("-m", "pip", "install", *options, str(wheel), cwd=folder)
    return target


def away(site: Path, *arguments: str, cwd: Path) -> str:
    """Run Python with the wheel where nothing leads to the checkout."""
    # -S: the checkout is on the path by a .pth file, which only the site module reads
    libraries = os.pathsep.join((str(site), sysconfig.get_path("purelib")))
    return python("-S", *arguments, cwd=cwd, PYTHONPATH=libraries)


def test_the_checkout_is_out_of_reach(site: Path, tmp_path: Path) -> None:
    found = away(site, "-c", "import converter; print(converter.__file__)", cwd=tmp_path)
    assert Path(found.strip()).is_relative_to(site)


@pytest.mark.parametrize("style", ["default", "large-print", "think-tank"])
def test_the_wheel_makes_both_reports(site: Path, seed: Path, tmp_path: Path, style: str) -> None:
    away(site, "-m", "converter", "convert", str(seed), "--style", style, "-o", "reports", cwd=tmp_path)
    heads = {path.suffix: path.read_bytes()[:4] for path in (tmp_path / "reports").iterdir()}
    assert heads == {".docx": b"PK\x03\x04", ".pdf": b"%PDF"}


def test_the_wheel_brings_the_package_the_command_and_nothing_else(site: Path) -> None:
    assert sorted(path.name.partition("-")[0] for path in site.iterdir()) == [
        "bin",
        "briefing_converter",
        "converter",
        "share",
    ]


def test_the_man_page_travels_with_the_wheel(site: Path) -> None:
    files = [path.relative_to(site) for path in (site / "share").rglob("*") if path.is_file()]
    assert files == [Path("share/man/man1/briefing.1")]


def test_the_licence_travels_with_the_wheel(site: Path) -> None:
    assert list(site.glob("briefing_converter-*.dist-info/licenses/LICENSE"))


def test_the_wheel_previews_a_style(site: Path, tmp_path: Path) -> None:
    away(site, "-m", "converter", "styles", "preview", "-o", "sheet.png", cwd=tmp_path)
    assert (tmp_path / "sheet.png").read_bytes().startswith(b"\x89PNG")
    page = {path.name for path in (site / "converter" / "previewer" / "page").iterdir()}
    assert page == {"icon.svg", "index.html", "page.css", "page.js"}
