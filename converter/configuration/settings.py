"""`Settings`: what a conversion should do."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from converter.model.document import Embed
from converter.model.outline import Length, Panel

if TYPE_CHECKING:
    from converter.yaml_source import Place

Paper = Literal["A4", "Letter"]
Cite = Literal["notes", "inline", "none"]

PAPERS: tuple[Paper, ...] = ("A4", "Letter")
CITES: tuple[Cite, ...] = ("notes", "inline", "none")
EMBEDS: tuple[Embed, ...] = ("used", "source", "none")


class Settings(Struct, frozen=True):
    """What a conversion should do; an empty text leaves it to the article, the style or the language.

    Attributes:
        style: name of a style that ships, or path of a style file; empty: the look of the template, else the
            style named default.
        template: path of a Word template that the Word report is poured into; empty: the style's, if any.
        outline: name of an outline that ships, or path of an outline file.
        length: how much of the article is kept.
        trim: whether a line may leave out words of its sentence where space is short.
        sections: keys of those that are shown, such as `summary`; empty: all.
        panels: kinds of panels that are wanted beside those of the outline; they stand behind its sections.
        notes: a person's own words, each with its section before it (`Implications: …`) or without.
        section: where notes without a section stand; empty: in the last.
        by: who wrote the notes; empty: as `author`.
        formats: of the reports; empty: that of the output's suffix, or DOCX and PDF.
        output: a file, a folder, or `-` for stdout.
        title: instead of the article's.
        author: as shown in the row of facts.
        date: of the briefing, ISO 8601.
        language: of the article, BCP 47.
        report_language: of labels and dates, BCP 47; empty: the article's.
        paper: empty: Letter where it is customary, A4 elsewhere.
        marking: a handling mark, such as `TLP:AMBER`.
        cite: how readers see where lines come from.
        embed: what travels inside a report: where its lines come from, the article too, or nothing.
        overrides: path in the style file (`typography.base.size`) → value, as written in YAML.
        override_places: path in the style file → where a configuration file gives it that value.
        fields: further fields for headers and footers.
        encoding: of an article in plain text; empty: detected.
        input_format: of the article; empty: detected.
        sources: of a report that came back: locations of the article that it was made from.
        force: whether a different file may be replaced.
        strict: whether a notice is an error.
    """

    style: str = ""
    template: str = ""
    outline: str = "default"
    length: Length = "standard"
    trim: bool = True
    sections: tuple[str, ...] = ()
    panels: tuple[Panel, ...] = ()
    notes: tuple[str, ...] = ()
    section: str = ""
    by: str = ""
    formats: tuple[str, ...] = ()
    output: str = "output"
    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    report_language: str = ""
    paper: Literal["", Paper] = ""
    marking: str = ""
    cite: Cite = "notes"
    embed: Embed = "used"
    overrides: Mapping[str, str] = field(default_factory=dict)
    override_places: Mapping[str, "Place"] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""
    input_format: str = ""
    sources: tuple[str, ...] = ()
    force: bool = False
    strict: bool = False
