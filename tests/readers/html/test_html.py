"""A page as a whole."""

import base64

import pytest

from converter.readers.html import read_html
from converter.readers.html.tree import DEEPEST
from converter.readers.original import Original
from tests.readers.html.making import PROSE, bare, from_html, news
from tests.readers.reading import codes, marks, shapes, title
from tests.sample import png

HEAD = "<title>Harbour reopens | The Lund Gazette</title><meta name=author content='Jane Doe'>"
ARTICLE = (
    f"<h1>Harbour reopens</h1><p>{PROSE[0]}</p><h2>Background</h2><p>{PROSE[1]}</p>"
    f"<ul><li>The quay was built of oak in 1871.</li><li>Nobody was hurt when it fell.</li></ul>"
    f"<blockquote><p>Nobody had believed it would ever open again, said the mayor.</p></blockquote>"
    f"<h2>Outlook</h2><p>{PROSE[2]}</p>"
)


def test_the_article_is_taken_out_of_a_newspapers_page() -> None:
    article = from_html(news(ARTICLE, HEAD))
    assert title(article) == "Harbour reopens"
    assert (article.byline, article.language) == ("Jane Doe", "en-GB")
    assert shapes(article) == [
        ("paragraph", PROSE[0]),
        ("heading", 1, "Background"),
        ("paragraph", PROSE[1]),
        ("list", "- The quay was built of oak in 1871.", "- Nobody was hurt when it fell."),
        ("quote", "Nobody had believed it would ever open again, said the mayor."),
        ("heading", 1, "Outlook"),
        ("paragraph", PROSE[2]),
    ]
    assert article.notices == ()


def test_headings_above_what_was_left_out_go_too() -> None:
    article = from_html(news(f"{ARTICLE}<h2>Read also</h2><nav><a href=/x>Ferries</a></nav>", HEAD))
    assert "Read also" not in article.text


def test_a_page_with_nothing_around_it_is_read_from_end_to_end() -> None:
    body = "<h1>Report</h1><p>Short.</p><table><tr><td>a<td>b<tr><td>1<td>2</table><p>Tiny end.</p>"
    article = bare(body)
    assert title(article) == "Report"
    assert [shape[0] for shape in shapes(article)] == ["paragraph", "table", "paragraph"]


def test_pictures_inside_a_newspapers_page_are_kept_with_their_captions() -> None:
    data = "data:image/png;base64," + base64.b64encode(png(40, 20)).decode()
    figure = f"<figure><img src='{data}' alt='The quay'><figcaption>The quay on Monday</figcaption></figure>"
    article = from_html(news(ARTICLE.replace("<h2>Outlook", f"{figure}<h2>Outlook"), HEAD))
    assert [shape for shape in shapes(article) if shape[0] == "figure"] != []
    away = figure.replace(data, "https://example.org/a.png")
    article = from_html(news(ARTICLE.replace("<h2>Outlook", f"{away}<h2>Outlook"), HEAD))
    assert "The quay on Monday" not in article.text
    assert codes(article) == ["images-left-out"]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * (DEEPEST + 100) + f"<p>{PROSE[0]}</p><p>a &amp; b</p>",
        "<html><body>" + "<b>" * 50_000 + f"<p>{PROSE[0]}</p><p>a &amp; b</p><script>x</script>",
    ],
)
def test_what_nests_too_deep_is_read_as_paragraphs(page: str) -> None:
    article = from_html(page)
    assert shapes(article) == [("paragraph", PROSE[0]), ("paragraph", "a & b")]
    assert codes(article) == ["nesting-too-deep"]


def test_a_tag_with_countless_attributes_is_only_a_tag() -> None:
    attributes = " ".join(f'a{number}="1"' for number in range(20_000))
    assert bare(f"<div {attributes}><p>{PROSE[0]}</p></div>").text == PROSE[0]


@pytest.mark.parametrize("page", ["", "<script>alert(1)</script>", "<!--", "<html></html>", "<p></p>"])
def test_a_page_without_words_has_no_blocks(page: str) -> None:
    assert from_html(page).blocks == ()


@pytest.mark.parametrize(
    "page", [f"<p>{PROSE[0]}", f"<div><b>{PROSE[0]}</div></b>", f"\0<p>{PROSE[0]}</q>\0"]
)
def test_broken_mark_up_is_read_as_browsers_do(page: str) -> None:
    assert from_html(page).text == PROSE[0]


def test_the_encoding_is_that_which_the_page_declares() -> None:
    page = "<html><head><meta charset=iso-8859-2></head><body><p>Łódź ożyła po dziesięciu latach.</p></body></html>"
    article = read_html(Original(page.encode("iso8859-2"), "a.html"), "")
    assert article.text == "Łódź ożyła po dziesięciu latach."


def test_a_page_too_large_to_judge_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.readers.html.extraction._LONGEST", 100)
    article = from_html(news(ARTICLE, HEAD))
    assert PROSE[2] in article.text
    assert "Copyright" not in article.text
    assert codes(article) == ["page-read-whole"]


def test_bylines_at_the_head_are_read_and_not_repeated() -> None:
    article = bare(f"<h1>Report</h1><p>By Jane Doe</p><p>3 May 2026</p><p>{PROSE[0]}</p>")
    assert (article.byline, article.date, shapes(article)) == (
        "Jane Doe",
        "2026-05-03",
        [("paragraph", PROSE[0])],
    )
    declared = bare(f"<p>Jane Doe</p><p>{PROSE[0]}</p>", "<meta name=author content='Jane Doe'>")
    assert (declared.byline, declared.text) == ("Jane Doe", PROSE[0])


NOTED = (
    f"<p>{PROSE[0]}<sup><a href='#n1'>[1]</a></sup> More.<a href='#n2'>*</a> <a href='#top'>Up</a></p>"
    "<ol><li id=n1>A note. <a href='#r1'>\u21a9</a></li></ol><p id=n2>Another note.</p>"
)


def test_notes_stand_behind_the_text_that_refers_to_them() -> None:
    article = bare(NOTED)
    assert shapes(article) == [
        ("paragraph", f"{PROSE[0]} More. Up"),
        ("footnote", "1", "A note."),
        ("footnote", "*", "Another note."),
    ]
    assert marks(article) == [("footnote", "noon.", "1"), ("footnote", "More.", "*")]


def test_in_an_extract_references_to_notes_do_not_stick_to_words() -> None:
    article = from_html(
        news(ARTICLE.replace(PROSE[1], f"{PROSE[1]}<a href='#n'>3</a>") + "<p id=n>A note.</p>", HEAD)
    )
    assert f"{PROSE[1]}\n" in article.text


def test_links_of_a_table_of_contents_are_no_notes() -> None:
    body = f"<p><a href='#s'>1</a> <a href='#t'>2</a></p><div id=s><h2>One</h2><p>{PROSE[0]}</p></div><p id=t>Two</p>"
    assert not any(shape[0] == "footnote" for shape in shapes(bare(body)))
