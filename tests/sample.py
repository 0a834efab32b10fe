"""A style and a document with one of everything, made by hand, for the tests of the writers.

They are independent of `stylesheets` and `composer` on purpose: a writer is tested against its contract.
"""

import struct
import zlib
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from msgspec.structs import replace

from converter.model.article import Image, Origin, Source, Span
from converter.model.document import (
    BoxBlock,
    Cell,
    ContentsBlock,
    ContentsEntry,
    Document,
    EndNote,
    Fact,
    FigureBlock,
    HeadingBlock,
    Item,
    ListBlock,
    MethodBlock,
    NotesBlock,
    PageField,
    Properties,
    Record,
    Reference,
    RunningLine,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.style import (
    Box,
    Color,
    FontFace,
    FontFamily,
    Length,
    Page,
    Rule,
    Running,
    Style,
    TableStyle,
    TextRole,
    TextStyle,
)

SERIF, SANS = "Source Serif Pro", "Source Sans Pro"
INK, MUTED, ACCENT, LINE = (
    Color(0x1B, 0x1F, 0x24),
    Color(0x5A, 0x64, 0x72),
    Color(0x12, 0x35, 0x5B),
    Color(0xC9, 0xD1, 0xDA),
)


def sample_style() -> Style:
    """Return the look of the default style: A4, body indented, a rule at the left of the first section."""
    return Style(
        name="sample",
        description="For tests",
        page=Page(
            width=Length.from_mm(210),
            height=Length.from_mm(297),
            top=Length.from_mm(24),
            bottom=Length.from_mm(22),
            left=Length.from_mm(24),
            right=Length.from_mm(24),
            header=Length.from_mm(12),
            footer=Length.from_mm(12),
        ),
        text=_text_styles(),
        fonts=(
            _family(SERIF, "SourceSerifPro", "serif"),
            _family(SANS, "SourceSansPro", "sans-serif"),
        ),
        foreground=INK,
        muted=MUTED,
        accent=ACCENT,
        title_rule_above=Rule(Length(0), LINE),
        title_rule_below=Rule(Length(0.75), LINE),
        method_rule=Rule(Length(0.5), LINE),
        table=TableStyle(Rule(Length(0.75), INK), padding=Length(3)),
        box=Box(
            fill=None,
            rule=Rule(Length(2), ACCENT),
            padding=Length(9),
            indent=Length.from_mm(38),
        ),
        header=Running(right="{marking}"),
        footer=Running(left="{title}", right="{page} / {pages}"),
    )


_DREDGING = (
    ". […] Dredging began in the spring; "
    + "the barges moved slowly upstream while engineers measured the depth of the river. " * 6
)

CONTENTS = ContentsBlock(
    HeadingBlock(1, (Text("Contents"),), "contents"),
    (
        ContentsEntry(1, (Text("Summary"),), "summary"),
        ContentsEntry(1, (Text("Background"),), "background"),
        ContentsEntry(2, (Text("A slow century"),), "a-slow-century"),
        ContentsEntry(1, (Text("Implications"),), "implications"),
    ),
)
"""The contents of the sample."""


def with_contents(document: Document) -> Document:
    """Return the sample with its contents behind the title block."""
    title, *blocks = document.blocks
    return replace(document, blocks=(title, CONTENTS, *blocks))


def sample_document() -> Document:
    """Return a document with every kind of block, a repeated reference and a link."""
    return Document(
        language="en",
        direction="ltr",
        properties=Properties(
            title="River & Port: “Trade” Returns",
            author="Ada Example",
            subject="Summary, Background, Implications",
            keywords=("river", "trade"),
            created="2026-11-23T00:00:00Z",
            generator="briefing 0.1.0",
        ),
        blocks=(
            TitleBlock(
                label="Briefing",
                title=(Text("River & Port: “Trade” Returns"),),
                subtitle=(Text("What the new quay changes"),),
                facts=(
                    Fact("source", "river.md"),
                    Fact("author", "Ada Example"),
                    Fact("reading-time", "2 min read"),
                ),
            ),
            HeadingBlock(1, (Text("Summary"),), "summary"),
            BoxBlock(
                (
                    ListBlock(
                        (
                            Item(
                                (
                                    Text(
                                        "The quay opened <today> & ships came back.",
                                        record=0,
                                    ),
                                    Reference(1),
                                )
                            ),
                            Item(
                                (
                                    Text("Tolls fall by a third, ", record=1),
                                    Text(
                                        "officials",
                                        link="https://example.org/tolls?a=1&b=2",
                                        record=1,
                                    ),
                                    Text(" said.", record=1),
                                    Reference(2),
                                )
                            ),
                        ),
                        role="lead",
                    ),
                )
            ),
            HeadingBlock(1, (Text("Background"),), "background"),
            HeadingBlock(2, (Text("A slow century"),), "a-slow-century"),
            TextBlock(
                "body",
                (
                    Text("The river silted up after 1921, and the ", record=2),
                    Text("Gazette", frozenset({"emphasis"}), record=2),
                    Text(" called the port ", record=2),
                    Text("lost", frozenset({"strong"}), record=2),
                    Text(
                        _DREDGING,
                        record=2,
                    ),
                    Reference(3),
                ),
            ),
            TextBlock(
                "quote",
                (Text("“Nobody believed it.”", record=3), Reference(2, repeat=True)),
            ),
            ListBlock(
                (
                    Item((Text("Survey the bed"),), number=1),
                    Item((Text("Dredge"),), number=2),
                    Item((Text("by night"),), depth=1),
                ),
            ),
            TableBlock(
                (
                    (Cell((Text("Year"),)), Cell((Text("Ships"),), "end")),
                    (Cell((Text("2025"),)), Cell((Text("1,204"),), "end")),
                    (Cell((Text("2026"),)), Cell((Text("98"),), "end")),
                ),
                header_rows=1,
                caption=(Text("Table 1. Arrivals"),),
            ),
            FigureBlock(
                Image(png(24, 12), "image/png", 24, 12),
                "A blue quay",
                (Text("Figure 1. The quay"),),
            ),
            TextBlock("code", (Text("depth = 4.2\nwidth = 80", frozenset({"code"})),)),
            HeadingBlock(1, (Text("Implications"),), "implications"),
            TextBlock("empty", (Text("The article says nothing about this."),)),
            TextBlock("comment", (Text("Comment (A. E.): ask the harbour master."),)),
            MethodBlock(
                HeadingBlock(2, (Text("Source and method"),), "source-and-method"),
                (
                    TextBlock("method", (Text("4 of 9 sentences kept word for word."),)),
                    TextBlock("method", (Text("river.md, SHA-256 0123456789ab…"),)),
                ),
            ),
            NotesBlock(
                HeadingBlock(2, (Text("References"),), "references"),
                (
                    EndNote(1, (Text("Paragraph 1, sentence 1; line 3"),)),
                    EndNote(2, (Text("Paragraph 2, sentences 1–2; line 5"),)),
                    EndNote(
                        3,
                        (Text("Paragraph 4, sentence 1, under “A slow century”; line 9"),),
                    ),
                ),
            ),
        ),
        header=RunningLine(right=(Text("TLP:GREEN"),)),
        footer=RunningLine(
            left=(Text("River & Port: “Trade” Returns"),),
            right=(PageField("page"), Text(" / "), PageField("pages")),
        ),
        first_header=None,
        first_footer=None,
        records=tuple(
            Record(
                "verbatim",
                section,
                text,
                (Span(start, start + len(text)),),
                0,
                paragraph,
                1,
                Origin("line", 2 * paragraph + 1),
            )
            for section, text, start, paragraph in (
                ("summary", "The quay opened <today> & ships came back.", 40, 1),
                ("summary", "Tolls fall by a third, officials said.", 90, 2),
                (
                    "background",
                    "The river silted up after 1921, and the Gazette called the port lost" + _DREDGING,
                    140,
                    4,
                ),
                ("background", "“Nobody believed it.”", 130, 2),
            )
        ),
        sources=(Source("river.md", "text/markdown", "0123456789abcdef" * 4, 512, "utf-8"),),
    )


def with_provenance(document: Document, article: bytes | None = None) -> Document:
    """Return `document` with what it claims of itself, as the pipeline adds it, and with its article."""
    # imported here, since the pipeline knows of every stage, and tests of writers look at what is imported
    from converter.pipeline.attachments import attachments

    made_with = attachments(
        document, {"style": "sample", "cite": "notes"}, [] if article is None else [article]
    )
    return replace(document, attachments=tuple(made_with))


def png(width_px: int, height_px: int) -> bytes:
    """Return a plain blue picture."""
    rows = (b"\x00" + b"\x12\x35\x5b" * width_px) * height_px
    header = struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _family(name: str, stem: str, generic: Literal["serif", "sans-serif"]) -> FontFamily:
    spec = find_spec("font_" + name.lower().replace(" ", "_"))
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "files"
    faces = {
        "Regular": (400, False),
        "It": (400, True),
        "Semibold": (600, False),
        "SemiboldIt": (600, True),
        "Bold": (700, False),
        "BoldIt": (700, True),
    }
    return FontFamily(
        name,
        tuple(
            FontFace(str(folder / f"{stem}-{suffix}.ttf"), weight, italic)
            for suffix, (weight, italic) in faces.items()
        ),
        generic,
    )


def _text_styles() -> dict[TextRole, TextStyle]:
    indent = Length.from_mm(38)

    def text(family: str, size: float, leading: float, **rest: Any) -> TextStyle:  # noqa: ANN401 - a TextStyle's
        return TextStyle(family, Length(size), Length(leading), **{"color": INK, **rest})

    def heading(size: float, leading: float, before: float) -> TextStyle:
        return text(
            SANS,
            size,
            leading,
            weight=600,
            color=ACCENT,
            space_before=Length(before),
            space_after=Length(5),
            keep_with_next=True,
        )

    small = {"color": MUTED, "indent": indent, "space_after": Length(5)}
    return {
        "label": text(SANS, 8.5, 15, weight=600, color=MUTED, tracking=Length(1), capitals="all"),
        "title": text(SANS, 24, 28, weight=600, color=ACCENT, space_after=Length(5)),
        "subtitle": text(SANS, 13, 20, color=MUTED, space_after=Length(5)),
        "facts": text(SANS, 8.5, 15, color=MUTED, space_after=Length(5)),
        "heading1": heading(16, 20, 15),
        "heading2": heading(13, 20, 10),
        "heading3": heading(10.5, 15, 10),
        "contents1": text(SANS, 10.5, 15, weight=600, indent=indent, space_before=Length(5)),
        "contents2": text(SANS, 10.5, 15, indent=Length(indent + 12)),
        "contents3": text(SANS, 10.5, 15, color=MUTED, indent=Length(indent + 24)),
        "lead": text(SERIF, 11.5, 16.5, indent=indent, space_after=Length(5), hyphenate=True),
        "body": text(
            SERIF,
            10.5,
            15,
            indent=indent,
            space_after=Length(5),
            align="justify",
            hyphenate=True,
        ),
        "bullet": text(SERIF, 10.5, 15, indent=indent, space_after=Length(5), hyphenate=True),
        "quote": text(
            SERIF,
            10.5,
            15,
            italic=True,
            indent=Length(indent + 12),
            space_after=Length(5),
        ),
        "code": text(SANS, 9, 12, indent=indent, space_after=Length(5)),
        "caption": text(SANS, 8.5, 12, color=MUTED, indent=indent, space_after=Length(5)),
        "table-head": text(SANS, 9, 12, weight=600),
        "table-cell": text(SANS, 9, 12),
        "comment": text(SANS, 9.5, 15, indent=indent, space_after=Length(5)),
        "empty": text(SERIF, 10.5, 15, italic=True, **small),
        "method": text(SANS, 8.5, 12, **small),
        "reference": text(SANS, 8.5, 12, **small),
        "header": text(SANS, 8.5, 12, color=MUTED),
        "footer": text(SANS, 8.5, 12, color=MUTED),
    }
