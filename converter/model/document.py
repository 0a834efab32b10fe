"""What stands on the page and in which words, once for all formats; writers render it and decide nothing.

Every piece of text that came from a source carries the index of its `Record`, so that each format can say
where it comes from.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Literal

from msgspec import Struct, field

from converter.model.article import Image, Origin, Source, Span
from converter.model.briefing import Likeness, Omission, Point
from converter.model.outline import Panel
from converter.model.style import HandlingMark, TextRole
from converter.notices import Notice


class Text(Struct, frozen=True):
    """A run of text that is set alike.

    Attributes:
        text: not empty.
        emphasis: how it is set off.
        link: an address that `safe_link` allows, or `#anchor` inside the document; empty: no link.
        language: BCP 47 tag where it differs from the document's; otherwise empty.
        record: index into `Document.records`; `None` where the words are the report's own.
    """

    text: str
    emphasis: frozenset[Literal["strong", "emphasis", "code"]] = frozenset()
    link: str = ""
    language: str = ""
    record: int | None = None


class Reference(Struct, frozen=True):
    """A small superior number that leads to the end-note of that number.

    Attributes:
        number: of the end-note, from 1.
        repeat: whether the note was referred to before; Word repeats by a cross-reference.
    """

    number: int
    repeat: bool = False


class PageField(Struct, frozen=True):
    """The page's number or the number of pages; only in headers and footers."""

    kind: Literal["page", "pages"]


Inline = Text | Reference | PageField

Embed = Literal["used", "source", "none"]
"""What travels inside a report beside what it shows: where its lines come from, the article too, nothing."""

PROVENANCE = "provenance.json"
"""Name of the attachment that says where the lines of a report come from."""

PROVENANCE_NAMESPACE = "urn:briefing:provenance"
"""Where XML holds it, or its sum: the namespace of what is ours."""


class HeadingBlock(Struct, frozen=True):
    """A heading.

    Attributes:
        level: 1 for a section, 2 and 3 below it; the report's title is not a `HeadingBlock`.
        content: its words.
        anchor: unique in the document; letters, digits and hyphens, a letter first.
    """

    level: Literal[1, 2, 3]
    content: tuple[Inline, ...]
    anchor: str


class TextBlock(Struct, frozen=True):
    """A paragraph.

    Attributes:
        role: how it is set.
        content: its words.
        number: its number where paragraphs are numbered through the report.
    """

    role: TextRole
    content: tuple[Inline, ...]
    number: int | None = None


class Item(Struct, frozen=True):
    """An item of a list.

    Attributes:
        content: its words.
        depth: 0 is the outermost.
        number: what it is numbered with; `None`: a bullet.
    """

    content: tuple[Inline, ...]
    depth: int = 0
    number: int | None = None


class ListBlock(Struct, frozen=True):
    """A list.

    Attributes:
        items: at least one.
        role: of its paragraphs: `bullet`, or `lead` in the section set apart.
    """

    items: tuple[Item, ...]
    role: TextRole = "bullet"


class Cell(Struct, frozen=True):
    """A cell; `align` is `end` in columns of figures."""

    content: tuple[Inline, ...]
    align: Literal["start", "end"] = "start"


class TableBlock(Struct, frozen=True):
    """A table; the caption stands above it. All rows have the same length."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int
    caption: tuple[Inline, ...] = ()


class FigureBlock(Struct, frozen=True):
    """A picture; the caption stands below it. `record` is that of the picture, as in `Text`."""

    image: Image
    alternative: str
    caption: tuple[Inline, ...] = ()
    record: int | None = None


class Fact(Struct, frozen=True):
    """One fact of the title block.

    Attributes:
        kind: which: `source`, `author`, `date`, `briefing-date`, `reading-time`, `marking`.
        text: as shown.
    """

    kind: str
    text: str


class TitleBlock(Struct, frozen=True):
    """What a report, or an article of a digest, opens with.

    Attributes:
        label: the small line above, such as `Briefing`; empty: none.
        title: the title's words.
        subtitle: empty: none.
        facts: shown in one row, parted by the style's separator.
        level: 0 for the report's own title, 1 for an article of a digest; its sections are of level 2.
        anchor: as in `HeadingBlock`.
        source: of an article of a digest: index into `Document.sources`.
    """

    label: str
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...]
    facts: tuple[Fact, ...]
    level: Literal[0, 1] = 0
    anchor: str = "title"
    source: int | None = None


class BoxBlock(Struct, frozen=True):
    """Blocks that the style sets apart by `Style.box`."""

    blocks: tuple["Block", ...]


class ContentsEntry(Struct, frozen=True):
    """A heading as the contents name it.

    Attributes:
        level: of the heading.
        content: its words, without references and links.
        anchor: of the heading.
    """

    level: Literal[1, 2, 3]
    content: tuple[Text, ...]
    anchor: str


class ContentsBlock(Struct, frozen=True):
    """The contents: a heading, and an entry, at least one, for each heading of the sections.

    Formats with pages add their numbers.
    """

    heading: HeadingBlock
    entries: tuple[ContentsEntry, ...]


class MethodBlock(Struct, frozen=True):
    """Source and method: a heading of its own and small paragraphs under a hairline."""

    heading: HeadingBlock
    paragraphs: tuple[TextBlock, ...]


class EndNote(Struct, frozen=True):
    """An end-note: `number` counts from 1 in order of first reference."""

    number: int
    content: tuple[Inline, ...]


class NotesBlock(Struct, frozen=True):
    """The references: a heading and every end-note; the last block of a document that cites."""

    heading: HeadingBlock
    notes: tuple[EndNote, ...]


Block = (
    TitleBlock
    | HeadingBlock
    | TextBlock
    | ListBlock
    | TableBlock
    | FigureBlock
    | BoxBlock
    | ContentsBlock
    | MethodBlock
    | NotesBlock
)


class Twin(Struct, frozen=True):
    """A sentence of another source in the words of a line.

    Attributes:
        source: index into `Document.sources`.
        span: of that source.
        paragraph: as in `Record`.
        sentence: as in `Record`.
        likeness: whether all words are the same, or all but some that carry no meaning of their own.
    """

    source: int
    span: Span
    paragraph: int
    sentence: int
    likeness: Likeness


class Highlight(Struct, frozen=True):
    """What a panel sets off in a line.

    Attributes:
        panel: of which kind.
        language: tag of the article, by the words of whose language it was found.
        points: what is set off, in the order of the line.
    """

    panel: Panel
    language: str
    points: tuple[Point, ...]


class Record(Struct, frozen=True):
    """Where a line of the report comes from.

    Attributes:
        kind: word for word, changed by a person, or a person's own words.
        section: key of the section it stands in.
        text: as it stands in the report, without its reference.
        spans: of the source; empty for a note.
        source: index into `Document.sources`; `None` for a note.
        paragraph: number of the source's paragraph, from 1; 0 for a note.
        sentence: number of the sentence in it, from 1; 0 where the whole block was taken over.
        origin: line or page of the original, where known.
        original: what an edited line was; otherwise empty.
        author: of an edit or a note; may be empty.
        twins: what it is said of that other sources have its wording.
        highlight: of a line of a panel: what is set off in it.
    """

    kind: Literal["verbatim", "edited", "note"]
    section: str
    text: str
    spans: tuple[Span, ...] = ()
    source: int | None = None
    paragraph: int = 0
    sentence: int = 0
    origin: Origin | None = None
    original: str = ""
    author: str = ""
    twins: tuple[Twin, ...] = ()
    highlight: Highlight | None = None


class Attachment(Struct, frozen=True):
    """A file that travels inside the report, in formats that can carry one.

    Attributes:
        name: of the file.
        media_type: such as `application/json`.
        data: its bytes.
        relationship: what it is to the report (ISO 19005-3 annex E).
        description: a few words for readers.
    """

    name: str
    media_type: str
    data: bytes
    relationship: Literal["Data", "Source"]
    description: str


class RunningLine(Struct, frozen=True):
    """A header or footer with its fields filled in; an empty tuple is an empty place."""

    left: tuple[Inline, ...] = ()
    center: tuple[Inline, ...] = ()
    right: tuple[Inline, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in any place."""
        return not (self.left or self.center or self.right)


class Properties(Struct, frozen=True):
    """What a file says of itself.

    Attributes:
        title: plain text, never empty.
        author: may be empty.
        subject: one line, such as the outline's section headings.
        keywords: may be empty.
        created: `YYYY-MM-DDThh:mm:ssZ`; never the clock's.
        generator: name and version of this program.
    """

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    created: str
    generator: str


class Document(Struct, frozen=True):
    """A composed report.

    Attributes:
        language: BCP 47 tag of the report's own words (labels, dates, method).
        direction: of its script.
        properties: what the file says of itself.
        blocks: in reading order: title block, sections, method, references.
        header: of every page, unless `first_header` is given for the first.
        footer: of every page.
        first_header: `None`: as the others.
        first_footer: `None`: as the others.
        records: one for each line, in order of appearance.
        sources: what it was made from.
        short_names: of a digest: what each source is called beside its lines; they differ.
        omissions: of a digest: what is not in it, though it was given.
        notices: what was met on the way.
        attachments: what travels inside the report.
        embed: what may travel inside it: with `none`, no format says more of its lines than readers see.
        fields: what a template may ask for by name, such as `title`, `date` and what a person named; some
            are empty.
        mark: the handling mark whose label stands on every page.
        rest_attached: what the text of a message says where the report is too long for it.
    """

    language: str
    direction: Literal["ltr", "rtl"]
    properties: Properties
    blocks: tuple[Block, ...]
    header: RunningLine
    footer: RunningLine
    first_header: RunningLine | None
    first_footer: RunningLine | None
    records: tuple[Record, ...]
    sources: tuple[Source, ...]
    short_names: tuple[str, ...] = ()
    omissions: tuple[Omission, ...] = ()
    notices: tuple[Notice, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    embed: Embed = "used"
    fields: Mapping[str, str] = field(default_factory=dict)
    mark: HandlingMark | None = None
    rest_attached: str = ""

    @property
    def provenance(self) -> str:
        """The attachment that says where the lines come from, as text; empty where there is none.

        It holds no `<`, `>`, `&`, apostrophe, double hyphen or line end, so that it can stand as it is in an
        element of XML, in an attribute between apostrophes and in a comment.
        """
        found = (each.data for each in self.attachments if each.name == PROVENANCE)
        return next(found, b"").decode()

    @property
    def provenance_sha256(self) -> str:
        """Of `provenance`, 64 hexadecimal digits; empty where there is none."""
        return sha256(self.provenance.encode()).hexdigest() if self.provenance else ""

    @property
    def carried(self) -> tuple[Attachment, ...]:
        """The articles, where they travel inside the report."""
        return tuple(each for each in self.attachments if each.relationship == "Source")
