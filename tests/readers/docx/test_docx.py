"""A Word file as a whole."""

import re
from collections import Counter
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest

from converter.errors import InputError
from converter.readers.docx import read_docx
from converter.readers.original import Original
from converter.writers.docx import write_docx
from tests.document_text import document_lines
from tests.ooxml.making import NAMESPACES, STRICT, p, part, r, relationships, row, table, zipped
from tests.readers.docx.making import from_docx, item, package, style
from tests.readers.reading import codes, shapes, title
from tests.sample import sample_document, sample_style

HEADINGS = (
    style("T", "Title")
    + style("H1", "heading 1", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>")
    + style("H2", "Überschrift 2")
    + style("My", "My own", base="H1")
)
PROSE = "The harbour of Lund reopened on Monday after ten years of work."


def test_title_headings_and_paragraphs_are_told_by_their_styles() -> None:
    body = (
        p("Harbour reopens", style="T")
        + p(PROSE)
        + p("Background", style="My")
        + p("The quay", style="H2")
        + p(PROSE)
        + p("Outlook", properties="<w:outlineLvl w:val='0'/>")
        + p(PROSE)
    )
    article = from_docx(package(body, styles=HEADINGS))
    assert title(article) == "Harbour reopens"
    assert shapes(article) == [
        ("paragraph", PROSE),
        ("heading", 1, "Background"),
        ("heading", 2, "The quay"),
        ("paragraph", PROSE),
        ("heading", 1, "Outlook"),
        ("paragraph", PROSE),
    ]
    assert [block.origin and block.origin.number for block in article.blocks] == [2, 3, 4, 5, 6, 7]
    assert article.notices == ()


def test_strict_documents_are_read_like_others() -> None:
    parts = package(p("Harbour reopens", style="T") + p(PROSE), styles=HEADINGS)
    for name, data in parts.items():
        strict = data.decode()
        for old, new in STRICT.items():
            strict = strict.replace(old, new)
        parts[name] = strict.encode()
    assert title(from_docx(parts)) == "Harbour reopens"


def test_the_main_part_is_where_the_package_says() -> None:
    parts = package(p(PROSE))
    parts["Docs\\Main.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"/docs/main.xml")
    assert from_docx(parts).text == PROSE


@pytest.mark.parametrize("links", [None, b"<Rel", relationships({"d": ("officeDocument", "word/none.xml")})])
def test_the_main_part_is_told_by_its_type_where_no_part_refers_to_it(links: bytes | None) -> None:
    kind = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
    parts = package(p(PROSE))
    parts["docs/main.xml"] = parts.pop("word/document.xml")
    parts["[Content_Types].xml"] = (
        f'<Types><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/Docs/main.xml" ContentType="{kind}"/></Types>'
    ).encode()
    parts["_rels/.rels"] = links or b""
    assert from_docx(parts).text == PROSE


@pytest.mark.parametrize("missing", ["word/styles.xml", "word/numbering.xml", "docProps/core.xml"])
@pytest.mark.parametrize("damage", [None, b"<w:styles", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_parts_that_cannot_be_read_are_told_and_the_text_is_read(missing: str, damage: bytes | None) -> None:
    parts = package(p(PROSE))
    if damage is None:
        del parts[missing]
    else:
        parts[missing] = damage
    article = from_docx(parts)
    assert article.text == PROSE
    assert codes(article) == ["parts-unreadable"]


def _refusal(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        read_docx(Original(data, "a.docx"), "")
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 no archive",
        zipped(package(p(PROSE))).partition(b"word/document.xml")[0],
        zipped({"a.txt": b"b"}),
        zipped({**package(""), "word/document.xml": b"<w:document"}),
        zipped({**package(""), "word/document.xml": part("document", "<w:body>" + "<w:sdt>" * 300)}),
        zipped(
            {
                **package(""),
                "word/document.xml": b"<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d>&x;</d>",
            }
        ),
    ],
    ids=["no archive", "cut off", "no document", "broken", "too deep", "entities"],
)
def test_what_has_no_text_that_can_be_read_is_one_line(data: bytes) -> None:
    assert _refusal(data).code == "input-broken"


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
@pytest.mark.parametrize("damage", [b"\xff", b"\0"], ids=["ones", "zeros"])
def test_a_text_that_does_not_unfold_is_one_line(method: int, damage: bytes) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, content in package(p(PROSE)).items():
            archive.writestr(name, content)
        start = archive.getinfo("word/document.xml").header_offset
    data = bytearray(stream.getvalue())
    data[start + 50 : start + 90] = damage * 40
    assert _refusal(bytes(data)).code == "input-broken"


def test_a_document_without_words_is_empty() -> None:
    drawing = "<w:r><w:drawing><wp:inline/></w:drawing></w:r>"
    assert [from_docx(body).text for body in ("", p(runs=drawing))] == ["", ""]


def test_a_document_that_unfolds_without_measure_is_refused() -> None:
    bomb = part("document", "<w:body>" + p(" " * 3_000_000) + "</w:body>")
    assert "unfolds beyond measure" in str(_refusal(zipped({**package(""), "word/document.xml": bomb})))


def test_a_password_is_told_from_an_old_file() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert _refusal(ole).code == "input-unsupported"
    assert _refusal(ole + "EncryptedPackage".encode("utf-16-le")).code == "input-encrypted"


def test_nothing_but_a_header_is_read_all_the_same() -> None:
    parts = package(
        "",
        links={"h": ("header", "header1.xml")},
        parts={"word/header1.xml": part("hdr", p("Ministry of Ports"))},
    )
    assert from_docx(parts).text == "Ministry of Ports"


def test_lines_that_only_a_header_has_are_told() -> None:
    header = part("hdr", p("Ministry of Ports") + p("Page ", runs=r("1") + '<w:fldSimple w:instr=" PAGE "/>'))
    parts = package(p(PROSE), links={"h": ("header", "header1.xml")}, parts={"word/header1.xml": header})
    article = from_docx(parts)
    assert (article.text, codes(article)) == (PROSE, ["headers-left-out"])
    parts["word/header1.xml"] = part("hdr", p("The harbour of Lund"))
    assert codes(from_docx(parts)) == []


def test_properties_fill_in_what_the_text_does_not_say() -> None:
    core = (
        "<dc:title>Ports</dc:title><dc:creator>Jane Doe</dc:creator><dc:language>sv-SE</dc:language>"
        "<dcterms:created>2026-03-02T09:00:00Z</dcterms:created>"
    )
    article = from_docx(package(p(PROSE), core=core))
    assert (title(article), article.byline, article.date, article.language) == (
        "Ports",
        "Jane Doe",
        "2026-03-02",
        "sv-SE",
    )
    said = p("By John Roe, 3 May 2026") + p(PROSE)
    article = from_docx(package(said, core=core))
    assert (article.byline, article.date) == ("John Roe", "2026-05-03")


def test_the_author_of_the_properties_is_taken_out_of_the_head() -> None:
    article = from_docx(package(p("Jane Doe") + p(PROSE), core="<dc:creator>Jane Doe</dc:creator>"))
    assert (article.byline, article.text) == ("Jane Doe", PROSE)


@pytest.mark.parametrize(
    "core",
    [
        "<dc:title>Microsoft Word - Document1</dc:title><dc:creator>python-docx</dc:creator>",
        "<dc:title>sample</dc:title><dc:creator>Microsoft Office User</dc:creator>",
        "<dc:title>report final.docx</dc:title><dc:creator>Admin</dc:creator>",
        "<dcterms:created>2013-12-23T23:15:00Z</dcterms:created>",
    ],
)
def test_what_programs_write_into_properties_is_not_believed(core: str) -> None:
    article = from_docx(package(p(PROSE), core=core))
    assert (article.title, article.byline, article.date) == (None, "", "")


def test_the_language_of_spelling_counts_where_the_words_are_of_it() -> None:
    lang = '<w:lang w:val="{}"/>'
    english = PROSE + " It was the first of the year, and they were glad that it had come at last."
    assert from_docx(p("", runs=r(english, lang.format("en-GB")))).language == "en-GB"
    assert from_docx(p("", runs=r(english, lang.format("fr-FR")))).language == ""


def test_a_report_of_our_own_is_read_back() -> None:
    document, look = sample_document(), sample_style()
    article = read_docx(Original(write_docx(document, look).data, "report.docx"), "")
    expected = Counter(re.findall(r"\w+", "\n".join(document_lines(document))))
    found = Counter(re.findall(r"\w+", article.text))
    # numbers that Word counts itself are not part of the words, nor is the label above the title
    assert {word for word in expected - found if not word.isdecimal()} <= {"Briefing"}
    assert [shape[2] for shape in shapes(article) if shape[0] == "heading" and shape[1] == 1] == [
        "Summary",
        "Background",
        "Implications",
    ]


def test_the_namespaces_of_the_maker_are_those_of_the_standard() -> None:
    assert all(uri.startswith(("http://schemas.", "urn:schemas-")) for uri in NAMESPACES.values())


def test_everything_at_once_keeps_its_order() -> None:
    bullets = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p(PROSE) + item("one", 1) + item("two", 1) + table(row("a", "b"), row("c", "d")) + p("Last words.")
    assert shapes(from_docx(package(body, numbering=bullets))) == [
        ("paragraph", PROSE),
        ("list", "- one", "- two"),
        ("table", 0, ("a", "b"), ("c", "d")),
        ("paragraph", "Last words."),
    ]
