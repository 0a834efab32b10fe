import re
from pathlib import Path

import pytest
from docx import Document

from converter import Settings, convert
from converter.configuration import CITES, PAPERS
from converter.errors import InputError
from converter.model.outline import LENGTHS
from converter.stylesheets.listing import available
from converter.verifier.findings import Finding
from converter.verifier.word.accessibility import RULES, check_accessibility
from tests.conformance.articles import EVERYTHING
from tests.conformance.scripts import SCRIPTS, article
from tests.ooxml.making import p
from tests.verifier.word.making import inline, replaced, rules, strict, word

STYLE_NAMES = [style.name for style in available("style")]


def test_a_sound_file_has_no_findings() -> None:
    assert check_accessibility(word(p("Words."))) == ()


def test_strict_files_are_read_alike() -> None:
    data = word(p(runs=inline()) + p(), title="")
    assert rules(strict(data)) == rules(data) == ["title-missing", "alt-missing", "blank-paragraph"]


def test_a_finding_says_what_and_where() -> None:
    found = check_accessibility(
        word(p("Words that go on for longer than a line of a message can.", runs=inline()))
    )
    assert found == (
        Finding(
            "alt-missing",
            "a picture has no alternative text; say what it shows, or mark it as decorative",
            "paragraph 2 “Words that go on for longer than a line …”",
        ),
    )
    assert str(found[0]).startswith("paragraph 2 “Words")
    assert str(found[0]).endswith("decorative (alt-missing)")


def test_a_finding_names_the_part_outside_the_body() -> None:
    (found,) = check_accessibility(word(running={"header/default": p("Ada", runs=inline())}))
    assert found.where == "header1.xml, paragraph 1 “Ada”"


def test_what_another_program_wrote_is_read(tmp_path: Path) -> None:
    made = Document()
    made.core_properties.title = "Ports"
    made.add_heading("Ports", 1)
    made.add_paragraph("")
    made.add_heading("Quays", 3)
    made.save(str(tmp_path / "made.docx"))
    found = rules((tmp_path / "made.docx").read_bytes())
    assert {"blank-paragraph", "heading-skipped"} <= set(found)
    assert not {"title-missing", "language-missing", "heading-first"} & set(found)


def test_every_rule_is_on_the_page(root: Path) -> None:
    page = (root / "docs" / "formats" / "word-accessibility.md").read_text("utf-8")
    package = root / "converter" / "verifier" / "word" / "rules"
    source = "".join(one.read_text("utf-8") for one in package.glob("*.py"))
    codes = set(re.findall(r'Finding\(\s*"([a-z-]+)"', source))
    assert len(codes) == len(RULES)
    assert codes == set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE))


@pytest.mark.parametrize("data", [b"", b"plain", b"\xd0\xcf\x11\xe0"])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"letter\.doc") as caught:
        check_accessibility(data, "letter.doc")
    assert caught.value.code == "input-unsupported"


# ---------------------------------------------------------------------------------------- what we ship


def findings(source: Path, settings: Settings) -> list[str]:
    (report,) = convert(str(source), settings).reports
    return [str(finding) for finding in check_accessibility(report.data)]


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    path = tmp_path / "everything.md"
    path.write_text(EVERYTHING, "utf-8")
    return path


@pytest.mark.parametrize("style", STYLE_NAMES)
def test_what_we_ship_has_no_findings(style: str, seed: Path, everything: Path) -> None:
    settings = Settings(style=style, length="full", formats=("docx",), marking="TLP:AMBER")
    assert findings(everything, settings) == []
    assert findings(seed, Settings(style=style, formats=("docx",))) == []


@pytest.mark.parametrize(
    ("part", "sound", "faulty", "found"),
    [
        (
            "styles",
            '<w:color w:val="FFFFFF" w:themeColor="background1"/>',
            '<w:color w:val="222222"/>',
            "contrast",
        ),
        ("styles", '<w:outlineLvl w:val="0"/>', "", "heading-first"),
        ("styles", '<w:lang w:val="en-GB"/>', "", "language-missing"),
        ("document", "<w:tblHeader/>", "", "table-header"),
        ("document", 'descr="Ships at the new quay"', 'descr=""', "alt-missing"),
        ("document", ">the timetable<", ">here<", "link-generic"),
        ("header2", "adec:decorative", "adec:other", "floating"),
    ],
)
def test_a_fault_in_one_of_ours_would_be_found(
    part: str, sound: str, faulty: str, found: str, everything: Path
) -> None:
    (report,) = convert(
        str(everything), Settings(style="think-tank", length="full", formats=("docx",))
    ).reports
    broken = replaced(report.data, f"word/{part}.xml", sound, faulty)
    if found == "language-missing":
        broken = replaced(broken, "word/settings.xml", '<w:themeFontLang w:val="en-GB"/>', "")
    assert found in rules(broken)


@pytest.mark.parametrize("script", ["Arabic", "Chinese", "Thai"])
def test_other_scripts_have_no_findings(script: str, tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text(article(script), "utf-8")
    assert findings(path, Settings(length="full", formats=("docx",))) == []


@pytest.mark.conformance
@pytest.mark.timeout(900)
@pytest.mark.parametrize("style", STYLE_NAMES)
def test_no_style_has_findings_in_any_length_paper_or_way_to_cite(
    style: str, seed: Path, everything: Path
) -> None:
    found = {
        (source.name, length, paper, cite, contents): told
        for source in (seed, everything)
        for length in LENGTHS
        for paper in PAPERS
        for cite in CITES
        for contents in ("always", "never")
        if (
            told := findings(
                source,
                Settings(
                    style=style,
                    length=length,
                    paper=paper,
                    cite=cite,
                    formats=("docx",),
                    overrides={"contents": contents},
                ),
            )
        )
    }
    assert found == {}


@pytest.mark.conformance
@pytest.mark.timeout(900)
@pytest.mark.parametrize("style", STYLE_NAMES)
def test_no_style_has_findings_in_any_language(style: str, seed: Path, everything: Path) -> None:
    found = {
        (source.name, language.name): told
        for source in (seed, everything)
        for language in available("language")
        if (told := findings(source, Settings(style=style, report_language=language.name, formats=("docx",))))
    }
    assert found == {}


@pytest.mark.conformance
@pytest.mark.timeout(900)
@pytest.mark.parametrize("style", STYLE_NAMES)
def test_no_style_has_findings_in_any_script(style: str, tmp_path: Path) -> None:
    found = {}
    for script in SCRIPTS:
        path = tmp_path / f"{script}.md"
        path.write_text(article(script), "utf-8")
        for length in LENGTHS:
            if told := findings(path, Settings(style=style, length=length, formats=("docx",))):
                found[script, length] = told
    assert found == {}
