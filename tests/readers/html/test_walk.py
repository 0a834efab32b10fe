"""Elements and the blocks that they make."""

from pathlib import Path

import pytest

from converter.model.article import Table
from tests.readers.html.making import bare, from_html
from tests.readers.reading import Shape, codes, marks, shapes
from tests.sample import png


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a</p><p>b</p>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<div>a<div>b</div>c</div>", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("a<br>b<br><br>c", [("paragraph", "a b"), ("paragraph", "c")]),
        ("<p><b>a</b><br>b</p>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<span><p>a</p></span>b", [("paragraph", "a"), ("paragraph", "b")]),
        ("<p>a <b>b</b>\n c&nbsp;d</p>", [("paragraph", "a b c\u00a0d")]),
        ("<h2>a</h2><p>b</p><h3>c</h3><p>d</p>", [("heading", 1, "a"), ("paragraph", "b"), ("heading", 2, "c"), ("paragraph", "d")]),
        ("<h1>a</h1><p>b</p><h4>c</h4>", [("heading", 1, "a"), ("paragraph", "b"), ("heading", 2, "c")]),
        ("<ul><li>a</li><li>b</li></ul>", [("list", "- a", "- b")]),
        ("<ol start=3><li>a<li>b<li value=9>c</ol>", [("list", "3. a", "4. b", "9. c")]),
        ("<ol><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ol>", [("list", "1. a", "  - b", "2. c")]),
        ("<ol><li>a<p>b</p><li>c</ol>", [("list", "1. a"), ("paragraph", "b"), ("list", "2. c")]),
        ("<ul><ul><li>a</ul></ul>", [("list", "  - a")]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", [("quote", "a", "b")]),
        ("<blockquote>a<ul><li>b</ul>c</blockquote>", [("quote", "a"), ("list", "- b"), ("quote", "c")]),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", [("quote", "a", "b")]),
        ("<pre>a\n  b</pre>", [("code", "a\n  b")]),
        ("<dl><dt>a<dd>b</dl>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<details><summary>a</summary>b</details>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<table><tr><th>a<th>b<tr><td>c<td>d</table>", [("table", 1, ("a", "b"), ("c", "d"))]),
        ("<table><tr><td colspan=2>a<tr><td>b<td>c</table>", [("table", 0, ("a", None), ("b", "c"))]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", [("table", 0, ("a", "b"), (None, "c"))]),
        ("<table><thead><tr><td>a<td>b</thead><tr><td>c<td><p>d<p>e</table>", [("table", 1, ("a", "b"), ("c", "d e"))]),
        ("<table role=presentation><tr><td>a<td>b</table>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<table><tr><td><p>a<p>b</table>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<table><tr><td><h2>a</h2>b<td>c</table>", [("heading", 1, "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("<p>a<script>b</script><style>c</style><template>d</template></p>", [("paragraph", "a")]),
        ("<p>a</p><p hidden>b</p><p style='display: none'>c</p><p>d</p>", [("paragraph", "a"), ("paragraph", "d")]),
    ],
)  # fmt: skip
def test_elements_make_blocks(body: str, expected: list[Shape]) -> None:
    # the first paragraph and the last heading keep the page's own heading from being its title
    assert shapes(bare(f"<p>intro</p>{body}", "<title>A title</title>"))[1:] == expected


def test_captions_of_tables_are_theirs() -> None:
    article = bare("<table><caption>Ships</caption><tr><td>a<td>b<tr><td>c<td>d</table>")
    assert shapes(article) == [("table", 0, ("a", "b"), ("c", "d"))]
    assert article.text.endswith("Ships")


def test_spans_beyond_all_measure_are_bounded() -> None:
    article = bare("<table><tr><td colspan=1000000 rowspan=1000000>a<td>b<tr><td>c<td>d</table>")
    assert article.text.split() == ["a", "b", "c", "d"]


def test_cells_do_not_cover_far_more_than_there_is() -> None:
    rows = ("<tr>" + "<td rowspan=60 colspan=60>a" * 10) * 60
    tables = [block for block in bare(f"<table>{rows}</table>").blocks if isinstance(block, Table)]
    cells = [cell for table in tables for row in table.rows for cell in row]
    assert len(cells) < 20_000
    assert sum(cell is not None for cell in cells) == 600


def test_marks_are_those_of_the_elements() -> None:
    body = (
        "<p><b>bold</b> <em>slanted</em> <code>x</code> <a href='/b'>link</a> <a href='#here'>here</a>"
        " <a href='javascript:alert(1)'>bad</a></p>"
    )
    article = from_html(f"<html><body>{body}</body></html>", address="https://example.org/a/page.html")
    assert marks(article) == [
        ("strong", "bold", ""),
        ("emphasis", "slanted", ""),
        ("code", "x", ""),
        ("link", "link", "https://example.org/b"),
    ]
    assert codes(article) == ["links-left-out"]


def test_links_are_relative_to_the_base_that_a_page_names() -> None:
    page = "<html><head><base href='/other/'></head><body><p><a href='b'>link</a></p></body></html>"
    assert marks(from_html(page, address="https://example.org/a/page.html")) == [
        ("link", "link", "https://example.org/other/b")
    ]


def test_pictures_beside_the_page_are_read_and_others_go_with_their_words(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(4, 2))
    body = (
        "<p>Text.</p><figure><img src=a.png alt='A quay'><figcaption>The quay</figcaption></figure>"
        "<p>More.<img src='https://example.org/b.png' alt='Far'></p><img src=a.png alt=''>"
    )
    article = from_html(f"<html><body>{body}</body></html>", tmp_path)
    assert shapes(article) == [
        ("paragraph", "Text."),
        ("figure", "A quay", "The quay", "The quay"),
        ("paragraph", "More."),
    ]
    assert codes(article) == ["images-left-out"]


def test_what_is_neither_words_nor_a_picture_is_told() -> None:
    article = bare("<p>a</p><iframe src=x></iframe><p><video></video>b</p>")
    assert (article.text, codes(article)) == ("a\n\nb", ["objects-left-out"])
