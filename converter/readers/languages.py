"""The language files, as far as reading needs them: loaded when they are first asked for, English first."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from converter.errors import StyleError
from converter.model.language import Language
from converter.readers.function_words import SHIPPED
from converter.stylesheets.folders import listed, shipped
from converter.stylesheets.languages import load_language


def function_words() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the tag and the function words of each of `known_languages`.

    Those of files that ship are known without reading these, which takes longer than all else that a small
    article needs.
    """
    for tag, file in _files().items():
        if tag in SHIPPED and file == shipped("language", tag):
            yield tag, frozenset(SHIPPED[tag].split("|"))
        elif language := _loaded(tag):
            yield tag, frozenset(language.function_words)


def known_languages() -> Iterator[Language]:
    """Yield every language that there is a file for, but for regional variants.

    A file that is at fault is passed over; whoever asks for that language is told.
    """
    for tag in _files():
        if language := _loaded(tag):
            yield language


@cache
def _files() -> Mapping[str, Path]:
    """Return the files of all languages by their tags, but for regional variants; English first."""
    files = listed("language")
    tags = sorted((tag for tag in files if "-" not in tag), key=lambda tag: (tag != "en", tag))
    return {tag: files[tag] for tag in tags}


@cache
def _loaded(tag: str) -> Language | None:
    try:
        return load_language(tag)
    except StyleError:
        return None
