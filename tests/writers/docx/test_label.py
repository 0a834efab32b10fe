"""The label of a handling mark in Word's headers and footers."""

import pytest
from msgspec.structs import replace

from converter.model.document import RunningLine, Text
from converter.model.style import Color, Cover, HandlingMark, Length, Logo
from converter.writers.docx.label import label_xml
from tests.sample import png, sample_style
from tests.writers.docx.opened import Opened, strings, written

MARK = HandlingMark("TLP:AMBER", Color(255, 192, 0), Color(0, 0, 0), Length(12))
EMPTY = RunningLine()
SAID = RunningLine(right=(Text("1 / 2"),))
RUN = (
    '<w:r><w:rPr><w:b/><w:bCs/><w:i w:val="0"/><w:iCs w:val="0"/><w:caps w:val="0"/>'
    '<w:color w:val="FFC000"/><w:spacing w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
    '<w:shd w:val="clear" w:color="auto" w:fill="000000"/></w:rPr>'
    '<w:t xml:space="preserve">{}</w:t></w:r>'
)


def paragraphs(opened: Opened, part: str) -> list[str]:
    """Return the words of each paragraph."""
    found = opened.find("/*/w:p", part)
    return ["".join(strings(one, ".//w:t/text()")).strip("\u00a0") for one in found]


def test_the_mark_up_of_a_label() -> None:
    assert label_xml("footer", MARK) == (
        '<w:p><w:pPr><w:pStyle w:val="Footer"/><w:bidi w:val="0"/>'
        '<w:spacing w:before="60" w:after="0" w:line="300" w:lineRule="atLeast"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="right"/></w:pPr>'
        f"{RUN.format(chr(0xA0))}{RUN.format('TLP:AMBER')}{RUN.format(chr(0xA0))}</w:p>"
    )


def test_it_stands_above_the_header_and_below_the_footer() -> None:
    opened = written(mark=MARK, header=SAID, footer=SAID)
    assert paragraphs(opened, "header1") == ["TLP:AMBER", "1 / 2"]
    assert paragraphs(opened, "footer1") == ["1 / 2", "TLP:AMBER"]


def test_a_line_without_words_leaves_the_label_alone() -> None:
    opened = written(mark=MARK, header=EMPTY, footer=EMPTY)
    assert paragraphs(opened, "header1") == paragraphs(opened, "footer1") == ["TLP:AMBER"]


def test_a_label_at_one_end_only() -> None:
    opened = written(mark=replace(MARK, lines=frozenset({"footer"})), header=SAID, footer=SAID)
    assert (paragraphs(opened, "header1"), len(paragraphs(opened, "footer1"))) == (["1 / 2"], 2)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_right_is_right_whichever_way_the_script_runs(direction: str) -> None:
    opened = written(mark=MARK, direction=direction)
    assert opened.values("//w:p[1]/w:pPr/w:jc/@w:val | //w:p[1]/w:pPr/w:bidi/@w:val", "header1") == [
        "0",
        "right",
    ]


def test_the_first_page_has_it_with_ground_and_logo() -> None:
    style = replace(
        sample_style(),
        cover=Cover("band", Length(150), Color(0, 0, 0)),
        logo=Logo("logo.png", "House", Length(20), png(4, 1)),
    )
    opened = written(mark=MARK, style=style, first_header=EMPTY, first_footer=EMPTY)
    assert paragraphs(opened, "header2") == ["TLP:AMBER", ""]
    assert len(opened.find("//w:p[2]//w:drawing", "header2")) == 2
    assert paragraphs(opened, "footer2") == ["TLP:AMBER"]
    without = written(mark=MARK, style=replace(style, logo=None), first_header=EMPTY)
    assert paragraphs(without, "header2") == ["TLP:AMBER"]
    assert len(without.find("//w:p[1]//wp:anchor", "header2")) == 1


def test_the_header_begins_where_the_style_says_and_the_text_where_there_is_room() -> None:
    page = sample_style().page
    opened = written(mark=MARK, header=SAID)
    assert opened.values("//w:pgMar/@w:header | //w:pgMar/@w:footer") == [
        str(page.header.twips),
        str(page.footer.twips),
    ]
    assert int(opened.values("//w:pgMar/@w:top")[0]) > page.top.twips
