"""What stands within blocks is read in its turn, or ahead of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from converter.readers.inline import set_line
from converter.readers.markdown.inline import read_inline
from converter.readers.markdown.spans import SpanReader
from converter.readers.markdown.tree import Block

PARSER = MarkdownIt("commonmark")


@given(st.lists(st.text(st.sampled_from("ab \t.>|#-+=:)]}\u00a0é"), min_size=1)).map("\n".join))
def test_text_that_holds_no_signs_is_read_as_the_library_reads_it(text: str) -> None:
    text = text.strip(" \t\n")
    (inline,) = PARSER.parseInline(text)
    ours = SpanReader(PARSER, {}, notes=False).read(Block("paragraph", text=text))
    assert set_line(ours.content) == set_line(read_inline(inline.children or []).runs)


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("**a**", True),
        ("__a *b*__", True),
        ("**a ^[note]**", True),
        ("**a** b", False),
        ("**a** **b**", False),
        ("**a.**", False),
        ("*a*", False),
        ("***a***", False),
        ("** a**", False),
        (f"**{'a' * 100}**", False),
    ],
)
def test_short_text_all_in_bold_may_be_a_heading(text: str, *, bold: bool) -> None:
    assert SpanReader(PARSER, {}, notes=False).is_bold(Block("paragraph", text=text)) == bold


def test_what_is_read_ahead_is_read_once() -> None:
    reader = SpanReader(PARSER, {}, notes=False)
    block = Block("paragraph", text="a *b*")
    ahead = reader.ahead(block)
    assert reader.ahead(block) is ahead
    assert reader.read(block) is ahead
    assert block.inline is None
