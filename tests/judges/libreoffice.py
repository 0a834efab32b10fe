"""LibreOffice: a second reader of Word files."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from xml.sax.saxutils import escape

import font_source_sans_pro
import font_source_serif_pro

from tests.judges import tool
from tests.judges.tool import Finding

_FILTERS = {
    "docx": "docx:MS Word 2007 XML",
    "fodt": "fodt",
    "pdf": "pdf:writer_pdf_Export",
    "txt": "txt:Text (encoded):UTF8",
}

_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  {folders}
  <!-- the packages hold each font twice; our own writers take the TrueType files -->
  <selectfont><rejectfont>{rejected}</rejectfont></selectfont>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def convert(
    files: Sequence[Path], target: Literal["docx", "fodt", "pdf", "txt"], folder: Path
) -> dict[Path, Path]:
    """Convert Word files in one call, with the default fonts at hand; leave out what cannot be opened.

    Args:
        files: the Word files; their names may be alike.
        target: what to make of them.
        folder: where to put the results, which are named by number: `0.pdf`, `1.pdf`, …
    """
    program = tool.require("LibreOffice", shutil.which("soffice"))
    with TemporaryDirectory() as name:
        work = Path(name)
        staged = [shutil.copyfile(file, work / f"{index}.docx") for index, file in enumerate(files)]
        command = [
            str(program),
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            # otherwise rubbish is opened as plain text
            "--infilter=MS Word 2007 XML",
            *("--convert-to", _FILTERS[target]),
            *("--outdir", str(folder.resolve())),
            *map(str, staged),
        ]
        tool.run(command, timeout_s=60 + 5 * len(files), environment=_environment(work))
    results = {file: folder / f"{index}.{target}" for index, file in enumerate(files)}
    return {file: result for file, result in results.items() if result.exists()}


def findings(files: Sequence[Path]) -> dict[Path, tuple[Finding, ...]]:
    """Return one finding for each of `files` that LibreOffice cannot open and lay out."""
    with TemporaryDirectory() as folder:
        opened = convert(files, "pdf", Path(folder))
    refusal = Finding("readable", "LibreOffice cannot open it")
    return {file: () if file in opened else (refusal,) for file in files}


def _environment(work: Path) -> Mapping[str, str]:
    folders = [Path(package.font_directory) for package in (font_source_serif_pro, font_source_sans_pro)]
    configuration = work / "fonts.conf"
    configuration.write_text(
        _FONTS.format(
            folders="\n  ".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders),
            rejected="".join(f"<glob>{escape(str(folder))}/*.otf</glob>" for folder in folders),
            cache=escape(str(work / "fontcache")),
        ),
        encoding="utf-8",
    )
    return {"FONTCONFIG_FILE": str(configuration), "HOME": str(work)}
