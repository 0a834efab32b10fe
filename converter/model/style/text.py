"""How paragraphs are set, by role, and in which fonts."""

from typing import Literal

from msgspec import Struct

from converter.model.style.measures import BLACK, ZERO, Color, Length

TextRole = Literal[
    "label",  # the small line above the title
    "title",
    "subtitle",
    "facts",  # the row of facts under the title
    "heading1",  # Summary, Background, Implications
    "heading2",  # the article's own heading inside a section; an article of a digest
    "heading3",
    "contents1",  # entries of the contents, by the level of their heading
    "contents2",
    "contents3",
    "lead",  # the lines of the section set apart, usually Summary
    "body",
    "bullet",  # items of lists, numbered ones too
    "quote",
    "code",
    "caption",
    "table-head",
    "table-cell",
    "comment",  # a person's own note
    "empty",  # "No sentence of the article was placed in this section."
    "method",  # source and method
    "reference",  # an end-note
    "header",
    "footer",
]
"""The roles of paragraphs: the keys of `styles:` in a style file, and the names of styles in Word and CSS."""

Align = Literal["start", "end", "center", "justify"]
"""How lines are aligned; start and end follow the direction of the script."""

Capitals = Literal["none", "all"]
"""Which letters are shown as capitals."""

Generic = Literal["serif", "sans-serif", "monospace"]
"""Kinds of families, as CSS names them."""

ON_COVER: tuple[TextRole, ...] = ("label", "title", "subtitle", "facts")
"""Those that stand on the ground of a cover."""


class TextStyle(Struct, frozen=True):
    """How paragraphs of one role are set.

    Attributes:
        family: name of the font family, one of `Style.fonts` or of the system's.
        size: of the type.
        leading: distance from baseline to baseline.
        weight: 100 to 900; 400 is regular, 600 semibold, 700 bold.
        italic: slanted or upright.
        color: of the text.
        align: of the lines.
        space_before: above the paragraph; the larger of two neighbouring spaces counts.
        space_after: below it.
        indent: of the whole paragraph, from the text area's left (start) edge.
        first_line: further indent of the first line; negative hangs.
        flush_opening: whether a paragraph that follows one of another role, or a heading, goes without it.
        tracking: extra space after each letter.
        capitals: whether letters are shown as capitals; the text itself stays.
        keep_with_next: never the last on a page.
        hyphenate: whether words may be broken.
    """

    family: str
    size: Length
    leading: Length
    weight: int = 400
    italic: bool = False
    color: Color = BLACK
    align: Align = "start"
    space_before: Length = ZERO
    space_after: Length = ZERO
    indent: Length = ZERO
    first_line: Length = ZERO
    flush_opening: bool = False
    tracking: Length = ZERO
    capitals: Capitals = "none"
    keep_with_next: bool = False
    hyphenate: bool = False


class FontFace(Struct, frozen=True):
    """One font file; `index` is its place in a collection."""

    path: str
    weight: int = 400
    italic: bool = False
    index: int = 0


class FontFamily(Struct, frozen=True):
    """A family by the name that Word knows it by, and its files.

    Attributes:
        name: such as `Source Serif Pro`.
        faces: at least one.
        generic: what CSS and Word fall back to.
    """

    name: str
    faces: tuple[FontFace, ...]
    generic: Generic = "serif"


Emphasis = Literal["italic", "bold"]
"""How words are set that the article stresses in italics: readers with low vision lose italics."""
