"""What holds for every article, whatever was read."""

import re
import textwrap
import unicodedata
from collections import Counter
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from converter.errors import InputError
from tests.ooxml.making import p, r, row, table
from tests.readers.docx.making import from_docx, item, package
from tests.readers.html.making import bare, from_html
from tests.readers.pdf.making import Sheet, read_drawn
from tests.readers.reading import check as _check
from tests.readers.reading import from_markdown, from_text

WORDS = st.sampled_from(
    [
        "The",
        "talks",
        "went",
        "on",
        "café",
        "e\u0301te\u0301",
        "Straße",
        "Мир",
        "和平",
        "2024",
        "end.",
        "why?",
        "Jane",
        "a-b",
        "it’s",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
LINES = st.one_of(
    SENTENCES,
    SENTENCES.map(lambda text: f"- {text}"),
    SENTENCES.map(lambda text: f"  1. {text}"),
    SENTENCES.map(lambda text: f"> {text}"),
    SENTENCES.map(lambda text: f"# {text}"),
    SENTENCES.map(lambda text: f"**{text}** *x* `y` [z](https://x.org)"),
    SENTENCES.map(lambda text: f"| {text} | b |\n|---|---|\n| c | d |"),
    SENTENCES.map(lambda text: f"    {text}"),
    st.sampled_from(
        [
            "",
            "",
            "```",
            "====",
            "---",
            "* * *",
            "<div>h</div>",
            "x[^1]",
            "[^1]: n",
            "\f",
            "a\tb",
            "By Jane Doe",
        ]
    ),
)
TEXTS = st.lists(LINES, max_size=20).map("\n".join)
TAGS = st.one_of(
    st.sampled_from(["p", "div", "h1", "h2", "ul", "ol", "li", "blockquote", "table", "tr", "td", "th"]),
    st.sampled_from(["b", "a", "span", "pre", "figure", "figcaption", "dl", "dd", "section", "br", "em"]),
)
TEASER = re.compile(r"<a>[^<]*<(?!/a>)")
"""A link around more than words announces another article, and is left out."""
PAGES = st.recursive(
    SENTENCES,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>", TAGS, st.lists(inner, max_size=4)
    ),
    max_leaves=25,
).filter(lambda page: not TEASER.search(page))
"""Elements in any order, also where no standard allows them."""

BODIES = st.lists(
    st.one_of(
        SENTENCES.map(p),
        st.tuples(SENTENCES, SENTENCES).map(lambda texts: p(texts[0], runs=r(f" {texts[1]}", "<w:b/>"))),
        st.tuples(SENTENCES, st.integers(0, 3), st.integers(0, 3)).map(lambda told: item(*told)),
        st.lists(SENTENCES, min_size=2, max_size=4).map(lambda cells: table(row(*cells), row(*cells))),
        SENTENCES.map(lambda text: f"<w:sdt><w:sdtContent>{p(text)}</w:sdtContent></w:sdt>"),
        SENTENCES.map(lambda text: p(text, properties="<w:outlineLvl w:val='1'/>")),
    ),
    max_size=12,
).map("".join)
NUMBERING = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'/><w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/>"
    "</w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num>"
)

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
WORD = re.compile(r"[^\W_]+")


def _words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFC", text))


@given(ANY_TEXT)
def test_any_text_is_an_article_or_one_clear_error(raw: str) -> None:
    for reading in (from_text, from_markdown):
        try:
            _check(reading(raw))
        except InputError as error:
            assert error.code == "input-binary"  # noqa: PT017 - control characters make it no text


@given(TEXTS)
def test_plain_text_of_all_sorts_is_an_article(text: str) -> None:
    _check(from_text(text))


@given(TEXTS)
def test_markdown_of_all_sorts_is_an_article(text: str) -> None:
    _check(from_markdown(text))


@given(st.lists(SENTENCES, min_size=1, max_size=12), st.sampled_from(["\n\n", "\n", "\r\n\r\n", "\n\n\n"]))
def test_a_plain_text_keeps_all_its_words_in_order(paragraphs: list[str], gap: str) -> None:
    text = gap.join(paragraphs)
    assert from_text(text).text.split() == unicodedata.normalize("NFC", text).split()


@given(st.lists(SENTENCES, min_size=1, max_size=12), st.integers(41, 120))
def test_a_hard_wrapped_text_keeps_all_its_words_in_order(paragraphs: list[str], width: int) -> None:
    text = "\n\n".join(textwrap.fill(text, width, break_on_hyphens=False) for text in paragraphs)
    # Lines between ideographs are joined without a space.
    assert _words(from_text(text).text.replace("和平", "")) == _words(text.replace("和平", ""))


@given(TEXTS)
def test_reading_the_canonical_text_again_gives_the_same_words(text: str) -> None:
    once = from_text(text)
    again = from_text(once.text)
    # A title below a letterhead moves to the head; a byline that has come near it moves out of the text.
    words = Counter(_words(again.text)) + Counter(_words(again.byline)) + Counter(["By"] * bool(again.byline))
    assert words == Counter(_words(once.text))


@given(TEXTS)
def test_markdown_loses_no_word(text: str) -> None:
    read = set(_words(from_markdown(text).text))
    assert set(_words(text)) - read <= {"https", "x", "org", "div", "1", "Jane", "Doe", "By", "n"}


@given(ANY_TEXT)
def test_any_text_is_a_page_or_one_clear_error(raw: str) -> None:
    try:
        _check(from_html(raw))
    except InputError as error:
        assert error.code == "input-binary"  # noqa: PT017 - control characters make it no text


class _Words(HTMLParser):
    """What another parser takes for the words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = Counter[str]()
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words.update(_words(data))


@given(PAGES)
def test_a_page_with_nothing_around_its_text_keeps_all_its_words(body: str) -> None:
    article = bare(body)
    _check(article)
    read = Counter(_words(f"{article.text} {article.byline}"))
    # a heading that repeats the title is left out
    title = Counter(_words(article.slice(article.title))) if article.title else Counter[str]()
    assert set(_Words(body).words) <= set(read)
    assert (_Words(body).words - read).total() <= 10 * title.total()


@given(BODIES)
def test_a_word_file_keeps_all_its_words(body: str) -> None:
    article = from_docx(package(body, numbering=NUMBERING))
    _check(article)
    told = Counter(_words(re.sub(r"<[^>]*>", " ", body)))
    assert told - Counter(_words(f"{article.text} {article.byline}")) <= Counter({"By": 9})


LATIN_WORDS = st.sampled_from(
    ["The", "talks", "went", "on", "café", "Straße", "2024", "end.", "why?", "it's", "a"]
)
LATIN = st.lists(LATIN_WORDS, min_size=1, max_size=60).map(" ".join)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(LATIN, st.sampled_from([9, 10, 10, 14, 22]), st.sampled_from([72, 90, 320])), min_size=1
    ),
    st.lists(st.integers(0, 8), max_size=3),
)
def test_a_pdf_keeps_every_word(passages: list[tuple[str, int, int]], breaks: list[int]) -> None:
    def draw(sheet: Sheet) -> None:
        for index, (text, size, left) in enumerate(passages):
            if index in breaks or sheet.y < 200:
                sheet.new_page()
            sheet.paragraph(text, left, 210, size=size)

    article = read_drawn(draw)
    _check(article)
    wanted = Counter(word for text, _, _ in passages for word in _words(text))
    # Headers are told from repetition; here it is chance.
    told = sum(notice.code == "pdf-running-lines" for notice in article.notices)
    assert told or Counter(_words(article.text)) == wanted
