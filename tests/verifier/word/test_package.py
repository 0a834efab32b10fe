from io import BytesIO
from zipfile import ZipFile

import pytest

from converter.errors import InputError
from converter.ooxml.xml import within
from converter.verifier.word.accessibility import check_accessibility
from converter.verifier.word.package import Package
from tests.ooxml.making import p, part
from tests.verifier.word.making import packed, word

SOUND = word(p("Words."))


def code(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        check_accessibility(data)
    return caught.value.code


def replaced_part(name: str, content: bytes) -> bytes:
    with ZipFile(BytesIO(SOUND)) as archive:
        files = {one: archive.read(one) for one in archive.namelist() if one != "_rels/.rels"}
    return packed({**files, name: content})


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
    assert code(packed({f"{number}": b"" for number in range(2_001)})) == "input-bomb"


def test_of_alternatives_the_first_is_kept() -> None:
    both = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    fallback = "<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    data = word(both.format(p("one"), p("two")) + fallback.format(p("three")))
    root = Package(data).tree("word/document.xml")
    assert root is not None
    assert [one.text for one in within(root, "t")] == ["A heading", "one", "three"]


def test_an_alternative_that_word_does_not_know_is_left_out_and_kept_aside() -> None:
    choices = (
        f'<mc:Choice xmlns:z="urn:z" Requires="z">{p("one")}</mc:Choice>'
        f'<mc:Choice Requires="wps">{p("two")}</mc:Choice><mc:Fallback>{p("three")}</mc:Fallback>'
    )
    package = Package(word(f"<mc:AlternateContent>{choices}</mc:AlternateContent>"))
    root = package.tree("word/document.xml")
    assert root is not None
    assert [one.text for one in within(root, "t")] == ["A heading", "two"]
    ((_, others),) = package.left_out.items()
    assert [one.text for other in others for one in within(other, "t")] == ["one", "three"]
