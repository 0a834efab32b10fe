"""The schema of a style file: every key, its shape, its default and what it is for.

Where a default is `None`, what stands instead depends on other keys: see `paragraphs` and `resolving`.
"""

from typing import ClassVar, Literal

from converter.model.style import Contents, Emphasis, Numbering
from converter.stylesheets.language_file import DATE_FIELDS, LABELS, LANGUAGE_TAG
from converter.stylesheets.maps import ListOf, MapOf, Record
from converter.stylesheets.scheme_file import SchemeName
from converter.stylesheets.shapes import Choice, File, Flag, Template, Text
from converter.stylesheets.sheets import Formats, Key, Sheet, Table
from converter.stylesheets.style_file.colors import Colors, ColorTable, resolve_colors
from converter.stylesheets.style_file.page import (
    Box,
    Cover,
    Line,
    Logo,
    Page,
    Rules,
    Running,
    Stationery,
    Tabular,
)
from converter.stylesheets.style_file.type import ROLES, Font, Paragraph, Type, Typography, sheet_of

__all__ = [
    "ROLES",
    "Colors",
    "Font",
    "Line",
    "Paragraph",
    "Running",
    "Stationery",
    "StyleFile",
    "Type",
    "resolve_colors",
]

_NONE: Formats = frozenset()
"""What changes no report."""

Conformance = Literal["ua-1", "a-3a", "a-2a"]


class Meta(Sheet):
    """What a file says of itself; never inherited."""

    name = Key(Text(), "", "The house or the style, in full.", formats=_NONE)
    description = Key(Text(), "", "One line for the list of styles.", formats=_NONE)


class Word(Sheet):
    """What concerns Word only."""

    template = Key(File(), None, "A .docx or .dotx that the report is poured into.")
    map = Key(Record(dict.fromkeys(ROLES, Text())), {}, "Role of a paragraph: name of the template's style.")
    embed_fonts = Key(Flag(), None, "Whether the fonts travel inside the file.")


class Pdf(Sheet):
    """What concerns PDF only."""

    conformance = Key(
        ListOf(Choice[Conformance](Conformance)), None, "The standards that the file claims; [] for none."
    )


class StyleFile(Sheet):
    """A style file."""

    elsewhere: ClassVar = {
        "sections": "write it into an outline, for --outline",
        "marks": "write it into a scheme of handling marks, for handling",
        "cues": "write it into a language file",
    }
    extends = Key(
        Text(),
        "",
        "The style that this one builds on: a name or a path; default where nothing is said.",
        formats=_NONE,
    )
    meta = Key(Table(Meta), Meta(), "What the file says of itself.")
    color = Key(ColorTable(), Colors(), "The palette, and colours by purpose.")
    typography = Key(Table(Typography), Typography(), "Families and sizes, by what the type is for.")
    page = Key(Table(Page), Page(), "The paper, its margins, the indent of running text.")
    header = Key(Table(Running), Running(), "At the top of every page.")
    footer = Key(Table(Running), Running(), "At the foot of every page.")
    first_header = Key(Table(Running), None, "At the top of the first page, instead of header.")
    first_footer = Key(Table(Running), None, "At the foot of the first page, instead of footer.")
    cover = Key(Table(Cover), Cover(), "How the first page opens.")
    box = Key(Table(Box), Box(), "What sets the first section apart.")
    rules = Key(Table(Rules), Rules(), "The lines of the report.")
    table = Key(Table(Tabular), Tabular(), "How tables are set; their lines are among the rules.")
    styles = Key(
        Record({role: Table(sheet_of(role)) for role in ROLES}),
        {},
        "How the paragraphs of each role are set.",
    )
    bullets = Key(ListOf(Text(), least=1), ("•", "–"), "The glyphs of lists, by depth.")
    numbering = Key(
        Choice[Numbering](Numbering), "none", "Number the paragraphs 1., 2., … through the report."
    )
    contents = Key(
        Choice[Contents](Contents), "auto", "A list of the headings with their pages; auto: in long reports."
    )
    emphasis = Key(
        Choice[Emphasis](Emphasis), "italic", "How words are set that the article stresses in italics."
    )
    separator = Key(Text(), " · ", "What stands between the facts.")
    date_format = Key(Template(DATE_FIELDS, use="any"), "", "Instead of the language's.")
    labels = Key(
        MapOf(Record(LABELS), pattern=LANGUAGE_TAG, such_as="fr"),
        {},
        "Words of the report, by language, instead of the language's.",
    )
    logo = Key(Table(Logo), None, "A picture in the first page's header.")
    handling = Key(ListOf(SchemeName()), (), "Schemes of handling marks: names, or paths; [] for none.")
    word = Key(Table(Word), Word(), "A house's template, fonts that travel.", formats=frozenset({"docx"}))
    pdf = Key(Table(Pdf), Pdf(), "What a file claims.", formats=frozenset({"pdf"}))
