"""The HTML body, as a parser sees it."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from msgspec.structs import replace

from converter.errors import UsageError
from converter.model.document import (
    Block,
    Cell,
    Document,
    EndNote,
    HeadingBlock,
    NotesBlock,
    Reference,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.style import Color, Cover, Length, Logo, Style
from converter.text import clean_text
from converter.writers.mail import MOST_BYTES, mail_html
from tests.sample import png, sample_style, with_contents

from .making import ATTACHED, INTRODUCTION, SCRIPTS, STYLES, composed, sample, saying

Element = Any
"""An element of lxml, which has no types for HTML."""

MARKUP = st.text(st.sampled_from("<>&\"'/= abé{}#;!-\n"), max_size=60)


def parsed(document: Document, style: Style | None = None, introduction: str = "") -> Element:
    return lxml_html.document_fromstring(mail_html(document, style or sample_style(), introduction))


def words(element: Element) -> str:
    return " ".join(element.text_content().split())


def declared(element: Element) -> dict[str, str]:
    pairs = (pair.split(":", 1) for pair in element.get("style").split(";"))
    return dict(pairs)


# -------------------------------------------------------------------------------------------- what it says


def test_it_says_the_whole_briefing_in_order() -> None:
    said = words(parsed(sample()).body)
    expected = [
        *("Briefing", "River & Port: “Trade” Returns", "What the new quay changes", "river.md · Ada Example"),
        *("Summary", "The quay opened <today> & ships came back.1", "Background", "A slow century"),
        *(
            "“Nobody believed it.”2",
            "Survey the bed",
            "by night",
            "Table 1. Arrivals",
            "1,204",
            "[A blue quay]",
        ),
        *("Figure 1. The quay", "depth = 4.2", "Implications", "Comment (A. E.)", "Source and method"),
        *("References", "Paragraph 1, sentence 1; line 3"),
    ]
    places = [said.find(part) for part in expected]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_mark_in_its_colours_is_the_first_and_the_last_that_is_said(script: str) -> None:
    document, style = composed(script, "default")
    page = parsed(document, style, INTRODUCTION)
    marks = page.xpath("//p[span = 'TLP:AMBER']")
    paragraphs = page.xpath("//p | //li | //h1 | //h2 | //td")
    assert marks == [paragraphs[0], paragraphs[-1]]
    for mark in marks:
        look = declared(mark[0])
        assert (look["color"], look["background-color"]) == ("#ffc000", "#000000")
        assert mark[0].get("class") is None, "it keeps its colours at night"
        assert declared(mark)["text-align"] == "right"


def test_what_a_person_marks_freely_is_said_first_and_last_too() -> None:
    page = parsed(sample(fields={"marking": "سري <1>"}))
    paragraphs = page.xpath("//p | //li")
    assert [words(paragraphs[0]), words(paragraphs[-1])] == ["سري <1>", "سري <1>"]
    assert paragraphs[0].get("dir") == "rtl"


def test_the_introduction_stands_before_the_title_with_its_lines() -> None:
    page = parsed(sample(), introduction=INTRODUCTION + "\nسلام\n")
    before = page.xpath("//p[following::h1 and not(following::p[. = 'Dear colleagues,'])]")[:4]
    assert [paragraph.text_content() for paragraph in before] == [
        "Dear colleagues,",
        "this is <for> Monday's meeting & the one after.",
        "Kind regards,Ada",
        "سلام",
    ]
    assert len(before[2].xpath("./br")) == 1
    assert [paragraph.get("dir") for paragraph in before] == ["ltr", "ltr", "ltr", "rtl"]


@given(MARKUP.filter(lambda text: bool(text.strip())), MARKUP)
def test_no_text_becomes_markup(text: str, introduction: str) -> None:
    text = clean_text(text).text
    document = saying(
        TextBlock("body", (Text(text, frozenset({"strong"})), Reference(1))),
        TextBlock("code", (Text(text),)),
        TextBlock("body", (Text("x", link=f"https://example.org/?{re.sub('[^a&=]', '', text)}"),)),
    )
    document = replace(
        document, properties=replace(document.properties, title=text), fields={"marking": text}
    )
    page = parsed(document, introduction=introduction)
    tags = {element.tag for element in page.iter(lxml_html.etree.Element)}
    known = "html head meta title style body div header main footer p span br h1 bdi strong sup pre a section"
    assert tags <= set(known.split())
    assert "".join(text.split()) in "".join(page.text_content().split())
    assert "".join(introduction.split()) in "".join(page.text_content().split())


def test_pictures_and_contents_are_left_out() -> None:
    page = parsed(with_contents(sample()))
    assert page.xpath("//img | //nav | //@src") == []
    assert "Contents" not in words(page)


def test_a_logo_is_told_by_its_words() -> None:
    logo = Logo("logo.png", "Harbour <Board>", Length(20), png(2, 2))
    page = parsed(sample(), replace(sample_style(), logo=logo))
    assert words(page.xpath("//header")[0]).startswith("Harbour <Board>Briefing")


# --------------------------------------------------------------------------------------- what it is made of


@pytest.mark.parametrize("style", STYLES)
def test_everything_is_inside_and_nothing_runs(style: str) -> None:
    page = parsed(*composed("English", style))
    html = mail_html(*composed("English", style))
    assert page.xpath("//script | //link | //iframe | //object | //form | //img | //svg | //base") == []
    assert page.xpath("//@id | //@src | //@onclick | //@*[starts-with(name(), 'data-')]") == []
    assert not re.search(r"url\(|@import|@font-face|position:|flex|grid|javascript:", html)
    assert all(link.startswith(("https://", "http://")) for link in page.xpath("//a/@href"))


def test_links_that_lead_nowhere_from_a_message_are_plain_words() -> None:
    runs = Text("write", link="mailto:a@b.example"), Text(" "), Text("above", link="#summary"), Reference(1)
    page = parsed(saying(TextBlock("body", runs)))
    assert page.xpath("//a") == []
    assert "write above1" in words(page)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("script", SCRIPTS)
def test_what_has_words_has_its_look_in_itself(script: str, style: str) -> None:
    page = parsed(*composed(script, style), INTRODUCTION)
    texts = page.xpath(
        "//p | //h1 | //h2 | //h3 | //h4 | //li | //th | //td[not(.//p | .//li)] | //pre | //caption"
    )
    assert len(texts) > 20
    for element in texts:
        look = declared(element if element.get("style").startswith("font") else element[0])
        assert {"font", "color"} <= look.keys(), element.tag
    assert all(link.get("style") for link in page.xpath("//a"))


@pytest.mark.parametrize("script", SCRIPTS)
def test_it_says_its_language_and_which_way_it_runs_where_clients_keep_it(script: str) -> None:
    document, style = composed(script, "default")
    page = parsed(document, style)
    expected = (document.language, document.direction)
    assert (page.get("lang"), page.get("dir")) == expected
    (wrapper,) = page.xpath("//body/div")
    assert (wrapper.get("lang"), wrapper.get("dir")) == expected
    assert declared(wrapper)["max-width"] == "640px"


def test_boxes_stand_at_the_start() -> None:
    english, arabic = (parsed(*composed(script, "default")) for script in ("English", "Arabic"))
    assert "border-left:3px solid #12355b" in english.xpath("//td/@style")[0]
    assert "border-right:3px solid #12355b" in arabic.xpath("//td/@style")[0]


def test_the_number_of_a_note_stands_apart_where_lines_run_to_the_left() -> None:
    english, arabic = (parsed(*composed(script, "default")) for script in ("English", "Arabic"))
    assert set(arabic.xpath("//sup/@dir")) == {"ltr"}
    assert english.xpath("//sup")
    assert not english.xpath("//sup/@dir")


def test_words_in_another_language_run_their_own_way() -> None:
    foreign = Text("سلام", language="ar")
    page = parsed(
        saying(TextBlock("body", (foreign,)), TextBlock("quote", (foreign,)), TextBlock("body", (Text("a"),)))
    )
    assert page.xpath("//main//p/@dir") == ["rtl", "rtl"]
    assert declared(page.xpath("//blockquote/p")[0])["margin"] == "0 18px 8px 0"
    assert page.xpath("//span/@lang") == ["ar", "ar"]


def test_headings_and_landmarks_tell_how_it_is_built() -> None:
    page = parsed(sample())
    assert [element.tag for element in page.xpath("//header | //main | //footer")] == [
        "header",
        "main",
        "footer",
    ]
    levels = [element.tag for element in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels == ["h1", "h2", "h2", "h3", "h2", "h2", "h2"]
    assert page.xpath("//thead//th/@scope") == ["col", "col"]


def test_notes_number_themselves_as_the_text_refers_to_them() -> None:
    page = parsed(sample())
    notes = page.xpath("//section[@role = 'doc-endnotes']/ol/li")
    assert [words(note)[:11] for note in notes] == ["Paragraph 1", "Paragraph 2", "Paragraph 4"]
    assert [words(number) for number in page.xpath("//sup")] == ["1", "2", "3", "2"]


def test_dark_mode_and_outlook_know_every_class() -> None:
    document, style = composed("English", "field-report")
    page = parsed(document, style)
    dark, outlook, narrow = page.xpath("//style/text()")
    used = {name for names in page.xpath("//body//@class | //body/@class") for name in names.split()}
    colors = {name for name in used if re.fullmatch(r"[tgl]\d+", name)}
    for sheet in (dark, outlook):
        assert colors == set(re.findall(r"\.([tgl]\d+){", sheet))
    assert dark.startswith(":root{color-scheme:light dark}@media (prefers-color-scheme:dark){")
    assert used - colors <= {"wrap", "title", "serif", "sans-serif", "monospace"}
    assert set(re.findall(r"\.([a-z-]+)", narrow)) == {"wrap", "wide", "label", "title"}
    meta = {element.get("name"): element.get("content") for element in page.iter("meta")}
    assert meta["color-scheme"] == meta["supported-color-schemes"] == "light dark"


@pytest.mark.parametrize("style", STYLES)
def test_dark_mode_turns_every_line(style: str) -> None:
    page = parsed(*composed("English", style))
    lined = [one for one in page.xpath("//*[@style]") if re.search(r"border[a-z-]*:\d+px", one.get("style"))]
    assert lined
    assert [one.get("style") for one in lined if not re.search(r"\bl\d", one.get("class", ""))] == []


def test_a_table_too_wide_for_a_phone_has_labels_that_are_hidden_elsewhere() -> None:
    def page(*cells: str) -> Element:
        rows = tuple(tuple(Cell((Text(words + mark),)) for words in cells) for mark in ("", "!"))
        return parsed(sample(blocks=(sample().blocks[0], TableBlock(rows, 1))))

    narrow, wide = page("Population", "Growth"), page("Population", "Growth", "Unemployment", "Remarks")
    assert narrow.xpath("//table[@width]//td/span") == []
    labels = wide.xpath("//table[contains(@class, 'wide')]//td/span[@class = 'label']")
    assert [label.text for label in labels] == ["Population: ", "Growth: ", "Unemployment: ", "Remarks: "]
    assert {declared(label)["display"] for label in labels} == {"none"}
    assert sum(int(width.rstrip("%")) for width in wide.xpath("//th/@width")) in range(98, 103)


def test_only_the_reports_own_title_stands_on_a_cover() -> None:
    style = replace(sample_style(), cover=Cover("band", Length(99), Color(1, 2, 3)))
    (title, *rest) = sample().blocks
    assert isinstance(title, TitleBlock)
    article = replace(title, level=1, anchor="other")
    page = parsed(sample(blocks=(title, article, *rest)), style)
    assert len(page.xpath("//td[contains(@style, '#010203')]")) == 1


def test_a_family_with_figures_in_its_name_is_quoted() -> None:
    body = replace(sample_style().text["body"], family='A "3"</style>')
    style = replace(sample_style(), text={**sample_style().text, "body": body})
    (paragraph,) = parsed(saying(TextBlock("body", (Text("words"),))), style).xpath("//main//p")
    assert declared(paragraph)["font"].startswith('400 16px/23px "A \\22 3\\22 \\3c \\2f style\\3e ",Georgia')


# ------------------------------------------------------------------------------------------------- its size


def long(*sizes: int) -> Document:
    """Return a document of sections with so many paragraphs of some 900 bytes, each with its note."""
    blocks: list[Block] = [sample().blocks[0]]
    notes: list[EndNote] = []
    for section, size in enumerate(sizes):
        blocks.append(HeadingBlock(1, (Text(f"Section {section}"),), f"s{section}"))
        for _ in range(size):
            notes.append(EndNote(len(notes) + 1, (Text(f"Paragraph {len(notes) + 1}"),)))
            blocks.append(TextBlock("body", (Text("Wörter & " * 60), Reference(len(notes)))))
    closing = NotesBlock(HeadingBlock(2, (Text("References"),), "references"), tuple(notes))
    return sample(blocks=(*blocks, closing))


def headings(page: Element) -> list[str]:
    return [words(heading) for heading in page.xpath("//h2")]


def test_a_briefing_that_fits_is_whole() -> None:
    page = parsed(long(9, 9))
    assert ATTACHED not in words(page)
    assert headings(page) == ["Section 0", "Section 1", "References"]


def test_of_one_that_is_too_long_as_many_leading_sections_are_kept_as_fit() -> None:
    page = parsed(long(20, 20, 20, 20, 20))
    assert headings(page)[-1] == "References"
    assert headings(page)[:-1] == [f"Section {number}" for number in range(len(headings(page)) - 1)]
    assert 2 < len(headings(page)) < 6
    assert words(page.xpath("//main//strong")[0]) == ATTACHED
    kept = 20 * (len(headings(page)) - 1)
    assert len(page.xpath("//section[@role = 'doc-endnotes']//li")) == len(page.xpath("//sup")) == kept


def test_one_more_section_would_be_too_many() -> None:
    document = long(*[5] * 30)
    page = mail_html(document, sample_style())
    section = len(mail_html(long(*[5] * 9), sample_style())) - len(mail_html(long(*[5] * 8), sample_style()))
    assert MOST_BYTES - 1.3 * section < len(page.encode()) <= MOST_BYTES


def test_a_first_section_that_is_too_long_ends_between_its_paragraphs() -> None:
    page = parsed(long(300, 2))
    assert headings(page) == ["Section 0", "References"]
    assert len(page.xpath("//main//sup")) > 50


@given(st.lists(st.integers(0, 120), max_size=6), st.integers(0, 60_000))
def test_no_body_is_larger_than_gmail_shows(sizes: list[int], written: int) -> None:
    html = mail_html(long(*sizes), sample_style(), "é" * (written // 2))
    assert len(html.encode()) <= MOST_BYTES


def test_an_introduction_that_leaves_no_room_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        mail_html(sample(), sample_style(), "word " * 25_000)
    assert caught.value.code == "introduction-long"


def test_the_same_input_gives_the_same_bytes() -> None:
    document, style = composed("Arabic", "think-tank")
    assert mail_html(document, style, INTRODUCTION) == mail_html(replace(document), style, INTRODUCTION)
