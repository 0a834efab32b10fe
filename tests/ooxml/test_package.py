from collections.abc import Mapping

import pytest

from converter.ooxml.package import Package, Relationship
from converter.ooxml.xml import MalformedError
from tests.ooxml.making import part, relationships

DOCUMENT = {"word/document.xml": part("document", "")}
LINKS = {
    "a": ("header", "header1.xml"),
    "b": ("header", "/word/header%202.xml#top"),
    "c": ("image", "..\\media\\a.png"),
    "d": ("hyperlink", "https://example.org/a%20b#c"),
    "e": ("image", "../../../a.png"),
}


def package(parts: Mapping[str, bytes]) -> Package:
    return Package(parts)


@pytest.mark.parametrize(
    "name", ["word/document.xml", "Word/Document.xml", "/word/document.xml", "word\\document.xml"]
)
def test_names_of_parts_are_compared_without_regard_to_case(name: str) -> None:
    opened = package({name: b"<x/>"})
    assert opened.read("word/document.xml") == opened.read("WORD/document.XML") == b"<x/>"


def test_the_text_is_found_by_its_relationship_or_by_habit() -> None:
    assert package(DOCUMENT).main() == "word/document.xml"
    for told, found in (("story.xml", "story.xml"), ("none.xml", "word/document.xml")):
        links = relationships({"d": ("officeDocument", told)})
        assert package({**DOCUMENT, "_rels/.rels": links, "story.xml": b"<x/>"}).main() == found


def test_a_file_without_text_has_none() -> None:
    with pytest.raises(KeyError, match=r"word/document\.xml"):
        package({"readme.txt": b"Words."}).main()


def test_targets_are_told_from_the_folder_of_their_part() -> None:
    opened = package({"word/_rels/document.xml.rels": relationships(LINKS)})
    assert opened.relationships("word/document.xml") == {
        "a": Relationship("header", "word/header1.xml", external=False),
        "b": Relationship("header", "word/header 2.xml", external=False),
        "c": Relationship("image", "media/a.png", external=False),
        "d": Relationship("hyperlink", "https://example.org/a%20b#c", external=True),
        "e": Relationship("image", "a.png", external=False),
    }
    assert opened.related("word/document.xml", "header") == ["word/header1.xml", "word/header 2.xml"]
    assert opened.related("word/document.xml", "hyperlink") == []


def test_only_slashes_go_from_the_beginning_of_a_name() -> None:
    opened = package({"//XL/a.xml": b"<x/>"})
    assert opened.read("xl/A.xml") == b"<x/>"
    links = {"_rels/.rels": relationships({"a": ("image", "/X/a.png"), "b": ("image", "X.png")})}
    assert package(links).related("", "image") == ["X/a.png", "X.png"]


def test_what_is_not_there_is_none() -> None:
    opened = package(DOCUMENT)
    assert opened.read("word/none.xml") is None
    assert opened.tree("word/none.xml") is None
    assert opened.relationships("word/document.xml") == {}


def test_a_part_that_is_no_xml_is_refused_when_it_is_read() -> None:
    links = {"word/_rels/document.xml.rels": b"<!DOCTYPE x><x/>"}
    opened = package({**DOCUMENT, **links, "word/styles.xml": b"<w"})
    with pytest.raises(MalformedError):
        opened.tree("word/styles.xml")
    with pytest.raises(MalformedError):
        opened.related("word/document.xml", "styles")
