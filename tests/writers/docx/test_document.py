import pytest
from msgspec.structs import replace

from converter.model.document import (
    Block,
    BoxBlock,
    HeadingBlock,
    MethodBlock,
    Text,
    TextBlock,
)
from converter.model.style import Length, Rule
from converter.writers.docx.stylenames import ROLE_STYLES
from tests.sample import sample_style
from tests.writers.docx.opened import look, query, strings, written


@pytest.mark.parametrize("role", ["body", "quote", "code", "comment", "empty", "caption"])
def test_a_paragraph_has_the_style_of_its_role_and_nothing_else(role: str) -> None:
    opened = written(TextBlock(role, (Text("x"),)))  # type: ignore[arg-type]
    (paragraph,) = opened.find("//w:body/w:p")
    assert strings(paragraph, "w:pPr/*/@w:val") == [ROLE_STYLES[role].id]  # type: ignore[index]
    assert len(query(paragraph, "w:pPr/*")) == 1


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_are_those_of_word_and_bookmarks(level: int) -> None:
    opened = written(HeadingBlock(level, (Text("x"),), "an-anchor"))  # type: ignore[arg-type]
    assert opened.styles() == [f"Heading{level}"]
    assert opened.values("//w:bookmarkStart/@w:id") == opened.values("//w:bookmarkEnd/@w:id") == ["1"]


def test_code_keeps_its_line_ends() -> None:
    opened = written(TextBlock("code", (Text("a = 1\n\tb = 2"),)))
    assert [child.tag.rpartition("}")[2] for child in opened.find("//w:r/*")] == ["t", "br", "tab", "t"]


def method(level: int = 2) -> MethodBlock:
    heading = HeadingBlock(level, (Text("Source and method"),), "source-and-method")  # type: ignore[arg-type]
    return MethodBlock(heading, (TextBlock("method", (Text("How."),)),))


def test_the_hairline_above_the_method_spans_the_text_wherever_the_heading_stands() -> None:
    style = sample_style()
    column = replace(
        style, text={**style.text, "heading2": replace(style.text["heading2"], indent=Length(108))}
    )
    opened = written(method(), style=column)
    assert opened.values("//w:pBdr/w:top/@w:sz") == ["4"]
    assert opened.values("//w:pBdr/../w:ind/@w:left") == ["0"]
    assert opened.values("//w:pBdr/../w:ind/@w:firstLine") == ["2160"]


def test_without_a_hairline_the_method_is_a_heading_like_others() -> None:
    style = replace(sample_style(), method_rule=Rule(Length(0), sample_style().accent))
    assert not written(method(), style=style).find("//w:body//w:pBdr")


def test_every_kind_of_block_is_written_in_its_order() -> None:
    opened = written()
    styles = opened.styles()
    assert styles[:6] == [
        "BriefingLabel",
        "Title",
        "Subtitle",
        "BriefingFacts",
        "Heading1",
        "BriefingLeadBullet",
    ]
    assert styles[-4:] == ["Heading2", "BriefingMethod", "BriefingMethod", "Heading2"]
    assert [style for style in styles if style.startswith("List")] == [
        "ListNumber",
        "ListNumber",
        "ListBullet2",
    ]


def test_numbered_paragraphs_in_the_box_stand_in_the_box() -> None:
    blocks: tuple[Block, ...] = (
        BoxBlock((TextBlock("lead", (Text("x"),), 1), TextBlock("lead", (Text("y"),), 2))),
    )
    opened = written(*blocks)
    box = sample_style().box
    assert box
    left = box.indent + box.rule.width + box.padding + look().hang("lead", "number")
    assert set(opened.values("//w:body//w:ind/@w:left")) == {str(Length(left).twips)}


def test_the_first_of_several_paragraphs_may_go_without_the_first_lines_indent() -> None:
    style = sample_style()
    body = replace(style.text["body"], first_line=Length(15), flush_opening=True)
    heading, one = HeadingBlock(1, (Text("x"),), "x"), TextBlock("body", (Text("y"),))
    blocks = (heading, one, one, TextBlock("quote", (Text("z"),)), one, one)
    opened = written(*blocks, style=replace(style, text={**style.text, "body": body}))
    first = [strings(each, "w:pPr/w:ind/@w:firstLine") for each in opened.find("//w:body/w:p")]
    assert first == [[], ["0"], [], [], ["0"], []]
