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


_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">{}</script:module>
"""
_FRAME = """
Sub Main(source, target)
  On Error Goto Failed
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  Edit(doc)
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, saving())
  doc.close(True)
Failed:
  If Err <> 0 Then
    number = FreeFile
    Open ConvertFromUrl(target) & ".error" For Output As #number
    Print #number, Error$ & ", line " & Erl
    Close #number
  End If
  StarDesktop.terminate()
End Sub
"""


def edit(file: Path, macro: str, folder: Path) -> Path:
    """Return the Word file that LibreOffice makes of `file`, as a person would edit it.

    Args:
        file: a Word file.
        macro: in LibreOffice Basic, with a `Sub Edit(doc)`.
        folder: empty; where to put what comes of it.
    """
    program = tool.require("LibreOffice", shutil.which("soffice"))
    target, failure = folder / "edited.docx", folder / "edited.docx.error"
    with TemporaryDirectory() as name:
        work = Path(name)
        environment = _environment(work)
        command = [
            str(program),
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--headless",
            "--norestore",
        ]
        # the first start writes a profile, with an empty library of macros
        tool.run([*command, "--terminate_after_init"], timeout_s=60, environment=environment)
        module = work / "profile/user/basic/Standard/Module1.xba"
        module.write_text(_MACRO.format(escape(macro + _FRAME)), encoding="utf-8")
        staged = shutil.copyfile(file, work / "given.docx")
        call = f"macro:///Standard.Module1.Main({staged.as_uri()},{target.resolve().as_uri()})"
        done = tool.run([*command, call], timeout_s=60, environment=environment)
    if failure.exists() or not target.exists():
        reason = failure.read_text("utf-8", "replace") if failure.exists() else done.stderr
        raise AssertionError(f"LibreOffice could not edit {file.name}: {reason}")
    return target
