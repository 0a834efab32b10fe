"""The schema of an outline file."""

from typing import ClassVar, Literal

from converter.model.outline import LENGTHS, Panel, Role
from converter.stylesheets.language_file import LANGUAGE_TAG, SECTION_KEY
from converter.stylesheets.maps import ListOf, MapOf, Record, Words
from converter.stylesheets.shapes import Choice, Integer, Text
from converter.stylesheets.sheets import Key, Sheet, Table
from converter.stylesheets.style_file import StyleFile

Form = Literal["paragraphs", "bullets"]
WhenEmpty = Literal["say", "omit"]


class Section(Sheet):
    """A section that is wanted."""

    roles = Key(
        ListOf(Choice[Role](Role)), (), "What its sentences do in the article, best first; none: any."
    )
    panel = Key(
        Choice[Panel](Panel),
        None,
        "What it gathers from all over the article instead; then no other key counts but words and titles.",
    )
    form = Key(Choice[Form](Form), "paragraphs", "How its lines are set.")
    cues = Key(Words(), (), "Words in the article's own headings that lead here.")
    words = Key(
        Record(dict.fromkeys(LENGTHS, Integer(1, 1_000_000))),
        {},
        "How many words it may have, by length; none: any number.",
    )
    when_empty = Key(
        Choice[WhenEmpty](WhenEmpty), "omit", "Whether it says that it is empty, or is left out."
    )
    titles = Key(
        MapOf(Text(), pattern=LANGUAGE_TAG, such_as="fr"),
        {},
        "Its heading by language, instead of the language's label.",
    )


class OutlineFile(Sheet):
    """An outline file."""

    elsewhere: ClassVar = dict.fromkeys(
        StyleFile.keys.keys() - {"extends"}, "write it into a style, for --style"
    )
    extends = Key(Text(), "", "The outline that this one builds on: a name or a path.")
    description = Key(Text(), "", "One line for the list of outlines.")
    sections = Key(
        MapOf(Table(Section), pattern=SECTION_KEY, such_as="next-steps"),
        {},
        "The sections by their keys, in order.",
    )
