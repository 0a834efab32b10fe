"""The HTML page, as a parser sees it."""

import re
from html.parser import HTMLParser
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from msgspec.structs import replace

from converter.model.document import (
    Block,
    BoxBlock,
    Cell,
    Document,
    EndNote,
    FigureBlock,
    HeadingBlock,
    Item,
    ListBlock,
    NotesBlock,
    Reference,
    RunningLine,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.style import Logo, Style
from converter.text import clean_text
from converter.writers import write
from tests.document_text import document_lines
from tests.sample import png, sample_document, sample_style, with_contents
from tests.writers.reading import html_lines

Element = Any
"""An element of lxml, which has no types for HTML."""


def written(document: Document, style: Style | None = None) -> str:
    return write(document, style or sample_style(), "html").data.decode("utf-8")


def parsed(document: Document, style: Style | None = None) -> Element:
    return lxml_html.document_fromstring(written(document, style))


def of(*blocks: Block) -> Document:
    return replace(sample_document(), blocks=(TitleBlock("", (Text("T"),), (), ()), *blocks))


def test_it_says_what_the_document_says_in_the_same_order() -> None:
    document = sample_document()
    assert html_lines(written(document).encode()) == document_lines(document)


def test_contents_are_a_landmark_of_links_to_the_headings() -> None:
    document = with_contents(sample_document())
    assert html_lines(written(document).encode()) == document_lines(document)
    page = parsed(document)
    (nav,) = page.xpath("//nav[@role='doc-toc']")
    assert page.get_element_by_id(nav.get("aria-labelledby")).text_content() == "Contents"
    links = nav.xpath(".//a")
    assert [link.text_content() for link in links] == [
        page.get_element_by_id(link.get("href")[1:]).text_content() for link in links
    ]
    assert [link.text_content() for link in nav.xpath("./ol/li/ol//a")] == ["A slow century"]


def test_every_element_is_closed_where_it_should_be() -> None:
    class Checker(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []
            self.met = 0

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert len({name for name, _ in attrs}) == len(attrs)
            self.met += 1
            if tag not in {"meta", "img"}:
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    checker = Checker()
    page = written(sample_document())
    assert page.startswith("<!DOCTYPE html>\n<html lang=")
    checker.feed(page)
    checker.close()
    assert checker.open == []
    assert checker.met > 50


def test_the_head_says_what_the_page_is() -> None:
    page = parsed(replace(sample_document(), language="ar", direction="rtl"))
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert page.findtext(".//title") == "River & Port: “Trade” Returns"
    meta = {element.get("name"): element.get("content") for element in page.iter("meta")}
    assert meta["author"] == "Ada Example"
    assert meta["description"] == "Summary, Background, Implications"
    assert meta["dcterms.created"] == "2026-11-23T00:00:00Z"
    assert "0123456789abcdef" * 4 in meta["dcterms.source"]


def test_everything_is_inside_and_nothing_runs() -> None:
    page = parsed(sample_document())
    assert (
        page.xpath("//script | //link | //iframe | //object | //base | //form | //@style | //@onclick") == []
    )
    assert all(address.startswith("data:image/png;base64,") for address in page.xpath("//@src"))
    assert "url(" not in written(sample_document())
    assert "@import" not in written(sample_document())
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")


def test_landmarks_and_headings_tell_how_it_is_built() -> None:
    page = parsed(sample_document())
    assert [child.tag for child in page.find("body")] == ["header", "main", "footer"]
    assert [(h.tag, h.get("class")) for h in page.xpath("//h1 | //h2 | //h3")] == [
        ("h1", "title"),
        ("h2", "heading1"),
        ("h2", "heading1"),
        ("h3", "heading2"),
        ("h2", "heading1"),
        ("h2", "heading2"),
        ("h2", "heading2"),
    ]
    labels = page.xpath("//section/@aria-labelledby")
    assert labels == ["summary", "background", "implications", "source-and-method", "references"]


def test_every_link_inside_leads_somewhere_and_ids_are_unique() -> None:
    page = parsed(sample_document())
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    inside = [address.removeprefix("#") for address in page.xpath("//@href") if address.startswith("#")]
    assert set(inside) <= set(ids)
    assert set(page.xpath("//@aria-labelledby")) <= set(ids)


def test_references_and_notes_lead_to_each_other() -> None:
    page = parsed(sample_document())
    references = page.xpath("//a[@role='doc-noteref']")
    assert [(a.text, a.get("href"), a.get("id")) for a in references] == [
        ("1", "#note.1", "ref.1"),
        ("2", "#note.2", "ref.2"),
        ("3", "#note.3", "ref.3"),
        ("2", "#note.2", None),
    ]
    backlinks = page.xpath("//section[@role='doc-endnotes']/ol/li/a[@role='doc-backlink']")
    assert [(a.text, a.get("href"), a.getparent().get("id")) for a in backlinks] == [
        (f"{number}.", f"#ref.{number}", f"note.{number}") for number in (1, 2, 3)
    ]


def test_a_heading_cannot_take_the_name_of_a_note() -> None:
    notes = NotesBlock(HeadingBlock(2, (Text("R"),), "references"), (EndNote(1, (Text("n"),)),))
    heading = HeadingBlock(1, (Text("Note 1"),), "note-1")
    ids = parsed(of(heading, TextBlock("body", (Text("a"), Reference(1))), notes)).xpath("//@id")
    assert len(set(ids)) == len(ids) == 5


def test_each_line_says_where_it_comes_from() -> None:
    document = sample_document()
    found = parsed(document).xpath("//span[@data-line='1']")
    assert "".join(span.text_content() for span in found) == document.records[1].text
    assert {name: value for name, value in found[0].items() if name.startswith("data-")} == {
        "data-line": "1",
        "data-kind": "verbatim",
        "data-source": "0",
        "data-paragraph": "2",
        "data-sentence": "1",
        "data-spans": "90-128",
        "data-origin": "line 5",
    }


def test_a_line_in_many_parts_says_it_once() -> None:
    items = ListBlock(tuple(Item((Text(text, record=3),)) for text in "abc"))
    spans = parsed(of(items)).xpath("//li/span")
    assert [span.get("data-line") for span in spans] == ["3", "3", "3"]
    assert [span.get("data-kind") for span in spans] == ["verbatim", None, None]


def test_a_picture_carries_its_record_and_its_alternative() -> None:
    image = sample_document().blocks[9]
    assert isinstance(image, FigureBlock)
    (picture,) = parsed(of(replace(image, record=2))).iter("img")
    assert (picture.get("alt"), picture.get("data-line"), picture.get("width")) == ("A blue quay", "2", "24")


def test_lists_nest_inside_the_item_above() -> None:
    depths = [("a", 0), ("b", 1), ("c", 2), ("d", 1), ("e", 0), ("f", 3)]
    numbers = [4, 1, 1, 2, 5, 1]
    document = of(
        ListBlock(
            tuple(
                Item((Text(text),), depth, number)
                for (text, depth), number in zip(depths, numbers, strict=True)
            )
        )
    )
    page = parsed(document)
    assert [len(li.xpath("ancestor::ol")) for li in page.iter("li")] == [1, 2, 3, 2, 1, 2]
    assert page.xpath("//ol/@start") == ["4"]
    assert html_lines(written(document).encode())[1:] == [text for text, _ in depths]


def test_bullets_and_numbers_are_lists_of_their_own_and_a_gap_is_said() -> None:
    shapes = [("a", 0, 1), ("b", 0, 3), ("c", 0, None), ("d", 1, 2)]
    page = parsed(of(ListBlock(tuple(Item((Text(text),), depth, number) for text, depth, number in shapes))))
    assert [(ol.get("start"), len(ol)) for ol in page.iter("ol")] == [(None, 2), ("2", 1)]
    assert page.xpath("//li/@value") == ["3"]
    assert [len(ul) for ul in page.iter("ul")] == [1]


def test_numbered_paragraphs_show_their_number() -> None:
    (paragraph,) = parsed(of(TextBlock("body", (Text("a"),), number=12))).xpath("//main//p")
    assert (paragraph.get("class"), paragraph.text_content()) == ("body numbered", "12. a")


def test_words_in_another_language_say_so_and_find_their_direction() -> None:
    block = TextBlock("body", (Text("سلام", language="ar"), Text(" "), Text("hello")))
    (paragraph,) = parsed(of(block, TextBlock("body", (Text("plain"),)))).xpath("//p[@class='body foreign']")
    assert paragraph.xpath("span/@lang") == ["ar"]


def test_an_article_of_a_digest_has_a_title_block_of_its_own() -> None:
    digest = TitleBlock("", (Text("One"),), (), (), level=1, anchor="one")
    page = parsed(of(digest, TextBlock("body", (Text("a"),))))
    assert page.xpath("//main/section/div[@class='title-block']/h2/@id") == ["one"]


def test_a_logo_stands_before_the_title() -> None:
    logo = Logo("logo.png", "House", sample_style().page.header, png(4, 2))
    style = replace(sample_style(), logo=logo)
    page = parsed(sample_document(), style)
    assert page.xpath("//header/img/@alt") == ["House"]
    assert page.find("body/header")[0].tag == "img"


PIECES = [*"<>&\"'/=;!-[]{}\\ ab1Ä文\u00a0", "<script>", "&amp;", "</style>", "<!--", "]]>", "&#60;"]
MARKUP = st.lists(st.sampled_from(PIECES), min_size=1).map("".join)
ANY_TEXT = MARKUP | st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)
TEXT = ANY_TEXT.map(lambda text: clean_text(text).text).filter(bool)


@given(TEXT)
def test_any_text_survives_exactly_wherever_it_stands(text: str) -> None:
    content = (Text(text), Text(text, frozenset({"strong", "emphasis", "code"}), "https://example.org/?a&b"))
    document = of(
        HeadingBlock(1, content, "a"),
        BoxBlock((TextBlock("lead", content), TextBlock("quote", content), TextBlock("code", content))),
        ListBlock((Item(content), Item(content, 1))),
        TableBlock(((Cell(content), Cell(content)), (Cell(content), Cell(()))), 1, content),
    )
    document = replace(
        document,
        properties=replace(document.properties, title=text, author=text),
        footer=RunningLine(left=(Text(text),)),
    )
    page = parsed(document)
    assert html_lines(written(document).encode()) == ["T", *[text * 2] * 10]
    assert page.findtext(".//title") == text
    assert page.xpath("//meta[@name='author']/@content") == [text]
    assert [element.tag for element in page] == ["head", "body"]
    assert re.findall("<script|</style", written(document)) == ["</style"]
