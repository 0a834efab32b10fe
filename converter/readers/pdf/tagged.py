"""Tagged documents → blocks, as their structure trees say (ISO 32000-2 14.8.4)."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from converter.readers.inline import Content, Run
from converter.readers.pdf.blocks import Block, Picture, Rows, Text, without_start
from converter.readers.pdf.characters import ARTIFACT
from converter.readers.pdf.drafts import HEADING, Draft, PageDrafts
from converter.readers.pdf.layout import Layout
from converter.readers.pdf.line import Line
from converter.readers.pdf.markers import read_marker
from converter.readers.pdf.notes import NoteLabels
from converter.readers.pdf.pages import PageContent
from converter.readers.pdf.running import Page, without_running
from converter.readers.pdf.structure import Element
from converter.readers.pdf.text import Hyphens, runs_of

_COVERED = 0.9
"""Share of the words that must be tagged."""

_MOST = 0.5
_LONG = 300
"""Words from which on it is suspicious if one element, or headings, hold most of them."""

_STOPPED = re.compile(r"[.!?:;…。！？：；][\"'”’»)\]]*$")


def are_useful(pages: Sequence[PageContent]) -> bool:
    """Say whether the tags hold most words, tell headings, and do not call everything the same."""
    words: Counter[str] = Counter()
    largest = 0
    for page in pages:
        counts = Counter[int]()
        for line in page.lines:
            counts.update(line.mcids)
        words["all"] += counts.total()
        words["artifacts"] += counts[ARTIFACT]
        for element in page.structure.walk() if page.structure else ():
            own = sum(counts[number] for number in element.numbers)
            words["tagged"] += own
            words["headings"] += own if HEADING.fullmatch(element.kind) else 0
            largest = max(largest, own)
    content = words["all"] - words["artifacts"]
    one_for_all = content > _LONG and max(largest, words["headings"]) > _MOST * content
    enough = words["tagged"] >= _COVERED * content and words["artifacts"] <= _MOST * words["all"]
    return bool(words["headings"]) and enough and not one_for_all


def read_tags(pages: Sequence[PageContent]) -> Layout:
    """Return the blocks of a document whose tags are of use."""
    read = [
        Page([line for line in page.lines if set(line.mcids) != {ARTIFACT}], page.height) for page in pages
    ]
    sizes = [line.size for page in read for line in page.lines]
    kept, said = without_running(read, median(sizes) if sizes else 1)
    drafts: list[Draft] = []
    for index, (page, lines) in enumerate(zip(pages, kept, strict=True)):
        words = [word for line in lines for word in line.words]
        made = PageDrafts(index, [*words, *page.turned], page.images).make(
            page.structure or Element("Document")
        )
        if drafts and made and _goes_on(drafts[-1], made[0]):
            drafts[-1].lines += made.pop(0).lines
        drafts += made
    return _finished(drafts, said)


def _goes_on(draft: Draft, following: Draft) -> bool:
    """Say whether what ends a page goes on at the top of the next, as another element there."""
    alike = draft.kind == following.kind and draft.kind in ("paragraph", "item", "quote")
    if not (alike and draft.lines and following.lines) or following.label or read_marker(following.text):
        return False
    return not _STOPPED.search(draft.text) and following.text[0].islower()


def _finished(drafts: Sequence[Draft], said: list[str]) -> Layout:
    levels = sorted({draft.level for draft in drafts if draft.kind == "heading"})
    top = [draft for draft in drafts if draft.kind == "heading" and draft.level == levels[0]]
    title = top[0] if len(top) == 1 and top[0].page == 0 else None
    if title:
        levels = levels[1:] or levels
    maker = _Maker(drafts, levels)
    blocks: list[Block] = []
    found: Text | None = None
    for draft in drafts:
        block = maker.make(draft)
        blocks.append(block)
        if draft is title and isinstance(block, Text):
            found = block
    return Layout(blocks, found, said, sure=title is not None and title.level == 0)


class _Maker:
    def __init__(self, drafts: Sequence[Draft], levels: Sequence[int]) -> None:
        self._hyphens = Hyphens(line for draft in drafts for line in draft.lines)
        notes = NoteLabels()
        for draft in drafts:
            if draft.kind == "note":
                draft.label = notes.add(draft.page, draft.label)
        self._labels = notes.everywhere(max((draft.page for draft in drafts), default=0) + 1)
        self._lowest = levels[0] if levels else 1

    def make(self, draft: Draft) -> Block:
        runs = self._runs(draft.lines)
        match draft.kind:
            case "table":
                rows: list[list[Content]] = [[self._runs(cell) for cell in row] for row in draft.rows]
                return Rows(rows, draft.page, draft.header_rows, runs)
            case "picture":
                return Picture(draft.image, draft.page, draft.alternative, runs)
            case "heading":
                return Text("heading", runs, draft.page, max(draft.level - self._lowest + 1, 1))
            case "item":
                return self._item(draft, runs)
            case "code":
                runs = [Run("\n".join(line.text for line in draft.lines))]
        return Text(draft.kind, runs, draft.page, label=draft.label)

    def _item(self, draft: Draft, runs: list[Run]) -> Text:
        number = draft.number
        # Where no label is tagged, the marker stands in the text.
        marker = None if draft.label else read_marker(draft.text)
        if marker:
            runs, number = without_start(runs, marker.length), marker.number
        return Text("item", runs, draft.page, draft.level, number, opens=draft.opens)

    def _runs(self, lines: Sequence[Line]) -> list[Run]:
        return runs_of(lines, self._hyphens, self._labels) if lines else []
