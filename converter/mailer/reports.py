"""Finished reports → renderings: one that says where its lines come from can be mailed as it is.

Its bodies are made of what it claims, once that is held against what it shows: paragraphs and their words are
those of the report, its tables and pictures are in the attached file alone.
"""

import json
from collections.abc import Sequence
from pathlib import PurePath
from unicodedata import bidirectional

from msgspec import Struct, field

from converter.errors import InputError
from converter.files import ascii_slug
from converter.mailer.media_types import media_type_of_report
from converter.mailer.message import Attachment
from converter.mailer.rendering import Rendering
from converter.model.article import Source
from converter.model.briefing import GAP
from converter.model.document import (
    Block,
    Document,
    EndNote,
    Fact,
    HeadingBlock,
    Inline,
    Item,
    ListBlock,
    MethodBlock,
    NotesBlock,
    Properties,
    Reference,
    RunningLine,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.language import Language
from converter.model.style import Style, TextRole
from converter.pipeline.kit import Kit
from converter.stylesheets.languages import load_language
from converter.verifier.proof.claims import ClaimedLine, Claims, Piece
from converter.verifier.verifying import verify
from converter.verifier.visible import format_of, read_visible

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_MARKERS = (b"urn:briefing:provenance", b"briefing-provenance", b'"provenance"')
"""One of these is in every report that carries claims, but for Word files, which are packed."""

_IN_TITLE = frozenset({"title", "subtitle", "fact"})
_CLOSING = frozenset({"method", "reference"})
_FACT = "fact"
"""Kind of a fact where claims do not say which it is."""

_NO_DATE = "2000-01-01"
_UNKNOWN = "und"
"""Tag of a language that is not known (BCP 47, 4.1)."""


def carries_claims(data: bytes) -> bool:
    """Tell whether `data` is a report that says where its lines come from; cheaply, for articles are many."""
    try:
        kind = format_of(data)
    except InputError:
        return False
    if kind == "eml" or (kind != "docx" and not any(marker in data for marker in _MARKERS)):
        return False
    try:
        return read_visible(data, kind).claims is not None
    except InputError:
        return False


def rendering_of_report(data: bytes, location: str, kit: Kit) -> Rendering:
    """Return the report in `data` as it is, with bodies of what it claims.

    Args:
        data: of which `carries_claims` is true.
        location: of the file.
        kit: of the call, whose style the page has.

    Raises:
        InputError: `report-altered` when it shows otherwise than it claims.
    """
    (found,) = verify(data)
    claims = found.verdict.claims
    if claims is None or not found.verdict.is_sound:
        remedy = "see what differs with: briefing verify"
        if found.format == "docx":
            remedy += "; what was edited in Word, briefing convert takes over and makes a report of again"
        what = "is not what it claims to be, and was not put into a message"
        raise InputError("report-altered", what, where=location, remedy=remedy)
    tag = str(claims.configuration.get("language", ""))
    style = kit.style(tag)
    document = _document(claims, read_visible(data, found.format).claims or b"{}", style)
    name = PurePath(location).stem
    report = Attachment(f"{ascii_slug(name)}.{found.format}", media_type_of_report(found.format), data)
    inside = {report.name: (f"title {claims.title!r}", *(f"source {one.name!r}" for one in claims.sources))}
    return Rendering(name, document, style, (report,), inside, ())


def _document(claims: Claims, text: bytes, style: Style) -> Document:
    tag = str(claims.configuration.get("language", ""))
    marking = str(claims.configuration.get("marking", ""))
    said = json.loads(text)
    created = str(said.get("created", ""))
    language = load_language(tag)
    mark = next((one for scheme in style.handling for one in scheme.marks if one.text == marking), None)
    sources = tuple(Source(one.name, one.media_type, one.sha256, 0, one.encoding) for one in claims.sources)
    fields = {
        "title": claims.title,
        "source": ", ".join(one.short_name or one.name for one in claims.sources),
        "date": "" if created.startswith(_NO_DATE) else created[:10],
        "author": "",
        "marking": marking,
    }
    return Document(
        language=tag,
        direction=language.direction,
        properties=Properties(claims.title, "", "", (), created, str(said.get("generator", ""))),
        blocks=tuple(_Builder(claims, language).blocks()),
        header=RunningLine(),
        footer=RunningLine(),
        first_header=None,
        first_footer=None,
        records=(),
        sources=sources,
        short_names=tuple(one.short_name for one in claims.sources if one.short_name),
        embed="none",
        fields=fields,
        mark=mark,
        rest_attached=language.labels["rest-attached"],
    )


class _Paragraph(Struct):
    """A paragraph that is being put together: its role, its words, how many lines, and the last of them."""

    role: TextRole = "body"
    content: list[Inline] = field(default_factory=list)
    lines: int = 0
    last: ClaimedLine | None = None
    number: int | None = None
    is_open: bool = True


class _Builder:
    """Puts the pieces that a report claims together as blocks."""

    def __init__(self, claims: Claims, language: Language) -> None:
        self._claims, self._language = claims, language
        self._blocks: list[Block] = []
        self._section: list[_Paragraph] = []
        self._anchors = 0

    def blocks(self) -> list[Block]:
        """Return the blocks of the report, in order."""
        pieces = [piece for piece in self._claims.pieces if piece.role != "contents"]
        at = 0
        while at < len(pieces):
            at = self._take(pieces, at)
        self._end_section()
        return self._blocks

    def _take(self, pieces: Sequence[Piece], at: int) -> int:
        """Take the piece at `at`, with those that belong to it; return where the next one is."""
        piece = pieces[at]
        end = at + 1
        if piece.role == "label":
            end = next((i for i in range(end, len(pieces)) if pieces[i].role not in _IN_TITLE), len(pieces))
            starts_article = pieces[at + 1].source is not None if at + 1 < len(pieces) else False
            end = end if not starts_article else self._end_of_facts(pieces, at + 2)
            self._add_title(pieces[at:end])
        elif piece.role == "heading" and at + 1 < len(pieces) and pieces[at + 1].role in _CLOSING:
            role = pieces[at + 1].role
            end = next((i for i in range(end, len(pieces)) if pieces[i].role != role), len(pieces))
            self._add_closing(piece, pieces[at + 1 : end])
        elif piece.role == "heading":
            self._end_section()
            level = {1: 1, 2: 2}.get(piece.level or 1, 3)
            self._blocks.append(HeadingBlock(level, (self._text(piece.text),), self._anchor()))  # type: ignore[arg-type]
        else:
            self._add_words(piece)
        return end

    @staticmethod
    def _end_of_facts(pieces: Sequence[Piece], at: int) -> int:
        while at < len(pieces) and pieces[at].role == "fact":
            at += 1
        return at

    def _add_title(self, pieces: Sequence[Piece]) -> None:
        self._end_section()
        label, *rest = pieces
        facts = tuple(Fact(_FACT, one.text) for one in rest if one.role == "fact")
        titles = tuple(self._text(one.text) for one in rest if one.role in {"title", "heading"})
        subtitle = tuple(self._text(one.text) for one in rest if one.role == "subtitle")
        source = next((one.source for one in rest if one.source is not None), None)
        level = 0 if source is None else 1
        self._blocks.append(
            TitleBlock(label.text, titles, subtitle, facts, level, self._anchor(), source)  # type: ignore[arg-type]
        )

    def _add_closing(self, heading: Piece, pieces: Sequence[Piece]) -> None:
        self._end_section()
        head = HeadingBlock(2, (self._text(heading.text),), self._anchor())
        if pieces[0].role == "method":
            texts = tuple(TextBlock("method", (self._text(one.text),)) for one in pieces)
            self._blocks.append(MethodBlock(head, texts))
        else:
            notes = tuple(EndNote(one.number or 0, (self._text(one.text),)) for one in pieces)
            self._blocks.append(NotesBlock(head, notes))

    def _add_words(self, piece: Piece) -> None:
        last = self._section[-1] if self._section else None
        match piece.role:
            case "number" if last:
                last.content.append(Reference(int(piece.text), repeat=True))
                last.is_open = False
            case "mark" if last:
                last.content.append(Text(f" {piece.text}"))
                last.is_open = False
            case "gap" if last:
                last.content.append(Text(f" {GAP} "))
                last.is_open, last.last = True, None
            case "comment":
                strong = Text(f"{piece.text} ", frozenset({"strong"}))
                self._section.append(_Paragraph("comment", [strong]))
            case "ordinal":
                number = piece.text.removesuffix(".")
                self._section.append(_Paragraph(number=int(number) if number.isdecimal() else None))
            case "caption" | "empty" | "alternative":
                role: TextRole = "empty" if piece.role == "empty" else "caption"
                words = f"[{piece.text}]" if piece.role == "alternative" else piece.text
                self._section.append(_Paragraph(role, [self._text(words)], is_open=False))
            case _:
                self._add_line(piece)

    def _add_line(self, piece: Piece) -> None:
        line = self._claims.lines[piece.line] if piece.line is not None else None
        last = self._section[-1] if self._section else None
        if last is None or not _goes_on(last, line):
            last = _Paragraph()
            self._section.append(last)
        if last.lines and last.last and line and _is_apart(last.last, line):
            last.content.append(Text(" "))
        last.content.append(self._text(piece.text.replace("\n", " ")))
        last.lines, last.last = last.lines + 1, line

    def _end_section(self) -> None:
        """Put the paragraphs of a section among the blocks: as bullets where each holds a single line."""
        bullets = [one for one in self._section if one.role == "body" and one.number is None]
        listed = len(bullets) > 1 and all(one.lines == 1 for one in bullets)
        for one in self._section:
            content = tuple(one.content)
            if listed and one in bullets:
                before = self._blocks[-1] if self._blocks else None
                items = before.items if isinstance(before, ListBlock) else ()
                if isinstance(before, ListBlock):
                    self._blocks.pop()
                self._blocks.append(ListBlock((*items, Item(content))))
            elif content:
                self._blocks.append(TextBlock(one.role, content, one.number))
        self._section = []

    def _text(self, text: str) -> Text:
        """Return words, as foreign where they run the other way than those of the report."""
        kinds = (bidirectional(sign) for sign in text)
        first = next((kind for kind in kinds if kind in {"L", *_RIGHT_TO_LEFT}), "")
        runs = "rtl" if first in _RIGHT_TO_LEFT else "ltr"
        return Text(text, language=_UNKNOWN if first and runs != self._language.direction else "")

    def _anchor(self) -> str:
        self._anchors += 1
        return f"part-{self._anchors}"


def _goes_on(paragraph: _Paragraph, line: ClaimedLine | None) -> bool:
    """Tell whether a line belongs to a paragraph: it is its first, or follows its last in the article."""
    if not paragraph.is_open:
        return False
    if not paragraph.lines or paragraph.last is None:
        return True
    last = paragraph.last
    if line is None or line is last:
        return line is last
    same = (line.source, line.paragraph) == (last.source, last.paragraph)
    return same and line.sentence is not None and line.sentence == (last.sentence or 0) + 1


def _is_apart(before: ClaimedLine, after: ClaimedLine) -> bool:
    """Tell whether a space parts two neighbours; scripts without spaces have none."""
    return bool(before.spans and after.spans) and before.spans[-1][1] < after.spans[0][0]
