"""The language files, as far as reading needs them: loaded when they are first asked for, English first."""

from collections.abc import Iterator
from functools import cache

from converter.errors import StyleError
from converter.model.language import Language
from converter.stylesheets import load_language
from converter.stylesheets.folders import listed


def known_languages() -> Iterator[Language]:
    """Yield every language that there is a file for, but for regional variants.

    A file that is at fault is passed over; whoever asks for that language is told.
    """
    for tag in _tags():
        if language := _loaded(tag):
            yield language


@cache
def _tags() -> tuple[str, ...]:
    return tuple(
        sorted((tag for tag in listed("language") if "-" not in tag), key=lambda tag: (tag != "en", tag))
    )


@cache
def _loaded(tag: str) -> Language | None:
    try:
        return load_language(tag)
    except StyleError:
        return None
