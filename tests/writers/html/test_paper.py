"""How the page is printed."""

from msgspec.structs import replace

from converter.model.document import Document, PageField, RunningLine, Text
from converter.model.style import Color, Cover, Length, Style
from converter.writers.html import paper
from tests.sample import sample_document, sample_style


def sheet(document: Document, style: Style | None = None) -> str:
    return "\n".join(paper.rules(style or sample_style(), document))


def test_paper_has_the_size_and_margins_of_the_style() -> None:
    assert "@page{size:595.276pt 841.89pt;margin:68.0315pt 68.0315pt 62.3622pt 68.0315pt;" in sheet(
        sample_document()
    )


def test_headers_and_footers_stand_in_the_margins_with_running_numbers() -> None:
    text = sheet(sample_document())
    assert '@top-right{content:"TLP\\3a GREEN";' in text
    assert '@bottom-right{content:counter(page) " \\2f  " counter(pages);font:400 8.5pt/12pt' in text
    assert "@top-left{content:none;" in text


def test_the_first_page_may_have_others() -> None:
    document = replace(
        sample_document(), first_header=RunningLine(), first_footer=RunningLine(center=(PageField("page"),))
    )
    first = sheet(document).split("@page :first{")[1]
    assert "@top-right{content:none;" in first
    assert "@bottom-center{content:counter(page);" in first
    assert "@page :first" not in sheet(sample_document())


def test_a_cover_reaches_the_edges_of_the_paper() -> None:
    band = replace(sample_style(), cover=Cover("band", Length(100), Color(0, 0, 0)))
    text = sheet(sample_document(), band)
    assert "margin:68.0315pt 0pt 62.3622pt 0pt;" in text
    assert "@page :first{margin-top:0}" in text
    assert "body{padding:0 68.0315pt 0 68.0315pt}" in text
    whole = replace(band, cover=replace(band.cover, kind="page"))
    assert "break-after:page" in sheet(sample_document(), whole)


def test_text_in_the_margins_cannot_leave_its_string() -> None:
    hostile = '"}</style><script>alert(1)</script>'
    text = sheet(replace(sample_document(), header=RunningLine(left=(Text(hostile),))))
    assert "<" not in text
    assert text.count("{") == text.count("}")


def test_the_first_page_s_margins_are_readable_on_a_cover() -> None:
    cover = Cover("page", Length(100), Color(0, 0, 0), header=Color(255, 255, 255))
    text = sheet(sample_document(), replace(sample_style(), cover=cover))
    usual, first = text.split("@page :first{")
    assert "color:#ffffff" not in usual
    assert first.startswith("@top-left{content:none;")
    assert first.count("color:#ffffff") == 3
    assert "@bottom" not in first
