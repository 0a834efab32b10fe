import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from converter.writers.docx.markup import characters, escape, paragraph_properties, run_properties
from tests.writers.docx.opened import fragment, query


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])))
def test_text_survives_as_content_and_as_attribute(text: str) -> None:
    root = etree.fromstring(f'<x y="{escape(text)}">{escape(text)}</x>')
    allowed = "".join(letter for letter in text if letter not in "\ufffe\uffff")
    assert (root.text or "", root.get("y")) == (allowed, allowed)


@pytest.mark.parametrize("forbidden", ["\x00", "\x0b", "\x1f", "\ud800", "\uffff"])
def test_what_xml_forbids_is_dropped(forbidden: str) -> None:
    assert escape(f"a{forbidden}b<") == "ab&lt;"


def test_tabs_and_line_ends_are_elements() -> None:
    names = [str(etree.QName(element).localname) for element in query(fragment(characters("a\tb\n\nc")), "*")]
    assert names == ["t", "tab", "t", "br", "br", "t"]


def test_spaces_at_the_ends_of_a_text_are_kept() -> None:
    (text,) = query(fragment(characters(" a ")), "w:t")
    assert text.text == " a "
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_properties_stand_in_the_order_of_the_standard() -> None:
    assert (
        paragraph_properties({"jc": "<3/>", "pStyle": "<1/>", "ind": "<2/>"}) == "<w:pPr><1/><2/><3/></w:pPr>"
    )
    assert run_properties({"lang": "<2/>", "b": "<1/>"}) == "<w:rPr><1/><2/></w:rPr>"


def test_no_properties_are_nothing() -> None:
    assert paragraph_properties({}) == run_properties({}) == ""
