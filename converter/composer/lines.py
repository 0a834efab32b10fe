"""Lines of a briefing → words with their provenance; neighbours join, and no gap goes unmarked."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from converter.composer.context import Context
from converter.composer.panels import compose_entry
from converter.model.article import Span
from converter.model.briefing import GAP, Edited, Entry, Likewise, Line, Note, Shared, Verbatim, Whole
from converter.model.document import Inline, Record, Text, Twin
from converter.text import plain

SentenceLine = Verbatim | Edited


class Run(Struct):
    """Neighbouring sentences of one paragraph, one list item or one paragraph of a quotation.

    Attributes:
        article: index of the article.
        block: index of the block in it.
        part: the paragraph or item.
        lines: at least one, in the source's order, none left out between them.
        shared: what other articles say of its one line.
        entry: what a panel sets off in its one line.
        depth: 1 where it stands below the line that it says otherwise, else 0.
    """

    article: int
    block: int
    part: Span
    lines: list[SentenceLine] = field(default_factory=list)
    shared: Shared | None = None
    entry: Entry | None = None
    depth: int = 0

    def precedes(self, other: "Run") -> bool:
        """Tell whether `other` comes later in the same part, so that a gap mark can join the two."""
        same = (self.article, self.block, self.part) == (other.article, other.block, other.part)
        return same and self.lines[-1].sentence.number < other.lines[0].sentence.number

    def adjoins(self, other: "Run") -> bool:
        """Tell whether `other` begins with the very next sentence of the same part."""
        return self.precedes(other) and self.lines[-1].sentence.number + 1 == other.lines[0].sentence.number


Piece = Run | Note | Whole


def gather(lines: Iterable[Line], form: Literal["paragraphs", "bullets"], context: Context) -> list[Piece]:
    """Return `lines` in their order; neighbours go together in paragraphs, not in bullets.

    A line that a person emptied is left out.
    """
    gathered: list[Piece] = []
    for line in lines:
        if isinstance(line, Edited | Note) and not plain(line.text):
            continue
        if isinstance(line, Note | Whole):
            gathered.append(line)
            continue
        if isinstance(line, Shared):
            gathered.append(_shared_run(line, 0, context))
            gathered += [_shared_run(other, 1, context) for other in line.otherwise]
            continue
        if isinstance(line, Entry):
            gathered.append(replace(_run(line.line, context), entry=line))
            continue
        run = _run(line, context)
        last = gathered[-1] if gathered else None
        if form == "paragraphs" and isinstance(last, Run) and last.adjoins(run):
            last.lines.append(line)
        else:
            gathered.append(run)
    return gathered


def _run(line: SentenceLine, context: Context) -> Run:
    sentence = line.sentence
    article = sentence.span.article
    return Run(article, sentence.block, context.shelves[article].part(sentence), [line])


def _shared_run(line: Shared, depth: int, context: Context) -> Run:
    return replace(_run(line.line, context), shared=line, depth=depth)


def compose_run(run: Run, section: str, context: Context) -> tuple[Inline, ...]:
    """Return the sentences of `run` as the source parts them, and where they come from behind the last."""
    content: list[Inline] = []
    for index, line in enumerate(run.lines):
        if index and (space := _between(run.lines[index - 1], line, context)):
            content.append(Text(space))
        if run.entry:
            content += compose_entry(run.entry, section, context)
        else:
            content += _sentence(line, section, context, run.shared)
    numbers = [line.sentence.number for line in run.lines]
    return (*content, *context.references.to(run.article, run.block, numbers))


def compose_note(note: Note, section: str, context: Context) -> tuple[Inline, ...]:
    """Return a person's own words behind what marks them as such."""
    text, author = plain(note.text), plain(note.author)
    index = context.record(Record("note", section, text, author=author))
    name = context.labels("comment-by", author=author) if author else context.labels("comment")
    return (Text(name, frozenset({"strong"})), Text(" – "), Text(text, record=index))


def _between(before: SentenceLine, after: SentenceLine, context: Context) -> str:
    """Return what parts two neighbours: a space, or nothing in scripts that write none."""
    article = context.shelves[after.sentence.span.article].article
    return " " if article.text[before.sentence.span.end : after.sentence.span.start] else ""


def _sentence(line: SentenceLine, section: str, context: Context, shared: Shared | None) -> Iterator[Inline]:
    if isinstance(line, Edited):
        yield from _edited(line, section, context)
        return
    record = _record(line, section, _marked_text(line, context), context)
    if shared:
        record = replace(record, twins=tuple(_twin(one, context) for one in shared.likewise))
    index = context.record(record)
    shelf = context.shelves[line.sentence.span.article]
    before, after = _trimmed(line, context)
    if before:
        yield Text(f"{GAP} ", record=index)
    for number, span in enumerate(line.spans):
        if number:
            yield Text(f" {GAP} ", record=index)
        yield from shelf.cutter.runs(span, index, strong=shared.differing if shared else ())
    if after:
        yield Text(f" {GAP}", record=index)


def _edited(line: Edited, section: str, context: Context) -> Iterator[Inline]:
    index = context.record(_record(line, section, plain(line.text), context))
    shelf = context.shelves[line.sentence.span.article]
    yield Text(plain(line.text), language=shelf.cutter.language, record=index)
    yield Text(f" ({context.labels('edited')})", frozenset({"emphasis"}))


def _record(line: SentenceLine, section: str, text: str, context: Context) -> Record:
    shelf, block = context.shelves[line.sentence.span.article], line.sentence.block
    edited = isinstance(line, Edited)
    return Record(
        kind="edited" if edited else "verbatim",
        section=section,
        text=text,
        spans=line.spans,
        source=shelf.index,
        paragraph=shelf.paragraph(block),
        sentence=line.sentence.number,
        origin=shelf.origin(block),
        original=_marked_text(line, context) if edited else "",
        author=plain(line.author) if isinstance(line, Edited) else "",
    )


def _twin(one: Likewise, context: Context) -> Twin:
    sentence = one.sentence
    shelf = context.shelves[sentence.span.article]
    return Twin(shelf.index, sentence.span, shelf.paragraph(sentence.block), sentence.number, one.likeness)


def _marked_text(line: SentenceLine, context: Context) -> str:
    """Return the source's words of `line`, with a mark wherever part of the sentence is left out."""
    before, after = _trimmed(line, context)
    text = context.briefing.text_of(line).replace("\n", " ")
    return (f"{GAP} " if before else "") + text + (f" {GAP}" if after else "")


def _trimmed(line: SentenceLine, context: Context) -> tuple[bool, bool]:
    """Tell whether words are left out before the first span of `line`, and behind its last."""
    article, whole = context.shelves[line.sentence.span.article].article, line.sentence.span
    before = article.text[whole.start : line.spans[0].start]
    after = article.text[line.spans[-1].end : whole.end]
    return bool(before.strip()), bool(after.strip())
