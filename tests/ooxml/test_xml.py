import pytest
from lxml import etree

from converter.ooxml.xml import (
    Element,
    MalformedError,
    attribute,
    child,
    children,
    hexadecimal,
    holds,
    integer,
    is_on,
    local,
    parse,
    twips,
    value,
    whole_number,
    within,
)
from tests.ooxml.making import DECLARED, STRICT, part

DECLARATION = b'<!DOCTYPE x [<!ENTITY e "words"><!ENTITY f SYSTEM "file:///etc/passwd">]>'


def root(content: str) -> Element:
    return parse(part("document", content))


@pytest.mark.parametrize("data", [b"", b"<w", b"<a></b>", b"\xff\xfe"])
def test_what_is_not_well_formed_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedError):
        parse(data)


def test_a_document_type_is_refused() -> None:
    with pytest.raises(MalformedError, match="a document type"):
        parse(DECLARATION + b"<x>a &e; &f; b</x>")


@pytest.mark.parametrize(
    "data",
    [
        b"<!--" + b"x" * 5_000 + b"-->" + DECLARATION + b"<x>a &e; b</x>",
        (DECLARATION + b"<x a='&e;'>b</x>").decode().encode("utf-16"),
        b"<!DOCTYPE x SYSTEM 'https://example.org/x.dtd'><x/>",
        b"<?xml version='1.0'?>" + b" " * 5_000 + b"<!DOCTYPE x><x/>",
    ],
    ids=["behind a comment", "in UTF-16", "elsewhere", "behind spaces"],
)
def test_a_document_type_is_refused_wherever_it_stands(data: bytes) -> None:
    with pytest.raises(MalformedError, match=r"^a document type$"):
        parse(data)


def test_entities_of_a_document_type_that_is_not_seen_at_once_do_not_unfold() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "0123456789">{levels}]><x a="&e11;">&e11;</x>'
    with pytest.raises(MalformedError):
        parse(bomb.encode("utf-16"))


def test_what_is_wrong_with_a_part_is_said() -> None:
    with pytest.raises(MalformedError, match="tag mismatch"):
        parse(b"<a></b>")


def test_comments_and_instructions_do_not_part_words() -> None:
    assert parse(b"<x>a<!-- b -->c<?d e?>f</x>").text == "acf"


def test_namespaces_do_not_matter() -> None:
    data = part("p", '<w:pPr><w:jc w:val="end"/></w:pPr>')
    for transitional, strict in STRICT.items():
        assert value(parse(data.replace(transitional.encode(), strict.encode())), "pPr", "jc") == "end"
    assert value(parse(b'<p><pPr><jc val="end"/></pPr></p>'), "pPr", "jc") == "end"


def test_an_element_has_a_local_name_and_what_is_none_has_not() -> None:
    assert local(root("")) == "document"
    entity = etree.Entity("e")
    assert local(entity) == ""


def test_an_attribute_is_found_by_its_whole_name() -> None:
    element = parse(f'<w:x {DECLARED} w:fval="1" w:val="2" val="3" id="4"/>'.encode())
    assert [attribute(element, name) for name in ("val", "id", "al", "none")] == ["2", "4", "", ""]
    assert attribute(None, "val") == ""


def test_a_path_leads_through_the_first_of_each_name() -> None:
    element = root('<w:a/><w:a><w:b w:val="1"/></w:a><w:c><w:b w:val="2"/><w:b w:val="3"/></w:c>')
    assert child(element, "a", "b") is None
    assert value(element, "c", "b") == "2"
    assert [attribute(one, "val") for one in children(child(element, "c"), "b")] == ["2", "3"]
    assert child(element) is element


def test_nothing_is_in_what_is_not_there() -> None:
    assert child(None, "a") is None
    assert list(children(None, "a")) == []
    assert value(None, "a") == ""
    assert is_on(None, "a") is None


def test_what_is_deeper_is_found_by_any_of_its_names() -> None:
    element = root("<w:a><w:b/></w:a><w:c/>")
    assert [local(one) for one in within(element, "b", "c", "document")] == ["document", "b", "c"]
    assert holds(element, "x", "b")
    assert not holds(element, "x")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("<w:b/>", True),
        ('<w:b w:val="1"/>', True),
        ('<w:b w:val="on"/>', True),
        ('<w:b w:val="true"/>', True),
        ('<w:b w:val="0"/>', False),
        ('<w:b w:val="off"/>', False),
        ('<w:b w:val="false"/>', False),
        ('<w:b w:val="none"/>', False),
        ("<w:i/>", None),
    ],
)
def test_a_switch_is_on_or_off_or_not_set(written: str, told: bool | None) -> None:  # noqa: FBT001 - expected
    assert is_on(root(written), "b") is told


@pytest.mark.parametrize(
    ("text", "signed", "unsigned", "of_sixteen"),
    [
        ("0", 0, 0, 0),
        ("12", 12, 12, 18),
        ("+12", 12, None, None),
        ("-12", -12, None, None),
        ("1A", None, None, 26),
        ("999999999", 999_999_999, 999_999_999, None),
        ("1234567890", None, None, None),
        ("1.5", None, None, None),
        ("²", None, None, None),
        ("٣", None, None, None),
        (" 1", None, None, None),
        ("", None, None, None),
    ],
)
def test_numbers_are_read_within_measure(
    text: str, signed: int | None, unsigned: int | None, of_sixteen: int | None
) -> None:
    assert (integer(text), whole_number(text), hexadecimal(text)) == (signed, unsigned, of_sixteen)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("240", 240),
        ("-240", -240),
        ("12.5", 12.5),
        ("12pt", 240),
        ("1in", 1440),
        ("2.54cm", 1440),
        ("25.4mm", 1440),
        ("6pc", 1440),
        ("6pi", 1440),
    ],
)
def test_measures_are_twentieths_of_a_point(written: str, expected: float) -> None:
    assert twips(written) == pytest.approx(expected)


@pytest.mark.parametrize("written", ["", "auto", "12 pt", "12em", "1e3", "1234567", "--1"])
def test_what_is_no_measure_is_none(written: str) -> None:
    assert twips(written) is None
