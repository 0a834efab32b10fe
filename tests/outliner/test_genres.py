"""Ten articles in ten genres: what was argued for in `tests/cases/genres` is what is taken."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from converter import pipeline
from converter.configuration import Settings
from converter.model.briefing import Briefing, Verbatim
from converter.pipeline.kit import Kit
from tests.command_cases import Case, cases_in

FOLDER = Path(__file__).parents[1] / "cases" / "genres"
GENRES = [case for file in sorted(FOLDER.glob("*.md")) for case in cases_in(file)]
SECTIONS = ("summary", "background", "implications")


def told(case: Case, what: str) -> Any:  # noqa: ANN401 - as YAML gives it
    """Return what the case says of its article: what is `expected`, or the `questions` of readers."""
    return yaml.safe_load(next(block.body for block in case.blocks if block.info == f"yaml {what}"))


def briefing_of(case: Case, folder: Path) -> Briefing:
    article = next(block for block in case.blocks if block.file)
    (folder / article.file).write_text(article.body, "utf-8")
    return pipeline.draft(str(folder / article.file), Kit(Settings())).briefing


def lines(briefing: Briefing) -> dict[str, list[str]]:
    """Return the whole sentences of each section, on one line each."""
    article = briefing.articles[0]
    return {
        section.rule.key: [
            " ".join(article.slice(line.sentence.span).split())
            for line in section.lines
            if isinstance(line, Verbatim)
        ]
        for section in briefing.sections
    }


@pytest.mark.parametrize("case", GENRES, ids=lambda case: case.file.stem)
def test_nothing_is_taken_that_would_mislead(case: Case, tmp_path: Path) -> None:
    briefing = briefing_of(case, tmp_path)
    found = lines(briefing)
    sentences = [" ".join(briefing.articles[0].slice(d.sentence.span).split()) for d in briefing.decisions]
    for wrong in told(case, "expected")["never"]:
        keys = SECTIONS if wrong["section"] == "any" else (wrong["section"],)
        for key in keys:
            taken = next((line for line in found[key] if wrong["sentence"] in line), None)
            if taken:
                # what the next sentence takes back may stand beside it
                following = sentences[sentences.index(taken) + 1]
                assert following in found[key], wrong


def test_most_of_what_was_argued_for_stands_in_its_section(tmp_path: Path) -> None:
    right = wanted = 0
    for case in GENRES:
        found = lines(briefing_of(case, tmp_path))
        for key in SECTIONS:
            for expected in told(case, "expected")[key]:
                wanted += 1
                right += any(expected["sentence"] in line for line in found[key])
    assert right >= wanted / 2


@pytest.mark.parametrize("case", GENRES, ids=lambda case: case.file.stem)
def test_what_is_argued_for_is_in_the_article(case: Case) -> None:
    text = " ".join(next(block.body for block in case.blocks if block.file).split())
    expected = told(case, "expected")
    for key in (*SECTIONS, "never"):
        assert [each["sentence"] for each in expected[key] if each["sentence"] not in text] == []
    assert len(told(case, "questions")) == 8
