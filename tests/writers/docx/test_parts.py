"""The small parts: theme, settings, font table, properties."""

import pytest
from msgspec.structs import replace

from converter.model.article import Source
from converter.model.document import Properties
from tests.sample import sample_document, sample_style
from tests.writers.docx.opened import Opened, written


@pytest.fixture(scope="module")
def opened() -> Opened:
    return written()


def test_the_theme_has_the_colours_and_fonts_of_the_style(opened: Opened) -> None:
    style = sample_style()
    colors = opened.values("//a:clrScheme/*/a:srgbClr/@val", "word/theme/theme1.xml")
    assert len(colors) == 12
    assert colors[:2] == [style.foreground.hex, "FFFFFF"]
    assert colors[4] == colors[10] == style.accent.hex
    assert opened.values("//a:majorFont/a:latin/@typeface", "word/theme/theme1.xml") == [
        "Source Sans Pro Semibold"
    ]
    assert opened.values("//a:minorFont/a:latin/@typeface", "word/theme/theme1.xml") == ["Source Serif Pro"]


def test_the_document_is_in_the_mode_of_current_word_and_asks_nothing(opened: Opened) -> None:
    modes = opened.values("//w:compatSetting[@w:name='compatibilityMode']/@w:val", "settings")
    assert modes == ["15"]
    assert not opened.find("//w:updateFields", "settings")
    assert not opened.find("//w:rsids", "settings")
    assert opened.values("//w:themeFontLang/@w:val", "settings") == ["en-US"]


def test_end_notes_are_numbered_in_figures(opened: Opened) -> None:
    assert opened.values("//w:endnotePr/w:numFmt/@w:val", "settings") == ["decimal"]
    assert opened.values("//w:sectPr/w:endnotePr/w:numFmt/@w:val") == ["decimal"]


def test_words_are_broken_only_if_the_style_allows_it(opened: Opened) -> None:
    style = sample_style()
    unbroken = replace(
        style, text={role: replace(text, hyphenate=False) for role, text in style.text.items()}
    )
    assert opened.find("//w:autoHyphenation", "settings")
    assert not written(style=unbroken).find("//w:autoHyphenation", "settings")


def test_each_font_brings_what_a_substitute_is_chosen_by(opened: Opened) -> None:
    names = opened.values("//w:font/@w:name", "fontTable")
    assert names == ["Source Sans Pro", "Source Sans Pro Semibold", "Source Serif Pro"]
    assert opened.values("//w:font/w:family/@w:val", "fontTable") == ["swiss", "swiss", "roman"]
    assert opened.values("//w:font/w:altName/@w:val", "fontTable") == [
        "Calibri",
        "Segoe UI Semibold",
        "Cambria",
    ]
    assert all(len(value) == 20 for value in opened.values("//w:font/w:panose1/@w:val", "fontTable"))
    assert len(opened.find("//w:font/w:sig", "fontTable")) == 3


def test_core_properties_are_those_of_the_document(opened: Opened) -> None:
    core, given = "docProps/core.xml", sample_document().properties
    assert opened.values("//dc:title/text()", core) == [given.title]
    assert opened.values("//dc:creator/text() | //cp:lastModifiedBy/text()", core) == [given.author] * 2
    assert opened.values("//dc:subject/text()", core) == [given.subject]
    assert opened.values("//cp:keywords/text()", core) == ["river, trade"]
    assert opened.values("//dc:language/text()", core) == ["en"]
    assert opened.values("//dcterms:created/text() | //dcterms:modified/text()", core) == [given.created] * 2


def test_properties_are_cut_where_programs_refuse_more() -> None:
    long = Properties("t" * 300, "", "s" * 300, (), "2000-01-01T00:00:00Z", "briefing 0.1.0")
    opened = written(properties=long)
    assert opened.values("//dc:title/text()", "docProps/core.xml") == ["t" * 255]
    assert not opened.find("//dc:creator", "docProps/core.xml")


def test_sources_stand_with_their_whole_sum_in_the_custom_properties(opened: Opened) -> None:
    (source,) = sample_document().sources
    texts = opened.values("//p:property/*/text()", "docProps/custom.xml")
    assert texts == [source.name, source.sha256]
    assert opened.values("//p:property/@name", "docProps/custom.xml") == ["Source", "Source SHA-256"]


def test_several_sources_are_counted() -> None:
    sources = tuple(Source(f"{name}.md", "text/markdown", name * 64, 1) for name in "ab")
    opened = written(sources=sources)
    names = opened.values("//p:property/@name", "docProps/custom.xml")
    assert names == ["Source 1", "Source 1 SHA-256", "Source 2", "Source 2 SHA-256"]
    assert opened.values("//p:property/@pid", "docProps/custom.xml") == ["2", "3", "4", "5"]
