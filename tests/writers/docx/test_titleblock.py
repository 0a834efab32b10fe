import pytest
from msgspec.structs import replace

from converter.model.document import Fact, HeadingBlock, Text, TitleBlock
from converter.model.style import Color, Cover, Length, Style
from converter.writers.docx.titleblock import band_height
from tests.sample import sample_style
from tests.writers.docx.opened import Opened, look, strings, written

LONG = "Strategic Dialogues Mark New Chapter in Regional Cooperation and Much More Besides"
FACTS = (Fact("source", "river.md"), Fact("author", "Ada Example"))
HEADING = HeadingBlock(1, (Text("Summary"),), "summary")


def title(
    text: str = "Title", *, facts: tuple[Fact, ...] = FACTS, level: int = 0, subtitle: str = ""
) -> TitleBlock:
    block = TitleBlock("Briefing", (Text(text),), (Text(subtitle),) if subtitle else (), facts)
    return replace(block, level=level)


def covered(kind: str, height: float = 160) -> Style:
    cover = Cover(kind, Length(height), Color(16, 49, 47))  # type: ignore[arg-type]
    return replace(sample_style(), cover=cover)


def test_each_line_has_its_style_and_all_keep_together() -> None:
    opened = written(title(subtitle="Sub"), HEADING)
    assert opened.styles()[:4] == ["BriefingLabel", "Title", "Subtitle", "BriefingFacts"]
    assert len(opened.find("//w:body/w:p[position()<4]/w:pPr/w:keepNext")) == 3


def test_facts_stand_in_one_row() -> None:
    texts = written(title(), HEADING).values("//w:p[w:pPr/w:pStyle/@w:val='BriefingFacts']//w:t/text()")
    assert texts == ["river.md · Ada Example"]


def test_where_lines_run_to_the_left_a_number_does_not_go_with_the_name_before_it() -> None:
    opened = written(title(), HEADING, language="he", direction="rtl")
    texts = opened.values("//w:p[w:pPr/w:pStyle/@w:val='BriefingFacts']//w:t/text()")
    assert "".join(texts) == "river.md · \u200fAda Example"


def test_without_facts_the_rule_stands_below_the_last_line() -> None:
    opened = written(title(facts=()), HEADING)
    assert opened.values("//w:p[w:pPr/w:pStyle/@w:val='Title']//w:pBdr/w:bottom/@w:sz") == ["6"]


def test_the_title_is_a_bookmark() -> None:
    assert "title" in written(title(), HEADING).values("//w:bookmarkStart/@w:name")


def test_an_article_of_a_digest_opens_with_a_heading() -> None:
    assert written(title(), title("Second", level=1), HEADING).styles()[4] == "Heading1"


def test_what_an_article_of_a_digest_opens_with_stays_with_its_first_section() -> None:
    opened = written(title(), HEADING, title("Second", level=1), HEADING)
    kept = opened.find("//w:p[w:pPr/w:pStyle/@w:val='BriefingFacts']/w:pPr/w:keepNext")
    assert len(kept) == 1, "the report's own title block stands above anything"


def test_a_long_title_is_set_in_even_lines() -> None:
    (right,) = written(title(LONG), HEADING).values("//w:p[w:pPr/w:pStyle/@w:val='Title']//w:ind/@w:right")
    assert int(right) > 0
    assert not written(title("Short"), HEADING).values("//w:p[w:pPr/w:pStyle/@w:val='Title']//w:ind/@w:right")


def ground(opened: Opened) -> list[int]:
    return [int(value) for value in opened.values("//wp:anchor/wp:extent/@*", "header2")]


def test_a_band_lies_behind_the_first_page_from_edge_to_edge() -> None:
    style = covered("band")
    opened = written(title(), HEADING, style=style)
    assert ground(opened) == [style.page.width.emu, Length(160).emu]
    assert opened.values("//wp:anchor/@behindDoc", "header2") == ["1"]
    assert opened.find("//w:sectPr/w:titlePg")
    assert not opened.find("//wp:anchor", "header1")


@pytest.mark.parametrize("text", ["Short", LONG, f"{LONG} {LONG}"])
def test_text_begins_clear_of_the_band_however_long_the_title_is(text: str) -> None:
    style = covered("band")
    opened = written(title(text), HEADING, style=style)
    lines = len(text) // 40 + 1
    least = style.page.top + 15 + 28 * min(lines, 2) + 15
    (after,) = opened.values("//w:p[w:pPr/w:pStyle/@w:val='BriefingFacts']//w:spacing/@w:after")
    height = ground(opened)[1] / 12_700
    assert height == pytest.approx(band_height(title(text), look(style)), abs=0.1)
    assert height >= least
    assert int(after) / 20 >= 1.5 * 15


def test_a_cover_page_is_filled_and_what_follows_begins_a_new_one() -> None:
    style = covered("page")
    opened = written(title(), HEADING, title("Second", level=2), style=style)
    assert ground(opened) == [style.page.width.emu, style.page.height.emu]
    broken = [strings(p, "w:pPr/w:pStyle/@w:val")[0] for p in opened.find("//w:p[w:pPr/w:pageBreakBefore]")]
    assert broken == ["Heading1", "BriefingLabel"]


def test_the_ground_is_decoration_and_says_nothing() -> None:
    opened = written(title(), HEADING, style=covered("band"))
    assert opened.values("//wp:docPr/@descr", "header2") == [""]
    assert b"decorative" in opened.parts["word/header2.xml"]
    assert opened.parts["word/media/image1.png"].startswith(b"\x89PNG")
