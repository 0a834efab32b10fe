import pytest
from msgspec.structs import replace

from converter.model.document import PageField, RunningLine, Text
from converter.model.style import WHITE, Color, Cover, Length, Stationery, Underlay
from converter.stylesheets.styles import load_style
from converter.verifier.word.accessibility import check_accessibility
from converter.writers.docx import write_docx
from tests.sample import sample_document, sample_style
from tests.sheets import BLUE, RED, picture
from tests.writers.docx.opened import Opened, written

LEFT = RunningLine(left=(Text("left"),))


def kinds(opened: Opened) -> list[str]:
    return opened.values("//w:sectPr/w:headerReference/@w:type | //w:sectPr/w:footerReference/@w:type")


def test_paper_and_margins_are_those_of_the_style() -> None:
    page, opened = sample_style().page, written()
    assert opened.values("//w:pgSz/@w:w | //w:pgSz/@w:h") == [str(page.width.twips), str(page.height.twips)]
    assert opened.values("//w:pgMar/@w:top | //w:pgMar/@w:header") == [
        str(page.top.twips),
        str(page.header.twips),
    ]
    assert not opened.values("//w:pgSz/@w:orient")


def test_wide_paper_is_landscape() -> None:
    page = replace(sample_style().page, width=Length(842), height=Length(595))
    assert written(style=replace(sample_style(), page=page)).values("//w:pgSz/@w:orient") == ["landscape"]


def test_one_header_and_footer_serve_all_pages() -> None:
    opened = written()
    assert kinds(opened) == ["default", "default"]
    assert not opened.find("//w:titlePg")


def test_a_first_page_of_its_own_has_header_and_footer() -> None:
    opened = written(first_header=LEFT)
    assert kinds(opened) == ["default", "first", "default", "first"]
    assert opened.find("//w:titlePg")
    assert opened.values("//w:t/text()", "header2") == ["left"]
    assert opened.values("//w:t/text()", "footer2") == opened.values("//w:t/text()", "footer1")


def test_an_empty_first_header_is_empty() -> None:
    assert written(first_header=RunningLine()).values("//w:t/text()", "header2") == []


def test_places_are_reached_by_tabs() -> None:
    whole = RunningLine((Text("left"),), (Text("middle"),), (Text("right"),))
    opened = written(footer=whole)
    assert len(opened.find("//w:r/w:tab", "footer1")) == 2
    assert not opened.find("//w:pPr/w:tabs", "footer1")


def test_an_empty_middle_is_passed_by_one_tab() -> None:
    opened = written(footer=RunningLine(left=(Text("a very long title"),), right=(PageField("page"),)))
    assert len(opened.find("//w:r/w:tab", "footer1")) == 1
    assert opened.values("//w:tabs/w:tab/@w:val", "footer1") == ["clear"]


def test_links_in_a_footer_are_the_footers_own() -> None:
    opened = written(footer=RunningLine(left=(Text("site", link="https://example.org/"),)))
    targets = opened.values("//rel:Relationship/@Target", "word/_rels/footer1.xml.rels")
    assert targets == ["https://example.org/"]


def sheet(color: tuple[int, int, int]) -> Underlay:
    data = picture("PNG", (60, 85), color=color)
    return Underlay("sheet.png", lambda: data)


def on(first: Underlay | None, following: Underlay | None, **changes: object) -> Opened:
    style = replace(sample_style(), stationery=Stationery(first, following))
    return written(style=replace(style, **changes))


def test_one_sheet_lies_behind_the_text_of_all_pages() -> None:
    both, page = sheet(RED), sample_style().page
    opened = on(both, both)
    assert kinds(opened) == ["default", "default"]
    (anchor,) = opened.find("//wp:anchor", "header1")
    assert (anchor.get("behindDoc"), anchor.get("relativeHeight")) == ("1", "0")
    assert set(opened.values("//wp:anchor/*/@relativeFrom", "header1")) == {"page"}
    assert opened.values("//wp:extent/@cx | //wp:extent/@cy", "header1") == [
        str(page.width.emu),
        str(page.height.emu),
    ]
    assert not opened.find("//wp:anchor", "footer1")


def test_a_sheet_is_decorative() -> None:
    opened = on(sheet(RED), None)
    assert opened.values("//wp:docPr/@descr", "header2") == [""]
    assert b'<adec:decorative xmlns:adec="' in opened.parts["word/header2.xml"]


def test_first_and_following_pages_have_their_own_sheets() -> None:
    opened = on(sheet(RED), sheet(BLUE))
    assert kinds(opened) == ["default", "first", "default", "first"]
    media = [name for name in opened.parts if name.startswith("word/media/")]
    targets = [
        opened.values("//rel:Relationship/@Target", f"word/_rels/header{number}.xml.rels")
        for number in (1, 2)
    ]
    assert len(targets[0]) == len(targets[1]) == 1
    assert targets[0] != targets[1]
    assert {f"word/{one[0]}" for one in targets} <= set(media)


def test_following_pages_may_have_none() -> None:
    opened = on(sheet(RED), None)
    assert (len(opened.find("//wp:anchor", "header1")), len(opened.find("//wp:anchor", "header2"))) == (0, 1)


def test_a_cover_lies_above_the_sheet() -> None:
    both = sheet(RED)
    opened = on(both, both, cover=Cover("page", Length(0), Color(0, 0, 0)))
    assert opened.values("//wp:anchor/@relativeHeight", "header2") == ["0", "1"]
    assert opened.values("//wp:anchor/@relativeHeight", "header1") == ["0"]


def test_the_first_header_is_readable_on_a_cover() -> None:
    cover = Cover("page", fill=Color(0x12, 0x35, 0x5B), header=WHITE, footer=WHITE)
    opened = written(style=replace(sample_style(), cover=cover))
    styles = [opened.values("//w:pStyle/@w:val", part) for part in ("header1", "header2", "footer2")]
    assert styles == [["Header"], ["BriefingCoverHeader"], ["BriefingCoverFooter"]]
    color = "//w:style[@w:styleId='BriefingCoverHeader']/w:rPr/w:color/@w:val"
    assert opened.values(color, "styles") == ["FFFFFF"]


@pytest.mark.parametrize("kind", ["band", "page"])
def test_a_check_of_its_own_finds_headers_readable_on_a_cover(kind: str) -> None:
    style = load_style("default", overrides=(f"cover.kind={kind}",))
    assert check_accessibility(write_docx(sample_document(), style).data) == ()
