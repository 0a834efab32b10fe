"""Title blocks and headings, with their bookmarks and destinations."""

from copy import copy
from typing import TYPE_CHECKING

from converter.model.document import Fact, HeadingBlock, Inline, Text, TitleBlock
from converter.model.style import Style, TextRole
from converter.writers.pdf.linebreak import INFINITE
from converter.writers.pdf.marks import Row
from converter.writers.pdf.stack import Stack

if TYPE_CHECKING:
    from converter.writers.pdf.inline import Word

HEADINGS: dict[int, TextRole] = {1: "heading1", 2: "heading2", 3: "heading3"}
_SPACE_BELOW_BAND = 1.5


def add_title(stack: Stack, block: TitleBlock) -> float:
    """Add label, title, subtitle, and the facts between two lines.

    Returns:
        How far down from the paper's upper edge a band of colour reaches behind them; 0 where there is none.
    """
    cover = stack.style.cover
    stack.new_page = stack.new_page or (block.level > 0 and cover.kind == "page" and bool(stack.rows))
    first = len(stack.rows) if block.level else 0
    if block.level:
        # what ends the article before it does not wait for this one
        stack.let_go()
    if block.label:
        if block.level:
            stack.add_space(float(stack.style.text["heading1"].space_before))
        _uncover(_add(stack, (Text(block.label),), "label", "P"), stack.style, block)
    rows = _add(
        stack,
        block.title,
        "heading1" if block.level else "title",
        f"H{block.level}" if block.level else "Title",
    )
    if rows:
        if block.level and block.label:
            # the space above a heading stands above its label
            rows[0].gap = float(stack.style.text["label"].space_after)
        rows[0].anchors += (block.anchor,)
        rows[0].bookmark = (block.level, plain(block.title)) if block.level else None
    if block.subtitle:
        _add(stack, block.subtitle, "subtitle", "P")
    # an article of a digest has its first section below it
    facts = _add_facts(stack, block.facts, keep_with_next=block.level > 0)
    _uncover(facts, stack.style, block)
    stack.new_page = not block.level and cover.kind == "page"
    return _clear_band(stack, stack.rows[first:]) if not block.level and cover.kind == "band" else 0.0


def _uncover(rows: list[Row], style: Style, block: TitleBlock) -> None:
    """Give what would stand on a cover, in the colours of that, those of small type on paper."""
    if block.level and style.cover.kind != "none":
        for glyphs in (glyphs for row in rows for glyphs in row.glyphs):
            # looks are shared; this one is these words' own
            glyphs.look = copy(glyphs.look)
            glyphs.look.color = style.text["method"].color


def _add(stack: Stack, content: tuple[Inline, ...], role: TextRole, tag: str) -> list[Row]:
    words = stack.words.words(content, role, stack.parent.child(tag))
    return stack.paragraph(words, role, balance=True)


def _add_facts(stack: Stack, facts: tuple[Fact, ...], *, keep_with_next: bool) -> list[Row]:
    """Add the facts in one row that is broken only behind what stands between them; return its lines."""
    space = float(stack.style.text["facts"].space_after)
    stack.add_rule(stack.style.title_rule_above, 0.0, space, keep_with_next=True)
    rows = stack.paragraph(_fact_words(stack, facts), "facts", keep_with_next=keep_with_next)
    stack.add_rule(stack.style.title_rule_below, space, space, keep_with_next=keep_with_next)
    return rows


def _fact_words(stack: Stack, facts: tuple[Fact, ...]) -> "list[Word]":
    element = stack.parent.child("P")
    separator = stack.style.separator
    space = stack.words.looks.look("facts").space
    words: list[Word] = []
    for fact in facts:
        if words:
            between = stack.words.words((Text(separator.strip()),), "facts", element)
            words[-1].space = space * separator.startswith(" ")
            words[-1].penalty = INFINITE if between else 0.0
            words += between
            words[-1].space = max(words[-1].space, space * separator.endswith(" "))
        made = stack.words.words((Text(fact.text),), "facts", element)
        for word in made[:-1]:
            word.penalty = INFINITE
        words += made
    return words


def _clear_band(stack: Stack, rows: list[Row]) -> float:
    """Let the band of colour reach below the title block, and leave it before anything else begins."""
    leading = float(stack.style.text["body"].leading)
    used = float(stack.style.page.top) + sum(
        row.gap * (index > 0) + row.height for index, row in enumerate(rows)
    )
    bottom = max(float(stack.style.cover.height), used + leading)
    stack.add_space(bottom - used + _SPACE_BELOW_BAND * leading)
    return bottom


def add_heading(stack: Stack, block: HeadingBlock) -> None:
    """Add a heading."""
    role = HEADINGS[block.level]
    words = stack.words.words(block.content, role, stack.parent.child(f"H{block.level}"))
    rows = stack.paragraph(words, role, balance=True)
    if rows:
        rows[0].anchors += (block.anchor,)
        rows[0].bookmark = block.level, plain(block.content)


def plain(content: tuple[Inline, ...]) -> str:
    """Return the words of `content` alone."""
    return "".join(inline.text for inline in content if isinstance(inline, Text))
