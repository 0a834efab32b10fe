"""Lines of panels are found anew: what the article does not give is found out, as is a date without mark."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from converter.composer.dates import whole_date
from converter.configuration import Settings
from converter.model.article import Article
from converter.pipeline import convert
from converter.readers import read_original
from converter.readers.original import Original
from converter.stylesheets.folders import listed
from converter.stylesheets.languages import load_language
from converter.verifier.findings import Finding
from converter.verifier.proof.claims import ClaimedLine, ClaimedPanel, ClaimedPoint
from converter.verifier.proof.marking import check_marks
from converter.verifier.proof.panels import PanelChecker, check_mark
from converter.verifier.proof.parsing import ClaimsError, parse_claims
from converter.verifier.proof.sources import Evidence, check_against_sources

STORY = b"""---
date: 2026-05-14
lang: en
---
# Quake on the coast

An earthquake killed 34 people in Lowmere on Thursday. The army sent Colonel Paul Marsh and 600 soldiers.
"""
ORIGINAL = Original(STORY, "a.md")
Claimed = dict[str, Any]


@pytest.fixture
def claimed() -> Claimed:
    settings = Settings(formats=("md",), panels=("key-figures", "timeline", "who-says-what", "actors"))
    loaded: Claimed = json.loads(convert(ORIGINAL, settings).document.provenance)
    return loaded


def of_panel(claimed: Claimed, kind: str) -> Claimed:
    found: Claimed = next(line for line in claimed["lines"] if line.get("panel", {}).get("kind") == kind)
    return found


def codes(claimed: Claimed) -> list[str]:
    claims = parse_claims(json.dumps(claimed).encode())
    evidence = [Evidence(ORIGINAL, "a.md")]
    return [one.rule for _, one in (*check_marks(claims), *check_against_sources(claims, evidence))]


def test_what_panels_show_is_proved(claimed: Claimed) -> None:
    assert codes(claimed) == []
    assert of_panel(claimed, "actors")["text"] == "Colonel Paul Marsh"


def _another_date(claimed: Claimed) -> None:
    of_panel(claimed, "timeline")["panel"]["points"][0]["date"] = "2026-05-07"
    mark = next(one for one in claimed["content"] if one.get("role") == "mark")
    mark["text"] = "(computed: 7 May 2026)"


def _other_figures(claimed: Claimed) -> None:
    point = of_panel(claimed, "key-figures")["panel"]["points"][0]
    point["span"] = [point["span"][0] + 1, point["span"][1]]


def _a_fragment_that_is_no_actor(claimed: Claimed) -> None:
    line = of_panel(claimed, "actors")
    end = line["spans"][0][1] - len(" Marsh")
    line["spans"][0][1] = line["panel"]["points"][0]["span"][1] = end
    line["text"] = "Colonel Paul"


@pytest.mark.parametrize("change", [_another_date, _other_figures, _a_fragment_that_is_no_actor])
def test_what_the_article_does_not_give_is_found_out(
    claimed: Claimed, change: Callable[[Claimed], None]
) -> None:
    change(claimed)
    assert set(codes(claimed)) == {"source-differs"}


@pytest.mark.parametrize(
    ("mark", "code"),
    [
        ("", "unmarked"),
        ("(14 2026)", "unmarked"),
        ("(computed: 15 May 2026)", "unmarked"),
        ("(computed: 14 May 2026, when the minister lied to all who had asked him)", "unmarked"),
        ("(14 May 2026)", "unmarked"),
        ("(computed: 14 June 2026)", "unmarked"),
        ("(computed: 14 2026)", "unmarked"),
        ("(computed: 14 May 2026, not 9 May 2026)", "unmarked"),
        ("(computed: 14 May 2026, not June)", "unmarked"),
        (f"(computed: 14 May 2026 {'1' * 5000})", "unmarked"),
        (f"(computed: {'1' * 5000} May 2026)", "unmarked"),
    ],
)
def test_a_computed_date_says_so_and_nothing_else(claimed: Claimed, mark: str, code: str) -> None:
    for one in claimed["content"]:
        if one.get("role") == "mark":
            one["text"] = mark or " "
    assert codes(claimed) == [code]


def panel_of(*dates: str) -> ClaimedLine:
    points = tuple(ClaimedPoint((0, 1), date, computed=True) for date in dates)
    panel = ClaimedPanel("timeline", "en", points)
    return ClaimedLine("verbatim", "It fell.", 0, ((0, 8),), 1, 1, "timeline", "", (), panel)


@pytest.mark.parametrize("tag", sorted(listed("language")))
@pytest.mark.parametrize(
    "date_format", ["", "{day}.{month_number}.", "{day} {month}", "the day {day} of {month} of the {year}"]
)
def test_dates_are_read_as_each_language_and_style_writes_them(tag: str, date_format: str) -> None:
    language = load_language(tag)
    for month in range(1, 13):
        right, other = f"2026-{month:02}-24", f"2026-{month % 12 + 1:02}-24"
        mark = language.labels["computed"].replace("{dates}", whole_date(right, language, date_format))
        assert check_mark(panel_of(right), f" [1] ({mark}) [§ 2]") is None
        assert check_mark(panel_of(other), f" [1] ({mark}) [§ 2]") is not None


@pytest.mark.parametrize(
    ("dates", "mark", "is_right"),
    [
        (("2026-05-03", "2026-06-09"), "(computed: 3 May 2026, 9 June 2026)", True),
        (("2026-05-03", "2026-06-09"), "(computed: 9 May 2026, 3 June 2026)", False),
        (("2026-05-03",), "(computed: 5 March 2026)", False),
        (("2026-05-03",), "(computed: 03.05.2026)", True),
        (("2026-05", "2024"), "(computed: 2026-05, 2024)", True),
        (("2026-05", "2024"), "(computed: 2026-05, 2023)", False),
    ],
)
def test_each_computed_date_is_shown_as_it_is(dates: tuple[str, ...], mark: str, is_right: bool) -> None:  # noqa: FBT001
    assert (check_mark(panel_of(*dates), mark) is None) is is_right


@pytest.mark.parametrize("mark", [" [1] (the minister lied) [2]", "[a [b]] (the minister lied) [2]"])
def test_nothing_is_passed_over_between_two_places(claimed: Claimed, mark: str) -> None:
    assert codes_with_mark(claimed, mark) == ["unsourced"]


def test_brackets_in_the_name_of_a_place_are_no_mark(claimed: Claimed) -> None:
    assert codes_with_mark(claimed, " [Herald (online) [2], § 1]") == []


@pytest.mark.parametrize("tag", ["zz", "", "de.yaml", "../languages/de.yaml"])
def test_a_report_does_not_choose_who_judges_its_dates(claimed: Claimed, tag: str) -> None:
    for line in claimed["lines"]:
        if "panel" in line:
            line["panel"]["language"] = tag
    assert codes(claimed) == []
    _another_date(claimed)
    assert codes(claimed) == ["source-differs"]


def test_no_language_file_is_read_by_its_path(claimed: Claimed, tmp_path: Path) -> None:
    path = tmp_path / "evil.yaml"
    path.write_text("extends: en\npanels: {weekdays: }\n", "utf-8")
    for line in claimed["lines"]:
        if "panel" in line:
            line["panel"]["language"] = str(path)
    assert codes(claimed) == []


def test_a_date_that_no_known_language_gives_is_found_out(claimed: Claimed) -> None:
    article = replace(read_original(ORIGINAL, "a.md"), language="zz")
    for line in claimed["lines"]:
        if "panel" in line:
            line["panel"]["language"] = "zz"
    lines = parse_claims(json.dumps(claimed).encode()).lines
    found = [(line.section, one.rule) for line in lines for one in PanelChecker(article).check(line)]
    assert found == [("timeline", "source-differs")]


def test_a_line_without_a_computed_date_has_no_mark(claimed: Claimed) -> None:
    assert codes_with_mark(claimed, "(so they say)") == ["unsourced"]


def codes_with_mark(claimed: Claimed, mark: str) -> list[str]:
    index = of_panel(claimed, "key-figures")["id"]
    at = next(at for at, one in enumerate(claimed["content"]) if one.get("line") == index)
    claimed["content"].insert(at + 1, {"role": "mark", "text": mark})
    return codes(claimed)


def _outside(claimed: Claimed) -> None:
    of_panel(claimed, "key-figures")["panel"]["points"][0]["span"] = [0, 3]


def _no_panel(claimed: Claimed) -> None:
    of_panel(claimed, "key-figures")["panel"]["kind"] = "lies"


def _no_date(claimed: Claimed) -> None:
    of_panel(claimed, "timeline")["panel"]["points"][0]["date"] = "soon"


@pytest.mark.parametrize("change", [_outside, _no_panel, _no_date])
def test_claims_that_contradict_themselves_are_refused(
    claimed: Claimed, change: Callable[[Claimed], None]
) -> None:
    change(claimed)
    with pytest.raises(ClaimsError):
        parse_claims(json.dumps(claimed).encode())


ONE = "nothing says which dates were computed for this line: “It fell.”"


@pytest.mark.parametrize(
    ("dates", "mark", "finding"),
    [
        ((), " [1]", None),
        ((), "", None),
        (
            (),
            " [1] (so they say [2]) (really)",
            Finding(
                "unsourced",
                "behind a line of a panel stands what is none of its dates: “(so they say ) (really)”",
            ),
        ),
        (("2026-05-03",), " [1]", Finding("unmarked", ONE)),
        # nine words for a date, and not ten; five more for each other one
        (("2026-05-03",), "(computed, as we have been told: 3 May 2026)", None),
        (("2026-05-03",), "(computed, as we have since been told: 3 May 2026)", Finding("unmarked", ONE)),
        (("2026-05-03", "2027"), "(computed: on the 3 of May of the year 2026, then 2027 A D)", None),
        (
            ("2026-05-03", "2027"),
            "(computed: on the 3 of May of the year 2026, and then 2027 A D)",
            Finding("unmarked", ONE),
        ),
        # a date that is set off twice is told once, and several marks are read as one
        (("2026-05-03", "2026-05-03"), "(computed: 3 May 2026)", None),
        (("2026-05-03", "2027"), "(computed: 3 May 2026) [1] (2027)", None),
    ],
)
def test_what_is_wrong_with_a_mark_is_told(
    dates: tuple[str, ...], mark: str, finding: Finding | None
) -> None:
    assert check_mark(panel_of(*dates), mark) == finding


def test_a_line_of_no_panel_has_no_dates_and_is_none_of_a_panel() -> None:
    line = replace(panel_of("2026-05-03"), panel=None)
    assert check_mark(line, " [1]") is None
    assert list(PanelChecker(read_original(ORIGINAL, "a.md")).check(line)) == []


def article_of(text: str, **changed: str) -> Article:
    head = "".join(
        f"{key}: {value}\n" for key, value in {"date": "2026-05-14", "lang": "en", **changed}.items()
    )
    return read_original(Original(f"---\n{head}---\n# Quake\n\n{text}\n".encode(), "a.md"), "a.md")


def found_of(article: Article, text: str, panel: ClaimedPanel) -> list[str]:
    """Return what is found where `text` is claimed for a panel."""
    at = article.text.index(text)
    line = ClaimedLine("verbatim", text, 0, ((at, at + len(text)),), 1, 1, panel.kind, "", (), panel)
    return list(map(str, PanelChecker(article).check(line)))


def point_of(article: Article, text: str) -> ClaimedPoint:
    """Return the point that sets off `text`."""
    at = article.text.index(text)
    return ClaimedPoint((at, at + len(text)))


THURSDAY = "An earthquake killed 34 people in Lowmere on Thursday."


def found_of_date(article: Article, date: str, tag: str) -> list[str]:
    """Return what is found where that date is claimed to be meant by Thursday."""
    point = replace(point_of(article, "Thursday"), date=date, computed=True)
    return found_of(article, THURSDAY, ClaimedPanel("timeline", tag, (point,)))


@pytest.mark.parametrize(
    ("article", "date", "tag", "found"),
    [
        (article_of(THURSDAY), "2026-05-14", "en", []),
        (article_of(THURSDAY), "2026-05-14", "en-AU", []),
        (article_of(THURSDAY), "2026-05-14", "", []),
        (article_of(THURSDAY, lang="en-AU"), "2026-05-14", "zz", []),
        (
            article_of(THURSDAY),
            "2026-05-07",
            "en",
            [f"the panel timeline does not find this in the article: “{THURSDAY}” (source-differs)"],
        ),
        (
            article_of(THURSDAY),
            "2026-05-14",
            "de",
            [f"the panel timeline does not find this in the article: “{THURSDAY}” (source-differs)"],
        ),
        (
            article_of(THURSDAY, date=""),
            "2026-05-14",
            "en",
            [f"a date was computed, though the article has none: “{THURSDAY}” (source-differs)"],
        ),
        (
            article_of(THURSDAY, lang="zz"),
            "2026-05-14",
            "zz",
            [f"there is no language by whose words this date could be found: “{THURSDAY}” (source-differs)"],
        ),
    ],
)
def test_a_computed_date_is_what_the_article_gives(
    article: Article, date: str, tag: str, found: list[str]
) -> None:
    assert found_of_date(article, date, tag) == found


def test_a_date_is_judged_where_the_file_of_the_claimed_language_is_faulty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "xx.yaml").write_text("extends: en\nmonths: one, two\n", "utf-8")
    monkeypatch.setattr("converter.stylesheets.folders.user_folder", lambda: tmp_path)
    article = article_of(THURSDAY)
    assert found_of_date(article, "2026-05-14", "xx") == []
    assert found_of_date(article, "2026-05-07", "xx")


def test_sentences_end_where_the_words_of_the_language_say_so() -> None:
    text = "The quake cost approx. 600 million euros."
    article = article_of(text)
    panel = ClaimedPanel("key-figures", "en", (point_of(article, "600 million euros"),))
    assert found_of(article, text, panel) == []
