"""The Word file as LibreOffice lays it out: in the background, one file at a time, the newest next."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Condition, Thread
from typing import NamedTuple
from xml.sax.saxutils import escape

TIMEOUT_S = 90.0
"""For one file; the first takes longest, since LibreOffice makes itself a profile."""

_NICE = 10
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)

_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <cachedir>{work}/fontcache</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{work}/fonts</dir>
</fontconfig>
"""


class WordError(Exception):
    """LibreOffice made no pages; says why in a phrase."""


class Job(NamedTuple):
    """A Word file to be laid out.

    Attributes:
        number: by which the result is known.
        docx: the file.
        fonts: files of the fonts that it is set in, which the system may lack.
    """

    number: int
    docx: bytes
    fonts: frozenset[Path]


def find_libreoffice() -> str | None:
    """Return the program; `None` where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


class LibreOffice:
    """A thread that turns Word files into PDFs."""

    def __init__(self, program: str, done: Callable[[int, bytes | WordError], object]) -> None:
        """Begin to wait for files.

        Args:
            program: LibreOffice.
            done: called in the thread with a file's number, and its PDF or what went wrong.
        """
        self._program = program
        self._done = done
        self._changed = Condition()
        self._next: Job | None = None
        self._closed = False
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = Thread(target=self._run, name="LibreOffice", daemon=True)
        self._thread.start()

    def lay_out(self, job: Job) -> None:
        """Ask for a file; one that still waits is forgotten."""
        with self._changed:
            self._next = job
            self._changed.notify_all()

    def close(self) -> None:
        """Stop the program, and leave no file behind."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            if self._process:
                _kill(self._process)
        self._thread.join()

    def _run(self) -> None:
        with TemporaryDirectory(prefix="briefing-preview-", ignore_cleanup_errors=True) as name:
            while job := self._wait():
                try:
                    result: bytes | WordError = self._pdf(job, Path(name))
                except WordError as error:
                    result = error
                except OSError as error:
                    result = WordError(f"LibreOffice cannot be run: {error.strerror or error}")
                if not self._closed:
                    self._done(job.number, result)

    def _wait(self) -> Job | None:
        with self._changed:
            self._changed.wait_for(lambda: self._next or self._closed)
            job, self._next = self._next, None
            return None if self._closed else job

    def _pdf(self, job: Job, work: Path) -> bytes:
        result = work / "report.pdf"
        result.unlink(missing_ok=True)
        (work / "report.docx").write_bytes(job.docx)
        _provide_fonts(job.fonts, work)
        command = [
            self._program,
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck"),
            *("--convert-to", "pdf:writer_pdf_Export"),
            *("--outdir", str(work)),
            str(work / "report.docx"),
        ]
        self._call(command, work)
        if not result.exists():
            raise WordError("LibreOffice cannot open the Word file")
        return result.read_bytes()

    def _call(self, command: list[str], work: Path) -> None:
        with self._changed:
            if self._closed:
                raise WordError("the preview has ended")
            self._process = subprocess.Popen(  # noqa: S603 - the program was found by us
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "FONTCONFIG_FILE": str(work / "fonts.conf")},
                # a group of its own: what it starts ends with it, and Ctrl-C is for us to handle
                start_new_session=True,
            )
        with suppress(AttributeError, OSError):
            # the rest of the page is waited for, this is not; Windows has no such thing
            os.setpriority(os.PRIO_PGRP, self._process.pid, _NICE)
        try:
            self._process.wait(TIMEOUT_S)
        except subprocess.TimeoutExpired:
            _kill(self._process)
            raise WordError(f"LibreOffice did not end within {TIMEOUT_S:.0f} s") from None
        finally:
            with self._changed:
                self._process.wait()
                self._process = None


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _provide_fonts(files: Collection[Path], work: Path) -> None:
    """Let fontconfig find `files` beside the system's fonts; other systems have fonts of their own alone."""
    folder = work / "fonts"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for number, file in enumerate(sorted(files)):
        with suppress(OSError):
            (folder / f"{number}{file.suffix}").symlink_to(file.absolute())
    (work / "fonts.conf").write_text(_FONTS.format(work=escape(str(work))), "utf-8")
