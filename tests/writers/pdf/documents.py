"""Documents for the tests of the PDF writer: short-hands, and any document that Hypothesis can think of."""

from hypothesis import strategies as st
from msgspec.structs import replace

from converter.model.document import (
    Block,
    BoxBlock,
    Cell,
    Document,
    EndNote,
    HeadingBlock,
    Item,
    ListBlock,
    NotesBlock,
    Reference,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.style import Length, Page, Style
from tests.sample import sample_document, sample_style

BODY_WORDS = (
    *("the", "quay", "opened", "while", "engineers", "measured", "depth", "of", "this", "channel", "and"),
    *("international", "cooperation", "agreement", "government", "representatives", "responsibility"),
)


def document(*blocks: Block, language: str = "en") -> Document:
    """Return a document of these blocks, without header and footer."""
    bare = replace(sample_document(), language=language, blocks=blocks, records=(), sources=())
    return replace(
        bare, header=replace(bare.header, right=()), footer=replace(bare.footer, left=(), right=())
    )


def text(words: str, **about: str) -> TextBlock:
    """Return a paragraph of the body."""
    return TextBlock("body", (Text(words, **about),))  # type: ignore[arg-type]


def small_page(style: Style | None = None) -> Style:
    """Return a style with pages so small that short documents have several."""
    page = Page(*map(Length, (300, 320, 30, 30, 30, 30, 12, 12)))
    style = style or sample_style()
    narrow = {role: replace(how, indent=Length(min(how.indent, 40))) for role, how in style.text.items()}
    box = replace(style.box, indent=Length(29)) if style.box else None
    return replace(style, page=page, text=narrow, box=box)


_words = st.lists(st.sampled_from(BODY_WORDS), min_size=1, max_size=60).map(" ".join)
_inlines = st.tuples(_words.map(Text))
_headings = st.builds(
    HeadingBlock,
    st.sampled_from((1, 2, 3)),
    st.tuples(st.sampled_from(("Trade", "A slow century")).map(Text)),
    st.just("h"),
)
_paragraphs = st.builds(TextBlock, st.sampled_from(("body", "quote", "method", "comment")), _inlines)
_numbers = st.sampled_from((None, None, 1, 2, 99))
_items = st.lists(st.builds(Item, _inlines, st.integers(0, 2), _numbers), min_size=1, max_size=5).map(tuple)
_lists = st.builds(ListBlock, _items)
_cells = st.builds(Cell, st.tuples(st.sampled_from(BODY_WORDS).map(Text)), st.sampled_from(("start", "end")))
_tables = st.builds(
    TableBlock,
    st.lists(st.tuples(_cells, _cells, _cells), min_size=1, max_size=12).map(tuple),
    st.integers(0, 1),
)
_simple = st.one_of(_paragraphs, _lists, _tables)
_boxes = st.builds(BoxBlock, st.lists(_simple, min_size=1, max_size=3).map(tuple))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return any document; its headings have anchors of their own, and its references an end-note each."""
    parts = draw(
        st.lists(st.tuples(st.none() | _headings, st.one_of(_simple, _boxes)), min_size=1, max_size=8)
    )
    blocks = [block for part in parts for block in part if block is not None]
    blocks = [
        replace(block, anchor=f"h{index}") if isinstance(block, HeadingBlock) else block
        for index, block in enumerate(blocks)
    ]
    blocks = [
        _numbered(block, index) if isinstance(block, TextBlock) else block
        for index, block in enumerate(blocks)
    ]
    cited = [
        inline.number
        for block in blocks
        if isinstance(block, TextBlock)
        for inline in block.content
        if isinstance(inline, Reference)
    ]
    title = TitleBlock("Briefing", (Text("The river & the port"),), (), ())
    notes = NotesBlock(
        HeadingBlock(2, (Text("References"),), "references"),
        tuple(EndNote(n, (Text(f"Paragraph {n}"),)) for n in cited),
    )
    return document(title, *blocks, *((notes,) if cited else ()))


def _numbered(block: TextBlock, index: int) -> TextBlock:
    return replace(block, content=(*block.content, Reference(index + 1)))
