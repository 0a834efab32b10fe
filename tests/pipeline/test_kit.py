"""What all articles of a call need, where a Word template has a say in it."""

from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest
from msgspec.structs import replace

from converter import pipeline
from converter.configuration import Settings
from converter.errors import StyleError, UsageError
from converter.pipeline.kit import Kit
from tests.limited import limited
from tests.sheets import RED, pdf
from tests.stylesheets.word_template.houses import LETTERHEAD
from tests.stylesheets.word_template.templates import Template, style

MISSING_FONT = Template(styles=style("Normal", run='<w:rFonts w:ascii="Corp Grotesk"/>', usual=True))
ARTICLE = "Harbour of Lund reopens\n\nThe harbour of Lund reopened on Monday after ten years of work.\n"


@pytest.fixture
def template(tmp_path: Path) -> str:
    return LETTERHEAD.saved(tmp_path)


def test_a_template_gives_the_look_where_no_style_is_named(template: str) -> None:
    found = Kit(Settings(template=template)).style("en")
    assert (found.accent.hex, found.word) == ("7A1F2B", {"template": template})
    assert found.logo is not None


def test_a_style_that_is_named_keeps_its_look_on_the_template(template: str) -> None:
    found = Kit(Settings(template=template, style="government")).style("en")
    assert (found.name, found.accent.hex, found.word["template"]) == ("government", "111111", template)


def test_a_template_goes_before_that_of_the_style(template: str, tmp_path: Path) -> None:
    house = tmp_path / "house.yaml"
    Template().saved(tmp_path, "other.dotx")
    house.write_text("word: {template: other.dotx, embed-fonts: true}\n", "utf-8")
    settings = Settings(style=str(house))
    assert Kit(settings).style("en").word["template"] == str(tmp_path / "other.dotx")
    word = Kit(replace(settings, template=template)).style("en").word
    assert word == {"template": template, "embed-fonts": True}


def test_neither_names_the_style_that_is_called_default() -> None:
    assert Kit(Settings()).style("en-GB") == Kit(Settings(style="default")).style("en-GB")


def test_what_is_set_lies_on_top_of_the_templates_look(template: str) -> None:
    settings = Settings(template=template, overrides={"color.primary": "#005a8c"})
    assert Kit(settings).style("en").accent.hex == "005A8C"


def test_a_template_keeps_its_paper_wherever_its_readers_are(template: str) -> None:
    widths = [
        Kit(Settings(template=template, style=named)).style("en-US").page.width.mm
        for named in ("", "default")
    ]
    assert widths == [pytest.approx(210)] * 2
    letter = Kit(Settings(template=template, paper="Letter")).style("en-US")
    assert letter.page.width == 612


@pytest.mark.parametrize("named", ["", "default"])
@pytest.mark.parametrize("code", ["template-missing", "template-unreadable"])
def test_a_template_that_cannot_be_opened_is_found_at_once(code: str, named: str, tmp_path: Path) -> None:
    path = tmp_path / "corp.dotx"
    if code == "template-unreadable":
        path.write_text("no Word file")
    with pytest.raises(StyleError) as caught:
        Kit(Settings(template=str(path), style=named))
    assert (caught.value.code, caught.value.where) == (code, str(path))


@pytest.mark.parametrize("named", ["", "default"])
def test_a_template_that_is_not_plainly_small_is_loaded_in_a_child_first(
    named: str, template: str, tmp_path: Path
) -> None:
    path = tmp_path / "large.dotx"
    path.write_bytes(Path(template).read_bytes())
    with ZipFile(path, "a", ZIP_STORED) as archive:
        archive.writestr("word/padding.bin", bytes(2_100_000))
    with limited(seconds=0.001), pytest.raises(StyleError) as caught:
        Kit(Settings(template=str(path), style=named))
    assert (caught.value.code, caught.value.where) == ("template-unreadable", str(path))
    assert caught.value.what == "the Word template takes longer than 0.001 seconds, and was given up"


def test_fonts_that_stand_in_are_told_where_the_look_is_the_styles(tmp_path: Path) -> None:
    settings = Settings(template=MISSING_FONT.saved(tmp_path))
    told = {formats: Kit(replace(settings, formats=formats)).notices for formats in (("pdf",), ("docx",), ())}
    assert [[one.code for one in notices] for notices in told.values()] == [
        ["font-substituted"],
        [],
        ["font-substituted"],
    ]


def test_a_conversion_carries_what_was_met_while_the_look_was_made(tmp_path: Path) -> None:
    article = tmp_path / "harbour.txt"
    article.write_text(ARTICLE, "utf-8")
    settings = Settings(template=MISSING_FONT.saved(tmp_path), formats=("pdf",))
    assert "font-substituted" in {one.code for one in pipeline.convert(str(article), settings).notices}


def test_the_word_file_is_made_on_the_template(template: str, tmp_path: Path) -> None:
    article, made = tmp_path / "harbour.txt", tmp_path / "made.docx"
    article.write_text(ARTICLE, "utf-8")
    (report,) = pipeline.convert(str(article), Settings(template=template, formats=("docx",))).reports
    made.write_bytes(report.data)
    assert docx.Document(str(made)).sections[0].first_page_footer.paragraphs[0].text.startswith("Port House,")


def test_stationery_keeps_its_paper_wherever_its_readers_are(tmp_path: Path) -> None:
    (tmp_path / "a4.pdf").write_bytes(pdf(RED))
    house = tmp_path / "house.yaml"
    house.write_text("page: {stationery: a4.pdf}", "utf-8")
    assert Kit(Settings(style=str(house))).style("en-US").page.width.mm == pytest.approx(210)
    with pytest.raises(StyleError, match=r'page.stationery.first: "a4.pdf" is 210 x 297 mm'):
        Kit(Settings(style=str(house), paper="Letter"))


def test_a_mark_that_is_none_is_refused_before_an_article_is_read() -> None:
    with pytest.raises(UsageError) as caught:
        Kit(Settings(marking="tlp:rde"))
    assert (caught.value.code, caught.value.remedy) == ("marking-unknown", "did you mean TLP:RED?")
    Kit(Settings(marking="tlp:rde", overrides={"handling": "[]"}))
