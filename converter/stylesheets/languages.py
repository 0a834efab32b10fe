"""`load_language`: a language by its tag, or the nearest wider one."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from converter.errors import StyleError, UsageError
from converter.language_tags import customary_tag
from converter.model.language import Language
from converter.paths import is_path
from converter.stylesheets.faults import Faults
from converter.stylesheets.folders import find, unknown
from converter.stylesheets.language_file import LANGUAGE_TAG, LanguageFile
from converter.stylesheets.layers import layers_of, merge, read_tree
from converter.stylesheets.shapes import Reading
from converter.stylesheets.sheets import Table
from converter.yaml_source import Place

_MONTHS, _PAIR = 12, 2

K = TypeVar("K", bound=str)

LANGUAGE = Table(LanguageFile)
"""The schema of language files."""


def load_language(tag: str) -> Language:
    """Return the language of that BCP 47 tag; where there is no file for `en-GB`, that of `en` stands in.

    A path of a language file is taken as well.

    Raises:
        StyleError: `language-unknown`, `style-cycle`, `style-invalid`, or what `yaml_source.load` raises.
    """
    layers = layers_of("language", nearest(tag))
    tree = merge(layers, LANGUAGE)
    faults = Faults()
    file = read_tree(tree, LANGUAGE, Reading(faults))
    _check(file, tree.place, faults)
    faults.raise_any()
    opening, closing = file.quotes
    return Language(
        tag=layers[0].path.stem,
        name=file.name or layers[0].path.stem,
        direction=file.direction,
        labels=file.labels,
        headings=_lower(file.headings),
        cues=_lower(file.cues),
        panels={str(key): words for key, words in file.panels.items()},
        abbreviations=file.abbreviations,
        function_words=tuple(word.lower() for word in file.function_words),
        months=file.months,
        date_format=file.date_format,
        quotes=(opening, closing),
        words_per_minute=file.words_per_minute,
    )


def language_tag(text: str) -> str:
    """Return a BCP 47 tag as it is written by custom.

    Raises:
        UsageError: `option-value` when `text` is no tag.
    """
    tag = customary_tag(text)
    if not re.fullmatch(LANGUAGE_TAG, tag):
        raise UsageError(
            "option-value", f"{text!r} is no tag of a language", remedy="write one such as sv or pt-BR"
        )
    return tag


def nearest(tag: str, skip: frozenset[Path] = frozenset()) -> str:
    """Return the name of the file for `tag`, or that of the nearest wider tag; a path as it is.

    Args:
        tag: BCP 47.
        skip: files that are not meant, resolved.

    Raises:
        StyleError: `language-unknown`.
    """
    if is_path(tag):
        return tag
    subtags = customary_tag(tag).split("-")
    for count in range(len(subtags), 0, -1):
        name = "-".join(subtags[:count])
        if find("language", name, skip=skip):
            return name
    raise unknown("language", tag)


def known_language(tag: str) -> str:
    """Return the name of the file for `tag`; empty where there is none, or where it is no BCP 47 tag.

    For tags that a stranger wrote: a path would let them choose among the files of this computer.
    """
    if not re.fullmatch(LANGUAGE_TAG, tag):
        return ""
    try:
        return nearest(tag)
    except StyleError:
        return ""


def _check(file: LanguageFile, place: Place, faults: Faults) -> None:
    if not file.labels:
        faults.add(place, "labels", "is missing", "write the labels, or extends: en")
    if len(file.months) not in {0, _MONTHS}:
        faults.add(file.place("months"), "months", f"has {len(file.months)} names", "write twelve, or none")
    if "{month}" in file.date_format and not file.months:
        faults.add(
            file.place("date-format"), "date-format", "names a month, but there are none", "write months"
        )
    if len(file.quotes) != _PAIR:
        faults.add(file.place("quotes"), "quotes", "is not a pair", "write “, ”")


def _lower(words: Mapping[K, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(word.lower() for word in values) for key, values in words.items()}
