"""Files of outlines, languages, handling marks and settings."""

from collections.abc import Callable
from pathlib import Path

from converter.configuration import load_settings
from converter.errors import ConverterError
from converter.stylesheets.folders import shipped_folder
from converter.stylesheets.languages import load_language
from converter.stylesheets.outlines import load_outline
from converter.stylesheets.schemes import load_scheme
from tests.fuzz.scratch import written
from tests.fuzz.target import Target
from tests.fuzz.targets.style import SYNTAX

_SETTINGS = b'style: memo\nlength: brief\nto: [docx, pdf]\nset: {page.size: A5}\nfield: {client: "Lund"}\ndate: 2026-03-14\n'


def _settings(path: str) -> None:
    load_settings({}, {}, Path(path).parent)


_LOADERS: dict[str, Callable[[str], object]] = {
    "outline.yaml": load_outline,
    "en.yaml": load_language,
    "scheme.yaml": load_scheme,
    "briefing.yaml": _settings,
}


def _run(data: bytes) -> None:
    errors: list[ConverterError] = []
    for name, load in _LOADERS.items():
        path = written(name, data)
        try:
            load(str(path))
        except ConverterError as error:
            errors.append(error)
        finally:
            path.unlink()
    if errors:
        raise errors[0]


def _seeds() -> list[bytes]:
    files = [
        *sorted(shipped_folder().glob("outlines/*.yaml")),
        *sorted(shipped_folder().glob("schemes/*.yaml")),
    ]
    languages = [shipped_folder() / "languages" / f"{name}.yaml" for name in ("en", "ar", "en-US")]
    return [*(path.read_bytes() for path in (*files, *languages)), _SETTINGS]


TARGET = Target(
    "outline",
    _run,
    _seeds,
    (
        *(b"extends: ", b"sections: ", b"summary: ", b"headings: ", b"cues: ", b"labels: ", b"months: ", b"quotes: "),
        *(b"date-format: ", b"{day} {month} {year}", b"{", b"}", b"marks: ", b"aliases: ", b"color: ", b"words-per-minute: "),
        *(b"style: ", b"set: ", b"field: ", b"to: ", b"marking: ", b"\xe2\x80\x9c", b"rtl", b"-1", b"1e400", *SYNTAX),
    ),
    largest=30_000,
)  # fmt: skip
