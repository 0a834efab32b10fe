from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from converter.errors import InputError
from converter.verifier.word.accessibility import check_accessibility
from converter.verifier.word.package import Package
from tests.verifier.word.making import p, part, word, zipped

SOUND = word(p("Words."))


def code(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        check_accessibility(data)
    return caught.value.code


def replaced_part(name: str, content: bytes) -> bytes:
    with ZipFile(BytesIO(SOUND)) as archive:
        files = {one: archive.read(one) for one in archive.namelist() if one != "_rels/.rels"}
    return zipped({**files, name: content})


@pytest.mark.parametrize("cut", [30, 200, len(SOUND) // 2, len(SOUND) - 30])
def test_a_file_that_was_cut_off_is_broken(cut: int) -> None:
    assert code(SOUND[:cut]) == "input-broken"


def test_a_damaged_part_is_broken() -> None:
    start = SOUND.index(b"word/document.xml") + len(b"word/document.xml")
    assert code(SOUND[:start] + b"\xff" * 40 + SOUND[start + 40 :]) == "input-broken"


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/settings.xml"])
def test_a_part_that_is_no_xml_is_broken(name: str) -> None:
    assert code(replaced_part(name, b"<w:document")) == "input-broken"


def test_a_part_that_defines_entities_is_broken() -> None:
    declared = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + part("document", "<w:body/>").partition(b"?>")[2]
    assert code(replaced_part("word/document.xml", declared)) == "input-broken"


def test_a_text_without_a_body_is_broken() -> None:
    assert code(replaced_part("word/document.xml", part("document", ""))) == "input-broken"


def test_an_archive_of_other_things_is_no_word_file() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("readme.txt", "Words.")
    assert code(stream.getvalue()) == "input-unsupported"


def test_a_part_that_unfolds_beyond_measure_is_refused() -> None:
    assert code(replaced_part("word/document.xml", b"\0" * 3_000_000)) == "input-bomb"


def test_a_file_of_too_many_parts_is_refused() -> None:
    assert code(zipped({f"{number}": b"" for number in range(2_001)})) == "input-bomb"


def test_the_text_is_found_by_its_relationship_or_by_habit() -> None:
    assert Package(SOUND).main() == "word/document.xml"
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("Word/Document.xml", part("document", "<w:body/>"))
    assert Package(stream.getvalue()).main() == "word/document.xml"


def test_targets_are_told_from_the_folder_of_their_part() -> None:
    data = word(running={"header/default": p()}, links={"rId9": "https://example.org/"})
    package = Package(data)
    assert package.related("word/document.xml", "header") == ["word/header1.xml"]
    link = package.relationships("word/document.xml")["rId9"]
    assert (link.kind, link.target, link.external) == ("hyperlink", "https://example.org/", True)
    assert package.related("word/document.xml", "hyperlink") == []


def test_what_is_not_there_is_none() -> None:
    package = Package(SOUND)
    assert package.read("word/none.xml") is None
    assert package.tree("word/none.xml") is None
    assert package.relationships("word/none.xml") == {}
