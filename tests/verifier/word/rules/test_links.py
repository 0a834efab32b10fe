import pytest

from tests.ooxml.making import p, r
from tests.verifier.word.making import field, inline, link, rules, word

TO = "https://example.org/timetable"
LINKS = {"rId9": TO}


def test_a_link_that_says_where_it_leads_is_sound() -> None:
    assert rules(word(p(runs=link("rId9", "the timetable of 2026")), links=LINKS)) == []


def test_a_link_has_words() -> None:
    assert rules(word(p("See ", runs=link("rId9", " ")), links=LINKS)) == ["link-empty"]


def test_a_link_may_be_a_picture_that_has_words() -> None:
    image = inline('descr="The timetable"')
    picture = f'<w:hyperlink r:id="rId9">{image}</w:hyperlink>'
    assert rules(word(p(runs=picture), links=LINKS)) == []


@pytest.mark.parametrize("text", ["click here", "Here", "READ MORE »", "more…", " link ", "Learn more."])
def test_a_link_says_where_it_leads(text: str) -> None:
    assert rules(word(p(runs=link("rId9", text)), links=LINKS)) == ["link-generic"]


@pytest.mark.parametrize("text", [TO, "https://Example.org/timetable/", "www.example.org/timetable"])
def test_an_address_may_be_shown_if_it_is_where_the_link_leads(text: str) -> None:
    assert rules(word(p(runs=link("rId9", text)), links=LINKS)) == []


def test_an_address_that_is_shown_is_not_another() -> None:
    assert rules(word(p(runs=link("rId9", "https://example.com/bank")), links=LINKS)) == ["link-address"]


def test_an_address_in_words_is_words() -> None:
    assert rules(word(p(runs=link("rId9", "example.com of Lund")), links=LINKS)) == []


def test_links_within_the_document_count() -> None:
    inner = f'<w:hyperlink w:anchor="ports">{r("here")}</w:hyperlink>'
    assert rules(word(p(runs=inner))) == ["link-generic"]


def test_links_that_are_fields_count() -> None:
    assert rules(word(p(runs=field(f'HYPERLINK "{TO}"', "here")))) == ["link-generic"]
    assert rules(word(p(runs=field(f'HYPERLINK "{TO}"', "http://example.com")))) == ["link-address"]
    assert rules(word(p(runs=field(f'HYPERLINK "{TO}"', "the timetable")))) == []
    simple = f"<w:fldSimple w:instr=' HYPERLINK \"{TO}\" '>{r('here')}</w:fldSimple>"
    assert rules(word(p(runs=simple))) == ["link-generic"]


def test_other_fields_are_no_links() -> None:
    assert rules(word(p("Page ", runs=field("PAGE", "here")))) == []
    assert rules(word(p(runs=f'<w:fldSimple w:instr="PAGE">{r("here")}</w:fldSimple>'))) == []


def test_a_field_around_a_link_does_not_hide_it() -> None:
    contents = field("TOC \\h", "x").replace(r("x"), field('HYPERLINK \\l "ports"', "here"))
    assert rules(word(p(runs=contents))) == ["link-generic"]


def test_links_in_notes_and_headers_count() -> None:
    data = word(
        notes={"endnotes": p(runs=field(f"HYPERLINK {TO}", "here"))},
        running={"footer/default": p(runs=field(f"HYPERLINK {TO}", "here"))},
    )
    assert rules(data) == ["link-generic", "link-generic"]
