"""Headers and footers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.composer.running import shorten
from converter.errors import StyleError
from converter.model.briefing import Details
from converter.model.document import PageField, RunningLine, Text
from converter.model.style import Running
from tests.composer.maker import PLAIN, composed, river, section


def footer(running: Running, details: Details | None = None, byline: str = "", date: str = "") -> RunningLine:
    style = replace(PLAIN, footer=running)
    document = composed(
        river(), section("summary", []), style=style, details=details or Details(), byline=byline, date=date
    )
    return document.footer


def test_page_fields_stay_fields_among_words() -> None:
    line = footer(Running(left="{title}", right="p. {page} / {pages}"))
    assert line.left == (Text("River and Port"),)
    assert line.center == ()
    assert line.right == (Text("p. "), PageField("page"), Text(" / "), PageField("pages"))


def test_a_title_that_looks_like_a_field_is_none() -> None:
    assert footer(Running(left="{title}"), Details(title="{page} of {x}")).left == (Text("{page} of {x}"),)


def test_pieces_without_content_disappear_with_their_separator() -> None:
    running = Running(left="{source} · {date} · {author}", center="{marking}", right="Draft · {marking}")
    line = footer(running, byline="Ada")
    assert (line.left, line.center, line.right) == ((Text("river.txt · Ada"),), (), (Text("Draft"),))


def test_a_persons_fields_are_known() -> None:
    line = footer(Running(left="{desk} {case}"), Details(fields={"desk": "South", "case": "7"}))
    assert line.left == (Text("South 7"),)


def test_the_date_is_the_briefings_else_the_articles() -> None:
    running = Running(left="{date}")
    assert footer(running, date="2026-11-03").left == (Text("3\u00a0November\u00a02026"),)
    given = footer(running, Details(date="2026-11-23"), date="2026-11-03")
    assert given.left == (Text("23\u00a0November\u00a02026"),)


def test_an_unknown_field_is_an_error_that_says_where() -> None:
    with pytest.raises(StyleError) as caught:
        footer(Running(right="{pagess}"))
    assert str(caught.value) == "footer of style sample: there is no field {pagess}; did you mean pages?"


def test_the_first_page_may_differ() -> None:
    style = replace(PLAIN, first_header=Running(left="{title}"), first_footer=Running())
    document = composed(river(), section("summary", []), style=style)
    assert document.first_header == RunningLine(left=(Text("River and Port"),))
    assert document.first_footer == RunningLine()
    same = composed(river(), section("summary", []))
    assert (same.first_header, same.first_footer) == (None, None)


@pytest.mark.parametrize(
    ("text", "longest", "shortened"),
    [
        ("River and Port", 14, "River and Port"),
        ("River and Port", 13, "River and…"),
        ("River – and Port", 9, "River…"),
        ("Riverandport and more", 8, "Riveran…"),
        ("港が開いた船が戻った", 6, "港が開いた…"),
    ],
)
def test_long_titles_are_cut_behind_a_word(text: str, longest: int, shortened: str) -> None:
    assert shorten(text, longest) == shortened


@given(st.text(), st.integers(2, 50))
def test_shortening_never_exceeds_the_length(text: str, longest: int) -> None:
    shortened = shorten(text, longest)
    assert len(shortened) <= longest
    assert shortened == text or text.startswith(shortened.removesuffix("…"))
