"""Which Word files are reports of ours, and where the article is that they were made from."""

import re
from io import BytesIO, TextIOWrapper
from pathlib import Path

import docx
import pytest

from converter.configuration import Settings
from converter.errors import InputError, VerificationError
from converter.notices import Notice
from converter.pipeline import convert
from converter.pipeline.strictness import refuse_notices
from tests.returning.making import MILL, OWN, Desk
from tests.verifier.alterations.word import WordFile


def error_of(desk: Desk, word: WordFile | None = None, settings: Settings | None = None) -> InputError:
    with pytest.raises(InputError) as caught:
        desk.back(word, settings)
    assert caught.value.where == str(desk.report)
    return caught.value


def without_claims(word: WordFile, *, sum_too: bool = True) -> WordFile:
    for name in [one for one in word.parts if one.startswith("customXml/")]:
        del word.parts[name]
    links = word.parts["word/_rels/document.xml.rels"].decode()
    word.parts["word/_rels/document.xml.rels"] = re.sub(
        r"<Relationship [^>]*/customXml\"[^>]*>", "", links
    ).encode()
    if sum_too:
        word.parts["docProps/custom.xml"] = word.parts["docProps/custom.xml"].replace(
            b"Provenance SHA", b"Sum"
        )
    return word


def told_of(desk: Desk, settings: Settings) -> list[str]:
    notices = convert(desk.report, settings).notices
    return [one.code for one in notices if one.code.startswith(OWN)]


def test_a_word_file_with_the_same_headings_is_an_article(desk: Desk) -> None:
    desk.report.write_bytes(without_claims(desk.word).saved())
    assert told_of(desk, Settings()) == []


def test_a_report_without_claims_is_an_article(tmp_path: Path) -> None:
    desk = Desk(tmp_path, MILL, Settings(embed="none"))
    assert told_of(desk, Settings()) == []


def test_a_report_is_an_article_where_its_format_is_named(desk: Desk) -> None:
    assert told_of(desk, Settings(input_format="docx")) == []


def test_lost_claims_are_missed(desk: Desk) -> None:
    assert error_of(desk, without_claims(desk.word, sum_too=False)).code == "report-claims-lost"


def test_claims_that_cannot_be_read_are_refused(desk: Desk) -> None:
    word = desk.word
    word.change_claims(lambda claims: claims | {"briefing": 2})
    assert error_of(desk, word).code == "report-damaged"


def test_an_article_that_is_not_at_hand_is_asked_for(desk: Desk) -> None:
    desk.article.rename(desk.folder / "other.md")
    error = error_of(desk)
    assert error.code == "report-source-missing"
    assert "mill.md" in error.what
    assert "--source" in error.remedy


def test_an_article_that_has_changed_is_none(desk: Desk) -> None:
    desk.article.write_text(MILL + "\nMore.\n", "utf-8")
    assert error_of(desk).code == "report-source-missing"


def test_an_article_is_known_by_its_sum_under_any_name(desk: Desk) -> None:
    other = desk.article.rename(desk.folder / "other.md")
    back = desk.back(settings=Settings(sources=(str(other),)))
    assert back.conversion.reports[0].data == desk.made.reports[0].data


def test_a_given_article_that_is_missing_is_told(desk: Desk) -> None:
    with pytest.raises(InputError) as caught:
        desk.back(settings=Settings(sources=(str(desk.folder / "none.md"),)))
    assert caught.value.code == "input-missing"


def test_an_article_inside_serves_and_travels_on(tmp_path: Path) -> None:
    desk = Desk(tmp_path, MILL, Settings(embed="source"))
    desk.article.unlink()
    back = desk.back()
    assert back.conversion.reports[0].data == desk.made.reports[0].data


def test_an_article_above_the_folder_of_reports_is_found(desk: Desk) -> None:
    output = desk.folder / "output"
    output.mkdir()
    desk.report = desk.report.rename(output / "report.docx")
    assert desk.back().notices == ()


@pytest.mark.parametrize("name", ["../mill.md", "/etc/passwd", "https://example.org/x", "..", "", "a\0b"])
def test_a_name_in_the_claims_leads_nowhere_else(desk: Desk, name: str) -> None:
    """Neither another folder nor the web: whoever made up the report chose it."""
    desk.article.rename(desk.folder / "other.md")
    word = desk.word
    word.change_claims(lambda claims: claims | {"sources": [claims["sources"][0] | {"name": name}]})
    assert error_of(desk, word).code == "report-source-missing"


def test_an_article_called_as_standard_input_does_not_have_it_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(desk.article.read_bytes())))
    word = desk.word
    word.change_claims(lambda claims: claims | {"sources": [claims["sources"][0] | {"name": "-"}]})
    assert error_of(desk, word).code == "report-source-missing"


def test_claims_of_several_articles_and_no_part_of_any_are_damaged(desk: Desk) -> None:
    word = desk.word
    word.change_claims(lambda claims: claims | {"sources": claims["sources"] * 2})
    assert error_of(desk, word).code == "report-damaged"


def made_with(desk: Desk, key: str, name: str) -> WordFile:
    word = desk.word
    word.change_claims(lambda claims: claims | {"configuration": {**claims["configuration"], key: name}})
    return word


@pytest.mark.parametrize("name", ["house", "house.yaml", "./house.yaml"])
def test_a_style_is_taken_by_its_name_alone(desk: Desk, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path would let whoever made up the report choose among the files of this computer."""
    monkeypatch.chdir(desk.folder)
    (desk.folder / "house.yaml").write_text("extends: memo\n", "utf-8")
    back = desk.back(made_with(desk, "style", name))
    assert back.codes == ["report-style-missing"]


@pytest.mark.parametrize("name", ["house", "./house.yaml"])
def test_an_outline_is_taken_by_its_name_alone(desk: Desk, name: str) -> None:
    assert error_of(desk, made_with(desk, "outline", name)).code == "report-outline-missing"


@pytest.mark.parametrize("tag", ["xx", "../en", "en.yaml", ""])
def test_a_language_that_is_not_known_is_the_articles(desk: Desk, tag: str) -> None:
    assert desk.back(made_with(desk, "language", tag)).notices == ()


def test_a_report_on_a_template_comes_back_on_it(tmp_path: Path) -> None:
    template = tmp_path / "corp.docx"
    made = docx.Document()
    for text in ("Corp Ltd.", "{{summary}}", "Between the two we say this.", "{{body}}", "Yours, Corp"):
        made.add_paragraph(text)
    made.save(str(template))
    settings = Settings(template=str(template), formats=("docx",))
    desk = Desk(tmp_path, MILL, settings)
    back = desk.back(settings=Settings(template=str(template), formats=("docx",)))
    assert back.told == []
    assert back.conversion.reports[0].data == desk.made.reports[0].data


def test_a_template_that_is_not_given_is_told(tmp_path: Path) -> None:
    template = tmp_path / "corp.docx"
    docx.Document().save(str(template))
    desk = Desk(tmp_path, MILL, Settings(template=str(template), formats=("docx",)))
    assert "report-template-missing" in [one.code for one in desk.back().conversion.notices]


def test_strictness_minds_edits_and_not_good_news() -> None:
    refuse_notices([Notice("report-unchanged", "nothing was changed")], "a.docx")
    with pytest.raises(VerificationError):
        refuse_notices([Notice("report-edited", "1 line edited")], "a.docx")
