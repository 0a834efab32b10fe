from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from hypothesis import given
from hypothesis import strategies as st

from converter.writers.docx.package import Relationships, assemble, media_part, xml_part, zipped
from tests.sample import png
from tests.writers.docx.opened import Opened, fragment, parts, strings


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}\.xml", fullmatch=True), st.text("<a> é𝄞", max_size=3_000), max_size=5
    )
)
def test_other_programs_find_every_part_in_order(contents: dict[str, str]) -> None:
    found = parts(assemble([xml_part(name, text) for name, text in contents.items()]))
    assert list(found) == ["[Content_Types].xml", *contents]
    assert [data.decode().partition("\n")[2] for data in list(found.values())[1:]] == list(contents.values())


def test_pictures_are_stored_as_they_are_and_texts_compressed() -> None:
    data = assemble(
        [media_part("word/media/image1.png", png(9, 9)), xml_part("word/document.xml", "<a/>" * 500)]
    )
    with ZipFile(BytesIO(data)) as archive:
        methods = {info.filename: info.compress_type for info in archive.infolist()}
        assert archive.read("word/media/image1.png") == png(9, 9)
    assert methods["word/media/image1.png"] == ZIP_STORED
    assert methods["word/document.xml"] == ZIP_DEFLATED


def test_no_part_looks_like_a_bomb() -> None:
    data = assemble([xml_part("word/document.xml", f"<a>{'word ' * 400_000}</a>")])
    with ZipFile(BytesIO(data)) as archive:
        part = archive.getinfo("word/document.xml")
    assert part.compress_type == ZIP_STORED
    assert part.file_size > 2_000_000


def test_no_entry_has_a_date_of_its_own() -> None:
    with ZipFile(BytesIO(assemble([xml_part("a.xml", "<a/>")]))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_each_part_has_its_content_type() -> None:
    names = ["word/document.xml", "word/header2.xml", "docProps/core.xml", "word/_rels/document.xml.rels"]
    opened = Opened(assemble([xml_part(name, "<a/>") for name in names]))
    types = opened.values("//ct:Override/@PartName", "[Content_Types].xml")
    assert types == ["/word/document.xml", "/word/header2.xml", "/docProps/core.xml"]


def test_the_same_target_has_one_relationship() -> None:
    relationships = Relationships()
    first = relationships.add("hyperlink", "https://example.org/?a=1&b=2", "External")
    assert relationships.add("image", "media/image1.png") == "rId2"
    assert relationships.add("hyperlink", "https://example.org/?a=1&b=2", "External") == first == "rId1"
    root = fragment(relationships.xml())
    assert strings(root, "//rel:Relationship/@Target") == ["https://example.org/?a=1&b=2", "media/image1.png"]
    assert strings(root, "//rel:Relationship/@TargetMode") == ["External", "Internal"]


def test_relationships_lie_beside_their_part() -> None:
    relationships = Relationships()
    assert relationships.parts("word/document.xml") == ()
    relationships.add("styles", "styles.xml")
    assert [part.name for part in relationships.parts("word/document.xml")] == [
        "word/_rels/document.xml.rels"
    ]
    assert [part.name for part in relationships.parts("")] == ["_rels/.rels"]


def test_names_of_any_script_are_kept() -> None:
    assert list(parts(zipped([media_part("word/media/\u0444.png", b"x")]))) == ["word/media/\u0444.png"]
