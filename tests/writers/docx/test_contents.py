from converter.model.document import Cell, TableBlock, Text
from tests.sample import sample_document, with_contents
from tests.writers.docx.opened import Opened, strings, written


def test_contents_are_a_field_of_word_with_links_that_nothing_asks_to_update() -> None:
    opened = written(*with_contents(sample_document()).blocks)
    assert opened.styles()[4:9] == ["TOCHeading", "TOC1", "TOC1", "TOC2", "TOC1"]
    (instruction,) = opened.values("//w:instrText/text()")[:1]
    assert instruction.split() == ["TOC", "\\o", '"1-2"', "\\b", "_Sections", "\\n", "\\h", "\\z"]
    begin, separate, end = opened.find("//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'TOC')]]//w:fldChar")
    assert strings(begin, "@w:dirty") == []
    assert [strings(mark, "@w:fldCharType")[0] for mark in (begin, separate, end)] == [
        "begin",
        "separate",
        "end",
    ]
    targets = opened.values("//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'TOC')]]/w:hyperlink/@w:anchor")
    assert len(targets) == 4
    assert set(targets) <= set(opened.values("//w:bookmarkStart/@w:name"))


def bookmarked(opened: Opened, name: str) -> list[str]:
    """Return the words of each paragraph that is in a bookmark from beginning to end."""
    (number,) = opened.values(f"//w:bookmarkStart[@w:name='{name}']/@w:id")
    after = f"preceding::w:bookmarkStart[@w:id='{number}'] or .//w:bookmarkStart[@w:id='{number}']"
    before = f"following::w:bookmarkEnd[@w:id='{number}'] or .//w:bookmarkEnd[@w:id='{number}']"
    paragraphs = opened.find(f"//w:p[({after}) and ({before})]")
    return ["".join(strings(paragraph, ".//w:t/text()")) for paragraph in paragraphs]


def test_contents_that_are_updated_gather_the_headings_of_the_sections_alone() -> None:
    document = with_contents(sample_document())
    opened = written(*document.blocks)
    words = bookmarked(opened, "_Sections")
    assert words[0] == "Summary"
    assert words[-1] == "Comment (A. E.): ask the harbour master."
    numbers = opened.values("//w:bookmarkStart/@w:id")
    assert len(set(numbers)) == len(numbers)


def test_a_bookmark_around_the_sections_may_end_with_a_table() -> None:
    table = TableBlock(((Cell((Text("last"),)),),), 0)
    *blocks, method, notes = with_contents(sample_document()).blocks
    opened = written(*blocks, table, method, notes)
    assert bookmarked(opened, "_Sections")[-1] == "last"
    assert opened.values("//w:bookmarkEnd/preceding-sibling::*[1][self::w:tbl]//w:t/text()") == ["last"]
