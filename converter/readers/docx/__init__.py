"""Word files: OOXML documents and templates, with or without macros, transitional or strict (ECMA-376)."""

from collections import Counter
from collections.abc import Sequence

from lxml import etree

from converter.model.article import Article
from converter.ooxml.xml import Element
from converter.readers.builder import ArticleBuilder
from converter.readers.detect import not_read, told_by_content
from converter.readers.docx.assembly import add_parts, settle_captions
from converter.readers.docx.blocks import children_of
from converter.readers.docx.body import Body, Surroundings
from converter.readers.docx.fields import ignoring, kinds_in, kinds_of, without_end
from converter.readers.docx.furniture import words_beside
from converter.readers.docx.heads import settle_headings, take_facts, take_title
from converter.readers.docx.leftovers import Leftover, tell_unread, tell_unseen
from converter.readers.docx.notes import Notes
from converter.readers.docx.numbering import Numbering
from converter.readers.docx.package import Package, Part, PartUnreadableError
from converter.readers.docx.parts import Part as Piece
from converter.readers.docx.parts import Words, runs_of
from converter.readers.docx.pictures import Pictures
from converter.readers.docx.properties import Properties, read_properties
from converter.readers.docx.runs import InlineReader
from converter.readers.docx.styles import Styles
from converter.readers.inline import Run
from converter.readers.language import normal_tag, tell_language
from converter.readers.original import Original

_ENOUGH = 20_000
"""Characters of which a language is told."""

_MOST_SOUGHT = 1_000
"""Lines of headers and footers that are sought in the text; honest files have a handful."""

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(original: Original, encoding: str) -> Article:  # noqa: ARG001 - Word files know their own
    """Return the article in a Word file; see `converter.readers.Reader`.

    Headers, footers, the table of contents and comments are left out, tracked changes are taken as accepted,
    and hidden text stays hidden; what that leaves out is told.
    """
    if told_by_content(original.data) in {"doc", "encrypted"}:
        raise not_read(told_by_content(original.data), original.name)
    document = _Document(Package(original.data, original.name))
    parts = document.body()
    notes = document.notes()
    text = _beginning(parts)
    beside = document.words_beside(parts)
    if not text:
        # all that there is to read
        parts += [Words("prose", [Run(line)], 1) for line in beside]
        beside = []
    title = take_title(parts, document.properties)
    facts = take_facts(parts, document.properties)
    settle_headings(parts)
    settle_captions(parts)

    builder = ArticleBuilder(original.source(_MEDIA_TYPE))
    builder.title(title)
    add_parts(builder, parts)
    for label, runs in notes:
        builder.footnote(label, runs)
    document.tell(builder, beside)
    told = document.properties
    return builder.build(
        byline=facts.byline or told.author, date=facts.date or told.date, language=document.language(text)
    )


class _Document:
    """A Word file while it is read."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main()
        self._pictures = Pictures(package)
        self._leftovers: Counter[Leftover] = Counter()
        self._refused: Counter[str] = Counter()
        self._languages: Counter[str] = Counter()
        self._styles = Styles(self._root("styles"))
        self._numbering = Numbering(self._root("numbering"))
        self._notes = Notes(package, self._main)
        self._leftovers["unreadable"] += self._notes.unreadable
        self.properties = self._read_properties()

    def body(self) -> list[Piece]:
        """Return what stands in the document itself.

        Raises:
            InputError: `input-broken`.
        """
        unwanted = without_end(kinds_in(self._main.data))
        blocks = ignoring(children_of(self._main.data, "body"), unwanted)
        try:
            return list(self._walk(self._main).read(blocks))
        except etree.XMLSyntaxError:
            raise self._package.broken("its text is damaged") from None

    def notes(self) -> list[tuple[str, list[Run]]]:
        """Return label and words of the notes that the text refers to."""
        read: list[tuple[str, list[Run]]] = []
        for kind, label, note in self._notes.referred():
            blocks = ignoring(note, without_end(kinds_of(note)))
            parts = self._walk(self._notes.parts[kind]).read(blocks)
            read.append((label, [run for part in parts for run in runs_of(part)]))
        return read

    def language(self, text: str) -> str:
        """Return the language of the document; empty where it names none that its words bear out.

        The language in which Word checks spelling is often the one it was installed in: it counts only where
        it says more closely what the words say too.
        """
        if self.properties.language:
            return self.properties.language
        tag = normal_tag(max(self._languages, key=lambda tag: self._languages[tag], default=""))
        return tag if tag.partition("-")[0] == tell_language(text).tag else ""

    def words_beside(self, parts: Sequence[Piece]) -> list[str]:
        """Return the lines of headers and footers that `parts` do not hold."""
        lines = words_beside(self._package, self._main)
        text = "\n".join(map(_text, parts)) if lines else ""
        return [line for line in lines[:_MOST_SOUGHT] if line not in text] + lines[_MOST_SOUGHT:]

    def tell(self, builder: ArticleBuilder, beside: Sequence[str]) -> None:
        """Add notices about all that was not taken over; `beside` stands in headers and footers alone."""
        if self._package.cut_off:
            what = "it is damaged or was cut off; its text is whole, and what stood behind that is missing"
            builder.notice("file-cut-off", what)
        tell_unseen(builder, self._leftovers)
        tell_unread(builder, self._leftovers)
        if beside:
            what = f"headers and footers were left out; they have lines that the text has not: {len(beside)}"
            builder.notice("headers-left-out", what)
        for reason, count in sorted(self._refused.items()):
            builder.notice("images-left-out", f"a picture was left out, since {reason}: {count}")

    def _walk(self, part: Part) -> Body:
        inline = InlineReader(self._styles, part.relationships, self._notes.label, self._leftovers)
        # one count for all parts
        inline.languages = self._languages
        return Body(
            Surroundings(
                self._package,
                self._pictures,
                part.relationships,
                self._styles,
                self._numbering,
                self._leftovers,
                self._refused,
            ),
            inline,
        )

    def _root(self, kind: str) -> Element | None:
        """Return the root of the part of that kind; `None` where there is none that can be read."""
        name = self._main.related(kind)
        try:
            return self._package.tree(name) if name else None
        except PartUnreadableError:
            self._leftovers["unreadable"] += 1
            return None

    def _read_properties(self) -> Properties:
        try:
            return read_properties(self._package)
        except PartUnreadableError:
            self._leftovers["unreadable"] += 1
            return Properties()


def _beginning(parts: Sequence[Piece]) -> str:
    """Return enough of the text to tell its language; empty where there are no words."""
    pieces: list[str] = []
    size = 0
    for part in parts:
        if size > _ENOUGH:
            break
        pieces.append(_text(part))
        size += len(pieces[-1])
    return " ".join(filter(None, pieces))


def _text(part: Piece) -> str:
    return " ".join("".join(run.text for run in runs_of(part)).split())
