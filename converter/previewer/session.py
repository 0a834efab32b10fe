"""What the page shows: rendered anew when a file changes, with the last good pages while faults stand."""

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from threading import Condition, Event, Thread
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from converter.configuration import Settings
from converter.errors import ConverterError
from converter.file_cache import forget
from converter.model.style import Style
from converter.paths import is_path
from converter.pipeline.dependencies import files_watched
from converter.previewer.faults import FaultLine, fault_lines
from converter.previewer.rendering import Rendering, rendering
from converter.previewer.word import Job, LibreOffice, WordError, find_libreoffice
from converter.rasters import PDFIUM, RasterError, page_sizes
from converter.stylesheets.folders import shipped_folder, user_folder
from converter.watching import changes

KEPT = 2
"""How many renderings are at hand: the last but one is still asked for while the last arrives."""


class Pages(Struct, frozen=True):
    """A PDF whose pages are drawn when they are looked at.

    Attributes:
        number: of the rendering.
        pdf: the file; empty where there is none yet.
        sizes: width and height of each page, in points.
    """

    number: int = 0
    pdf: bytes = b""
    sizes: tuple[tuple[float, float], ...] = ()


class Look(Struct, frozen=True):
    """A rendering without faults.

    Attributes:
        number: which one it is, from 1.
        made: what was rendered.
        pages: of the PDF.
    """

    number: int
    made: Rendering
    pages: Pages


class WordView(Struct, frozen=True):
    """How far the Word version has come.

    Attributes:
        status: LibreOffice is not installed; it is at work on the last look; its pages are those of the last
            look; it made none.
        pages: the newest that there are; none at first.
        what: went wrong.
    """

    status: Literal["absent", "drawing", "ready", "failed"]
    pages: Pages = Pages()
    what: str = ""


class State(Struct, frozen=True):
    """What there is to see.

    Attributes:
        number: rises with each state of a session.
        look: the last that had no faults; `None` before there is one.
        faults: what is wrong since; while there are any, `look` is from before.
        word: the Word version of `look`.
    """

    number: int
    look: Look | None
    faults: tuple[FaultLine, ...]
    word: WordView


class Session:
    """Renders again whenever a file changes that the reports depend on, and knows the newest state."""

    def __init__(
        self,
        article: str,
        settings_of_call: Callable[[], Settings],
        tell: Callable[[Exception], object],
        libreoffice: str | None = None,
    ) -> None:
        """Take what is to be shown; nothing is read before `start`.

        Args:
            article: path of an article or briefing file.
            settings_of_call: asked before each rendering, for configuration files may change, too.
            tell: called with what went wrong with a rendering.
            libreoffice: the program; `None`: where it is usually found.
        """
        self._article = article
        self._settings_of_call = settings_of_call
        self._tell = tell
        self._changed = Condition()
        self._over = Event()
        self._renderings = 0
        self._settings = Settings()
        self._looks: list[Look] = []
        self._word_pages: list[Pages] = []
        program = libreoffice or find_libreoffice()
        self._libreoffice = LibreOffice(program, self._word_done) if program else None
        self._state = State(0, None, (), WordView("drawing" if program else "absent"))
        self._thread = Thread(target=self._run, name="preview", daemon=True)

    def start(self) -> None:
        """Render for the first time, and go on in a thread of its own."""
        self._thread.start()

    def close(self) -> None:
        """End what `start` began; those who wait are let go."""
        self._over.set()
        with self._changed:
            self._changed.notify_all()
        if self._libreoffice:
            self._libreoffice.close()
        if self._thread.is_alive():
            self._thread.join()

    @property
    def is_over(self) -> bool:
        """Whether `close` was called."""
        return self._over.is_set()

    def wait(self, seen: int, seconds: float) -> State | None:
        """Return the newest state once its number exceeds `seen`; `None` when time or session is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._state.number > seen or self.is_over, seconds)
            return self._state if self._state.number > seen and not self.is_over else None

    def look(self, number: int) -> Look | None:
        """Return the look of that number, if it is one of the newest."""
        return next((look for look in self._looks if look.number == number), None)

    def word_pages(self, number: int) -> Pages | None:
        """Return the Word version of the look of that number, if it is one of the newest."""
        return next((pages for pages in self._word_pages if pages.number == number), None)

    # ------------------------------------------------------------------------------------ in the thread

    def _run(self) -> None:
        with suppress(_OverError):
            for _changed in changes(self._watched, self._pause, at_once=True):
                self._render()

    def _pause(self, seconds: float) -> None:
        if self._over.wait(seconds):
            raise _OverError

    def _watched(self) -> Collection[Path]:
        """Return the files that matter now; while the settings are faulty, by those that were good last."""
        with suppress(ConverterError):
            self._settings = self._settings_of_call()
        languages = {self._article: self._looks[-1].made.language} if self._looks else {}
        return files_watched([self._article], self._settings, languages)

    def _render(self) -> None:
        number = self._renderings = self._renderings + 1
        formats = ("pdf", "html", "docx") if self._libreoffice else ("pdf", "html")
        # the file of a font or template may be among those that changed
        forget()
        try:
            # an article may be a PDF, which is read while pages are drawn
            with PDFIUM:
                made = rendering(self._article, self._settings_of_call(), formats)
            look = Look(number, made, Pages(number, made.files["pdf"], page_sizes(made.files["pdf"])))
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is shown, and the next change may mend it
            self._tell(error)
            self._publish(faults=fault_lines(error, self._folders()))
            return
        self._looks = [*self._looks, look][-KEPT:]
        word = self._state.word
        if self._libreoffice:
            word = replace(word, status="drawing", what="")
        self._publish(look=look, faults=(), word=word)
        if self._libreoffice:
            self._libreoffice.lay_out(Job(number, made.files["docx"], _font_files(made.style)))

    def _folders(self) -> set[Path]:
        """Return the folders whose files may be quoted: the project's, the style's, and where styles live."""
        folders = {Path(), user_folder(), shipped_folder()}
        if is_path(self._settings.style):
            folders.add(Path(self._settings.style).parent)
        return folders

    # ------------------------------------------------------------------------ in LibreOffice's thread

    def _word_done(self, number: int, result: bytes | WordError) -> None:
        try:
            if isinstance(result, WordError):
                raise result
            pages = Pages(number, result, page_sizes(result))
        except (WordError, RasterError) as error:
            word = WordView("failed", what=str(error))
        else:
            self._word_pages = [*self._word_pages, pages][-KEPT:]
            newest = self._looks[-1].number
            word = WordView("ready" if number == newest else "drawing", pages)
        self._publish(word=word)

    def _publish(self, **parts: object) -> None:
        with self._changed:
            self._state = replace(self._state, number=self._state.number + 1, **parts)
            self._changed.notify_all()


class _OverError(Exception):
    """The session was closed."""


def _font_files(style: Style) -> frozenset[Path]:
    """Return the files of the families that the style names."""
    wanted = {text.family for text in style.text.values()}
    return frozenset(
        Path(face.path) for family in style.fonts if family.name in wanted for face in family.faces
    )
