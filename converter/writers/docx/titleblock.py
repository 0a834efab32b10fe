"""The title block: label, title, subtitle and facts, in even lines and clear of the band behind them."""

from collections.abc import Sequence
from itertools import pairwise

from converter.model.document import Inline, Text, TitleBlock
from converter.model.style import Length, TextRole
from converter.writers.docx.balance import balanced_width, line_count
from converter.writers.docx.formatting import indent, rule_borders, spacing
from converter.writers.docx.look import Look
from converter.writers.docx.paragraph import Paragraph
from converter.writers.docx.runs import TO_THE_LEFT, Runs, bookmarked
from converter.writers.docx.stylenames import ROLE_STYLES

_BALANCED = frozenset({"title", "subtitle"})
_COVERED = frozenset({"label", "facts"})
_KEEP_NEXT = {"keepNext": "<w:keepNext/>"}
# Of the body's leading: what the band reaches below the title block at least, and the text keeps from it.
_BELOW_BLOCK, _BELOW_BAND = 1.0, 1.5


def title_paragraphs(block: TitleBlock, look: Look, runs: Runs, bookmark: int) -> list[Paragraph]:
    """Return the title block, kept together; `bookmark` is the number of its anchor's bookmark."""
    paragraphs = []
    for role, content in _parts(block, look):
        xml = runs.xml(content)
        if block.level and role in _COVERED and look.style.cover.kind != "none":
            # these would stand on a cover, in the colours of that
            xml = xml.replace("<w:r><w:t", f"<w:r><w:rPr>{look.color(look.text('method').color)}</w:rPr><w:t")
        paragraph = Paragraph(role, ROLE_STYLES[role].id, xml, _even_lines(role, content, look))
        if content is block.title:
            paragraph.content = bookmarked(paragraph.content, runs.bookmarks[block.anchor], bookmark)
        paragraphs.append(paragraph)
    # an article of a digest has its first section below it
    for paragraph in paragraphs if block.level else paragraphs[:-1]:
        paragraph.properties.update(_KEEP_NEXT)
    if block.level and block.label:
        # the space above a heading stands above its label
        label, title = paragraphs[:2]
        label.properties["spacing"] = spacing(look, "label", before=look.text("heading1").space_before)
        title.properties["spacing"] = spacing(look, "heading1", before=Length(0))
    last = paragraphs[-1]
    if not block.facts:
        rule, space = look.style.title_rule_below, look.text("facts").space_after
        last.properties.update(rule_borders(look, below=rule, space_pt=space))
    if block.level == 0 and look.style.cover.kind == "band":
        after = band_height(block, look) - _used(block, look) + _BELOW_BAND * look.text("body").leading
        last.properties["spacing"] = spacing(look, last.role, after=Length(after))
    return paragraphs


def band_height(block: TitleBlock, look: Look) -> Length:
    """Return how far the band behind the title block reaches down the page."""
    return Length(max(look.style.cover.height, _used(block, look) + _BELOW_BLOCK * look.text("body").leading))


def _parts(block: TitleBlock, look: Look) -> list[tuple[TextRole, tuple[Inline, ...]]]:
    """Return the lines of the block with their roles; facts stand in one row."""
    title: TextRole = "heading1" if block.level else "title"
    # where lines run to the left, a number behind the name of a file does not go with that
    between = look.style.separator + (TO_THE_LEFT if look.direction == "rtl" else "")
    facts = (Text(between.join(fact.text for fact in block.facts)),) if block.facts else ()
    label = (Text(block.label),) if block.label else ()
    parts: list[tuple[TextRole, tuple[Inline, ...]]] = [
        ("label", label),
        (title, block.title),
        ("subtitle", block.subtitle),
        ("facts", facts),
    ]
    return [(role, content) for role, content in parts if content]


def _even_lines(role: TextRole, content: Sequence[Inline], look: Look) -> dict[str, str]:
    """Return the indent at the end that makes the lines of a title about equally long."""
    if role not in _BALANCED:
        return {}
    text, room = look.text(role), _room(role, look)
    width = balanced_width(_plain(content), look.fonts[role], text.size, room)
    return {} if width is None else {"ind": indent(text.indent, Length(room - width), text.first_line)}


def _used(block: TitleBlock, look: Look) -> float:
    """Return how far down the page the block reaches, in points; of two spaces the larger counts."""
    parts, style = _parts(block, look), look.style
    texts = [look.text(role) for role, _ in parts]
    lines = [
        line_count(_plain(content), look.fonts[role], look.text(role).size, _room(role, look))
        for role, content in parts
    ]
    heights = sum(text.leading * count for text, count in zip(texts, lines, strict=True))
    spaces = sum(max(above.space_after, below.space_before) for above, below in pairwise(texts))
    rules = [rule for rule in (style.title_rule_above, style.title_rule_below) if rule.width]
    around = sum(rule.width + look.text("facts").space_after for rule in rules)
    return look.first_top + heights + spaces + around


def _room(role: TextRole, look: Look) -> float:
    return look.style.page.text_width - look.text(role).indent


def _plain(content: Sequence[Inline]) -> str:
    return "".join(inline.text for inline in content if isinstance(inline, Text))
