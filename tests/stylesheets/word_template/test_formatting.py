from converter.ooxml.xml import parse
from converter.stylesheets.word_template.formatting import Styles
from tests.stylesheets.word_template.templates import NAMESPACES, paragraph, style, words


def styles(*each: str, defaults: str = "") -> Styles:
    root = f"<w:styles {NAMESPACES}><w:docDefaults>{defaults}</w:docDefaults>{''.join(each)}</w:styles>"
    return Styles(parse(root.encode()))


def size(found: Styles, name: str) -> str:
    formatting = found.named(name)
    assert formatting is not None
    return formatting.run["sz"]["val"]


SIZE = '<w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault>'


def test_a_style_has_what_it_is_based_on_below_its_own() -> None:
    normal, quote = style("Normal", run='<w:sz w:val="20"/><w:b/>'), style("Quote", based_on="Normal")
    found = styles(normal, quote, style("Title", run='<w:sz w:val="50"/>', based_on="Quote"), defaults=SIZE)
    assert [size(found, name) for name in ("Normal", "Quote", "Title")] == ["20", "20", "50"]
    title = found.named("title")
    assert title is not None
    assert title.is_on("b")


def test_a_style_that_is_based_on_nothing_has_the_defaults_alone() -> None:
    found = styles(style("Normal", run='<w:sz w:val="20"/>', usual=True), style("Title"), defaults=SIZE)
    assert size(found, "Title") == "22"
    assert found.usual().run["sz"]["val"] == "20"


def test_styles_that_are_based_on_each_other_end() -> None:
    found = styles(style("A", run='<w:sz w:val="8"/>', based_on="B"), style("B", based_on="A"))
    assert size(found, "A") == size(found, "B") == "8"


def test_the_first_of_several_names_that_there_is_counts() -> None:
    found = styles(style("Normal", run='<w:sz w:val="20"/>'), style("body text", run='<w:sz w:val="24"/>'))
    chosen = found.named("Body Text", "Normal")
    assert chosen is not None
    assert chosen.run["sz"]["val"] == "24"
    assert found.named("Title") is None


def test_spaces_are_inherited_one_by_one() -> None:
    below = style("Normal", '<w:spacing w:before="60" w:after="120" w:line="300" w:lineRule="exact"/>')
    found = styles(below, style("Quote", '<w:spacing w:after="0"/>', based_on="Normal")).named("Quote")
    assert found is not None
    assert found.paragraph["spacing"] == {"before": "60", "after": "0", "line": "300", "lineRule": "exact"}


def test_what_says_the_same_otherwise_is_put_away() -> None:
    below = style(
        "Normal",
        '<w:ind w:left="200" w:hanging="100"/><w:spacing w:line="300" w:lineRule="exact"/>',
        '<w:rFonts w:asciiTheme="minorHAnsi"/>',
    )
    above = style(
        "Quote",
        '<w:ind w:start="300" w:firstLine="50"/><w:spacing w:line="240"/>',
        '<w:rFonts w:ascii="Georgia"/>',
        based_on="Normal",
    )
    found = styles(below, above).named("Quote")
    assert found is not None
    assert found.paragraph["ind"] == {"start": "300", "firstLine": "50"}
    assert found.paragraph["spacing"] == {"line": "240"}
    assert found.run["rFonts"] == {"ascii": "Georgia"}


def test_tab_stops_add_up_and_can_be_cleared() -> None:
    below = style(
        "Normal", '<w:tabs><w:tab w:val="center" w:pos="100"/><w:tab w:val="right" w:pos="200"/></w:tabs>'
    )
    above = style(
        "header",
        '<w:tabs><w:tab w:val="clear" w:pos="100"/><w:tab w:val="left" w:pos="50"/></w:tabs>',
        based_on="Normal",
    )
    found = styles(below, above).named("header")
    assert found is not None
    assert found.tabs == {200: "right", 50: "left"}


def test_words_have_their_paragraphs_style_and_what_is_said_of_them_alone() -> None:
    found = styles(
        style("Normal", run='<w:sz w:val="20"/>', usual=True),
        style("footer", run="<w:b/>", based_on="Normal"),
    )
    text = paragraph(words("x", "<w:i/>"), '<w:pStyle w:val="xFooter"/>')
    (block,) = parse(f"<w:body {NAMESPACES}>{text}</w:body>".encode())
    run = block.find("{*}r")
    formatting = found.of_paragraph(block, run)
    assert [formatting.is_on(name) for name in ("b", "i", "caps")] == [True, True, False]
    assert formatting.run["sz"]["val"] == "20"
